import type { Router } from 'express';
import type { Bot, Clock, Log, Reply, Send, Store } from '../bot/index.ts';
import { createPhotoInvitations } from './photo-invitations.ts';
import { createPhotoPage, type PhotoPageParts } from './photo-page.ts';
import { createSmsClaims } from './sms-claims.ts';
import { createSmsDoors } from './sms-doors.ts';
import { createSmsMissed } from './sms-missed.ts';
import { createSmsPace } from './sms-pace.ts';
import type { SmsProvider, SmsReceived } from './sms-provider.ts';
import { invitesPhoto, renderSms } from './sms-render.ts';
import { createSmsSend } from './sms-send.ts';
import { createShorten, type ShortWording } from './sms-short.ts';
import { createTexts, type SendText } from './sms-texts.ts';
import { rowOf } from './sms-threads.ts';

/** What the SMS channel is made of. */
export type SmsParts = Pick<PhotoPageParts, 'words' | 'errors'> & {
  readonly provider: SmsProvider;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Names threads and signs links; it must never change, or everybody starts anew. */
  readonly secret: string;
  readonly publicUrl: string;
  readonly shortWordings: readonly ShortWording[];
  /** Texts the provider carries each second from one number. */
  readonly perSecond: number;
};

/** The SMS channel once the bot answers. */
export type OpenSms = {
  readonly router: Router;
  /** Looks for what was written while nobody was here, now and every five minutes. */
  readonly start: () => void;
  /** The same look, once. */
  readonly lookForMissed: () => Promise<void>;
  readonly stop: () => void;
};

/** The SMS channel: how replies leave, and how texts come in. */
export type Sms = {
  readonly send: Send;
  readonly texts: SendText;
  readonly open: (bot: Pick<Bot, 'accept'>) => OpenSms;
};

/** Builds the SMS channel on one provider. */
export const createSms = (parts: SmsParts): Sms => {
  const { provider, store, clock, log, secret, perSecond } = parts;
  const claims = createSmsClaims(store, provider.name);
  const invitations = createPhotoInvitations(store, secret);
  const row = (received: SmsReceived) =>
    rowOf({ secret, provider: provider.name, now: clock.now() }, received);
  return {
    send: createSmsSend({
      provider,
      claims,
      pace: createSmsPace(clock, perSecond),
      render: createRender(parts, invitations),
      clock,
      log,
    }),
    texts: createTexts(provider, claims),
    open: (bot) => {
      const now = clock.now;
      const doors = createSmsDoors({ provider, claims, bot, store, row, now, log });
      doors.use(createPhotoPage({ ...parts, invitations, bot }));
      const { look, start, stop } = createSmsMissed({ provider, bot, store, row, clock, log });
      return { router: doors, start, lookForMissed: look, stop };
    },
  };
};

const createRender = (
  { clock, publicUrl, shortWordings }: SmsParts,
  invitations: ReturnType<typeof createPhotoInvitations>,
) => {
  const shorten = createShorten(shortWordings);
  return async (reply: Reply, key: string, conversation: string): Promise<readonly string[]> => {
    const path = invitesPhoto(reply, shorten)
      ? await invitations.pathFor({ key, conversation }, clock.now())
      : '';
    return renderSms(reply, { shorten, publicUrl, photoLink: `${publicUrl}${path}` });
  };
};
