import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  createUnderstand,
  loadModel,
  packModel,
  readExamples,
  trainModel,
} from '../../nlp/index.ts';
import { FEW } from './tiny.ts';

/** The word lists and programs of the understanding; any folder that stays the same would do. */
const CODE = import.meta.dirname;

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'loge-nlp-'));

const withExamples = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const place = await folder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(place, name), content);
  return place;
};

const SMALL = {
  'pests.fr.txt': '# des bêtes\ndes cafards partout\n\ndes souris\nil y a des rats\n',
  'pests.en.txt': 'we have mice\n',
  'water_leak.fr.txt': 'ça coule\nune fuite sous l’évier\nfuite au plafond\n',
  'several.jsonl':
    '{"text":"une fuite et des rats","lang":"fr","intents":["water_leak","pests"]}\n',
  'README.md': 'not an example',
};

const told = () => {
  const said: string[] = [];
  const say = (_: unknown, what: string) => said.push(what);
  return { said, log: { info: say, warn: say, error: say } };
};

test('examples are the lines of the files, by intent and language', async () => {
  const examples = await readExamples(await withExamples(SMALL));
  expect(examples).toHaveLength(8);
  expect(examples).toContainEqual({ text: 'we have mice', lang: 'en', intents: ['pests'] });
  expect(examples).toContainEqual({
    text: 'une fuite et des rats',
    lang: 'fr',
    intents: ['water_leak', 'pests'],
    kind: 'several',
  });
});

test('a line that cannot be read is named', async () => {
  const place = await withExamples({ 'several.jsonl': '{"text": 3}\n' });
  await expect(readExamples(place)).rejects.toThrow(/several\.jsonl.*"text": 3/);
});

test('the same examples give the same model, byte for byte', async () => {
  const [one, two] = await Promise.all([trainModel(FEW), trainModel(FEW)]);
  expect(packModel(one).equals(packModel(two))).toBe(true);
});

test('a model is learned once, then read; it says so; new examples are learned anew', async () => {
  const [examples, cache, first] = [await withExamples(SMALL), await folder(), told()];
  const learned = await loadModel({ examples, code: CODE, cache, log: first.log });
  expect(first.said.length).toBeGreaterThan(0);
  const second = told();
  expect(await loadModel({ examples, code: CODE, cache, log: second.log })).toMatchObject(learned);
  expect(second.said).toEqual([]);
  await writeFile(join(examples, 'pests.fr.txt'), 'des cafards partout\n');
  await loadModel({ examples, code: CODE, cache, log: second.log });
  expect(second.said.length).toBeGreaterThan(0);
});

test('a damaged cache is learned again', async () => {
  const [examples, cache, { log, said }] = [await withExamples(SMALL), await folder(), told()];
  await loadModel({ examples, code: CODE, cache, log });
  for (const name of await readdir(cache)) await writeFile(join(cache, name), 'broken');
  said.length = 0;
  const model = await loadModel({ examples, code: CODE, cache, log });
  expect(said.length).toBeGreaterThan(0);
  expect(createUnderstand(model)('des rats', {}).guesses[0]?.id).toBe('pests');
});
