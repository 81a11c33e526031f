import type { CommandResult } from './agent-command.ts';
import type { Bot, CommandRow } from './bot.ts';
import { BotError } from './bot-error.ts';
import type { Bus } from './bus.ts';
import type { Clock } from './clock.ts';
import type { Reach } from './crash-point.ts';
import { SETTLE } from './deliver.ts';
import { createLanes, type Lanes } from './lanes.ts';
import type { Log } from './log.ts';
import { type Mask, withoutNumbers } from './mask.ts';
import type { Channel, Inbound } from './message.ts';
import type { Send } from './outbox.ts';
import type { Patience } from './pieces.ts';
import type { Lookup } from './query.ts';
import { remembered } from './remembered.ts';
import { LEASE } from './save.ts';
import type { Store } from './store.ts';
import type { Notice, Talk } from './talk.ts';
import type { Texting } from './texts.ts';
import { createTurn, turnFailed } from './turn.ts';
import type { Understand } from './understanding.ts';
import { createWorker } from './worker.ts';

/** How often work that nobody is doing is looked for, ms. */
const SWEEP = 1_000;

/** An inbound row older than this, ms, has been forgotten by whoever took it. */
const FORGOTTEN = 3_000;

/** Conversations taken up in one sweep. */
const SWEEP_SIZE = 200;

/** Tries of a command whose conversation another process holds for the moment. */
const COMMAND_TRIES = 5;

/** Everything the front desk is made of. */
export type BotParts = {
  readonly store: Store;
  readonly talk: Talk;
  readonly notice: Notice;
  readonly understand: Understand;
  readonly patience?: Patience;
  readonly lookup: Lookup;
  /** Keeps out of the store what must not be in it. */
  readonly mask: Mask;
  readonly bus: Bus;
  /** One per push channel; pull channels need none. */
  readonly sends: Readonly<Partial<Record<Channel, Send>>>;
  /** Sends codes to telephones; without it nobody is offered one. */
  readonly texting?: Texting;
  /** How long an attempt of unknown fate may still turn up by itself, ms; `SETTLE` without it. */
  readonly settle?: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Names this process in leases; the same name again takes its own leases back at once. */
  readonly owner: string;
  /** Fault tests only. */
  readonly reach?: Reach;
};

/** Builds the front desk from its parts. */
export const createBot = (parts: BotParts): Bot => {
  const { store, clock, log, settle = SETTLE, reach = () => undefined } = parts;
  const failed: Parameters<typeof createWorker>[0]['turnFailed'] = (input) =>
    turnFailed(parts, input);
  const turn = createTurn({ ...parts, understand: remembered(parts.understand) });
  const worker = createWorker({ ...parts, settle, reach, turn, turnFailed: failed });
  const lanes = createLanes({ worker, clock, log });

  const keep = async (row: Inbound): Promise<'added' | 'known'> => {
    reach('before-inbound');
    const kept = await store.addInbound(withoutNumbers(row, parts.mask));
    reach('after-inbound');
    return kept;
  };

  const accept = async (row: Inbound): Promise<'added' | 'known'> => {
    const kept = await keep(row);
    lanes.work(row.conversation).catch((cause) => putOff(log, row.conversation, cause));
    return kept;
  };

  const command = async (row: CommandRow): Promise<CommandResult> => {
    await keep(row);
    for (let tries = 0; tries < COMMAND_TRIES; tries += 1) {
      await lanes.work(row.conversation, 'rest');
      const fate = await store.inboundFate(row.id);
      if (fate.kind === 'done' && fate.result !== undefined) return fate.result;
      await new Promise<void>((go) => clock.after(SWEEP, go));
    }
    throw new BotError(`Command ${row.id} waits for another process.`, 'store-busy');
  };

  const sweeper = createSweeper({ store, clock, log, lanes });
  const drain = async (): Promise<void> => {
    sweeper.stop();
    await lanes.drain();
  };
  return { accept, command, start: sweeper.start, drain };
};

const putOff = (log: Log, conversation: string, cause: unknown): void =>
  log.warn({ conversation, cause: String(cause) }, 'work put off');

/** Takes up what nobody is working on: at the start everything, then on a timer what was forgotten. */
const createSweeper = ({
  store,
  clock,
  log,
  lanes,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly lanes: Lanes;
}): { readonly start: () => void; readonly stop: () => void } => {
  let cancel = (): void => undefined;
  let stopped = false;

  const sweep = async (slack: number, forgotten: number): Promise<void> => {
    const now = clock.now();
    const ids = await store.findWork({
      now: now + slack,
      since: now - forgotten,
      limit: SWEEP_SIZE,
    });
    const idle = ids.filter((id) => !lanes.busy(id));
    await Promise.allSettled(idle.map((id) => lanes.work(id)));
  };

  const again = (): void => {
    if (stopped) return;
    cancel = clock.after(SWEEP, () => {
      sweep(0, FORGOTTEN)
        .catch((cause) => log.warn({ cause: String(cause) }, 'sweep failed'))
        .finally(again);
    });
  };

  return {
    // At the start leases of this owner's earlier life still run: their documents are due after them.
    start: () => {
      sweep(LEASE, 0)
        .catch((cause) => log.warn({ cause: String(cause) }, 'first sweep failed'))
        .finally(again);
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
};
