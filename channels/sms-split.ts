import { segmentsOf } from './sms-segments.ts';

/** The most segments one SMS of ours may take. */
const MOST_SEGMENTS = 2;

const fits = (text: string): boolean => segmentsOf(text).count <= MOST_SEGMENTS;

/** Where a text may be cut, best first: between lines, sentences, words, and in the end anywhere. */
const CUTS: readonly RegExp[] = [/(?<=\n)/u, /(?<=[.!?] )/u, /(?<= )/u, /(?:)/u];

/** A text as one or more SMS of at most two segments; nothing of it is lost, the order stays. */
export const smsParts = (text: string): readonly string[] =>
  cut(text, CUTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const cut = (text: string, [at, ...finer]: readonly RegExp[]): readonly string[] => {
  if (fits(text.trim()) || at === undefined) return [text];
  const pieces = text.split(at).flatMap((piece) => cut(piece, finer));
  return pieces.reduce<readonly string[]>(joinIfFits, []);
};

const joinIfFits = (parts: readonly string[], piece: string): readonly string[] => {
  const last = parts.at(-1);
  if (last === undefined || !fits(`${last}${piece}`.trim())) return [...parts, piece];
  return [...parts.slice(0, -1), `${last}${piece}`];
};
