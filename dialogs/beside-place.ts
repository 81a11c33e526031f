import type { Frame } from '../bot/index.ts';
import { ask } from './ask.ts';
import { newFacts } from './by-the-way.ts';
import { beginsWith, saysCue } from './cue.ts';
import { shorten, wordCount } from './fold.ts';
import { advance } from './form.ts';
import { hearAgain } from './hear.ts';
import { answerIn, isSmallTalk } from './meaning.ts';
import { countIn, listIn, type Moment, noting, swap, topOf, words } from './moment.ts';
import { keepWritten, settle } from './place.ts';

/** A sentence that names no place leaves the one that was offered; said twice, it counts as a yes. */
export const besidePlace = (moment: Moment, frame: Frame): Moment | undefined => {
  const told = newFacts(moment, frame);
  const facts = Object.keys(told).length > 0;
  const long = facts || wordCount(moment.text) >= A_HINT;
  const [only, other] = listIn(frame, 'offered');
  if (only === undefined || !long || moment.choice !== undefined) return undefined;
  if (tellsPlace(moment) || isAside(moment)) return undefined;
  const beside = countIn(frame, 'beside') + 1;
  const next = swap(moment, noting({ ...frame, slots: { ...frame.slots, ...told } }, { beside }));
  const said = facts ? { before: words(moment, 'noted') } : {};
  const noted = topOf(next) ?? frame;
  if (beside < 2) return ask(next, noted, 'address', said);
  if (other !== undefined) return keepStreet(next, noted);
  const settled = settle(next, noted, only);
  return settled === undefined ? undefined : advance(settled, said);
};

/** Whether a text may be about where it is; where an address was asked for, anything may pass for one. */
export const tellsPlace = (moment: Moment): boolean => {
  const { address, building, staircase, postcode } = hearAgain(moment, moment.text).heard.slots;
  const told = [address, building, staircase, postcode].some((slot) => slot !== undefined);
  return told || saysCue(moment, 'place') || answerIn(moment) === 'no';
};

/** Whether a text is a question, or about the conversation itself. */
export const isAside = (moment: Moment): boolean =>
  beginsWith(moment, 'question') || moment.text.includes('?') || isSmallTalk(moment);

/** What the places that were offered have in common is known, even when nobody knows the building. */
const streetOffered = (frame: Frame): string => {
  const [first = [], ...others] = listIn(frame, 'labels').map((label) => label.split(', '));
  const differs = first.findIndex((part, n) => others.some((other) => other[n] !== part));
  return first.slice(0, differs < 0 ? first.length : differs).join(', ');
};

/** Keeps the street of the places that were offered, with what was said of the building for whoever comes. */
export const keepStreet = (moment: Moment, frame: Frame): Moment | undefined => {
  const street = streetOffered(frame);
  if (street === '') return undefined;
  const told = moment.choice === undefined && wordCount(moment.text) >= A_HINT;
  const several = listIn(frame, 'offered').length > 1;
  const hint = told && several ? ` (« ${shorten(moment.text)} »)` : '';
  const kept = keepWritten(moment, frame, `${street}${hint}`);
  return advance(kept, { before: words(moment, 'place_kept') });
};

/** A shorter answer tells nothing but that somebody does not know. */
const A_HINT = 6;
