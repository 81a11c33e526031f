import type { Danger } from '../bot/index.ts';
import english from './danger-en.json' with { type: 'json' };
import french from './danger-fr.json' with { type: 'json' };
import { createPossible } from './danger-possible.ts';
import { type DangerTable, type Row, searchable } from './danger-table.ts';

/** What the rules say about a text. */
export type Ruling = {
  readonly dangers: readonly Danger[];
  /** Dangers that the text names but denies, imagines or jokes about. */
  readonly dismissed: ReadonlySet<string>;
};

/** The rules; texts are words joined by single spaces, with one before and after. */
export type Rules = {
  readonly read: (spoken: string) => Ruling;
};

/** The rules for French and English. */
export const createDangerRules = (): Rules => createRules([french, english]);

/** Makes the tables into rules; a text is held against the rows that its words make possible. */
const createRules = (tables: readonly DangerTable[]): Rules => {
  const rows = tables.flatMap(rowsOf);
  const possible = createPossible(rows);
  return {
    read: (spoken) => {
      const verdicts = possible(spoken).flatMap(({ row, judge }) =>
        placesOf(spoken, row.pattern).map((place) => judge(spoken, place)),
      );
      return {
        dangers: sorted(verdicts.flatMap((one) => (one.kind === 'danger' ? [one.danger] : []))),
        dismissed: new Set(
          verdicts.flatMap((one) => (one.kind === 'dismissed' ? [one.intent] : [])),
        ),
      };
    },
  };
};

/** One row of a rule, and what it means where it fits. */
type JudgedRow = {
  readonly row: Row;
  readonly judge: (spoken: string, place: Place) => Verdict;
};

const sorted = (dangers: readonly Danger[]): readonly Danger[] =>
  [...dangers].sort(
    (one, two) => Number(one.certainty !== 'now') - Number(two.certainty !== 'now'),
  );

type Verdict =
  | { readonly kind: 'danger'; readonly danger: Danger }
  | { readonly kind: 'dismissed'; readonly intent: string };

type Search = (spoken: string) => boolean;

const NEVER = '(?!)';

const rowsOf = (table: DangerTable): readonly JudgedRow[] => {
  const any = (rows: readonly string[]): Search => {
    const patterns = rows.map((row) => searchable(row, table.words).pattern.source);
    const pattern = new RegExp(patterns.join('|') || NEVER);
    return (spoken) => pattern.test(spoken);
  };
  const about = {
    unreal: any(table.unreal),
    supposed: any(table.supposed),
    joking: any(table.joking),
    past: any(table.past),
    present: any(table.present),
    again: any(table.again),
    resolved: any(table.resolved),
  };
  return table.rules.flatMap((rule) => rowsOfRule(rule, { table, any, about }));
};

type Tools = {
  readonly table: DangerTable;
  readonly any: (rows: readonly string[]) => Search;
  readonly about: Readonly<
    Record<'unreal' | 'supposed' | 'joking' | 'past' | 'present' | 'again' | 'resolved', Search>
  >;
};

const rowsOfRule = (
  { id, intent, when, ...rule }: DangerTable['rules'][number],
  { table, any, about }: Tools,
): readonly JudgedRow[] => {
  const [unless, denied, softer] = [any(rule.unless), any(rule.denied), any(rule.softer ?? [])];
  const over = (around: string, spoken: string) =>
    about.resolved(spoken)
      ? !about.again(spoken)
      : rule.past && about.past(around) && !about.present(spoken);
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
  return when.map((row) => ({ row: searchable(row, table.words), judge }));
};

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
  pattern.lastIndex = 0;
  for (let found = pattern.exec(spoken); found !== null; found = pattern.exec(spoken)) {
    const start = found.index;
    const end = pattern.lastIndex;
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
