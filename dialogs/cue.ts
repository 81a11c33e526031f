import type { Cue } from './content.ts';
import { fold, says } from './fold.ts';
import type { Moment } from './moment.ts';

/** Whether a text begins with one of the words of a cue. */
export const beginsWith = ({ text, tools }: Moment, cue: Cue): boolean => {
  const folded = fold(text);
  return (tools.content.cues.get(cue) ?? []).some((word) => folded.startsWith(` ${word} `));
};

/** Whether a text says one of the words of a cue. */
export const saysCue = ({ text, tools }: Moment, cue: Cue): boolean => {
  const folded = fold(text);
  return (tools.content.cues.get(cue) ?? []).some((word) => says(folded, word));
};
