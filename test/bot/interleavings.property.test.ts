import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgentCommand, Conversation, Entry, Inbound } from '../../bot/index.ts';
import { absencesIn, createAttendance } from '../../handoff/index.ts';
import { after, KARIM, later, ordered, row, SOPHIE, START, wrote } from './turns.ts';

const SECOND = 1_000;
const HOUR = 3_600_000;
const LEA = { id: 'lea', name: 'Léa' };
const TEAM = [SOPHIE, KARIM, LEA] as const;

type Agent = (typeof TEAM)[number];
type Step =
  | { readonly kind: 'wrote'; readonly text: string }
  | { readonly kind: 'ordered'; readonly command: AgentCommand; readonly agent: Agent }
  | { readonly kind: 'leaves' | 'comes'; readonly agent: Agent }
  | { readonly kind: 'jump'; readonly ms: number };

const agents = fc.constantFrom(...TEAM);
const commands: fc.Arbitrary<AgentCommand> = fc.oneof(
  fc.constantFrom<AgentCommand>({ type: 'take' }, { type: 'close' }, { type: 'undo_close' }),
  fc.constantFrom<AgentCommand>({ type: 'release' }, { type: 'release', summary: 'à suivre' }),
  fc.constantFrom<AgentCommand>({ type: 'reply', text: 'Bonjour' }, { type: 'note', text: 'NB' }),
  fc.constant<AgentCommand>({ type: 'transfer', note: 'suivi' }),
  agents.map((to): AgentCommand => ({ type: 'transfer', to, note: 'suivi' })),
  agents.map(({ id }): AgentCommand => ({ type: 'take_over', from: id })),
  fc.integer({ min: 1, max: 24 * HOUR }).map((until): AgentCommand => ({ type: 'snooze', until })),
);
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .constantFrom('bonjour', 'un humain', 'ça sent le gaz', 'oui', 'une fuite')
    .map((text) => ({ kind: 'wrote', text }) as const),
  fc.record({ kind: fc.constant('ordered' as const), command: commands, agent: agents }),
  fc.record({ kind: fc.constantFrom('leaves' as const, 'comes' as const), agent: agents }),
  fc
    .constantFrom(
      SECOND,
      9 * SECOND,
      11 * SECOND,
      60 * SECOND,
      121 * SECOND,
      301 * SECOND,
      9 * HOUR,
    )
    .map((ms) => ({ kind: 'jump', ms }) as const),
);
const histories = fc.array(steps, { maxLength: 60, size: 'max' });

type Change = {
  readonly before: Conversation;
  readonly after: Conversation;
  readonly added: readonly Entry[];
  readonly cause: string;
};

/** Lives through a history as the program does: what came in, what is due, and whose page is gone. */
const live = (history: readonly Step[]): readonly Change[] => {
  let now = SECOND;
  let held = START;
  const changes: Change[] = [];
  const attendance = createAttendance({ now: () => now });
  const away = new Set<string>();
  const become = (next: Conversation, cause: string): void => {
    changes.push({ before: held, after: next, added: next.log.slice(held.log.length), cause });
    held = next;
  };
  const come = (inbound: Inbound, cause: string): void =>
    become(after(held, inbound, now).conversation, cause);
  const round = (): void => {
    for (const { id } of TEAM) if (!away.has(id)) attendance.seen(id);
    become(later(held, now).conversation, 'time');
    for (const { agent, since } of absencesIn([held], { ...attendance, now })) {
      // Noticed twice: the second must change nothing.
      const absence = row('gone', { kind: 'absence', agent, since });
      come(absence, 'absence');
      come(absence, 'absence');
    }
  };
  /** Rounds go on while time passes; a night is one step, as when the program stood still. */
  const pass = (ms: number): void => {
    const stride = ms < HOUR ? 10 * SECOND : ms;
    for (let left = ms; left > 0; left -= stride) {
      now += Math.min(left, stride);
      round();
    }
  };
  for (const step of history) {
    switch (step.kind) {
      case 'wrote':
        come(wrote('w', step.text), 'message');
        break;
      case 'ordered':
        if (!away.has(step.agent.id)) {
          attendance.seen(step.agent.id);
          come(ordered('c', step.command, step.agent), step.command.type);
        }
        break;
      case 'leaves':
        away.add(step.agent.id);
        break;
      case 'comes':
        away.delete(step.agent.id);
        break;
      case 'jump':
        pass(step.ms);
        break;
      default:
        step satisfies never;
    }
    round();
  }
  return changes;
};

