import type { Dialog, Frame, Incident, Slots } from '../bot/index.ts';
import { ACTION, INTENT, proceed, settled } from './appointment-steps.ts';
import { ask } from './ask.ts';
import { slotCard } from './content.ts';
import { saysCue } from './cue.ts';
import { takeHalfDay } from './half-day-choice.ts';
import { offerHalfDays } from './half-day-offer.ts';
import { isSmallTalk, requestsIn } from './meaning.ts';
import {
  callPerson,
  countIn,
  type Moment,
  noting,
  pop,
  push,
  say,
  swap,
  textIn,
  topOf,
  words,
} from './moment.ts';
import { readAnswer, UNKNOWN, worded } from './read-answer.ts';
import {
  askAgain,
  askWhich,
  CODE,
  codeSaid,
  leavesCode,
  meantHere,
  namedHere,
} from './reported.ts';

/** What is asked about an appointment is asked twice, then a person takes over. */
const TRIES = 2;

/** Takes, moves and cancels appointments. */
export const appointment: Dialog<Moment> = {
  id: 'appointment',
  begin: (moment) =>
    asksAboutVisit(moment) ? openAppointment(moment, wishedAction(moment)) : undefined,
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined) return undefined;
    if (frame.asked === CODE) return resumeCode(moment, frame);
    if (isElsewhere(moment)) return undefined;
    const incident = incidentOf(moment, textIn(frame, 'code'));
    if (incident === undefined) return moment;
    return frame.asked === ACTION
      ? resumeAction(moment, frame, incident)
      : resumeChoice(moment, frame, incident);
  },
};

/** "C'est quand mon rendez-vous ?", where it is not understood as a request by itself. */
const asksAboutVisit = (moment: Moment): boolean =>
  moment.choice === undefined &&
  saysCue(moment, 'appointment') &&
  requestsIn(moment).length === 0 &&
  !isSmallTalk(moment);

const wishedAction = (moment: Moment): Slots => {
  const card = slotCard(moment.tools.content, ACTION, INTENT);
  const action = card === undefined ? undefined : worded(moment, card);
  return action === undefined ? {} : { [ACTION]: action };
};

const isElsewhere = (moment: Moment): boolean =>
  isSmallTalk(moment) ||
  (moment.choice === undefined && requestsIn(moment).some(({ id }) => id !== INTENT));

const incidentOf = ({ look }: Moment, code: string): Incident | undefined =>
  look({ kind: 'incident', code })?.incident;

/** Begins with an appointment: finds the incident it is about, or asks which one. */
export const openAppointment = (moment: Moment, slots: Slots): Moment => {
  const { [ACTION]: action } = slots;
  const frame: Frame = {
    dialog: 'appointment',
    intent: INTENT,
    slots: action === undefined ? {} : { [ACTION]: action },
    memory: {},
  };
  const framed = push(moment, frame);
  const code = moment.heard.slots['code']?.value ?? meantHere(moment)?.code;
  return code === undefined ? askWhich(framed, frame) : withCode(framed, frame, code);
};

const resumeCode = (moment: Moment, frame: Frame): Moment | undefined => {
  const code = codeSaid(moment) ?? namedHere(moment)?.code;
  if (code !== undefined) return withCode(moment, frame, code);
  return moment.choice === undefined && !leavesCode(moment)
    ? toPerson(moment, 'status_no_code')
    : undefined;
};

const withCode = (moment: Moment, frame: Frame, code: string): Moment => {
  const found = moment.look({ kind: 'incident', code });
  if (found === undefined) return moment;
  if (found.incident === undefined) return notFound(moment, frame, code);
  return proceed(swap(moment, noting(frame, { code })), found.incident);
};

const notFound = (moment: Moment, frame: Frame, code: string): Moment =>
  askAgain(moment, frame, code) ?? toPerson(moment, 'status_give_up');

const toPerson = (
  moment: Moment,
  key: 'status_no_code' | 'status_give_up' | 'appointment_person',
): Moment => callPerson(say(pop(moment), key), 'review', INTENT);

const resumeAction = (moment: Moment, frame: Frame, incident: Incident): Moment | undefined => {
  const card = slotCard(moment.tools.content, ACTION, INTENT);
  const action = card === undefined ? undefined : readAnswer(moment, card);
  if (action === undefined) return again(moment, frame);
  if (action.value === UNKNOWN) return say(pop(moment), 'phone_skipped');
  return proceed(swap(moment, { ...frame, slots: { [ACTION]: action } }), incident);
};

const resumeChoice = (moment: Moment, frame: Frame, incident: Incident): Moment | undefined => {
  const taken = takeHalfDay(moment, frame, incident);
  return taken === undefined ? again(moment, frame) : settled(moment, taken);
};

const again = (moment: Moment, frame: Frame): Moment | undefined => {
  if (moment.choice !== undefined) return undefined;
  const tries = countIn(frame, 'tries') + 1;
  if (tries >= TRIES) return toPerson(moment, 'appointment_person');
  const noted = noting(frame, { tries });
  return frame.asked === ACTION
    ? ask(moment, noted, ACTION, { again: true })
    : offerHalfDays(moment, noted, { said: words(moment, 'appointment_offer') });
};
