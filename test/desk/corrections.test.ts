import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { evaluateLines, readCorrections } from '../../nlp/index.ts';
import { shippedWords } from '../services-site.ts';
import {
  addAgent,
  CHIEF,
  type Client,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

const { catalogue } = shippedWords();
const KNOWN = new Set([...catalogue.keys(), 'talk_to_human', 'out_of_scope']);
const MARKED = z.object({ correction: z.object({ id: z.string(), text: z.string() }) });
const LISTED = z.object({
  corrections: z.array(z.object({ id: z.string(), by: z.object({ name: z.string() }) })),
});

let desk: StartedDesk;
let chief: Client;
let sophie: Client;
beforeEach(async () => {
  const mask = (text: string) => text.replace('enceinte', '[santé]');
  desk = await startDesk({ catalogue, mask });
  chief = await signIn(desk.url, CHIEF);
  sophie = await addAgent(desk, chief, { name: 'Sophie', email: 's@exemple.fr', role: 'agent' });
});
afterEach(() => desk.stop());

const seqOf = async (text: string): Promise<number> => {
  const entries = await desk.store.entries('c1', 0, 500);
  return entries.find((one) => one.kind === 'message' && one.message.text === text)?.seq ?? 0;
};
const mark = async (text: string, intents: readonly string[]) => {
  await desk.write('c1', text);
  const body = { seq: await seqOf(text), intents };
  return sophie.call('POST', '/api/desk/conversations/c1/corrections', body);
};
const idOf = (heard: { readonly body: unknown }): string => MARKED.parse(heard.body).correction.id;
const decide = (id: string, approved: boolean) =>
  chief.call('POST', `/api/desk/corrections/${id}/decision`, { approved });
const file = async (): Promise<string> => {
  const { cookie } = chief;
  const path = '/api/desk/corrections/file';
  return (await fetch(`${desk.url}${path}`, { headers: { cookie } })).text();
};

test('a mark is looked at, approved, and written as the training and the evaluation read it', async () => {
  const pests = idOf(await mark('des petites bêtes partout', ['pests']));
  const gas = idOf(await mark('une odeur bizarre, humain', ['gas_smell', 'water_leak']));
  const wrong = idOf(await mark('bof', ['out_of_scope']));
  const { body } = await chief.call('GET', '/api/desk/corrections');
  expect(LISTED.parse(body).corrections.map(({ by }) => by.name)).toEqual(Array(3).fill('Sophie'));
  expect(await file()).toBe('');
  for (const id of [pests, gas]) expect((await decide(id, true)).status).toBe(200);
  expect((await decide(wrong, false)).status).toBe(200);
  const written = await file();
  const { corrections, faults } = readCorrections(`${written}\n`, KNOWN);
  expect(faults).toEqual([]);
  expect(corrections).toMatchObject([
    { text: 'des petites bêtes partout', lang: 'fr', intents: ['pests'] },
    { text: 'une odeur bizarre, humain', lang: 'fr', intents: ['gas_smell', 'water_leak'] },
  ]);
  const lines = written.trim().split('\n');
  const understand = (text: string) =>
    ({ text, lang: 'fr', intents: [], guesses: [], outcome: 'unsure', slots: {} }) as const;
  expect(evaluateLines(lines, understand)).toMatchObject({
    messages: 2,
    skipped: 0,
    danger: { recall: { of: 1 } },
  });
  expect(lines.map((line) => JSON.parse(line).p0)).toEqual([false, true]);
});

describe('an example holds nothing that belongs to a person', () => {
  test.each([
    ['appelez 06 12 34 56 78', 'appelez 00 00 00 00 00'],
    ['au +33 6.12.34.56.78 vite', 'au +00 0.00.00.00.00 vite'],
    ['code 12345 et A4521', 'code 00000 et A4521'],
    ['je suis nadia.b@exemple.fr, merci', 'je suis x@example.org, merci'],
    ['dossier 2024-118-77', 'dossier 0000-000-00'],
    ['je suis enceinte, 2e étage, porte 12', 'je suis [santé], 2e étage, porte 12'],
  ])('%s', async (text, kept) => {
    expect(MARKED.parse((await mark(text, ['pests'])).body).correction.text).toBe(kept);
  });

  test('property: no five digits of a number survive, wherever they stand', async () => {
    await desk.write('c1', 'bonjour');
    const digits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 14 });
    const gaps = fc.constantFrom('', ' ', '.', '-', '. ');
    const starts = fc.constantFrom('', 'tel', '(', 'n°');
    let seq = 1000;
    await fc.assert(
      fc.asyncProperty(digits, gaps, starts, async (all, gap, start) => {
        seq += 1;
        const message = { text: `${start}${all.join(gap)} fuite`, photos: [] };
        const entry = { kind: 'message', seq, at: 0, inbound: `p${seq}`, message } as const;
        await desk.store.addEntries('c1', [entry], 'sent');
        const body = { seq, intents: ['water_leak'] };
        const path = '/api/desk/conversations/c1/corrections';
        const heard = await sophie.call('POST', path, body);
        expect(MARKED.parse(heard.body).correction.text).not.toMatch(/[1-9]/);
      }),
      { numRuns: 50 },
    );
  });
});

test('a mark can be changed until it is decided, and is decided once', async () => {
  const first = idOf(await mark('des bêtes', ['pests']));
  const body = { seq: await seqOf('des bêtes'), intents: ['out_of_scope'] };
  const changed = await sophie.call('POST', '/api/desk/conversations/c1/corrections', body);
  expect((await decide(first, true)).status).toBe(404);
  expect((await decide(idOf(changed), true)).status).toBe(200);
  expect((await decide(idOf(changed), false)).status).toBe(409);
  expect(await file()).toContain('out_of_scope');
});

test('what cannot be learned from is refused, and nothing is kept of it', async () => {
  await desk.write('c1', 'bonjour');
  const path = '/api/desk/conversations/c1/corrections';
  const message = await seqOf('bonjour');
  const [reply] = (await desk.store.entries('c1', 0, 9)).filter(({ kind }) => kind === 'reply');
  const told = [
    { seq: message, intents: [] },
    { seq: message, intents: ['no_such_thing'] },
    { seq: message, intents: ['pests', 'pests', 'pests', 'pests'] },
    { seq: 0, intents: ['pests'] },
    { seq: 999, intents: ['pests'] },
    { seq: reply?.seq, intents: ['pests'] },
    {},
  ].map((body) => sophie.call('POST', path, body));
  const statuses = (await Promise.all(told)).map(({ status }) => status);
  expect(statuses).toEqual([400, 400, 400, 400, 422, 422, 400]);
  expect(await desk.store.corrections('pending', 0, 9)).toEqual([]);
});

test('marks, decisions and files are written down without a word of the tenant', async () => {
  await decide(idOf(await mark('mot du locataire', ['pests'])), true);
  await file();
  const rows = await desk.store.audit(undefined, 3);
  expect(rows.map(({ act }) => act)).toEqual(['exported', 'correction_approved', 'corrected']);
  expect(JSON.stringify(rows)).not.toContain('mot du locataire');
});
