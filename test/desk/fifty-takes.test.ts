import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSessions } from '../../handoff/index.ts';
import { type Client, clientOf, type StartedDesk, startDesk } from './started-desk.ts';

const AGENTS = 50;
const ROUNDS = 200;

/** Ten thousand requests on a busy machine, ms. */
const BOUND = 180_000;

let desk: StartedDesk;
let agents: readonly Client[];

/** Fifty people who are signed in; their passwords are never tried, so nothing is hashed. */
beforeAll(async () => {
  desk = await startDesk();
  const sessions = createSessions({ ...desk, random: randomBytes });
  const signedIn = async (n: number): Promise<Client> => {
    const account = { id: `a${n}`, email: `a${n}@exemple.fr`, name: `Agent ${n}`, role: 'agent' };
    const whole = { ...account, role: 'agent', password: 'none' } as const;
    await desk.store.saveAccount(whole);
    const { secret } = await sessions.open(whole, {
      audit: { act: 'signed_in', by: whole.id, detail: 'password', from: 'test' },
      browser: 'test',
    });
    return clientOf(desk.url, `loge=${secret}`);
  };
  agents = await Promise.all(Array.from({ length: AGENTS }, (_, n) => signedIn(n)));
});
afterAll(() => desk.stop());

const takeAll = (id: string) => {
  const path = `/api/desk/conversations/${id}/commands`;
  return Promise.all(
    agents.map((agent) => agent.call('POST', path, { id: `take:${id}`, type: 'take' })),
  );
};

test(
  '#2 one chat taken by two agents at once (RC#22206): fifty agents take one conversation at the same moment, two hundred times: one winner, 49 are told who',
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = `race-${round}`;
      await desk.write(id, 'un humain');
      // The tenant writes in the middle of the race: the bot must not answer after the take.
      const [answers] = await Promise.all([takeAll(id), desk.write(id, 'vous êtes là ?')]);
      const winners = answers.filter(({ status }) => status === 200);
      expect(winners).toHaveLength(1);
      const holder = (await desk.store.conversation(id))?.holder;
      expect(winners[0]?.body).toMatchObject({ holder });
      const lost = answers.filter(({ status }) => status === 409);
      expect(lost).toHaveLength(AGENTS - 1);
      expect(new Set(lost.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(lost[0]?.body).toEqual({ holder });
      const entries = await desk.store.entries(id, 0, 500);
      const taken = entries.filter((entry) => entry.kind === 'move' && entry.move.kind === 'taken');
      expect(taken).toHaveLength(1);
      const after = entries.filter(({ seq }) => seq > (taken[0]?.seq ?? 0));
      expect(after.filter(({ kind }) => kind === 'reply')).toEqual([]);
    }
    expect(await desk.store.countByHolder()).toMatchObject({ agent: ROUNDS, queue: 0, bot: 0 });
  },
  BOUND,
);
