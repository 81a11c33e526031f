import { wordCount } from './fold.ts';
import { type Moment, topOf } from './moment.ts';
import { asWritten } from './read-answer.ts';
import { askedCard, take } from './take-answer.ts';

/** What somebody complains about is taken in their own words, whatever else these words may mean. */
export const story = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const card = askedCard(moment);
  const told = frame?.intent === 'complaint' && card?.told !== undefined;
  if (frame === undefined || !told || wordCount(moment.text) < A_STORY) return undefined;
  const value = asWritten(moment, card);
  return value === undefined ? undefined : take(moment, frame, value);
};

/** Fewer words than this are "oui", "je ne sais pas", a greeting. */
const A_STORY = 4;
