import { remembered } from './remembered.ts';
import type { FindSlot, SlotText } from './slot-text.ts';

/** A finder that only starts where a quick look says that it may find something. */
export const when = (trigger: RegExp, find: FindSlot): FindSlot => {
  const mayFind = createTrigger(trigger);
  return (text) => (mayFind(text) ? find(text) : undefined);
};

/** What makes a way to say something reach over a space. */
const SPACED = / |\\[sWD]|(?<!\\)\.|\[\^/;
const isSpaced = (way: string): boolean => SPACED.test(way);

/** What every trigger looks for between two spaces. */
const IN_PIECES: RegExp[] = [];

/** Looks for the same as a pattern, but for what lies between two spaces all triggers look at once. */
const createTrigger = ({ source }: RegExp): ((text: SlotText) => boolean) => {
  const ways = alternativesIn(source);
  const trigger = IN_PIECES.push(anyOf(ways.filter((way) => !isSpaced(way)))) - 1;
  const over = anyOf(ways.filter(isSpaced));
  return ({ pieces, folded }) => firedBy(pieces)[trigger] === 1 || over.test(folded);
};

const anyOf = (ways: readonly string[]): RegExp =>
  ways.length === 0 ? /(?!)/ : new RegExp(ways.join('|'));

/** The triggers that fire for one piece; the same ones come again and again. */
const triggersOf = remembered((piece): readonly number[] =>
  IN_PIECES.flatMap((trigger, at) => (trigger.test(piece) ? [at] : [])),
);

const FIRED = new WeakMap<readonly string[], Uint8Array>();

const firedBy = (pieces: readonly string[]): Uint8Array => {
  const known = FIRED.get(pieces);
  if (known !== undefined) return known;
  const fired = new Uint8Array(IN_PIECES.length);
  for (const piece of pieces) for (const trigger of triggersOf(piece)) fired[trigger] = 1;
  FIRED.set(pieces, fired);
  return fired;
};

/** The parts of a pattern between the bars that stand in no brackets. */
const alternativesIn = (source: string): readonly string[] => {
  const found = [''];
  let depth = 0;
  for (const token of source.match(/\\.|\[(?:\\.|[^\]])*\]|./gsu) ?? []) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) found.push('');
    else found.push(`${found.pop() ?? ''}${token}`);
  }
  return found;
};
