import { z } from 'zod';
import type { ChatSite } from './chat-site.ts';

const session = z.object({
  conversationId: z.string(),
  token: z.string(),
  expires_in: z.number(),
  streamUrl: z.string().optional(),
});

const action = z.object({
  type: z.string(),
  title: z.string(),
  text: z.string(),
  value: z.string(),
});

/** An activity as a client gets it. */
export const activity = z.object({
  type: z.string(),
  id: z.string(),
  timestamp: z.string(),
  text: z.string(),
  from: z.object({ id: z.string(), name: z.string().optional(), role: z.string() }),
  conversation: z.object({ id: z.string() }),
  channelData: z.record(z.string(), z.unknown()),
  locale: z.string().optional(),
  attachments: z.array(z.object({ contentType: z.string(), contentUrl: z.string() })).optional(),
  suggestedActions: z.object({ actions: z.array(action) }).optional(),
});

/** A set of activities as a client gets it. */
export const batch = z.object({ activities: z.array(activity), watermark: z.string() });

const failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** One tenant without a browser: plain HTTP. */
export type Tenant = z.infer<typeof session> & {
  readonly auth: { readonly authorization: string };
  readonly say: (text: string, more?: Readonly<Record<string, unknown>>) => Promise<Response>;
  readonly send: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly read: (watermark?: string) => Promise<z.infer<typeof batch>>;
  /** Reads on until something fits. */
  readonly until: (
    fits: (activities: readonly z.infer<typeof activity>[]) => boolean,
  ) => Promise<readonly z.infer<typeof activity>[]>;
};

/** Asks for a token. */
export const getToken = async (
  { base }: Pick<ChatSite, 'base'>,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
) => {
  const response = await fetch(`${base}/tokens/generate`, {
    method: 'POST',
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return session.parse(await response.json());
};

/** Opens a conversation. */
export const openChat = async (site: ChatSite, locale = 'fr-FR'): Promise<Tenant> => {
  const { token } = await getToken(site);
  const response = await fetch(`${site.base}/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ locale }),
  });
  return tenantOf(site, session.parse(await response.json()));
};

/** A tenant who holds a session. */
export const tenantOf = (site: ChatSite, opened: z.infer<typeof session>): Tenant => {
  const auth = { authorization: `Bearer ${opened.token}` };
  const where = `${site.base}/conversations/${opened.conversationId}/activities`;
  const send: Tenant['send'] = (body, headers = {}) =>
    fetch(where, {
      method: 'POST',
      headers: { ...auth, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const read: Tenant['read'] = async (watermark = '') => {
    const response = await fetch(`${where}?watermark=${watermark}`, { headers: auth });
    return batch.parse(await response.json());
  };
  return {
    ...opened,
    auth,
    send,
    read,
    say: (text, more = {}) => send({ type: 'message', text, locale: 'fr-FR', ...more }),
    until: async (fits) => {
      for (;;) {
        const { activities } = await read();
        if (fits(activities)) return activities;
        await new Promise((again) => setTimeout(again, 10));
      }
    },
  };
};

/** The code and the sentence of a refusal. */
export const failureOf = async (response: Response) => {
  const text = await response.text();
  if (/ at .*\.ts|node_modules|stack/i.test(text)) throw new Error('a stack got out');
  return { status: response.status, ...failure.parse(JSON.parse(text)).error };
};
