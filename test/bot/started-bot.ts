import {
  type Bot,
  type BotParts,
  createBot,
  type Log,
  type Send,
  type Store,
} from '../../bot/index.ts';
import { localBus } from '../../store/index.ts';
import { noMask } from '../no-mask.ts';
import { parrot, plainNotice, understandGas } from './turns.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

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
    /** Moves on, firing what falls due, in order. */
    move: (ms: number) => {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
    },
  };
};

/** The real front desk around the parrot. */
export const parrotBot = (
  store: Store,
  parts: Partial<BotParts> & { readonly sms?: Send } = {},
): Bot =>
  createBot({
    store,
    talk: parrot,
    notice: plainNotice,
    understand: understandGas,
    mask: noMask,
    lookup: async (query) =>
      query.kind === 'code' ? { kind: 'code', code: 'BCDFGH' } : { kind: 'incident', events: [] },
    bus: localBus(),
    sends: parts.sms === undefined ? {} : { sms: parts.sms },
    clock: handClock(),
    log: silent,
    owner: 'test',
    ...parts,
  });
