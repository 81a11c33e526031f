import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { learnCorrections } from '../../learn-corrections.ts';
import { approvedIn } from '../../load-understanding.ts';
import { writeCorrections } from '../../nlp/index.ts';
import { trainAsAsked } from '../../train-command.ts';
import { HONEST, poisoned, SMALL_SET, WINDOW } from './small-set.ts';

const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A house of its own that knows the small set, with a window to replay. */
const newPlace = async () => {
  const root = await mkdtemp(join(tmpdir(), 'loge-learn-'));
  await mkdir(join(root, 'nlp/examples'), { recursive: true });
  await mkdir(join(root, 'test/nlp'), { recursive: true });
  await writeFile(join(root, 'nlp/examples/small.jsonl'), writeCorrections(SMALL_SET));
  await writeFile(join(root, 'window.jsonl'), writeCorrections(WINDOW));
  const send = async (name: string, lines: Parameters<typeof writeCorrections>[0]) => {
    await writeFile(join(root, name), writeCorrections(lines));
    return { file: join(root, name), window: join(root, 'window.jsonl') };
  };
  return { place: { root, log, corrections: join(root, 'data/corrections.jsonl') }, send };
};

const linesOf = async (file: string): Promise<readonly string[]> =>
  (await readFile(file, 'utf8')).split('\n').filter((line) => line.startsWith('{"text"'));

test('honest corrections are promoted, told, kept, and taken back by one command', async () => {
  const { place, send } = await newPlace();
  const told = await learnCorrections(
    place,
    await send(
      'honest.jsonl',
      HONEST.filter((_, at) => at % 4 === 0),
    ),
  );
  expect(told.text).toContain('replayed messages');
  expect(told).toMatchObject({ kind: 'done', text: expect.stringContaining('Promoted') });
  expect((await linesOf(place.corrections)).length).toBeGreaterThan(8);
  expect((await approvedIn(place, place.corrections)).examples.length).toBeGreaterThan(8);
  expect(await readdir(join(place.root, 'data'))).toEqual([
    'corrections.1.jsonl',
    'corrections.jsonl',
  ]);
  const models = await readdir(join(place.root, 'dist/model'));
  const back = await trainAsAsked(place, ['--rollback']);
  expect(back).toMatchObject({ kind: 'done', text: expect.stringContaining('Version 1') });
  expect(await linesOf(place.corrections)).toEqual([]);
  expect(await readdir(join(place.root, 'dist/model'))).toEqual(models);
  expect(await trainAsAsked(place, ['--rollback'])).toMatchObject({ kind: 'refused' });
});

test('poisoned corrections change nothing and are named', async () => {
  const { place, send } = await newPlace();
  const { file, lines } = poisoned(({ intents }) =>
    intents[0] === 'gas_smell' || intents[0] === 'fire_smoke' ? ['pests'] : undefined,
  );
  const told = await learnCorrections(place, await send('poisoned.jsonl', file));
  expect(told).toMatchObject({ kind: 'refused', text: expect.stringContaining('danger') });
  expect([...lines].filter((line) => told.text.includes(`line ${line} `))).not.toEqual([]);
  expect(await readdir(place.root)).not.toContain('data');
});

test('a file with a broken line is not learned from, and the line is named', async () => {
  const { place } = await newPlace();
  const file = join(place.root, 'broken.jsonl');
  await writeFile(file, `${writeCorrections(HONEST.slice(0, 1))}{"text":"des rats"}\n`);
  const told = await trainAsAsked(place, ['--with', file]);
  expect(told).toMatchObject({ kind: 'refused', text: expect.stringContaining('line 2 has no') });
});

test('what is not understood is said with what there is', async () => {
  const { place } = await newPlace();
  await expect(trainAsAsked(place, ['--wiht', 'x'])).rejects.toThrow(/--with/);
  await expect(trainAsAsked({ ...place, corrections: undefined }, ['--rollback'])).rejects.toThrow(
    /DATABASE_URL/,
  );
});
