import type { Danger } from '../bot/index.ts';
import { chanceOfDanger } from './danger-chance.ts';
import { createDangerRules, type Ruling } from './danger-rules.ts';
import { isDanger } from './domain.ts';
import { asksForHuman } from './human.ts';
import { type Judgement, ledBy, type Wording } from './judge.ts';
import type { Model } from './model.ts';
import type { Part } from './parts.ts';
import { ruleBoth, spokenBy } from './rule-both.ts';
import { tellingWords } from './telling-words.ts';

/** How far it is believed that somebody wants a human who says so plainly. */
const PLAIN = 0.97;
const HUMAN = 'talk_to_human';

/** What must be heeded before all else: a danger, or the wish for a human. */
export type Heeded = { readonly danger: Danger | undefined; readonly whole: Judgement };

/** What a text is made of, and whether it answers a question. */
type Around = { readonly parts: readonly Part[]; readonly answering: boolean };

/** Builds the last word on a judgement: rules and examples together decide on danger. */
export const createHeed = (model: Model) => {
  const rules = createDangerRules();
  return (judged: Judgement, wording: Wording, { parts, answering }: Around): Heeded => {
    const ruling = ruleBoth(rules, wording);
    const chance = chanceOfDanger(model, judged, { ruling, parts });
    const around = { answering, short: parts.length === 0 };
    const danger = dangerIn(model, judged, { ruling, wording, chance, ...around });
    if (danger?.certainty === 'now') {
      return { danger, whole: ledBy(judged, danger.intent, chance) };
    }
    if (asksForHuman(spokenBy(wording.words))) {
      return { danger, whole: ledBy(judged, HUMAN, PLAIN) };
    }
    return { danger, whole: danger === undefined ? withoutDenied(judged, ruling) : judged };
  };
};

type Evidence = {
  readonly ruling: Ruling;
  readonly wording: Wording;
  readonly chance: number;
  readonly answering: boolean;
  /** It is one piece, so that what is over is all it tells of. */
  readonly short: boolean;
};

/**
 * A danger that the rules and the classifier together find likely enough is there now; less is enough where a rule speaks
 * plainly, more is needed where the text itself speaks against it. What stays below, or merely looks most like a danger, is
 * worth a question.
 */
const dangerIn = (model: Model, judged: Judgement, evidence: Evidence): Danger | undefined => {
  const { ruling, wording, chance, answering } = evidence;
  const first = judged.ranked[0]?.id ?? '';
  const ruled = ruling.dangers[0];
  if (judged.known && !isDanger(first)) return ruled?.certainty === 'doubt' ? ruled : undefined;
  const intent = intentOf(judged, ruled);
  if (intent === undefined) return undefined;
  const now = chance >= enoughFor(model, evidence);
  const looks = !answering && first === intent && !ruling.dismissed.has(intent);
  if (!now && ruled === undefined && !looks) return undefined;
  const why = whyOf(model, { ruled, wording, chance });
  return { intent, certainty: now ? 'now' : 'doubt', why };
};

/** Which danger it is: what the classifier is convinced of, else what a rule has seen, else what is likeliest. */
const intentOf = ({ ranked }: Judgement, ruled: Danger | undefined): string | undefined => {
  const likeliest = ranked.find(({ id }) => isDanger(id));
  if (likeliest === undefined) return ruled?.intent;
  return likeliest.p >= CONVINCED ? likeliest.id : (ruled?.intent ?? likeliest.id);
};

/** The judgement without a danger in first place that the text itself denies. */
const withoutDenied = (judged: Judgement, { dismissed }: Ruling): Judgement => {
  const first = judged.ranked[0];
  if (first === undefined || !dismissed.has(first.id)) return judged;
  const ranked = judged.ranked.filter(({ id }) => id !== first.id);
  return { ...judged, ranked, confidence: ranked[0]?.p ?? 0 };
};

const CONVINCED = 0.5;
/** Where a rule speaks plainly, this share of the usual chance is enough. */
const PLAINLY = 0.8;
/** Where the text tells of something past, denied or played, or merely answers a question, the chance must be this large. */
const AGAINST = 0.5;

/** A short text that tells only of something past or played must be this likely: it gets a question instead. */
const ONLY_PAST = 0.95;

const enoughFor = ({ thresholds }: Model, { ruling, answering, short }: Evidence): number => {
  const certainty = ruling.dangers[0]?.certainty;
  if (certainty === 'now') return thresholds.danger * PLAINLY;
  if (certainty === 'doubt' && short) return ONLY_PAST;
  const against = answering || certainty === 'doubt' || ruling.dismissed.size > 0;
  return against ? Math.max(AGAINST, thresholds.danger) : thresholds.danger;
};

const whyOf = (
  model: Model,
  {
    ruled,
    wording,
    chance,
  }: { readonly ruled: Danger | undefined; readonly wording: Wording; readonly chance: number },
): string =>
  ruled?.why ??
  `${tellingWords(model.classifier, wording.words).join(', ')} (${chance.toFixed(2)})`;
