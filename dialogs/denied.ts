import { fold } from './fold.ts';
import { hearAgain } from './hear.ts';
import type { Moment } from './moment.ts';

/** The moment with only what the tenant says is right: "au 3e, pas au 2e" says "au 3e". */
export const heardPlainly = (moment: Moment): Moment => {
  const text = withoutDenied(moment);
  return text === moment.text || text === '' ? moment : hearAgain(moment, text);
};

/** The longest way to say "not" or "but", words. */
const LONGEST_CUE = 4;

const withoutDenied = ({ text, tools }: Moment): string => {
  const { cues } = tools.content;
  const tokens = text.split(/\s+/);
  const starts = (at: number, words: readonly string[] = []): boolean => {
    const rest = fold(tokens.slice(at, at + LONGEST_CUE).join(' '));
    return words.some((word) => rest.startsWith(` ${word} `));
  };
  const kept: string[] = [];
  let denied = false;
  for (const [at, token] of tokens.entries()) {
    const paused = /[,;.!]$/u.test(tokens[at - 1] ?? '');
    if (starts(at, cues.get('not'))) denied = true;
    else if (paused || starts(at, cues.get('but'))) denied = false;
    if (!denied) kept.push(token);
  }
  return kept.join(' ');
};
