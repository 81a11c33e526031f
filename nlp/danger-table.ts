import { BotError } from '../bot/index.ts';

/** The danger rules of one language, as written in `danger-<language>.json`. */
export type DangerTable = {
  readonly words: Readonly<Record<string, string>>;
  readonly rules: readonly {
    readonly id: string;
    readonly intent: string;
    readonly when: readonly string[];
    readonly unless: readonly string[];
    readonly denied: readonly string[];
    /** Over once it is over: a past one is asked about, not acted upon. */
    readonly past: boolean;
    /** Makes it a question rather than an alarm. */
    readonly softer?: readonly string[];
  }[];
  readonly past: readonly string[];
  /** What speaks against something past being over. */
  readonly present: readonly string[];
  readonly resolved: readonly string[];
  /** What speaks even against something resolved being over. */
  readonly again: readonly string[];
  readonly unreal: readonly string[];
  readonly supposed: readonly string[];
  readonly joking: readonly string[];
};

/** The words of a macro by its name. */
export type Macros = Readonly<Record<string, string>>;

const GAP = /^\[?(~~?|-)(\d+)\]?$/;
/** What may stand in a gap: within a clause, within a sentence, anything. */
const FILLERS = new Map([
  ['-', '(?!(?:et|and|mais|but) )[^,.?! ]+'],
  ['~', '[^.?! ]+'],
  ['~~', '[^ ]+'],
]);

/**
 * A row made searchable, and what a text must have to be worth searching: of each list one word, or one that begins as an
 * entry with a star at its end does.
 */
export type Row = { readonly pattern: RegExp; readonly needs: readonly (readonly string[])[] };

/**
 * Makes one row of a table searchable in words joined by single spaces.
 * `a|b` either word · `a_b` two words · `brul*` any ending · `[a]` may be missing · `~3` up to three words between,
 * `~~3` also across sentences, `-3` only within a clause · `!a b` b not after a · `#` a number, `####` a year ·
 * `{NAME}` the words of that name.
 */
export const searchable = (row: string, macros: Macros): Row => {
  const tokens = row.trim().split(/\s+/);
  const patterns = tokens.map((token) => tokenPattern(token, macros));
  return {
    pattern: new RegExp(`(?<= )${patterns.join('')}`, 'g'),
    needs: needsOf(tokens, macros),
  };
};

/** The first words of each token that must be there, but for one that stands for any number. */
const needsOf = (tokens: readonly string[], macros: Macros): Row['needs'] =>
  tokens
    .filter((token) => !GAP.test(token) && !/^[![]/.test(token))
    .map((token) => filled(token, macros))
    .filter((token) => !token.includes('#'))
    .map((token) => token.split('|').map((word) => word.replace(/_.*|(?<=\*).*/, '')));

const tokenPattern = (token: string, macros: Macros): string => {
  const [, kind, most] = GAP.exec(token) ?? [];
  if (kind !== undefined) return `(?:${FILLERS.get(kind) ?? ''} ){0,${most ?? 0}}`;
  if (token.startsWith('!'))
    return token === '!' ? '! ' : `(?<! ${either(token.slice(1), macros)} )`;
  if (token.startsWith('[')) return `(?:${either(token.slice(1, -1), macros)} )?`;
  return `${either(token, macros)} `;
};

const either = (token: string, macros: Macros): string =>
  `(?:${filled(token, macros).split('|').map(wordPattern).join('|')})`;

const filled = (token: string, macros: Macros): string =>
  token.replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = macros[name];
    if (words !== undefined) return words;
    throw new BotError(
      `The danger rules use {${name}}, which has no words: add it.`,
      'bad-content',
    );
  });

const wordPattern = (word: string): string =>
  word
    .replace(/_/g, ' ')
    .replace(/[.?]/g, '\\$&')
    .replace(/####/g, '\\d{4}')
    .replace(/#/g, '(?:\\d+|un|une|deux|trois|quelques|one|two|three|few)')
    .replace(/\*/g, '[^ ]*');
