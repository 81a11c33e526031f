import type { Dialog, Frame } from '../bot/index.ts';
import { toldAfterDanger } from './after-danger.ts';
import { ask } from './ask.ts';
import { HOURS, hoursSaid } from './by-the-way.ts';
import { slotCard } from './content.ts';
import { correctIncident } from './correct-incident.ts';
import { correctRegistered } from './correct-registered.ts';
import { heardPlainly } from './denied.ts';
import { firstOf } from './first-of.ts';
import { wordCount } from './fold.ts';
import { takeHalfDay } from './half-day-choice.ts';
import { HALF_DAY } from './half-day-offer.ts';
import { isCorrection, saysWrong } from './is-correction.ts';
import { lateProof } from './late-proof.ts';
import { answerIn, requestsIn } from './meaning.ts';
import {
  countIn,
  type Moment,
  noting,
  say,
  swap,
  tell,
  textIn,
  topOf,
  unasked,
  words,
} from './moment.ts';
import { offerVisit } from './offer-visit.ts';
import { readAnswer, UNKNOWN } from './read-answer.ts';
import { keepKnown } from './register.ts';
import { answerCode, offerCode } from './texted-code.ts';

const PHONE = 'callback_phone';

/** Takes what comes after a receipt: a phone number, a photo, a correction. */
export const afterReport: Dialog<Moment> = {
  id: 'after',
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined) return undefined;
    return firstOf(moment, [
      (m) => answerCode(m, frame),
      (m) => lateProof(m, frame),
      (m) => visit(m, frame),
      (m) => phone(m, frame),
      (m) => toldAfterDanger(m, frame),
      (m) => hours(m, frame),
      (m) => noPhone(m, frame),
      (m) => photos(m, frame),
      (m) => correctRegistered(m, frame),
      (m) => wrongPhone(m, frame),
    ]);
  },
};

/** Takes the half-day of a visit that was offered with the receipt. */
const visit = (moment: Moment, frame: Frame): Moment | undefined => {
  const pressed = moment.choice?.startsWith(`${HALF_DAY}=`) === true;
  if (frame.asked !== HALF_DAY && !pressed) return undefined;
  const found = moment.look({ kind: 'incident', code: textIn(frame, 'code') });
  if (found?.incident === undefined) return found === undefined ? moment : undefined;
  const taken = takeHalfDay(moment, frame, found.incident);
  const asked = taken?.replies.some(({ ask: slot }) => slot === HALF_DAY) === true;
  return taken === undefined || asked ? taken : swap(taken, unasked(frame));
};

const phone = (moment: Moment, frame: Frame): Moment | undefined => {
  const card = slotCard(moment.tools.content, PHONE);
  const plain = isCorrection(moment) ? heardPlainly(moment) : moment;
  const found = card === undefined ? undefined : readAnswer(plain, card);
  if (found === undefined || found.value === UNKNOWN) return undefined;
  const change = correctIncident(moment, frame, { kind: 'corrected', phone: found.value });
  const settled = noting(unasked(frame), { correcting: false });
  const known = keepKnown(swap(moment, settled), { [PHONE]: found });
  const thanks = words(known, 'phone_thanks', { phone: found.said });
  const coded = offerCode(known, settled, { phone: found, before: thanks });
  if (coded !== undefined) {
    return change === undefined ? coded : { ...coded, corrected: [change] };
  }
  const thanked = tell(known, thanks);
  return change === undefined
    ? thanked
    : offerVisit({ ...thanked, corrected: [change] }, change.incident);
};

/** When somebody is at home is kept with the request, and a visit is offered. */
const hours = (moment: Moment, frame: Frame): Moment | undefined => {
  const said = moment.choice === undefined ? hoursSaid(moment) : undefined;
  if (said === undefined) return undefined;
  const change = correctIncident(moment, frame, { kind: 'corrected', slots: { [HOURS]: said } });
  const noted = say(swap(moment, unasked(frame)), 'hours_noted');
  return change === undefined
    ? noted
    : offerVisit({ ...noted, corrected: [change] }, change.incident);
};

const noPhone = (moment: Moment, frame: Frame): Moment | undefined => {
  if (frame.asked !== PHONE) return undefined;
  const passed = moment.choice === `${PHONE}=${UNKNOWN}`;
  const other = moment.choice !== undefined || requestsIn(moment).length > 0;
  const said = other ? undefined : answerIn(moment);
  if (wordCount(moment.text) > 1 && (saysWrong(moment) || tellsFact(moment))) return undefined;
  if (!passed && said !== 'no' && said !== UNKNOWN) return undefined;
  const skipped = say(swap(moment, unasked(frame)), 'phone_skipped');
  const found = moment.look({ kind: 'incident', code: textIn(frame, 'code') })?.incident;
  return found === undefined ? skipped : offerVisit(skipped, found);
};

/** "Non, en fait depuis hier" refuses nothing. */
const tellsFact = ({ heard }: Moment): boolean =>
  Object.keys(heard.slots).some((slot) => slot !== 'yes_no');

const photos = (moment: Moment, frame: Frame): Moment | undefined => {
  const sent = moment.input.message?.photos ?? [];
  const caption = requestsIn(moment).length === 0 && !isCorrection(moment);
  if (sent.length === 0 || (moment.text !== '' && !caption)) return undefined;
  const change = correctIncident(moment, frame, { kind: 'photo', photos: sent });
  const { photos: _, ...state } = moment.state;
  const thanked = say({ ...moment, state }, 'photo_received');
  return change === undefined ? thanked : { ...thanked, corrected: [change] };
};

/** Something with figures that is no number to call, or a mere yes; asked once more, then left. */
const wrongPhone = (moment: Moment, frame: Frame): Moment | undefined => {
  const figures = (moment.text.match(/\d/g) ?? []).length;
  const typed = figures >= SOME_FIGURES || answerIn(moment) === 'yes';
  if (frame.asked !== PHONE || !typed || requestsIn(moment).length > 0) return undefined;
  const tries = countIn(frame, 'tries') + 1;
  return tries > 1
    ? say(swap(moment, unasked(frame)), 'phone_skipped')
    : ask(moment, noting(frame, { tries }), PHONE, { again: true });
};

const SOME_FIGURES = 4;
