import type { Frame } from '../bot/index.ts';
import { ask } from './ask.ts';
import { beginsWith } from './cue.ts';
import { wordCount } from './fold.ts';
import { advance } from './form.ts';
import { saysOtherPlace } from './is-correction.ts';
import { listIn, type Moment, noting, swap, topOf, words } from './moment.ts';

/** "Retour" is short; a longer sentence says something else. */
const SHORT = 4;

/** Goes one question back. */
export const goBack = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const wanted = beginsWith(moment, 'back') && wordCount(moment.text) <= SHORT;
  if (frame?.asked === undefined || !wanted || saysOtherPlace(moment)) return undefined;
  const previous = listIn(frame, 'order').at(-2);
  if (previous === undefined) {
    return ask(moment, frame, frame.asked, { again: true, before: words(moment, 'back_first') });
  }
  return advance(swap(moment, forgetting(frame, previous)));
};

const forgetting = (frame: Frame, slot: string): Frame => {
  const { [slot]: _, ...slots } = frame.slots;
  const order = listIn(frame, 'order').slice(0, -2);
  return noting({ ...frame, slots }, { order, place_text: '' });
};
