import { randomUUID } from 'node:crypto';
import { WebSocket as NodeSocket } from 'ws';
import { type Chat, createChat } from '../../web/chat.ts';
import type { Pace } from '../../web/direct-line.ts';
import { createCalls } from '../../web/direct-line-calls.ts';
import type { Keep } from '../../web/keep.ts';
import { createPhotoKeep } from '../../web/photo-keep.ts';

const QUICK: Pace = { firstRetry: 10, longestRetry: 40, silence: 400, poll: 20 };

/** A keep like the browser's that outlives the page. */
export const memoryKeep = (): Keep => {
  const kept = new Map<string, string>();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => void kept.set(name, value),
    remove: (name) => void kept.delete(name),
    names: () => [...kept.keys()],
  };
};

/** The widget's conversation without its screen, with short waits. */
export const nodeChat = (url: string, keep: Keep, pace: Partial<Pace> = {}): Chat => {
  const calls = createCalls({
    base: `${url}/v3/directline`,
    fetch,
    now: Date.now,
    timeout: 2000,
  });
  const chat = createChat({
    ...{ calls, keep },
    openSocket: (address) => new NodeSocket(address),
    photos: createPhotoKeep(undefined),
    now: Date.now,
    random: () => 0.5,
    newId: () => randomUUID(),
    pace: { ...QUICK, ...pace },
    language: 'fr',
  });
  chat.start();
  return chat;
};
