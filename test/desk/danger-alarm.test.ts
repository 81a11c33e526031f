import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDanger } from '../../web/console-alarm.ts';
import { createState } from '../../web/console-state.ts';
import type { Summary } from '../../web/console-wire.ts';

const conversation: Summary = {
  id: 'webchat-1',
  channel: 'webchat',
  language: 'fr',
  rev: 1,
  seq: 1,
  holder: { kind: 'agent', agent: { id: 'karim', name: 'Karim' }, since: 0 },
  danger: false,
  episode: 1,
  incidents: [],
  lastText: '',
  openedAt: 0,
  updatedAt: 0,
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { title: '', hidden: false, documentElement: { lang: '' } });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('#16 no notification, sounds do not play (chatwoot#6112, #14295): a danger rings once, and once more for each alarm', () => {
  const state = createState('fr', { sound: true, keys: true }, 0);
  const ring = vi.fn();
  watchDanger(state, ring);
  state.lists.value = { ...state.lists.value, agent: [conversation] };
  expect(ring).not.toHaveBeenCalled();
  const danger = { ...conversation, danger: true };
  state.lists.value = { ...state.lists.value, agent: [danger] };
  state.lists.value = { ...state.lists.value, agent: [{ ...danger, rev: 2 }] };
  expect(ring).toHaveBeenCalledTimes(1);
  state.lists.value = { ...state.lists.value, agent: [{ ...danger, rev: 3, rung: 1 }] };
  state.lists.value = { ...state.lists.value, agent: [{ ...danger, rev: 4, rung: 1 }] };
  expect(ring).toHaveBeenCalledTimes(2);
});
