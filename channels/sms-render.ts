import type { Reply } from '../bot/index.ts';
import { plainText } from './sms-alphabet.ts';
import type { Shorten } from './sms-short.ts';
import { smsParts } from './sms-split.ts';

/** What a reply is rendered with. */
export type SmsPaper = {
  readonly shorten: Shorten;
  /** Where our own short pages are: no other link ever goes into an SMS. */
  readonly publicUrl: string;
  /** Where a photo can be sent, once. */
  readonly photoLink: string;
};

/** A reply as the SMS that say it: short wording, plain letters, choices as numbers, full addresses. Pure. */
export const renderSms = (reply: Reply, { shorten, publicUrl, photoLink }: SmsPaper) => {
  const { text, language, choices = [] } = reply;
  const short = reply.lang === undefined ? shorten(text, language) : text;
  const linked = short
    .replaceAll('{photo_link}', photoLink)
    .replace(OWN_PAGE, (page) => `${publicUrl}${page}`);
  const numbered = choices.map(({ title }, n) => `${n + 1} ${title}`);
  return smsParts(plainText([linked, ...numbered].join('\n')));
};

/** The pages that a text names by their path alone. */
const OWN_PAGE = /(?<![\w/.])\/(?:suivi|services)\b/gu;

/** Whether an SMS of this reply carries the link for a photo. */
export const invitesPhoto = (reply: Reply, shorten: Shorten): boolean =>
  reply.lang === undefined && shorten(reply.text, reply.language).includes('{photo_link}');
