import type { Frame } from '../bot/index.ts';
import { ask } from './ask.ts';
import { saysCue } from './cue.ts';
import { type Moment, topOf, words } from './moment.ts';
import { register } from './register.ts';

/** Somebody who wants no more questions gets none: the request is registered as it is; only where it is may be asked. */
export const enough = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  if (!saysCue(moment, 'enough')) return undefined;
  return needsPlace(moment, frame)
    ? ask(moment, frame, 'address', { before: words(moment, 'last_thing') })
    : register(moment, frame, words(moment, 'no_more'));
};

const needsPlace = ({ tools }: Moment, { intent = '', slots, asked }: Frame): boolean =>
  asked !== 'address' &&
  slots['address'] === undefined &&
  tools.catalogue.get(intent)?.slots.required.includes('address') === true;
