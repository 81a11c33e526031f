import { promises as files } from 'node:fs';
import { type Approved, contentOf, promote } from './corrections-file.ts';
import {
  approvedIn,
  type House,
  intentsIn,
  learnedFrom,
  ownExamples,
} from './load-understanding.ts';
import {
  alarmFor,
  type Correction,
  compare,
  createUnderstand,
  type Example,
  judgeCorrections,
  lostDangers,
  type Model,
  readCorrections,
  replay,
  tellChanges,
  tellSuspicion,
  type Verdict,
  withAlarm,
  withoutAnswers,
  writeCorrections,
} from './nlp/index.ts';
import { storedWindow } from './stored-window.ts';

/** The house, and where its approved corrections are kept. */
export type Place = House & { readonly corrections: string };

/** What became of a wish, told to the person who runs Loge. */
export type Told = { readonly kind: 'done' | 'refused'; readonly text: string };

/** Which corrections to learn from, and which messages to replay instead of the usual ones. */
export type Wish = { readonly file: string; readonly window: string | undefined };

/** Learns from a file of corrections beside the present model, and takes the result only if nothing got worse. */
export const learnCorrections = async (place: Place, { file, window }: Wish): Promise<Told> => {
  const own = await ownExamples(place);
  const { corrections, faults } = readCorrections(
    await files.readFile(file, 'utf8'),
    intentsIn(own),
  );
  if (faults.length > 0) {
    return refused([NOTHING, ...faults.map(({ line, what }) => `${file}, line ${line} ${what}.`)]);
  }
  const approved = await approvedIn(place, place.corrections);
  const present = await learnedFrom(place, approved);
  const verdict = judgeCorrections(corrections, {
    present,
    examples: [...own, ...approved.examples],
  });
  if (verdict.kind === 'refused') return refused(tellRefusal(verdict));
  const kept = verdict.kept.filter((one) => !approved.examples.some((known) => isSame(known, one)));
  const opening = [
    `${kept.length} of ${corrections.length} corrections are new and believed.`,
    ...verdict.quarantined.map(tellSuspicion),
  ];
  if (kept.length === 0) return refused([...opening, NOTHING]);
  return tryOut(place, { window, approved, present, kept, opening });
};

const NOTHING = 'Nothing was learned.';

const refused = (lines: readonly string[]): Told => ({ kind: 'refused', text: lines.join('\n') });

const isSame = (one: Example, two: Example): boolean =>
  one.text === two.text && one.intents.join() === two.intents.join();

const tellRefusal = ({ reasons, suspicions }: Extract<Verdict, { readonly kind: 'refused' }>) => [
  `${NOTHING} ${reasons.join('; ')}.`,
  ...suspicions.map(tellSuspicion),
  'Take out what is wrong. What you are certain of can be put into nlp/examples by hand.',
];

type Candidacy = {
  readonly window: string | undefined;
  readonly approved: Approved;
  readonly present: Model;
  readonly kept: readonly Correction[];
  readonly opening: readonly string[];
};

const tryOut = async (
  place: Place,
  { window, approved, present, kept, opening }: Candidacy,
): Promise<Told> => {
  const before = await contentOf(place.corrections);
  const examples = [...approved.examples, ...kept.map(({ line: _, ...example }) => example)];
  const learned = await learnedFrom(place, { examples, alarm: 1 });
  const messages = withoutAnswers(await storedWindow(place, window), kept);
  const replayWith = (after: Model) =>
    replay(messages, { before: createUnderstand(present), after: createUnderstand(after) });
  const alarm = alarmFor(learned, lostDangers(replayWith(learned)));
  const candidate = withAlarm(learned, alarm);
  const replayed = replayWith(candidate);
  const comparison = compare(replayed);
  const changes = tellChanges({ replayed, comparison, candidate, corrections: kept });
  const report = [...opening, ...tellAlarm(alarm), ...changes];
  if (comparison.objections.length > 0) {
    const why = comparison.objections.map((objection) => `  ${objection}`);
    return refused([...report, 'Not promoted, the present model stays:', ...why]);
  }
  if ((await contentOf(place.corrections)) !== before) {
    return refused(['Not promoted: somebody else has promoted meanwhile. Try again.']);
  }
  const ended = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  const added = `${JSON.stringify({ alarm })}\n${writeCorrections(kept)}`;
  const number = await promote(place.corrections, `${ended}${added}`);
  return { kind: 'done', text: [...report, ...tellPromotion(place, number)].join('\n') };
};

const tellAlarm = (alarm: number): readonly string[] =>
  alarm < 1
    ? [`So that no danger is lost, the alarm rings from ${alarm * 100} % of the usual chance on.`]
    : [];

const tellPromotion = ({ corrections }: Place, former: number): readonly string[] => [
  `Promoted: ${corrections} has the new lines; the former version is number ${former}.`,
  'It is used from the next start on. To undo it: npm run train -- --rollback',
];
