import type { CommandResult } from './agent-command.ts';
import type { Inbound } from './message.ts';

/** An inbound row that carries an agent's command. */
export type CommandRow = Inbound & { readonly content: { readonly kind: 'command' } };

/** The front desk itself: takes what comes in, answers, and never loses what it acknowledged. */
export type Bot = {
  /**
   * Keeps what came in and resolves once it is on disk; the answer follows on its own.
   * `known`: the same id came before, which is success too.
   * Throws BotError `store-…` when it could not be kept: the caller must not acknowledge.
   */
  readonly accept: (row: Inbound) => Promise<'added' | 'known'>;
  /** Runs an agent's command and resolves with what became of it; repeating the id repeats the result. */
  readonly command: (row: CommandRow) => Promise<CommandResult>;
  /** Takes up what an earlier process left, now and on a timer. */
  readonly start: () => void;
  /** Finishes the turns in progress, gives the leases back and stops the timer. */
  readonly drain: () => Promise<void>;
};
