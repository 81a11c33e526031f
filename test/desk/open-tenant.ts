import { z } from 'zod';

const STARTED = z.object({ conversationId: z.string(), token: z.string() });
const ACTIVITIES = z.object({
  activities: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })),
});

/** A tenant on the web chat, in the words of Direct Line. */
export const openTenant = async (url: string) => {
  const call = async (path: string, token: string, body?: object) => {
    const response = await fetch(`${url}/v3/directline${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return response.json();
  };
  const made = z
    .object({ token: z.string() })
    .parse(await call('/tokens/generate', '', { user: { id: 'dl_desk' } }));
  const { conversationId, token } = STARTED.parse(await call('/conversations', made.token, {}));
  const path = `/conversations/${conversationId}/activities`;
  return {
    write: (text: string) =>
      call(path, token, { type: 'message', text, locale: 'fr-FR', from: { id: 'dl_desk' } }),
    texts: async () =>
      ACTIVITIES.parse(await call(path, token)).activities.flatMap(({ text }) => text ?? []),
  };
};
