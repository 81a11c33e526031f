import type { Answered } from './evaluate-lines.ts';
import { calibrationError, type Share, share } from './metrics.ts';
import { answeredBy, lostDangers, type Replayed } from './shadow.ts';

/** What a model is judged by on messages whose meaning is known. */
export type Standing = {
  readonly right: Share;
  readonly dangerFound: Share;
  readonly falseAlarms: Share;
  readonly wrongWhenSure: Share;
  readonly calibrationError: number;
  readonly recall: Readonly<Record<string, Share>>;
};

/** How both models stand, and what speaks against taking the candidate; nothing does when the list is empty. */
export type Comparison = {
  readonly before: Standing;
  readonly after: Standing;
  readonly objections: readonly string[];
};

/** How much the calibration error may rise. */
const CALIBRATION_RISE = 0.02;

/** Holds the candidate against the present model on the replayed messages. */
export const compare = (replayed: readonly Replayed[]): Comparison => {
  const before = standingOf(answeredBy(replayed, 'before'));
  const after = standingOf(answeredBy(replayed, 'after'));
  const objections = [
    ...lostDangers(replayed).map((text) => `a danger is lost: "${text}"`),
    ...worseIntents(before, after),
    ...worseTrust(before, after),
  ];
  return { before, after, objections };
};

const isRight = ({ intents, got }: Answered): boolean =>
  got.intents[0] !== undefined && intents.includes(got.intents[0].id);

/** With one request it must come first; of several each must be found. */
const finds = ({ intents, got }: Answered, id: string): boolean =>
  intents.length === 1 ? got.intents[0]?.id === id : got.intents.some((one) => one.id === id);

const standingOf = (all: readonly Answered[]): Standing => {
  const ids = [...new Set(all.flatMap(({ intents }) => intents))].sort();
  const sure = all.filter(({ got }) => got.outcome === 'sure');
  const dangers = all.filter(({ p0 }) => p0 === true);
  const harmless = all.filter(({ p0 }) => p0 === false);
  return {
    right: share(all, isRight),
    dangerFound: share(dangers, ({ got }) => got.p0),
    falseAlarms: share(harmless, ({ got }) => got.p0),
    wrongWhenSure: share(sure, (one) => !isRight(one)),
    calibrationError: calibrationError(all.filter(({ intents }) => intents.length === 1)),
    recall: Object.fromEntries(
      ids.map((id) => {
        const meant = all.filter(({ intents }) => intents.includes(id));
        return [id, share(meant, (one) => finds(one, id))];
      }),
    ),
  };
};

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const worseIntents = (before: Standing, after: Standing): readonly string[] =>
  Object.entries(before.recall).flatMap(([id, { share: was, low }]) => {
    const now = after.recall[id]?.share ?? 0;
    return now < low
      ? [
          `${id} is found less: ${percent(was)} before, at least ${percent(low)} for sure, now ${percent(now)}`,
        ]
      : [];
  });

const worseTrust = (before: Standing, after: Standing): readonly string[] => [
  ...(after.calibrationError > before.calibrationError + CALIBRATION_RISE
    ? [
        `probabilities say less what they mean: off by ${percent(before.calibrationError)} before, now ${percent(after.calibrationError)}`,
      ]
    : []),
  ...tooOften('wrong when sure', before.wrongWhenSure, after.wrongWhenSure),
  ...tooOften('danger heard where there is none', before.falseAlarms, after.falseAlarms),
];

const tooOften = (what: string, before: Share, after: Share): readonly string[] =>
  after.share > before.high
    ? [
        `${what}: ${percent(before.share)} before, at most ${percent(before.high)}, now ${percent(after.share)}`,
      ]
    : [];
