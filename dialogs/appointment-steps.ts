import type { Frame, HalfDay, Incident } from '../bot/index.ts';
import { comingOf, keepAppointment } from './appointment-of.ts';
import { describeDue, describeHalfDay } from './describe.ts';
import { chosenIn, takeHalfDay } from './half-day-choice.ts';
import { askWhen, HALF_DAY, offerHalfDays } from './half-day-offer.ts';
import { personChoice } from './menu.ts';
import { callPerson, type Moment, pop, say, swap, tell, topOf, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';

/** The question for what to do with an appointment. */
export const ACTION = 'wanted_action';

/** The request that is about appointments. */
export const INTENT = 'appointment_manage';

/** What is wanted decides; without an appointment there is nothing to move or to cancel. */
export const proceed = (moment: Moment, incident: Incident): Moment => {
  const frame = topOf(moment);
  const kept = comingOf(moment, incident);
  const action = frame?.slots[ACTION]?.value;
  if (frame === undefined) return moment;
  if (kept === undefined) return withoutAppointment(moment, frame, incident);
  if (action === 'cancel') return cancelIt(moment, incident, kept);
  const wished = chosenIn(moment, kept) !== undefined && action !== 'ask';
  return action === 'move' || wished
    ? choose(moment, frame, incident)
    : show(moment, incident, kept);
};

/** Somebody comes for what is wrong in a dwelling; any other meeting is arranged by a person. */
const isVisited = ({ tools }: Moment, { intent }: Incident): boolean =>
  tools.catalogue.get(intent)?.domain === 'technical_dwelling';

/** Urgent work is not put off to a half-day. */
const URGENT: readonly Incident['priority'][] = ['P0', 'P1', 'P2'];

const withoutAppointment = (moment: Moment, frame: Frame, incident: Incident): Moment => {
  const { code, priority } = incident;
  const action = frame.slots[ACTION]?.value;
  if (URGENT.includes(priority)) {
    const due = describeDue(moment.tools.content, incident.due, moment.language);
    return callPerson(say(pop(moment), 'appointment_urgent', { code, due }), 'review', code);
  }
  if (!isVisited(moment, incident)) {
    return callPerson(say(pop(moment), 'appointment_person'), 'review', code);
  }
  const unknown = action === 'cancel' || action === 'ask' || action === 'move';
  return unknown
    ? callPerson(say(pop(moment), 'appointment_none', { code }), 'review', code)
    : choose(moment, frame, incident);
};

/** A half-day that was named at once is taken at once; else some are offered. */
const choose = (moment: Moment, frame: Frame, incident: Incident): Moment => {
  const named = moment.choice === undefined ? takeHalfDay(moment, frame, incident) : undefined;
  if (named !== undefined) return settled(moment, named);
  const kept = comingOf(moment, incident);
  const said = askWhen(moment, incident.intent);
  return offerHalfDays(moment, frame, { said, ...(kept === undefined ? {} : { kept }) });
};

/** Once a half-day is chosen, or a person called, the floor is given back. */
export const settled = (before: Moment, after: Moment): Moment => {
  const done = after.corrected.length > before.corrected.length || after.handoff !== undefined;
  return done || topOf(after)?.asked !== HALF_DAY ? pop(after) : after;
};

const cancelIt = (moment: Moment, incident: Incident, kept: HalfDay): Moment => {
  const when = describeHalfDay(moment.tools.content, kept, moment.language);
  const text = words(moment, 'appointment_cancelled', { when, code: incident.code });
  const again = { title: words(moment, 'appointment_again'), value: `intent:${INTENT}` };
  return tell(keepAppointment(pop(moment), incident, undefined), text, {
    choices: [again, personChoice(moment)],
  });
};

const show = (moment: Moment, incident: Incident, kept: HalfDay): Moment => {
  const frame = topOf(moment);
  if (frame === undefined) return moment;
  const when = describeHalfDay(moment.tools.content, kept, moment.language);
  const { [ACTION]: _, ...slots } = frame.slots;
  const choices = (['move', 'cancel', 'keep'] as const).map((action) => ({
    title: words(moment, `appointment_${action}`),
    value: `${ACTION}=${action === 'keep' ? UNKNOWN : action}`,
  }));
  const known = words(moment, 'appointment_known', { when, code: incident.code });
  return tell(swap(moment, { ...frame, slots, asked: ACTION }), known, { ask: ACTION, choices });
};
