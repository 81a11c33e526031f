import type { IntentCard } from '../bot/index.ts';
import { callPerson, type Moment, tell } from './moment.ts';

/** Says the safety text of a danger and calls a human, before anything else is said. */
export const alarm = (moment: Moment, card: IntentCard, why?: string): Moment =>
  callPerson(
    safetyText(moment, moment.tools.content.dangers.get(card.id)?.safety),
    'danger',
    why ?? card.id,
  );

/** Says the first-aid advice of a request that is no danger to life. */
export const advise = (moment: Moment, card: IntentCard): Moment =>
  card.priority === 'P0' ? moment : safetyText(moment, card.safety);

const safetyText = (moment: Moment, safety: string | undefined): Moment => {
  const text = safety === undefined ? undefined : moment.tools.content.safety.get(safety);
  if (text === undefined || safety === undefined) return moment;
  return tell(moment, text[moment.language], { safety });
};
