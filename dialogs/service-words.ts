import type { Slots } from '../bot/index.ts';
import type { AsideSubject, Service } from './content.ts';
import { describeDelays } from './delay.ts';
import { type Moment, words } from './moment.ts';
import { openDelays } from './open-delays.ts';

/** The request a question is about, with what is known of it. */
export type Asked = { readonly intent: string; readonly slots: Slots };

/** What the catalogue of services says to a question about a request; nothing when it does not know the request. */
export const serviceAnswer = (
  moment: Moment,
  subject: AsideSubject,
  asked: Asked,
): string | undefined => {
  const { content, catalogue } = moment.tools;
  const service = content.services.get(asked.intent);
  if (service === undefined) return undefined;
  if (catalogue.get(asked.intent)?.domain === 'emergency') return inDanger(moment, subject);
  switch (subject) {
    case 'pays':
      return paysAnswer(moment, service);
    case 'acts':
      return `${service.acts[moment.language]}\n${paysAnswer(moment, service)}`;
    case 'delay':
      return delayAnswer(moment, asked);
    default:
      return subject satisfies never;
  }
};

/** In a danger nothing is said that could keep somebody from being safe. */
const inDanger = (moment: Moment, subject: AsideSubject): string =>
  words(moment, subject === 'delay' ? 'danger_person' : 'service_safety_first');

/** Who usually pays, what changes it, and that a person decides; what is free needs no more. */
const paysAnswer = (moment: Moment, { payer, pays, depends }: Service): string => {
  const { language } = moment;
  if (payer === 'free') return pays[language];
  return `${pays[language]}\n${depends[language]} ${words(moment, 'service_decides')}`;
};

/** How long it usually takes; the date that is promised comes with the code. */
const delayAnswer = (moment: Moment, { intent, slots }: Asked): string | undefined => {
  const { tools, language, input } = moment;
  const card = tools.catalogue.get(intent);
  if (card === undefined) return undefined;
  const delays = openDelays(tools.qualify, card, { slots, now: input.now });
  const usual = describeDelays(tools.content, { card, delays }, language);
  return `${usual} ${words(moment, 'service_date_later')}`;
};
