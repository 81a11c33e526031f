import { ask } from './ask.ts';
import type { Aside, AsideSubject } from './content.ts';
import { beginsWith } from './cue.ts';
import { fold, says } from './fold.ts';
import { answerIn, isSmallTalk, requestsIn } from './meaning.ts';
import { type Moment, topOf, words } from './moment.ts';
import { UNKNOWN, worded } from './read-answer.ts';
import { besides, reportsToo, subjectIn, workNamed } from './service-question.ts';
import { serviceAnswer } from './service-words.ts';
import { askedCard } from './take-answer.ts';

/** Answers a question in the middle of a form in one sentence, and puts the own question again. */
export const answerAside = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  const found = asideFor(moment);
  if (!isQuestion(moment) && found?.told !== true) return undefined;
  if (found === undefined && isSmallTalk(moment)) return undefined;
  const before = found?.text ?? words(moment, 'aside_other');
  return ask(moment, frame, frame.asked, { again: true, before });
};

/** A question that has an answer here is no request: "vous venez quand ?" asks nothing of the landlord. */
export const answerKnownAside = (moment: Moment): Moment | undefined => {
  const own = ['request_status', topOf(moment)?.intent];
  const wanted = requestsIn(moment).some(({ id }) => !own.includes(id));
  const asked = subjectIn(moment) !== undefined && !reportsToo(moment);
  const found = asideFor(moment);
  if ((wanted && !asked) || found === undefined) return undefined;
  return answersToo(moment, found) ? undefined : answerAside(moment);
};

/** "Je suis dehors. Qui paie ?" is an answer with a question. */
const answersToo = (moment: Moment, { told }: Found): boolean => {
  const answer = answerIn(moment);
  const card = askedCard(moment);
  if (answer !== undefined && !(answer === UNKNOWN && told)) return true;
  if (card === undefined || subjectIn(moment) === undefined) return false;
  return besides(moment).some((part) => worded(part, card) !== undefined);
};

/** The answer to a question that was asked together with an answer: "oui, et qui paie ?" */
export const besideAnswer = (moment: Moment): { readonly before?: string } => {
  const asks = moment.choice === undefined && moment.text.includes('?');
  const found = asks ? asideFor(moment) : undefined;
  return found === undefined ? {} : { before: found.text };
};

/** Whether a message asks something that may have an answer here. */
export const isQuestion = (moment: Moment): boolean =>
  moment.choice === undefined &&
  (moment.text.includes('?') || beginsWith(moment, 'question') || subjectIn(moment) !== undefined);

/** What a question in passing is about; nothing when it asks for none of what the catalogue of services tells. */
export const asideSubject = (moment: Moment): AsideSubject | undefined =>
  subjectIn(moment) ?? asideSaid(moment)?.about;

const asideSaid = ({ text, tools }: Moment): Aside | undefined => {
  const folded = fold(text);
  return tools.content.asides.find(({ words: cues }) => cues.some((cue) => says(folded, cue)));
};

/** An answer in passing, and whether it is given to whoever tells it, not only to who asks. */
export type Found = { readonly text: string; readonly told: boolean };

/** The answer to a question that is asked in passing: about the request that it names, or the one in progress. */
export const asideFor = (moment: Moment): Found | undefined => {
  const { content } = moment.tools;
  const found = asideSaid(moment);
  const subject = asideSubject(moment);
  const served = subject === undefined ? undefined : servedAside(moment, subject);
  if (served !== undefined) return { text: served, told: false };
  const own = content.guidance.get(topOf(moment)?.intent ?? '');
  const said = found?.works === true ? (own ?? found) : found;
  return said && { text: said[moment.language], told: found?.told === true };
};

const servedAside = (moment: Moment, subject: AsideSubject): string | undefined => {
  const frame = topOf(moment);
  const named = subjectIn(moment) === undefined ? undefined : workNamed(moment)?.id;
  const intent = named ?? frame?.intent;
  if (intent === undefined) return undefined;
  const slots = intent === frame?.intent ? frame.slots : {};
  return serviceAnswer(moment, subject, { intent, slots });
};
