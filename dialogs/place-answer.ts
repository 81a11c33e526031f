import type { Frame } from '../bot/index.ts';
import { besideAnswer } from './aside.ts';
import { besidePlace, isAside, keepStreet } from './beside-place.ts';
import { firstOf } from './first-of.ts';
import { movingOn } from './follow-path.ts';
import { advance } from './form.ts';
import { gather } from './gather.ts';
import { loneBuilding } from './is-correction.ts';
import { answerIn } from './meaning.ts';
import { listIn, type Moment, noting, swap, topOf, words } from './moment.ts';
import { keepWritten, NOWHERE, offer, placeWords, settle, tryAgain } from './place.ts';
import { UNKNOWN } from './read-answer.ts';

/** Takes the answer to the question where it is. */
export const answerPlace = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked !== 'address') return undefined;
  return firstOf(moment, [
    (m) => unknownPlace(m, frame),
    (m) => pressedPlace(m, frame),
    (m) => confirmed(m, frame),
    (m) => besidePlace(m, frame),
    (m) => writtenPlace(m, frame),
  ]);
};

const unknownPlace = (moment: Moment, frame: Frame): Moment | undefined => {
  const pressed = moment.choice === `address=${UNKNOWN}`;
  if (!pressed && (moment.choice !== undefined || answerIn(moment) !== UNKNOWN)) return undefined;
  const kept = keepStreet(moment, frame);
  if (kept !== undefined) return kept;
  const slots = { ...frame.slots, address: NOWHERE };
  return advance(swap(moment, { ...frame, slots }), { before: movingOn(moment) });
};

/** An address that is told after its question was passed over is taken now. */
export const latePlace = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const passed = frame?.asked !== 'address' && frame?.slots['address']?.value === UNKNOWN;
  if (!passed || frame === undefined || moment.choice !== undefined) return undefined;
  if (moment.heard.slots['address'] === undefined) return undefined;
  const { address: _, ...slots } = frame.slots;
  const card = moment.tools.catalogue.get(frame.intent ?? '');
  const told = { ...(card === undefined ? {} : gather(moment, card)), ...slots };
  return orWritten(moment, { ...frame, slots: told }, placeWords(moment));
};

const pressedPlace = (moment: Moment, frame: Frame): Moment | undefined => {
  const [slot, id = ''] = moment.choice?.split('=') ?? [];
  if (slot !== 'address') return undefined;
  const settled = settle(moment, frame, id);
  return settled === undefined ? again(moment, frame, true) : advance(settled);
};

/** A yes or a no in the tenant's own words to the one place that was offered. */
const confirmed = (moment: Moment, frame: Frame): Moment | undefined => {
  const [only, other] = listIn(frame, 'offered');
  const said = answerIn(moment);
  const { building, address, staircase } = moment.heard.slots;
  if ((only === undefined || building) ?? address ?? staircase) return undefined;
  if (said === 'no') return again(moment, frame, true);
  if (said !== 'yes' || other !== undefined) return undefined;
  const settled = settle(moment, frame, only);
  return settled === undefined ? undefined : advance(settled, besideAnswer(moment));
};

const writtenPlace = (moment: Moment, frame: Frame): Moment | undefined => {
  if (moment.choice !== undefined) return undefined;
  const text = correctedPlace(moment, listIn(frame, 'labels')[0]);
  const offered = offer(moment, noting(frame, { place_text: text }), text);
  if (offered !== undefined) return offered;
  const numbered = /\d/.test(moment.text);
  if (!numbered && isAside(moment)) return undefined;
  return again(moment, frame, false);
};

/** "Non, bâtiment B" corrects the place that was offered; another street replaces it. */
export const correctedPlace = (moment: Moment, offered: string | undefined): string => {
  const { address, building, staircase } = moment.heard.slots;
  const asked = topOf(moment)?.asked === 'address';
  if (address !== undefined || offered === undefined) {
    return asked ? moment.text : placeWords(moment);
  }
  const [street = '', ...inner] = offered.split(', ');
  const named = building?.value ?? loneBuilding(moment);
  if (named !== '') return `${street} bâtiment ${named}`;
  if (staircase === undefined) return moment.text;
  return `${[street, ...inner.slice(0, 1)].join(', ')}, escalier ${staircase.value}`;
};

const again = (moment: Moment, frame: Frame, refused: boolean): Moment => {
  const next = tryAgain(moment, frame, refused);
  const address = topOf(next)?.slots['address'];
  if (address === undefined) return next;
  const before = address.value === UNKNOWN ? movingOn(moment) : words(moment, 'place_kept');
  return advance(next, { before });
};

/** Keeps a corrected place that was not found in the tenant's words. */
export const orWritten = (moment: Moment, frame: Frame, text: string): Moment =>
  offer(moment, frame, text) ?? advance(keepWritten(moment, frame, text));
