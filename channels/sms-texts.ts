import type { SendResult } from '../bot/index.ts';
import { plainText } from './sms-alphabet.ts';
import type { SmsClaims } from './sms-claims.ts';
import type { SmsProvider, SmsText } from './sms-provider.ts';

/** Sends a text that belongs to no conversation, such as a code; `key` is the caller's, and is tied to the text sent. */
export type SendText = { readonly send: (text: SmsText) => Promise<SendResult> };

/** Builds it; a provider of which nothing was heard makes the fate unknown, it never throws. */
export const createTexts = (
  provider: Pick<SmsProvider, 'send'>,
  claims?: Pick<SmsClaims, 'claim'>,
): SendText => ({
  send: async ({ to, body, key }) => {
    try {
      const result = await provider.send({ to, body: plainText(body), key });
      if (result.kind === 'sent' && result.channelId !== undefined) {
        await claims?.claim(result.channelId, key);
      }
      return result;
    } catch {
      return { kind: 'unknown' };
    }
  },
});
