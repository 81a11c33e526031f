import type { Frame, IncidentChange } from '../bot/index.ts';
import { correctIncident } from './correct-incident.ts';
import { correctPlace } from './correct-place.ts';
import { beginsWith } from './cue.ts';
import { heardPlainly } from './denied.ts';
import { wordCount } from './fold.ts';
import {
  aboutPlace,
  changedFacts,
  isCorrecting,
  isCorrection,
  saysOtherPlace,
  saysWrong,
} from './is-correction.ts';
import { answerIn, requestsIn } from './meaning.ts';
import { callPerson, type Moment, noting, say, swap, unasked } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';
import { sayReceipt } from './receipt.ts';
import { registered, replaceFacts } from './registered.ts';

/** Corrects requests that are already registered, in one sentence of the tenant. */
export const correctRegistered = (moment: Moment, frame: Frame): Moment | undefined => {
  if (moment.choice !== undefined) return undefined;
  const plain = isCorrection(moment) ? heardPlainly(moment) : moment;
  if (saysOtherPlace(moment) || statesPlace(moment, frame)) {
    return correctPlace(plain, frame) ?? unsettled(moment, frame);
  }
  if (isCorrection(moment) || isShortFact(moment)) {
    const changed = correctFacts(plain);
    if (changed !== undefined) return changed;
  }
  if (isCorrecting(moment)) return passOn(moment, frame);
  return saysWrong(moment) ? askWhat(moment, frame) : undefined;
};

/** A remark this short can state a fact anew: "c'est la chambre". */
const SHORT = 6;

const isShortFact = (moment: Moment): boolean =>
  wordCount(moment.text) <= SHORT &&
  requestsIn(moment).length === 0 &&
  !moment.text.includes('?') &&
  !beginsWith(moment, 'question');

const statesPlace = (moment: Moment, { slots }: Frame): boolean => {
  const { address, building } = moment.heard.slots;
  const known = slots['address'];
  if (known === undefined || known.value === UNKNOWN) {
    return address !== undefined && requestsIn(moment).length === 0;
  }
  if (building === undefined || !isShortFact(moment)) return false;
  return !known.said.toLowerCase().endsWith(` ${building.value.toLowerCase()}`);
};

/** The newest request that has such a fact, with another value. */
const correctFacts = (moment: Moment): Moment | undefined => {
  for (const frame of registered(moment)) {
    const slots = changedFacts(moment, frame);
    if (Object.keys(slots).length === 0) continue;
    const change = correctIncident(moment, frame, { kind: 'corrected', slots });
    return change === undefined ? unsettled(moment, frame) : tellOne(moment, frame, change);
  }
  return undefined;
};

const tellOne = (moment: Moment, frame: Frame, change: IncidentChange): Moment => {
  const { slots } = change.incident;
  const next = replaceFacts(moment, frame, { ...frame.slots, ...slots });
  return sayReceipt({ ...next, corrected: [change] }, change.incident, { again: true });
};

/** While the incident is looked up the turn starts over; one that is not there is for a person. */
const unsettled = (moment: Moment, frame: Frame): Moment | undefined =>
  moment.look.missing() === undefined ? passOn(moment, frame) : moment;

const askWhat = (moment: Moment, frame: Frame): Moment | undefined => {
  if (answerIn(moment) === 'no' && frame.asked !== undefined && wordCount(moment.text) < 2)
    return undefined;
  const waiting = swap(moment, noting(unasked(frame), { correcting: true }));
  return say(waiting, aboutPlace(moment) ? 'place_which' : 'what_to_correct');
};

/** What is not understood as a correction is read by a person; a new request is no correction. */
const passOn = (moment: Moment, frame: Frame): Moment | undefined => {
  if (requestsIn(moment).length > 0) return undefined;
  const closed = swap(moment, noting(frame, { correcting: false }));
  return callPerson(say(closed, 'correction_passed'), 'review', 'correct_info');
};
