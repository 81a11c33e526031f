import type { Move } from './console-wire.ts';
import { type Language, momentOf, named, type Words } from './console-words.ts';

/** What happened to a conversation, in a sentence. */
export const moveText = (move: Move, say: Words, language: Language): string => {
  switch (move.kind) {
    case 'queued':
      return say('move_queued', { reason: named(say, 'reason', move.reason) });
    case 'transferred':
      return move.to === undefined
        ? say('move_to_queue', { name: move.agent.name, note: move.note })
        : say('move_to_agent', { name: move.agent.name, to: move.to.name, note: move.note });
    case 'released':
      return move.summary === undefined
        ? say('move_released', { name: move.agent.name })
        : say('move_released_with', { name: move.agent.name, note: move.summary });
    case 'taken_over':
      return say('move_taken_over', { name: move.agent.name, from: move.from.name });
    case 'snoozed':
      return say('move_snoozed', {
        name: move.agent.name,
        when: momentOf(move.until, language),
      });
    case 'woken':
      return say(`move_woken_${move.by}`, { name: move.agent.name });
    case 'escalated':
      return say('move_escalated', { count: move.rung });
    case 'taken':
    case 'closed':
    case 'close_undone':
    case 'agent_gone':
      return say(`move_${move.kind}`, { name: move.agent.name });
    case 'identified':
      return say(`move_identified_${move.by}`, { name: move.agent?.name ?? '' });
    case 'unidentified':
      return say('move_unidentified', { name: move.agent.name });
    case 'reopened':
    case 'muted':
    case 'unmuted':
      return say(`move_${move.kind}`);
    case 'undelivered':
      return say('move_undelivered', { why: named(say, 'undelivered', move.why) });
    default:
      return move satisfies never;
  }
};
