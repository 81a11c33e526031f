import {
  type Bot,
  type Bus,
  type Clock,
  createBot,
  type Log,
  type Notice,
  type Store,
  type Talk,
  type Understand,
} from '../../bot/index.ts';
import { noMask } from '../no-mask.ts';

/** A log that nobody reads. */
export const silent: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** The clock on the wall. */
export const wallClock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** A clock whose hands the test moves; timers fire when their time has come. */
export const handClock = (start = 1_000_000) => {
  let now = start;
  let timers: readonly { readonly at: number; readonly run: () => void }[] = [];
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** Moves on, firing what falls due. */
    move: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
};

const understand: Understand = (text) => ({
  text,
  lang: 'fr',
  intents: [],
  guesses: [],
  outcome: 'unsure',
  slots: {},
  ...(text.includes('gaz')
    ? { danger: { intent: 'gas_smell', certainty: 'now', why: 'gaz' } }
    : {}),
});

const LEAK = {
  code: 'BCDFGH',
  intent: 'water_leak',
  priority: 'P1',
  due: 2_000_000,
  place: { label: '12 rue des Tilleuls', postcode: '59000' },
  slots: { location: { value: 'kitchen', said: 'dans la cuisine' } },
  photos: [],
} as const;

/** Calls a human for "humain" and for danger, opens an incident for "fuite", and repeats everything else. */
const talk: Talk = ({ state, message, language }) => {
  const text = message?.text ?? 'bonjour';
  const danger = text.includes('gaz');
  const handoff = { reason: danger ? 'danger' : 'asked' } as const;
  return {
    kind: 'said',
    replies: [
      danger
        ? { text: 'Sortez et appelez le 0 800 47 33 33.', language, safety: 'gas' }
        : { text: `Vous dites : ${text}`, language },
    ],
    state: { ...state, greeted: true },
    language,
    opened: text.includes('fuite') ? [LEAK] : [],
    ...(danger || text.includes('humain') ? { handoff } : {}),
  };
};

const notice: Notice = (kind, language, { agent }) => ({
  text: `${kind} ${agent ?? ''}`.trim(),
  language,
});

/** The real front desk around a bot of few words. */
export const smallBot = (parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly bus: Bus;
}): Bot =>
  createBot({
    ...parts,
    talk,
    notice,
    understand,
    mask: noMask,
    lookup: async () => ({ kind: 'incident', events: [] }),
    sends: {},
    log: silent,
    owner: 'test',
  });
