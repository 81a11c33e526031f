/** One activity as the server gives it back. */
export type Activity = {
  readonly id: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly incident?: { readonly code: string };
  };
};

/** A tenant who sends every message until it is acknowledged, some of them twice, through any crash. */
export type StubbornTenant = {
  readonly conversation: string;
  readonly say: (id: string, text: string) => Promise<void>;
  readonly transcript: () => Promise<readonly Activity[]>;
};

/** Time between two tries while the server is down, ms. */
const PAUSE = 40;

/** Tries before the server counts as dead for good. */
const TRIES = 500;

/** The answer to somebody who writes faster than any person: wait and say it again. */
const TOO_MANY = 429;

const pause = () => new Promise((go) => setTimeout(go, PAUSE));

/** Repeats a call until the server answers it with success. */
const insist = async (url: string, init: RequestInit): Promise<Response> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await fetch(url, init).catch(() => undefined);
    if (response?.ok === true) return response;
    if (response !== undefined && response.status < 500 && response.status !== TOO_MANY) {
      throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    }
    await pause();
  }
  throw new Error(`${url} never answered.`);
};

const json = (token: string | undefined, body: unknown): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify(body),
});

/** Opens a conversation on the web chat; `twice` says which messages are posted a second time at once. */
export const stubbornTenant = async (
  url: string,
  twice: (count: number) => boolean,
): Promise<StubbornTenant> => {
  const root = `${url}/v3/directline`;
  const generated = await (await insist(`${root}/tokens/generate`, json(undefined, {}))).json();
  const opened = await (await insist(`${root}/conversations`, json(generated.token, {}))).json();
  const { conversationId, token } = opened;
  const activities = `${root}/conversations/${conversationId}/activities`;
  let count = 0;

  const say = async (id: string, text: string): Promise<void> => {
    count += 1;
    const message = { type: 'message', text, channelData: { clientActivityID: id } };
    const posts = twice(count) ? [message, message] : [message];
    await Promise.all(posts.map((post) => insist(activities, json(token, post))));
  };

  const transcript = async (): Promise<readonly Activity[]> => {
    const all: Activity[] = [];
    for (let watermark = ''; ; ) {
      const headers = { authorization: `Bearer ${token}` };
      const page = await (await insist(`${activities}?watermark=${watermark}`, { headers })).json();
      all.push(...page.activities);
      if (page.activities.length === 0) return all;
      watermark = page.watermark;
    }
  };
  return { conversation: conversationId, say, transcript };
};
