import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Instant, Store } from '../bot/index.ts';
import { sameText } from './photo-links.ts';

/** How long an invitation lasts, ms. */
const LIFE = 24 * 3_600_000;

/** Characters of an invitation's name, and of the signature that shows it was made here. */
const NAME = 8;
const SIGNATURE = 8;

/** Where photos are sent, below which an invitation follows. */
export const PHOTO_PATH = '/photo';

/** An invitation to send one photo into one conversation. */
export type Invitation = { readonly conversation: string; readonly until: Instant };

/** Makes invitations and knows them again. */
export type PhotoInvitations = {
  /** Path of the page; the same reply has the same one, however often it is asked. */
  readonly pathFor: (
    reply: { readonly key: string; readonly conversation: string },
    now: Instant,
  ) => Promise<string>;
  readonly find: (code: string) => Promise<Invitation | undefined>;
};

const kept = z.object({ conversation: z.string(), until: z.number() });

/** Builds them on the store. */
export const createPhotoInvitations = (
  store: Pick<Store, 'keepOnce'>,
  secret: string,
): PhotoInvitations => {
  const sign = (text: string, length: number): string =>
    createHmac('sha256', `photo-invitation:${secret}`)
      .update(text)
      .digest('base64url')
      .slice(0, length);
  return {
    pathFor: async ({ key, conversation }, now) => {
      const name = sign(key, NAME);
      const invitation: Invitation = { conversation, until: now + LIFE };
      await store.keepOnce(recordOf(name), JSON.stringify(invitation));
      return `${PHOTO_PATH}/${name}${sign(`name:${name}`, SIGNATURE)}`;
    },
    find: async (code) => {
      const name = code.slice(0, NAME);
      // What is not signed is never looked up: guessing leaves no trace in the store.
      if (!sameText(code, `${name}${sign(`name:${name}`, SIGNATURE)}`)) return undefined;
      return kept.parse(JSON.parse(await store.keepOnce(recordOf(name), OVER)));
    },
  };
};

const recordOf = (name: string): string => `photo-invitation:${name}`;

/** Stands where the record of a signed invitation is gone. */
const OVER = JSON.stringify({ conversation: '', until: 0 } satisfies Invitation);
