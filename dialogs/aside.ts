import type { Dialog } from '../bot/index.ts';
import { ask } from './ask.ts';
import { beginsWith } from './cue.ts';
import { fold, says } from './fold.ts';
import { answerIn, isSmallTalk, requestsIn } from './meaning.ts';
import { type Moment, tell, topOf, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';

/** Answers a question in the middle of a form in one sentence, and puts the own question again. */
export const answerAside = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  const found = asideFor(moment);
  if (!isAsking(moment) && found?.told !== true) return undefined;
  if (found === undefined && isSmallTalk(moment)) return undefined;
  const before = found?.text ?? words(moment, 'aside_other');
  return ask(moment, frame, frame.asked, { again: true, before });
};

/** A question that has an answer here is no request: "vous venez quand ?" asks nothing of the landlord. */
export const answerKnownAside = (moment: Moment): Moment | undefined => {
  const about = ['request_status', topOf(moment)?.intent];
  const wanted = requestsIn(moment).some(({ id }) => !about.includes(id));
  const found = asideFor(moment);
  if (wanted || found === undefined) return undefined;
  const answer = answerIn(moment);
  if (answer !== undefined && !(answer === UNKNOWN && found.told)) return undefined;
  return answerAside(moment);
};

/** The answer to a question that was asked together with an answer: "oui, et qui paie ?" */
export const besideAnswer = (moment: Moment): { readonly before?: string } => {
  const asks = moment.choice === undefined && moment.text.includes('?');
  const found = asks ? asideFor(moment) : undefined;
  return found === undefined ? {} : { before: found.text };
};

/** The same questions outside a form. */
export const asides: Dialog<Moment> = {
  id: 'asides',
  begin: (moment) => {
    const found = moment.choice === undefined ? asideFor(moment) : undefined;
    const fits = found !== undefined && (found.told || isAsking(moment));
    return fits ? tell(moment, found.text) : undefined;
  },
};

const isAsking = (moment: Moment): boolean =>
  moment.text.includes('?') || beginsWith(moment, 'question');

type Found = { readonly text: string; readonly told: boolean };

const asideFor = (moment: Moment): Found | undefined => {
  const folded = fold(moment.text);
  const found = moment.tools.content.asides.find(({ words: cues }) =>
    cues.some((cue) => says(folded, cue)),
  );
  const own = moment.tools.content.guidance.get(topOf(moment)?.intent ?? '');
  const said = found?.works === true ? (own ?? found) : found;
  return said && { text: said[moment.language], told: found?.told === true };
};
