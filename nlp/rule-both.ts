import type { Rules, Ruling } from './danger-rules.ts';
import type { Wording } from './judge.ts';

/** Words as the rules read them. */
export const spokenBy = (words: readonly string[]): string => ` ${words.join(' ')} `;

/** The rules read the text as it was written and as it was mended; either may see a danger. */
export const ruleBoth = (rules: Rules, { written, words }: Wording): Ruling => {
  const [spoken, raw] = [spokenBy(words), spokenBy(written)];
  const first = rules.read(spoken);
  if (raw === spoken || first.dangers[0]?.certainty === 'now') return first;
  const second = rules.read(raw);
  return {
    dangers: second.dangers[0]?.certainty === 'now' ? second.dangers : first.dangers,
    dismissed: new Set([...first.dismissed, ...second.dismissed]),
  };
};
