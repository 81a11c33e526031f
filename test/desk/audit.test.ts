import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addAgent,
  CHIEF,
  type Client,
  clientOf,
  type StartedDesk,
  signIn,
  startDesk,
} from './started-desk.ts';

const named = z.object({ id: z.string(), name: z.string().optional() });
const PAGE = z.object({
  rows: z.array(
    z.object({
      place: z.number(),
      at: z.number(),
      act: z.string(),
      by: named.optional(),
      on: named.optional(),
      detail: z.string().optional(),
      from: z.string().optional(),
    }),
  ),
  more: z.boolean(),
});
const SOPHIE = { name: 'Sophie', email: 'sophie@exemple.fr', role: 'agent' };

let desk: StartedDesk;
let chief: Client;
beforeEach(async () => {
  desk = await startDesk();
  chief = await signIn(desk.url, CHIEF);
});
afterEach(() => desk.stop());

const pageBefore = async (before = '') =>
  PAGE.parse((await chief.call('GET', `/api/desk/audit${before}`)).body);

/** What was written down, oldest first, as sentences. */
const told = async (): Promise<readonly string[]> =>
  (await pageBefore()).rows
    .map(({ by, act, on, detail }) => [by?.name, act, on?.name ?? on?.id, detail])
    .map((words) => words.filter((word) => word !== undefined).join(' '))
    .reverse();

describe('the audit tells', () => {
  test('who came in and who did not, without what they typed', async () => {
    const visitor = clientOf(desk.url);
    await visitor.call('POST', '/api/desk/session', { ...CHIEF, password: 'secret typed' });
    await visitor.call('POST', '/api/desk/session', { email: 'oops-a-password', password: 'x' });
    await chief.call('DELETE', '/api/desk/session');
    chief = await signIn(desk.url, CHIEF);
    expect(await told()).toEqual([
      'Chef signed_in password',
      'sign_in_failed Chef password',
      'sign_in_failed password',
      'Chef signed_out',
      'Chef signed_in password',
    ]);
    const { rows } = await pageBefore();
    expect(JSON.stringify(rows)).not.toMatch(/typed|oops/);
    expect(rows.every(({ from }) => /127\.0\.0\.1$/.test(from ?? ''))).toBe(true);
  });

  test('who was invited, who took a conversation and who tried what is not theirs', async () => {
    const sophie = await addAgent(desk, chief, SOPHIE);
    await desk.write('c1', 'un humain, 07 00 00 00 00');
    const take = { id: 't1', type: 'take' };
    await sophie.call('POST', '/api/desk/conversations/c1/commands', take);
    await sophie.call('POST', '/api/desk/conversations/c1/commands', take);
    await sophie.call('GET', '/api/desk/audit');
    expect((await told()).slice(1)).toEqual([
      'Chef invited Sophie agent',
      'Sophie signed_in link',
      'Sophie taken c1',
      'Sophie refused read_audit',
    ]);
    expect(JSON.stringify(await pageBefore())).not.toMatch(/humain|07 00/);
  });

  test('a reply that takes the conversation is a take', async () => {
    await desk.write('c1', 'un humain');
    const reply = { id: 'r1', type: 'reply', text: 'Bonjour' };
    await chief.call('POST', '/api/desk/conversations/c1/commands', reply);
    expect((await told()).at(-1)).toBe('Chef taken c1');
  });
});

test('the audit is read in pages', async () => {
  for (let n = 0; n < 120; n += 1) {
    await desk.store.addAudit({ at: desk.clock.now(), act: 'refused', detail: `n${n}` });
  }
  const first = await pageBefore();
  expect([first.rows.length, first.more, first.rows[0]?.detail]).toEqual([100, true, 'n119']);
  const second = await pageBefore(`?before=${first.rows.at(-1)?.place}`);
  expect([second.rows.length, second.more, second.rows[0]?.detail]).toEqual([21, false, 'n19']);
  const wrong = await chief.call('GET', '/api/desk/audit?before=yesterday');
  expect(wrong.status).toBe(400);
});
