import type { Cue } from './content.ts';
import { fold, says } from './fold.ts';
import type { Moment } from './moment.ts';

/** Whether a text begins with one of the words of a cue, after any "euh" and "ah". */
export const beginsWith = ({ text, tools }: Moment, cue: Cue): boolean => {
  const wanted = tools.content.cues.get(cue) ?? [];
  const begins = (folded: string): boolean => wanted.some((word) => folded.startsWith(` ${word} `));
  const folded = fold(text);
  return begins(folded) || begins(withoutFillers(folded, tools.content.cues.get('filler') ?? []));
};

const withoutFillers = (folded: string, fillers: readonly string[]): string => {
  const filler = fillers.find((word) => folded.startsWith(` ${word} `));
  return filler === undefined ? folded : withoutFillers(folded.slice(filler.length + 1), fillers);
};

/** Whether a text says one of the words of a cue. */
export const saysCue = ({ text, tools }: Moment, cue: Cue): boolean => {
  const folded = fold(text);
  return (tools.content.cues.get(cue) ?? []).some((word) => says(folded, word));
};
