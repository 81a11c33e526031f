import type { Frame, Incident } from '../bot/index.ts';
import { changedFacts, isCorrection, saysOtherPlace } from './correct-form.ts';
import { type Correction, correctIncident } from './correct-incident.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { means, requestsIn } from './meaning.ts';
import { callPerson, type Moment, noting, say, swap, textIn, unasked } from './moment.ts';
import { WRITTEN } from './place.ts';
import { correctedPlace } from './place-answer.ts';
import { sayReceipt } from './receipt.ts';

/** Corrects a request that is already registered, in one sentence of the tenant. */
export const correctRegistered = (moment: Moment, frame: Frame): Moment | undefined => {
  const open = frame.memory['correcting'] === true;
  if (moment.choice !== undefined || (!open && !isCorrection(moment) && !asksToCorrect(moment))) {
    return undefined;
  }
  const correction = correctionIn(moment, frame, open);
  if (correction !== undefined) return apply(moment, frame, correction);
  if (open) return passOn(moment, frame);
  return means(moment, 'correct_info') || asksToCorrect(moment)
    ? say(swap(moment, noting(unasked(frame), { correcting: true })), 'what_to_correct')
    : undefined;
};

/** "Corriger" alone says what is wanted, but not what is wrong. */
const ALONE = 4;

const asksToCorrect = (moment: Moment): boolean =>
  saysCue(moment, 'correct') && wordCount(moment.text) <= ALONE;

const correctionIn = (moment: Moment, frame: Frame, open: boolean): Correction | undefined => {
  const { address, building, staircase } = moment.heard.slots;
  const told = open && (address ?? building ?? staircase) !== undefined;
  if (told || saysOtherPlace(moment)) return placeCorrection(moment, frame);
  const slots = changedFacts(moment, frame);
  return Object.keys(slots).length === 0 ? undefined : { kind: 'corrected', slots };
};

const placeCorrection = (moment: Moment, frame: Frame): Correction => {
  const text = correctedPlace(moment, frame.slots['address']?.said);
  const [match] = moment.look({ kind: 'place', text })?.matches ?? [];
  const place =
    match === undefined
      ? { label: text }
      : {
          id: match.id,
          label: match.label,
          ...(match.postcode === undefined ? {} : { postcode: match.postcode }),
        };
  return { kind: 'corrected', place };
};

const apply = (moment: Moment, frame: Frame, correction: Correction): Moment | undefined => {
  const change = correctIncident(moment, frame, correction);
  if (change === undefined)
    return moment.look.missing() === undefined ? passOn(moment, frame) : moment;
  const next = { ...withFacts(moment, frame, change.incident), corrected: [change] };
  return sayReceipt(next, change.incident, { again: true });
};

/** What was corrected holds for later requests too. */
const withFacts = (moment: Moment, frame: Frame, { slots, place }: Incident): Moment => {
  const address =
    place === undefined ? {} : { address: { value: place.id ?? WRITTEN, said: place.label } };
  const memory = { code: textIn(frame, 'code') };
  const kept = swap(moment, { ...unasked(frame), slots: { ...slots, ...address }, memory });
  return { ...kept, state: { ...kept.state, known: { ...kept.state.known, ...address } } };
};

/** What is not understood as a correction is read by a person; a new request is no correction. */
const passOn = (moment: Moment, frame: Frame): Moment | undefined => {
  if (requestsIn(moment).length > 0) return undefined;
  const closed = swap(moment, noting(frame, { correcting: false }));
  return callPerson(say(closed, 'correction_passed'), 'review', 'correct_info');
};
