import type { Danger } from '../bot/index.ts';
import { alarmSignals } from './calibrate.ts';
import { createRules, type Rules, type Ruling } from './danger-rules.ts';
import type { DangerTable } from './danger-table.ts';
import { isDanger } from './domain.ts';
import { asksForHuman } from './human.ts';
import { type Judgement, ledBy } from './judge.ts';
import { probability } from './logistic.ts';
import type { Model } from './model.ts';

/** How far a rule that speaks plainly is believed. */
export const RULED = 0.97;
const HUMAN = 'talk_to_human';

/** A text's words as they were written and with their spelling mended. */
export type Wording = { readonly written: readonly string[]; readonly words: readonly string[] };

/** What must be heeded before all else: a danger, or the wish for a human. */
export type Heeded = { readonly danger: Danger | undefined; readonly whole: Judgement };

/** Builds the last word on a judgement: rules and examples together decide on danger. */
export const createHeed = (model: Model, tables: readonly DangerTable[]) => {
  const rules = createRules(tables);
  return (judged: Judgement, wording: Wording): Heeded => {
    const spoken = ` ${wording.words.join(' ')} `;
    const ruling = ruleBoth(rules, spoken, wording);
    const alarm = probability(model.danger, alarmSignals(judged.opinion));
    const ruled = ruling.dangers[0];
    const enough = model.thresholds.danger;
    const danger = ruled ?? heard(rules, { judged, ruling, spoken, alarm, enough });
    if (danger?.certainty === 'now') {
      return { danger, whole: led(judged, danger.intent, ruled === undefined ? alarm : RULED) };
    }
    if (asksForHuman(spoken)) return { danger, whole: led(judged, HUMAN, RULED) };
    return { danger, whole: withoutDenied(judged, { danger, denied: ruling.dismissed }) };
  };
};

/** The rules read the text as it was written and as it was mended; either may see a danger. */
const ruleBoth = (rules: Rules, spoken: string, { written }: Wording): Ruling => {
  const first = rules.read(spoken);
  const raw = ` ${written.join(' ')} `;
  if (raw === spoken || first.dangers[0]?.certainty === 'now') return first;
  const second = rules.read(raw);
  return {
    dangers: second.dangers[0]?.certainty === 'now' ? second.dangers : first.dangers,
    dismissed: new Set([...first.dismissed, ...second.dismissed]),
  };
};

type Sound = {
  readonly judged: Judgement;
  readonly ruling: Ruling;
  readonly spoken: string;
  readonly alarm: number;
  readonly enough: number;
};

/** A danger that no rule knows but that sounds like the examples of one. */
const heard = (
  rules: Rules,
  { judged: { ranked, opinion }, ruling, spoken, alarm, enough }: Sound,
): Danger | undefined => {
  const intent = ranked.find(({ id }) => isDanger(id))?.id;
  if (intent === undefined || ruling.dismissed.has(intent)) return undefined;
  const first = opinion.ranked[0]?.id === intent;
  if (alarm < enough && !first) return undefined;
  const excuse = rules.excuse(spoken, intent);
  if (excuse === 'denied') return undefined;
  const why = `sounds like it (${alarm.toFixed(2)})`;
  if (alarm >= enough && excuse === undefined) return { intent, certainty: 'now', why };
  return first ? { intent, certainty: 'doubt', why } : undefined;
};

const led = (judged: Judgement, intent: string, confidence: number): Judgement => ({
  ...judged,
  ranked: ledBy(judged.ranked, intent, confidence),
  confidence,
});

type Denied = { readonly danger: Danger | undefined; readonly denied: ReadonlySet<string> };

/** The judgement without a danger in first place that the text itself denies. */
const withoutDenied = (judged: Judgement, { danger, denied }: Denied): Judgement => {
  const first = judged.ranked[0];
  if (first === undefined || !denied.has(first.id) || danger?.intent === first.id) return judged;
  const ranked = judged.ranked.filter(({ id }) => id !== first.id);
  return { ...judged, ranked, confidence: ranked[0]?.p ?? 0 };
};
