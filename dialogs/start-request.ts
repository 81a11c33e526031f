import type { IntentCard, Slots } from '../bot/index.ts';
import { advise, alarm } from './alarm.ts';
import { openAppointment } from './appointment.ts';
import type { Manner } from './ask.ts';
import { describeIntent } from './describe.ts';
import { advance } from './form.ts';
import { answerFirst } from './guide.ts';
import { isReport } from './meaning.ts';
import { type Moment, push, runningOf, say, words } from './moment.ts';
import { newForm } from './new-form.ts';
import { isWork, subjectIn } from './service-question.ts';
import { serviceAnswer } from './service-words.ts';
import { openStatus } from './status.ts';

/** Begins to handle one request: a form, an alarm, a look at its status, or an appointment. */
export const startRequest = (
  moment: Moment,
  card: IntentCard,
  { slots, announced }: { readonly slots: Slots; readonly announced: boolean },
): Moment => {
  if (card.domain === 'emergency') return startDanger(moment, card, { slots });
  if (isReport(card)) return startReport(moment, card, { slots, announced });
  return card.id === 'request_status' ? openStatus(moment, slots) : openAppointment(moment, slots);
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
  const understood = announced ? [] : [words(moment, 'understood', { what })];
  const answered = answerFirst(framed, card, understood);
  if (answered !== undefined) return advance(answered);
  if (announced) return advance(advise(framed, card));
  const beside = besideReport(moment, card);
  if (card.safety === undefined) return advance(framed, saying([...understood, ...beside]));
  return advance(advise(say(framed, 'understood', { what }), card), saying(beside));
};

const saying = (lines: readonly string[]): Manner =>
  lines.length === 0 ? {} : { before: lines.join('\n') };

/** What was asked together with the report is answered with the first question: "…, et qui paie ?" */
const besideReport = (moment: Moment, card: IntentCard): readonly string[] => {
  const subject = isWork(card) ? subjectIn(moment) : undefined;
  if (subject === undefined) return [];
  return [serviceAnswer(moment, subject, { intent: card.id, slots: {} })].flatMap(
    (one) => one ?? [],
  );
};

/** Whether a form about this request is in progress. */
export const isRunning = (moment: Moment, intent: string): boolean =>
  runningOf(moment)?.intent === intent;
