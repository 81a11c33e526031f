import type { Move } from './console-wire.ts';
import { named, type Words } from './console-words.ts';

/** What happened to a conversation, in a sentence. */
export const moveText = (move: Move, say: Words): string => {
  switch (move.kind) {
    case 'queued':
      return say('move_queued', { reason: named(say, 'reason', move.reason) });
    case 'transferred':
      return move.to === undefined
        ? say('move_to_queue', { name: move.agent.name, note: move.note })
        : say('move_to_agent', { name: move.agent.name, to: move.to.name, note: move.note });
    case 'taken':
    case 'released':
    case 'closed':
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
