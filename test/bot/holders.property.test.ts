import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AgentCommand, Conversation, Inbound } from '../../bot/index.ts';
import { after, KARIM, ordered, row, SOPHIE, START, wrote } from './turns.ts';

const texts = fc.constantFrom('bonjour', 'fuite', 'un humain', 'ça sent le gaz', '', 'oui');
const agents = fc.constantFrom(SOPHIE, KARIM);
const commands: fc.Arbitrary<AgentCommand> = fc.oneof(
  fc.constantFrom<AgentCommand>({ type: 'take' }, { type: 'release' }, { type: 'close' }),
  fc.constantFrom<AgentCommand>({ type: 'reply', text: 'Bonjour' }, { type: 'note', text: 'NB' }),
  fc.constant<AgentCommand>({ type: 'transfer', note: 'suivi' }),
  agents.map((to): AgentCommand => ({ type: 'transfer', to, note: 'suivi' })),
  agents.map(({ id }): AgentCommand => ({ type: 'take_over', from: id })),
  fc.constantFrom<AgentCommand>({ type: 'snooze', until: 20 }, { type: 'undo_close' }),
);
const events: fc.Arbitrary<Inbound> = fc.oneof(
  texts.map((text) => wrote('w', text)),
  fc.tuple(commands, agents).map(([command, agent]) => ordered('c', command, agent)),
  fc.constant(row('o', { kind: 'opened' })),
);
const histories = fc.array(events, { maxLength: 40 });

/** Every state a history goes through, with the event that led to it. */
const walk = (history: readonly Inbound[]) => {
  let conversation: Conversation = START;
  return history.map((event, index) => {
    const before = conversation;
    const outcome = after(before, event, index);
    conversation = outcome.conversation;
    return { before, event, outcome, added: conversation.log.slice(before.log.length) };
  });
};

test('the bot never answers a tenant while an agent holds the conversation', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { before, event, added } of walk(history)) {
        if (before.holder.kind !== 'agent' || event.content.kind !== 'message') continue;
        // A conversation that was set aside wakes, which the desk reads.
        const heard = added.filter(({ kind }) => kind !== 'move');
        expect(heard.map(({ kind }) => kind)).toEqual(['message']);
      }
    }),
  );
});

test('an agent speaks only while that agent holds the conversation', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { added, outcome } of walk(history)) {
        const { holder } = outcome.conversation;
        for (const entry of added) {
          if (entry.kind !== 'reply' || entry.by.kind !== 'agent') continue;
          expect(holder).toMatchObject({ kind: 'agent', agent: entry.by.agent });
        }
      }
    }),
  );
});

test('the sequence is dense from 1', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const last = walk(history).at(-1)?.outcome.conversation ?? START;
      expect(last.log.map(({ seq }) => seq)).toEqual(last.log.map((_, index) => index + 1));
    }),
  );
});

test('replaying a history gives the same documents', () => {
  fc.assert(
    fc.property(histories, (history) => {
      expect(walk(history)).toEqual(walk(structuredClone(history)));
    }),
  );
});

test('a lost command changes nothing and names the holder', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { before, outcome } of walk(history)) {
        if (outcome.result?.kind !== 'lost') continue;
        expect(outcome.conversation).toEqual(before);
        expect(outcome.result.holder).toEqual(before.holder);
      }
    }),
  );
});

test('a danger is in the queue or with a human at the end of its turn', () => {
  fc.assert(
    fc.property(histories, (history) => {
      for (const { event, outcome } of walk(history)) {
        if (event.content.kind !== 'message') continue;
        if (!event.content.message.text.includes('gaz')) continue;
        expect(['queue', 'agent']).toContain(outcome.conversation.holder.kind);
        expect(outcome.conversation.danger).toBe(true);
      }
    }),
  );
});
