import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type AgentCommand,
  type Conversation,
  IDENTITY,
  identified,
  identityAt,
  levelOf,
  type Query,
  reaches,
  type Store,
  type Talk,
  TO_CHECK,
} from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { parrotBot } from './started-bot.ts';
import { KARIM, ordered, SOPHIE, START, after as turnAfter, wrote } from './turns.ts';

const vouch: AgentCommand = { type: 'verify', by: 'agent' };
const opened: AgentCommand = { type: 'verify', by: 'link' };

const run = (start: Conversation, ...commands: readonly [AgentCommand, typeof SOPHIE][]) =>
  commands.reduce(
    ({ conversation }, [command, agent], n) =>
      turnAfter(conversation, ordered(`c${n}`, command, agent), n),
    turnAfter(start, wrote('w', 'bonjour')),
  );

describe('an agent who vouches for the tenant', () => {
  test('is seen in the transcript, and the tenant is told', () => {
    const { conversation } = run(START, [vouch, SOPHIE]);
    expect(conversation.talk.identity).toMatchObject({ by: 'agent', agent: SOPHIE });
    expect(conversation.log.slice(-2)).toMatchObject([
      { kind: 'move', move: { kind: 'identified', by: 'agent', agent: SOPHIE } },
      { kind: 'reply', by: { kind: 'bot' }, reply: { text: 'verified' } },
    ]);
  });

  test('must hold the conversation, or nobody does', () => {
    const held = run(START, [{ type: 'take' }, KARIM]);
    const lost = turnAfter(held.conversation, ordered('x', vouch, SOPHIE));
    expect(lost.result).toMatchObject({ kind: 'lost', holder: { agent: KARIM } });
    expect(lost.conversation).toEqual(held.conversation);
    const mine = turnAfter(held.conversation, ordered('x', vouch, KARIM));
    expect(mine.conversation.talk.identity).toMatchObject({ agent: KARIM });
    expect(mine.conversation.holder).toMatchObject({ kind: 'agent', agent: KARIM });
  });

  test('may have sent a link before a colleague took over', () => {
    const held = run(START, [{ type: 'take' }, KARIM]);
    const shown = turnAfter(held.conversation, ordered('x', opened, SOPHIE));
    expect(shown.conversation.talk.identity).toMatchObject({ by: 'link', agent: SOPHIE });
    expect(shown.conversation.holder).toMatchObject({ kind: 'agent', agent: KARIM });
  });

  test('cannot once the conversation is closed', () => {
    const closed = run(START, [{ type: 'close' }, SOPHIE]);
    for (const command of [vouch, opened]) {
      expect(turnAfter(closed.conversation, ordered('x', command)).result?.kind).toBe('lost');
    }
  });

  test('can take it back', () => {
    const { conversation } = run(START, [vouch, SOPHIE], [{ type: 'unverify' }, SOPHIE]);
    expect(conversation.talk.identity).toBeUndefined();
    expect(conversation.log.at(-1)).toMatchObject({
      move: { kind: 'unidentified', agent: SOPHIE },
    });
  });
});

describe('how long it is known who speaks', () => {
  test('a new episode begins with somebody unknown; the tries are counted on', () => {
    const talk = { ...START.talk, proofs: { tries: 3, texts: 1, gaveUp: 5 } };
    const closed = run({ ...START, talk }, [vouch, SOPHIE], [{ type: 'close' }, SOPHIE]);
    const { conversation } = turnAfter(closed.conversation, wrote('w2', 'bonjour'), 10);
    expect(conversation.episode).toBe(2);
    expect(conversation.talk.identity).toBeUndefined();
    expect(conversation.talk.proofs).toEqual({ tries: 3, texts: 1 });
  });

  test('a code and a lease for thirty days, the word of an agent for one', () => {
    const DAY = 24 * 3_600_000;
    const code = identified({ by: 'code', phone: '+33639980001' }, 0, undefined);
    const lease = identified({ by: 'birth_date', tenant: 'T1' }, 0, code);
    const agent = identified({ by: 'agent', agent: SOPHIE }, 0, lease);
    expect([code, lease, agent].map(levelOf)).toEqual(['L1', 'L2', 'L3']);
    expect(lease.confirmed).toBe('+33639980001');
    expect(identityAt(lease, 30 * DAY - 1)).toBe(lease);
    expect(identityAt(lease, 30 * DAY)).toBeUndefined();
    expect(identityAt(agent, DAY - 1)).toBe(agent);
    expect(identityAt(agent, DAY)).toBeUndefined();
    expect(reaches(undefined, 'L0')).toBe(true);
    expect(reaches(undefined, 'L1')).toBe(false);
    expect(reaches(code, 'L2')).toBe(false);
    expect(reaches(agent, 'L2')).toBe(true);
  });
});

describe('the incidents that waited for it', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
  });
  afterEach(() => store.close());

  /** Opens an incident that waits to be checked for "papier", one that does not for "fuite". */
  const talk: Talk = ({ state, message, language, incidents, known }) => {
    const text = message?.text ?? '';
    const query = { kind: 'code', n: incidents.length } as const;
    const code = known(query)?.code;
    if (code === undefined) return { kind: 'need', query };
    const slots = text.includes('papier') ? { [IDENTITY]: { value: TO_CHECK, said: '' } } : {};
    const draft = {
      code,
      intent: 'rent_receipt',
      priority: 'A1',
      due: 9,
      slots,
      photos: [],
    } as const;
    return { kind: 'said', replies: [], state, language, opened: [draft] };
  };

  test('get an event that says how it was shown; the others are left', async () => {
    const CODES = ['BCDFGH', 'JKMNPQ', 'RTVWXZ'];
    const bot = parrotBot(store, {
      talk,
      lookup: async (query: Query) => {
        if (query.kind === 'code') return { kind: 'code', code: CODES[query.n] ?? '' };
        if (query.kind !== 'incident') throw new Error(query.kind);
        const incident = await store.incidentByCode(query.code);
        return { kind: 'incident', events: [], ...(incident === undefined ? {} : { incident }) };
      },
    });
    for (const [n, text] of ['un papier', 'fuite', 'encore un papier'].entries()) {
      await bot.accept(wrote(`web:${n}`, text));
    }
    await bot.accept(ordered('desk:1', vouch));
    await bot.accept(ordered('desk:2', vouch));
    await bot.drain();
    const incidents = await store.incidentsOf('webchat-1');
    expect(incidents.map(({ slots, events }) => [slots[IDENTITY]?.value, events])).toEqual([
      ['L3_agent', 2],
      [undefined, 1],
      ['L3_agent', 2],
    ]);
    const [event] = (await store.incidentEvents('webchat-1:1')).slice(-1);
    expect(event).toMatchObject({ kind: 'identity', by: 'agent', data: { identity: 'L3_agent' } });
  });
});
