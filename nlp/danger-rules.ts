import type { Danger } from '../bot/index.ts';
import { type DangerTable, type Row, searchable } from './danger-table.ts';

/** What the rules say about a text. */
export type Ruling = {
  readonly dangers: readonly Danger[];
  /** Dangers that the text names but denies, imagines or jokes about. */
  readonly dismissed: ReadonlySet<string>;
};

/** Why a text may sound dangerous without being so: it says so itself, or it speaks of something else or past. */
type Excuse = 'denied' | 'doubtful' | undefined;

/** The rules; texts are words joined by single spaces, with one before and after. */
export type Rules = {
  readonly read: (spoken: string) => Ruling;
  /** What in a text speaks against a danger that no rule has found. */
  readonly excuse: (spoken: string, intent: string) => Excuse;
};

/** Makes the tables into rules; one text is held against all of them. */
export const createRules = (tables: readonly DangerTable[]): Rules => {
  const judges = tables.flatMap(judgesOf);
  return {
    read: (spoken) => {
      const words = new Set(spoken.split(' '));
      const verdicts = judges.flatMap(({ read }) => read(spoken, words));
      return {
        dangers: sorted(verdicts.flatMap((one) => (one.kind === 'danger' ? [one.danger] : []))),
        dismissed: new Set(
          verdicts.flatMap((one) => (one.kind === 'dismissed' ? [one.intent] : [])),
        ),
      };
    },
    excuse: (spoken, intent) => {
      const excuses = judges.flatMap((one) => (one.intent === intent ? [one.excuse(spoken)] : []));
      return excuses.find((one) => one === 'denied') ?? excuses.find((one) => one !== undefined);
    },
  };
};

const sorted = (dangers: readonly Danger[]): readonly Danger[] =>
  [...dangers].sort(
    (one, two) => Number(one.certainty !== 'now') - Number(two.certainty !== 'now'),
  );

type Verdict =
  | { readonly kind: 'danger'; readonly danger: Danger }
  | { readonly kind: 'dismissed'; readonly intent: string };

type Judge = {
  readonly intent: string;
  readonly read: (spoken: string, words: ReadonlySet<string>) => readonly Verdict[];
  readonly excuse: (spoken: string) => Excuse;
};

type Search = (spoken: string) => boolean;

const judgesOf = (table: DangerTable): readonly Judge[] => {
  const any = (rows: readonly string[]): Search => {
    const searches = rows.map((row) => searchable(row, table.words));
    return (spoken) => searches.some(({ pattern }) => spoken.search(pattern) >= 0);
  };
  const about = {
    unreal: any(table.unreal),
    supposed: any(table.supposed),
    joking: any(table.joking),
    past: any(table.past),
    present: any(table.present),
    resolved: any(table.resolved),
  };
  return table.rules.map((rule) => judgeOf(rule, { table, any, about }));
};

type Tools = {
  readonly table: DangerTable;
  readonly any: (rows: readonly string[]) => Search;
  readonly about: Readonly<
    Record<'unreal' | 'supposed' | 'joking' | 'past' | 'present' | 'resolved', Search>
  >;
};

const judgeOf = (
  { id, intent, when, ...rule }: DangerTable['rules'][number],
  { table, any, about }: Tools,
): Judge => {
  const rows = when.map((row) => searchable(row, table.words));
  const [unless, denied, softer] = [any(rule.unless), any(rule.denied), any(rule.softer ?? [])];
  const over = (around: string, spoken: string) =>
    ((rule.past && about.past(around)) || about.resolved(spoken)) && !about.present(spoken);
  const judge = (spoken: string, place: Place): Verdict => {
    const around = spoken.slice(place.from, place.to);
    const before = spoken.slice(place.from, place.end);
    const why = `${id}: ${spoken.slice(place.start, place.end).trim()}`;
    if (unless(around) || denied(around) || about.unreal(spoken)) {
      return { kind: 'dismissed', intent };
    }
    const played = about.supposed(before) || about.joking(spoken) || softer(spoken);
    const certainty = played || over(around, spoken) ? 'doubt' : 'now';
    return { kind: 'danger', danger: { intent, certainty, why } };
  };
  return {
    intent,
    read: (spoken, words) =>
      rows
        .filter((row) => mayFit(row, words))
        .flatMap(({ pattern }) => placesOf(spoken, pattern))
        .map((place) => judge(spoken, place)),
    excuse: (spoken) => {
      if (denied(spoken) || about.unreal(spoken)) return 'denied';
      return unless(spoken) || about.joking(spoken) || over(spoken, spoken)
        ? 'doubtful'
        : undefined;
    },
  };
};

/** Whether a text has one of the words without which a row cannot fit. */
const mayFit = ({ needs }: Row, words: ReadonlySet<string>): boolean =>
  needs.length === 0 || needs.some((word) => words.has(word));

/** Where a pattern was found, and the sentences around it. */
type Place = {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
};

const MOST_PLACES = 8;

const placesOf = (spoken: string, pattern: RegExp): readonly Place[] => {
  const places: Place[] = [];
  for (const found of spoken.matchAll(pattern)) {
    const start = found.index;
    const end = start + found[0].length;
    const from = Math.max(...MARKS.map((mark) => spoken.lastIndexOf(mark, start - 1) + 1), 0);
    places.push({ start, end, from, to: nextMark(spoken, end - 1) });
    if (places.length >= MOST_PLACES) break;
  }
  return places;
};

const MARKS = [' . ', ' ? ', ' ! '];

const nextMark = (spoken: string, after: number): number => {
  const next = MARKS.map((mark) => spoken.indexOf(mark, after)).filter((at) => at >= 0);
  return next.length === 0 ? spoken.length : Math.min(...next) + 1;
};
