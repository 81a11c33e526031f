import { WebSocket } from 'ws';

type Activity = { readonly from?: { readonly role?: string }; readonly id?: string };

/** One tenant on the web chat, as a browser speaks to it: posts over HTTP, hears on the stream. */
export const openTenant = async (url: string): Promise<() => Promise<void>> => {
  const root = `${url}/v3/directline`;
  const generated = await call(`${root}/tokens/generate`, undefined, {});
  const opened = await call(`${root}/conversations`, generated['token'], {});
  const { conversationId, token, streamUrl } = opened;
  const replies = await listen(String(streamUrl));
  let count = 0;
  return async () => {
    count += 1;
    const heard = replies.next();
    await call(`${root}/conversations/${conversationId}/activities`, token, message(count));
    await heard;
  };
};

const TEXTS = ['bonjour', 'aide', 'vous êtes un robot ?', 'merci'];

const message = (count: number) => ({
  type: 'message',
  text: TEXTS[count % TEXTS.length],
  from: { id: 'dl_bench' },
  channelData: { clientActivityID: `bench-${count}` },
});

const call = async (
  url: string,
  token: unknown,
  body: unknown,
): Promise<Readonly<Record<string, unknown>>> => {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

/** Resolves each time the bot has said something since it was asked. */
const listen = async (streamUrl: string): Promise<{ readonly next: () => Promise<void> }> => {
  let heard = (): void => undefined;
  const socket = new WebSocket(streamUrl);
  socket.on('message', (data) => {
    const text = data.toString();
    if (text === '') return;
    const { activities }: { readonly activities: readonly Activity[] } = JSON.parse(text);
    if (activities.some(({ from }) => from?.role !== 'user')) heard();
  });
  await new Promise((open, fail) => socket.once('open', open).once('error', fail));
  return { next: () => new Promise((resolve) => (heard = resolve)) };
};
