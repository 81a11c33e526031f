import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation, Store } from '../../bot/index.ts';
import { aConversation, NINE } from './samples.ts';
import type { Open } from './store-contract.ts';

const LEASE = 30_000;

/** One thing a process tries; `together` with the next one, or only when all before it have ended. */
type Step = {
  readonly owner: 'one' | 'two' | 'three';
  readonly act: 'claim' | 'save';
  readonly pass: number;
  readonly together: boolean;
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    owner: fc.constantFrom('one', 'two', 'three'),
    act: fc.constantFrom('claim', 'save'),
    pass: fc.constantFrom(0, 1, LEASE),
    together: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** Processes that try what they are told, each with the document it believes in. */
const createRivals = (store: Store) => {
  const held = new Map<string, Conversation>();
  const won: Conversation[] = [];

  const claim = async (owner: string, now: number): Promise<void> => {
    const fresh = aConversation('c1');
    const mine = await store.claim({ fresh, owner, until: now + LEASE, now });
    if (mine === undefined) return;
    held.set(owner, mine);
    won.push(mine);
  };

  const save = async (owner: string): Promise<void> => {
    const mine = held.get(owner);
    if (mine === undefined) return;
    const next = { ...mine, rev: mine.rev + 1, lastText: `${owner} ${mine.rev}` };
    if (!(await store.save(next, mine))) return;
    held.set(owner, next);
    won.push(next);
  };

  return {
    attempt: ({ owner, act }: Step, now: number) =>
      act === 'claim' ? claim(owner, now) : save(owner),
    /** Every write that was said to have won, in the order of its rev. */
    won: () => [...won].sort((one, other) => one.rev - other.rev),
  };
};

const run = async (store: Store, plan: readonly Step[]): Promise<readonly Conversation[]> => {
  const rivals = createRivals(store);
  let now = NINE;
  let running: Promise<void>[] = [];
  for (const step of plan) {
    now += step.pass;
    running.push(rivals.attempt(step, now));
    if (step.together) continue;
    await Promise.all(running);
    running = [];
  }
  await Promise.all(running);
  return rivals.won();
};

/** The promise that there is one writer, whatever several processes try. */
export const fencingContract = (open: Open): void => {
  test('property: one winner for each rev, one owner for each epoch, and the last winner is kept', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (plan) => {
        const store = await open();
        const won = await run(store, plan);
        expect(won.map(({ rev }) => rev)).toEqual(won.map((_, n) => n + 1));
        const epochs = won.map(({ epoch }) => epoch);
        expect(epochs).toEqual([...epochs].sort((one, other) => one - other));
        const owners = new Set(won.map(({ epoch, lease }) => `${epoch} ${lease?.owner}`));
        expect(owners.size).toBe(new Set(epochs).size);
        expect(await store.conversation('c1')).toEqual(won.at(-1));
        await store.close();
      }),
      { numRuns: 60 },
    );
  });
};
