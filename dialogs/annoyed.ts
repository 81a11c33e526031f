import { ask } from './ask.ts';
import { tellsPlace } from './beside-place.ts';
import { saysCue } from './cue.ts';
import { answerIn, means } from './meaning.ts';
import { personChoice } from './menu.ts';
import { callPerson, countIn, type Moment, noting, topOf, words } from './moment.ts';
import { readAnswer } from './read-answer.ts';
import { askedCard } from './take-answer.ts';

/** Anger at the questions is no request: a person is offered, and called the second time; the question stands. */
export const annoyed = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || !isAngry(moment)) return undefined;
  const times = countIn(frame, 'annoyed') + 1;
  const counted = noting(frame, { annoyed: times });
  const first = times === 1 && moment.input.holder === 'bot';
  if (first) {
    const before = words(moment, 'annoyed');
    return withPerson(ask(moment, counted, frame.asked, { again: true, before }));
  }
  const called = callPerson(moment, 'asked', 'annoyed');
  return ask(called, counted, frame.asked, { before: words(moment, 'person_called_form') });
};

const isAngry = (moment: Moment): boolean =>
  moment.choice === undefined &&
  (saysCue(moment, 'annoyed') || means(moment, 'abuse')) &&
  answerIn(moment) === undefined &&
  !tellsSomething(moment);

/** Who swears and answers has answered. */
const tellsSomething = (moment: Moment): boolean => {
  const card = askedCard(moment);
  return tellsPlace(moment) || (card !== undefined && readAnswer(moment, card) !== undefined);
};

const withPerson = (moment: Moment): Moment => {
  const last = moment.replies.at(-1);
  if (last === undefined) return moment;
  const choices = [...(last.choices ?? []), personChoice(moment)];
  return { ...moment, replies: [...moment.replies.slice(0, -1), { ...last, choices }] };
};
