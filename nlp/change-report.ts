import { createCorrect } from './correct.ts';
import type { Correction } from './corrections.ts';
import { decidingWords } from './deciding-words.ts';
import type { Share } from './metrics.ts';
import type { Model } from './model.ts';
import { createNearTexts, type NearTexts } from './near-texts.ts';
import type { Comparison } from './promotion.ts';
import { isChanged, type Replayed } from './shadow.ts';
import { tellingWords } from './telling-words.ts';
import { readWords } from './words.ts';

/** What a candidate changed on the replayed messages, for the person who decides about it. */
export type Changes = {
  readonly replayed: readonly Replayed[];
  readonly comparison: Comparison;
  readonly candidate: Model;
  readonly corrections: readonly Correction[];
};

const MOST_SHOWN = 12;
/** A correction that shares less with a message has not decided it. */
const NEAR = 0.08;
const MOST_NEAR = 2;

/** Tells in lines what a candidate changed, and which words and corrections decided. */
export const tellChanges = ({
  replayed,
  comparison,
  candidate,
  corrections,
}: Changes): readonly string[] => {
  const changed = replayed.filter(isChanged);
  const correct = createCorrect(candidate.vocabulary);
  const near = createNearTexts(corrections);
  const shown = [...changed].sort((one, two) => weight(two, near) - weight(one, near));
  return [
    ...standings(comparison),
    ...intentLines(comparison),
    `${changed.length} of ${replayed.length} replayed messages are answered otherwise${changed.length > MOST_SHOWN ? `; ${MOST_SHOWN} of them` : ''}:`,
    ...shown.slice(0, MOST_SHOWN).flatMap((one) => {
      const words = readWords(one.message.text).flatMap(correct);
      return tellChange(one, { candidate, words, near });
    }),
  ];
};

/** Dangers are shown first, then what lies nearest to a correction. */
const weight = ({ message, before, after }: Replayed, near: NearTexts<Correction>): number =>
  (before.p0 === after.p0 ? 0 : 1) + (near(message.text)[0]?.likeness ?? 0);

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const standings = ({ before, after }: Comparison): readonly string[] => {
  const line = (what: string, was: Share, is: Share) =>
    `  ${what.padEnd(34)}${percent(was.share)} → ${percent(is.share)}`;
  return [
    `On ${before.right.of} labelled messages, before → after:`,
    line('first request right', before.right, after.right),
    line('danger found', before.dangerFound, after.dangerFound),
    line('danger heard where there is none', before.falseAlarms, after.falseAlarms),
    line('wrong when sure', before.wrongWhenSure, after.wrongWhenSure),
    `  ${'calibration error'.padEnd(34)}${percent(before.calibrationError)} → ${percent(after.calibrationError)}`,
  ];
};

const intentLines = ({ before, after }: Comparison): readonly string[] => {
  const moved = Object.entries(before.recall).filter(
    ([id, { share }]) => share !== after.recall[id]?.share,
  );
  if (moved.length === 0) return ['No intent is found more or less often.'];
  return [
    'Intents that are found more or less often:',
    ...moved.map(([id, { share, of }]) => {
      const now = after.recall[id]?.share ?? 0;
      return `  ${id.padEnd(34)}${percent(share)} → ${percent(now)} (of ${of})`;
    }),
  ];
};

type Telling = {
  readonly candidate: Model;
  readonly words: readonly string[];
  readonly near: NearTexts<Correction>;
};

const tellChange = (
  { message, before, after }: Replayed,
  { candidate, words, near }: Telling,
): readonly string[] => {
  const [old, now] = [before, after].map(({ intents, p0 }) =>
    [intents[0]?.id ?? 'nothing', ...(p0 ? ['DANGER'] : [])].join(' '),
  );
  const intent = after.intents[0]?.id;
  const telling = [
    ...(before.p0 === after.p0 ? [] : tellingWords(candidate.classifier, words)),
    ...(intent === undefined ? [] : decidingWords(candidate, words, intent)),
  ];
  const meant = message.intents === undefined ? '' : ` (meant: ${message.intents.join(', ')})`;
  return [
    `  "${message.text.slice(0, 90)}"`,
    `    ${old} → ${now}${meant}`,
    `    words: ${[...new Set(telling)].join(', ') || 'none alone'}; corrections: ${nearest(message.text, intent, near)}`,
  ];
};

const nearest = (text: string, intent: string | undefined, near: NearTexts<Correction>): string => {
  const close = near(text)
    .filter(({ example, likeness }) => likeness >= NEAR && example.intents.includes(intent ?? ''))
    .slice(0, MOST_NEAR);
  return (
    close.map(({ example }) => `line ${example.line} "${example.text.slice(0, 50)}"`).join(', ') ||
    'none near, it comes from learning anew'
  );
};
