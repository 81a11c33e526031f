import type { Dialog, Frame } from '../bot/index.ts';
import { annoyed } from './annoyed.ts';
import { answerProof } from './answer-proof.ts';
import { answeredAgain } from './answered-again.ts';
import { answerAside, answerKnownAside, besideAnswer } from './aside.ts';
import { ask } from './ask.ts';
import { ageByTheWay, felt, hoursByTheWay } from './by-the-way.ts';
import { correctForm } from './correct-form.ts';
import { beginsWith } from './cue.ts';
import { enough } from './enough.ts';
import { firstOf } from './first-of.ts';
import { wordCount } from './fold.ts';
import { movingOn } from './follow-path.ts';
import { advance } from './form.ts';
import { goBack } from './go-back.ts';
import { chooseLift } from './lift.ts';
import { answerIn, isSmallTalk } from './meaning.ts';
import { countIn, type Moment, noting, swap, topOf, words } from './moment.ts';
import { missed, notUnderstood } from './not-understood.ts';
import { otherRequest } from './other-request.ts';
import { placeWords } from './place.ts';
import { answerPlace, latePlace } from './place-answer.ts';
import { readAnswer, UNKNOWN } from './read-answer.ts';
import { story } from './story.ts';
import { askedCard, take } from './take-answer.ts';

/** Fills the form of a request, one question at a time. */
export const report: Dialog<Moment> = {
  id: 'report',
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame?.asked === undefined) return undefined;
    const counted = noting(frame, { turns: countIn(frame, 'turns') + 1 });
    return firstOf(swap(moment, withPlace(moment, counted)), [
      goBack,
      withoutText,
      answerProof,
      phoneByTheWay,
      story,
      correctForm,
      enough,
      annoyed,
      latePlace,
      hoursByTheWay,
      felt,
      ageByTheWay,
      answerKnownAside,
      otherRequest,
      answeredAgain,
      answerPlace,
      answerLift,
      puzzled,
      answer,
      unknown,
      answerAside,
      isSmallTalk(moment) ? undefined : notUnderstood,
    ]);
  },
};

/** An address that is told before it is asked for is offered when its turn comes. */
const withPlace = (moment: Moment, frame: Frame): Frame => {
  const told = moment.choice === undefined && moment.heard.slots['address'] !== undefined;
  const open = frame.asked !== 'address' && frame.slots['address'] === undefined;
  return told && open ? noting(frame, { place_text: placeWords(moment) }) : frame;
};

/** A photo, alone or with a line that tells what it shows, is kept and the question stands, unless it was asked for. */
const withoutText = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const caption = frame?.asked === 'address' && isCaption(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  if (moment.text !== '' && !caption) return undefined;
  const before = words(moment, 'photo_received');
  return askedCard(moment)?.photo === true
    ? take(moment, frame, { value: 'photo', said: before }, before)
    : ask(moment, frame, frame.asked, { again: true, before });
};

const isCaption = ({ input, heard, text }: Moment): boolean =>
  (input.message?.photos ?? []).length > 0 &&
  heard.slots['building'] === undefined &&
  !/\d/.test(text);

/** A number and nothing else answers a question that comes later. */
const phoneByTheWay = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const phone = moment.state.known['callback_phone'];
  const told = moment.heard.slots['phone'] !== undefined && phone !== undefined;
  if (frame?.asked === undefined || !told || wordCount(moment.text) > A_NUMBER) return undefined;
  const before = words(moment, 'phone_thanks', { phone: phone.said });
  return ask(moment, frame, frame.asked, { again: true, before });
};

/** The words of a message that tells a number only: groups of figures count too. */
const A_NUMBER = 16;

const answerLift = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  return frame?.asked === 'lift_id' ? advance(chooseLift(moment, frame)) : undefined;
};

/** "What is a breaker?" is no answer: the question is put in other words. */
const puzzled = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const asks = moment.choice === undefined && beginsWith(moment, 'question');
  if (frame?.asked === undefined || !asks || answerIn(moment) !== UNKNOWN) return undefined;
  return countIn(frame, 'tries') === 0 ? missed(moment) : undefined;
};

const answer = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const card = askedCard(moment);
  const value = card === undefined ? undefined : readAnswer(moment, card);
  if (frame === undefined || value === undefined) return undefined;
  return take(moment, frame, value, besideAnswer(moment).before);
};

const unknown = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame === undefined || answerIn(moment) !== UNKNOWN) return undefined;
  return take(moment, frame, { value: UNKNOWN, said: moment.text }, movingOn(moment));
};
