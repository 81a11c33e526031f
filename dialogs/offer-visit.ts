import type { Incident } from '../bot/index.ts';
import { askWhen, HALF_DAY, offerHalfDays } from './half-day-offer.ts';
import { type Moment, topOf } from './moment.ts';

/** Work that is done on a day one can choose; what is more urgent is not put off. */
const PLANNED: readonly Incident['priority'][] = ['P3', 'P4'];

/** Offers to choose when somebody comes, once a request about a dwelling is noted. */
export const offerVisit = (
  moment: Moment,
  { intent, priority, slots }: Pick<Incident, 'intent' | 'priority' | 'slots'>,
): Moment => {
  const frame = topOf(moment);
  const inside = moment.tools.catalogue.get(intent)?.domain === 'technical_dwelling';
  const waits = inside && PLANNED.includes(priority) && slots['appointment'] === undefined;
  if (frame?.dialog !== 'after' || !waits || frame.asked === HALF_DAY) return moment;
  return offerHalfDays(moment, frame, { said: askWhen(moment, intent) });
};
