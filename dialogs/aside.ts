import type { Dialog } from '../bot/index.ts';
import { ask } from './ask.ts';
import { beginsWith } from './cue.ts';
import { fold, says } from './fold.ts';
import { answerIn, isSmallTalk, requestsIn } from './meaning.ts';
import { type Moment, tell, topOf, words } from './moment.ts';

/** Answers a question in the middle of a form in one sentence, and puts the own question again. */
export const answerAside = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  if (!moment.text.includes('?') && !beginsWith(moment, 'question')) return undefined;
  const found = asideFor(moment);
  if (found === undefined && isSmallTalk(moment)) return undefined;
  const before = found ?? words(moment, 'aside_other');
  return ask(moment, frame, frame.asked, { again: true, before });
};

/** A question that has an answer here is no request: "vous venez quand ?" asks nothing of the landlord. */
export const answerKnownAside = (moment: Moment): Moment | undefined => {
  const wanted = requestsIn(moment).some(({ id }) => id !== 'request_status');
  if (wanted || answerIn(moment) !== undefined || asideFor(moment) === undefined) return undefined;
  return answerAside(moment);
};

/** The answer to a question that was asked together with an answer: "oui, et qui paie ?" */
export const besideAnswer = (moment: Moment): { readonly before?: string } => {
  const asks = moment.choice === undefined && moment.text.includes('?');
  const found = asks ? asideFor(moment) : undefined;
  return found === undefined ? {} : { before: found };
};

/** The same questions outside a form. */
export const asides: Dialog<Moment> = {
  id: 'asides',
  begin: (moment) => {
    const asking = moment.text.includes('?') || beginsWith(moment, 'question');
    const found = asking && moment.choice === undefined ? asideFor(moment) : undefined;
    return found === undefined ? undefined : tell(moment, found);
  },
};

const asideFor = (moment: Moment): string | undefined => {
  const folded = fold(moment.text);
  const found = moment.tools.content.asides.find(({ words: cues }) =>
    cues.some((cue) => says(folded, cue)),
  );
  const own = moment.tools.content.guidance.get(topOf(moment)?.intent ?? '');
  return (found?.works === true ? (own ?? found) : found)?.[moment.language];
};