const holds = (check: (change: Change) => void): void =>
  fc.assert(
    fc.property(histories, (history) => live(history).forEach(check)),
    { numRuns: 200 },
  );

const movesIn = (added: readonly Entry[]) =>
  added.flatMap((entry) => (entry.kind === 'move' ? [entry.move] : []));

/** What the transcript must say when the holder changed to this one. */
const EVENTS: Readonly<Record<Conversation['holder']['kind'], readonly string[]>> = {
  bot: ['released', 'reopened', 'close_undone'],
  queue: ['queued', 'transferred', 'agent_gone', 'close_undone'],
  agent: ['taken', 'taken_over', 'transferred', 'close_undone', 'woken'],
  closed: ['closed'],
};

test('whoever holds it changes only with an event that says so, with its moment', () => {
  holds(({ before, after: next, added }) => {
    const same =
      before.holder.kind === next.holder.kind &&
      (before.holder.kind !== 'agent' ||
        next.holder.kind !== 'agent' ||
        before.holder.agent.id === next.holder.agent.id);
    if (same) return;
    const kinds = movesIn(added).map(({ kind }) => kind);
    expect(kinds.some((kind) => EVENTS[next.holder.kind].includes(kind))).toBe(true);
    expect(added.every(({ at }) => at > 0)).toBe(true);
  });
});

test('nothing leaves the queue but by an agent, who is named', () => {
  holds(({ before, after: next, added }) => {
    if (before.holder.kind !== 'queue' || next.holder.kind === 'queue') return;
    const [move] = movesIn(added).filter(({ kind }) =>
      ['taken', 'released', 'closed'].includes(kind),
    );
    expect(move).toMatchObject({ agent: { id: expect.any(String) } });
  });
});

test('#11 the bot keeps answering after a human took over (chatwoot#11363): it says nothing but that this ends', () => {
  holds(({ before, after: next, added, cause }) => {
    if (before.holder.kind !== 'agent') return;
    const bot = added.filter((entry) => entry.kind === 'reply' && entry.by.kind === 'bot');
    if (next.holder.kind === 'agent' && cause !== 'transfer' && cause !== 'take_over') {
      expect(bot).toEqual([]);
    }
    expect(bot.length).toBeLessThanOrEqual(1);
  });
});

test('a human’s words stand only where that human holds it', () => {
  holds(({ after: { holder }, added }) => {
    for (const entry of added) {
      if (entry.kind !== 'reply' || entry.by.kind !== 'agent') continue;
      expect(holder).toMatchObject({ kind: 'agent', agent: entry.by.agent });
    }
  });
});

/** What begins a holding, and with it the chance that its agent goes. */
const STARTS = ['taken', 'taken_over', 'transferred', 'woken', 'close_undone'];

test('the tenant is told of an absence once, and waits again from then on', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const changes = live(history);
      const kinds = changes.flatMap(({ added }) => movesIn(added).map(({ kind }) => kind));
      const holdings = kinds.filter((kind) => STARTS.includes(kind) || kind === 'agent_gone');
      expect(holdings.join(' ')).not.toContain('agent_gone agent_gone');
      for (const { after: next, added } of changes) {
        const gone = movesIn(added).filter(({ kind }) => kind === 'agent_gone');
        expect(added.filter(tellsOfAbsence)).toHaveLength(gone.length);
        if (gone.length > 0) expect(next.holder.kind).toBe('queue');
      }
    }),
    { numRuns: 400 },
  );
});

const tellsOfAbsence = (entry: Entry): boolean =>
  entry.kind === 'reply' && entry.reply.text.startsWith('agent_gone');

test('a danger that waits always has an alarm; taking it ends it, and so does an answer', () => {
  holds(({ before, after: { holder, danger, alarm, waitingSince }, cause }) => {
    if (holder.kind === 'queue' && danger) expect(alarm).toBeDefined();
    if (holder.kind === 'agent' && waitingSince === undefined) expect(alarm).toBeUndefined();
    if (holder.kind === 'bot') expect(alarm).toBeUndefined();
    const taken = before.holder.kind === 'queue' && holder.kind === 'agent';
    if (taken && cause === 'take') expect(alarm).toBeUndefined();
  });
});
