import type { Frame, IntentCard, Slots } from '../bot/index.ts';
import { advise, alarm } from './alarm.ts';
import { describeIntent } from './describe.ts';
import { advance } from './form.ts';
import { handOn } from './hand-on.ts';
import { knownPlace } from './known-place.ts';
import { isReport } from './meaning.ts';
import { type Moment, push, runningOf, say, words } from './moment.ts';
import { askCode } from './status.ts';

/** Begins to handle one request: a form, an alarm, a look at its status, or a person. */
export const startRequest = (
  moment: Moment,
  card: IntentCard,
  { slots, announced }: { readonly slots: Slots; readonly announced: boolean },
): Moment => {
  if (card.domain === 'emergency') return startDanger(moment, card, { slots });
  if (isReport(card)) return startReport(moment, card, { slots, announced });
  return card.id === 'request_status' ? askCode(moment) : handOn(moment, card);
};

/** Says the safety text, calls a human, and only then asks. */
export const startDanger = (
  moment: Moment,
  card: IntentCard,
  { slots, why }: { readonly slots: Slots; readonly why?: string },
): Moment => {
  const warned = alarm(moment, card, why);
  return advance(push(warned, newForm(moment, card, slots)), {
    before: words(moment, 'danger_person'),
  });
};

const startReport = (
  moment: Moment,
  card: IntentCard,
  { slots, announced }: { readonly slots: Slots; readonly announced: boolean },
): Moment => {
  const what = describeIntent(moment.tools.catalogue, card.id, moment.language);
  const framed = push(moment, newForm(moment, card, slots));
  if (announced) return advance(advise(framed, card));
  if (card.safety !== undefined) return advance(advise(say(framed, 'understood', { what }), card));
  return advance(framed, { before: words(moment, 'understood', { what }) });
};

const newForm = ({ state }: Moment, { id }: IntentCard, slots: Slots): Frame => {
  const { address } = state.known;
  const { place_text: text, ...facts } = slots;
  return {
    dialog: 'report',
    intent: id,
    slots: {
      ...facts,
      ...knownPlace(state),
    },
    memory: text === undefined || address !== undefined ? {} : { place_text: text.value },
  };
};

/** Whether a form about this request is in progress. */
export const isRunning = (moment: Moment, intent: string): boolean =>
  runningOf(moment)?.intent === intent;
