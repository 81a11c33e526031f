import { describe, expect, test } from 'vitest';
import { type Correction, judgeCorrections, trainModel } from '../../nlp/index.ts';
import { HONEST, poisoned, SMALL_SET } from './small-set.ts';

const known = { present: await trainModel(SMALL_SET), examples: SMALL_SET };
const judged = (file: readonly Correction[]) => judgeCorrections(file, known);

/** The lines that are not believed, whether they are left out or the file is refused for them. */
const doubted = (file: readonly Correction[]): readonly number[] => {
  const verdict = judged(file);
  const found = verdict.kind === 'refused' ? verdict.suspicions : verdict.quarantined;
  return found.map(({ correction: { line } }) => line);
};

const INTENTS = [...new Set(HONEST.flatMap(({ intents }) => intents))];
const DANGERS = ['gas_smell', 'fire_smoke'];

const correction = (line: number, text: string, ...intents: string[]): Correction => ({
  text,
  lang: 'fr',
  intents,
  line,
});

test('most of an honest file is believed', () => {
  const verdict = judged(HONEST);
  expect(verdict).toMatchObject({ kind: 'accepted' });
  expect(doubted(HONEST).length).toBeLessThan(HONEST.length / 4);
});

describe('a file with 5 % poison is refused, or the poison is left out', () => {
  test('labels drawn at random, all but those that the model cannot dispute either', () => {
    const draws = [1, 2, 3, 4, 5, 6, 7].map((draw) => {
      const { file, lines } = poisoned(({ intents }, at) => {
        const other = INTENTS[(INTENTS.indexOf(intents[0] ?? '') + draw) % INTENTS.length];
        return other === undefined || at % 2 === draw % 2 ? undefined : [other];
      });
      const seen = doubted(file).filter((line) => lines.has(line)).length;
      return judged(file).kind === 'refused' ? 1 : seen / lines.size;
    });
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0.5);
    expect(draws.reduce((sum, share) => sum + share, 0) / draws.length).toBeGreaterThan(0.75);
  });

  test('dangers called harmless', () => {
    const { file, lines } = poisoned(({ intents }) =>
      intents.some((id) => DANGERS.includes(id)) ? ['rent_receipt'] : undefined,
    );
    const verdict = judged(file);
    expect(lines.size).toBeGreaterThan(2);
    expect(verdict).toMatchObject({ kind: 'refused' });
    expect(verdict.kind === 'refused' && verdict.reasons.join()).toContain('danger');
  });

  test('one text again and again, with a label that the model cannot dispute', () => {
    const flood = [1, 2, 3, 4].map((at) =>
      correction(100 + at, `il y a des cafards dans la cuisine, dossier ${4510 + at}`, 'pests'),
    );
    expect(doubted([...HONEST, ...flood])).toEqual(expect.arrayContaining([101, 102, 103, 104]));
  });
});

test('a flood of one request in the same words is refused', () => {
  const flood = Array.from({ length: 20 }, (_, at) =>
    correction(100 + at, `il y a des cafards dans la cuisine, dossier ${4510 + at}`, 'pests'),
  );
  expect(judged([...HONEST.slice(0, 20), ...flood])).toMatchObject({
    kind: 'refused',
    reasons: [expect.stringContaining('again and again')],
  });
});

test('one text with two meanings counts for none', () => {
  const twice = [
    correction(101, 'mon ficus fait la tête', 'pests'),
    correction(102, 'Mon ficus fait la tête !', 'rent_receipt'),
  ];
  expect(doubted([...HONEST, ...twice])).toEqual(expect.arrayContaining([101, 102]));
});

test('what an example says in the same words is not turned around', () => {
  const [example] = SMALL_SET.filter(({ intents }) => intents[0] === 'rent_receipt');
  const turned = correction(101, `${example?.text.toUpperCase()} !!`, 'pests');
  expect(doubted([...HONEST, turned])).toContain(101);
});

test('a danger that an example names is never made harmless by its near twin', () => {
  const [example] = SMALL_SET.filter(({ intents }) => intents[0] === 'gas_smell');
  const verdict = judged([...HONEST, correction(101, `${example?.text} .`, 'pests')]);
  expect(verdict).toMatchObject({ kind: 'refused' });
  expect(verdict.kind === 'refused' && verdict.suspicions[0]).toMatchObject({
    kind: 'hides-danger',
    correction: { line: 101 },
  });
});
