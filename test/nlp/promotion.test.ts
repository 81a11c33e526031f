import { expect, test } from 'vitest';
import { compare, lostDangers, readWindow, type Stored, withoutAnswers } from '../../nlp/index.ts';

type Answer = { readonly id: string; readonly p?: number; readonly p0?: boolean };

const message = (text: string, intent?: string, p0 = false): Stored => ({
  text,
  lang: 'fr',
  intents: intent === undefined ? undefined : [intent],
  p0: intent === undefined ? undefined : p0,
});

const answer = ({ id, p = 0.9, p0 = false }: Answer) => ({
  text: '',
  lang: 'fr',
  intents: [{ id, p }],
  outcome: 'sure' as const,
  p0,
  slots: {},
  ms: 1,
});

const replayed = (one: Stored, before: Answer, after: Answer) => ({
  message: one,
  before: answer(before),
  after: answer(after),
});

const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at));

const pests = { id: 'pests' };
const leak = { id: 'water_leak' };
const gas = { id: 'gas_smell', p0: true };

test('a candidate that answers the same is taken', () => {
  const same = times(50, () => replayed(message('des rats', 'pests'), pests, pests));
  expect(compare(same).objections).toEqual([]);
});

test('a danger that is heard now may not be lost, labelled or not', () => {
  const silent = { id: 'gas_smell', p0: false };
  const lost = [
    replayed(message('ça sent le gaz', 'gas_smell', true), gas, silent),
    replayed(message('odeur de gaz'), gas, silent),
  ];
  expect(lostDangers(lost)).toEqual(['ça sent le gaz', 'odeur de gaz']);
  expect(compare(lost).objections).toEqual([
    'a danger is lost: "ça sent le gaz"',
    'a danger is lost: "odeur de gaz"',
  ]);
});

test('a needless alarm may be lost, and more of them than chance explains may not come', () => {
  const healed = replayed(message('pas de gaz', 'pests'), { ...pests, p0: true }, pests);
  expect(compare([healed]).objections).toEqual([]);
  const raised = times(20, () =>
    replayed(message('des rats', 'pests'), pests, { ...pests, p0: true }),
  );
  expect(compare(raised).objections).toEqual([expect.stringContaining('where there is none')]);
});

test('an intent may be found a little less, not less than its interval allows', () => {
  const found = (share: number) =>
    times(20, (at) =>
      replayed(message('des rats', 'pests'), pests, at < 20 * share ? pests : { ...leak, p: 0.3 }),
    );
  expect(compare(found(0.95)).objections.join()).not.toContain('found less');
  expect(compare(found(0.7)).objections.join()).toContain('pests is found less');
});

test('probabilities may not say less what they mean, nor sure answers be wrong more often', () => {
  const modest = times(50, () =>
    replayed(message('des rats', 'pests'), pests, { ...pests, p: 0.6 }),
  );
  expect(compare(modest).objections).toEqual([expect.stringContaining('probabilities')]);
  const bold = times(50, (at) =>
    replayed(message('des rats', 'pests'), pests, at % 4 === 0 ? leak : pests),
  );
  expect(compare(bold).objections.join()).toContain('wrong when sure');
});

test('a window is JSON lines, with labels or without; other lines are passed over', () => {
  const lines = ['{"text":"des rats","intents":["pests"],"p0":false}', '{"text":"oui"}', 'x', '3'];
  expect(readWindow(lines.join('\n'))).toEqual([
    { text: 'des rats', lang: '', intents: ['pests'], p0: false },
    { text: 'oui', lang: '', intents: undefined, p0: undefined },
  ]);
});

test('what is learned from is not measured with', () => {
  const window = [message('des rats', 'pests'), message('une fuite', 'water_leak')];
  const learned = [{ text: ' des rats', lang: 'fr' as const, intents: ['pests'] }];
  expect(withoutAnswers(window, learned).map(({ intents }) => intents)).toEqual([
    undefined,
    ['water_leak'],
  ]);
});
