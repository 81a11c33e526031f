import type { Delay, IntentCard, Language, Priority } from '../bot/index.ts';
import type { Content } from './content.ts';
import { sentence } from './sentence.ts';

const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** A delay as people say it: "sous 24 heures", "sous 5 jours ouvrés". */
export const describeDelay = (content: Content, delay: Delay, language: Language): string => {
  const count = 'hours' in delay ? delay.hours : delay.workingDays;
  const unit = 'hours' in delay ? 'hour' : 'day';
  if (count === 1) return sentence(content, language, `delay_${unit}`);
  const shown = new Intl.NumberFormat(LOCALES[language]).format(count);
  return sentence(content, language, `delay_${unit}s`, { count: shown });
};

/** Most urgent first. */
const PRIORITIES: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'P4', 'A1', 'A2'];

/** The delays of a request that the catalogue promises, most urgent first. */
export const delaysOf = (
  card: IntentCard,
): readonly { readonly priority: Priority; readonly delay: Delay }[] =>
  PRIORITIES.flatMap((priority) => {
    const delay = card.delays[priority];
    return delay === undefined ? [] : [{ priority, delay }];
  });

/** How long a request usually takes, in one sentence; two ends when the facts decide. */
export const describeDelays = (
  content: Content,
  { card, delays }: { readonly card: IntentCard; readonly delays: readonly Delay[] },
  language: Language,
): string => {
  const [first = '', ...others] = delays.map((delay) => describeDelay(content, delay, language));
  const last = others.at(-1);
  if (last !== undefined)
    return sentence(content, language, 'service_delay_between', { first, last });
  const key = isPaper(card) ? 'service_answer_delay' : 'service_delay';
  return sentence(content, language, key, { delay: first });
};

/** Papers are answered; work is done. */
const isPaper = ({ domain }: IntentCard): boolean => domain === 'admin' || domain === 'service';
