import type { SendResult, Store } from '../bot/index.ts';
import type { SmsFound } from './sms-provider.ts';

/** Which of a provider's texts is which of ours: remembered for good, one for one. */
export type SmsClaims = {
  /** Ties a text of the provider to our key; false when it is tied to another. */
  readonly claim: (id: string, key: string) => Promise<boolean>;
  /** The first of the texts found that is this one of ours, tied to it from now on. */
  readonly firstOf: (found: readonly SmsFound[], key: string) => Promise<SendResult | undefined>;
};

/** Builds the claims on the store. */
export const createSmsClaims = (store: Pick<Store, 'keepOnce'>, provider: string): SmsClaims => {
  const claim: SmsClaims['claim'] = async (id, key) =>
    (await store.keepOnce(`sms-sent:${provider}:${id}`, key)) === key;
  return {
    claim,
    firstOf: async (found, key) => {
      for (const one of found) {
        const ours = one.key === undefined || one.key === key;
        if (ours && (await claim(one.id, key))) return one.result;
      }
      return undefined;
    },
  };
};
