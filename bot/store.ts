import type { Account, AccountChange, AccountChanged, Session } from './account.ts';
import type { CommandResult } from './agent-command.ts';
import type { AuditRow, StoredAudit } from './audit.ts';
import type { Instant } from './clock.ts';
import type { Conversation, Holder } from './conversation.ts';
import type { Correction, CorrectionState, StoredCorrection } from './correction.ts';
import type { Delivery, Entry, StoredEntry } from './entry.ts';
import type { Incident, IncidentChange, IncidentEvent } from './incident.ts';
import type { Inbound, Photo } from './message.ts';
import type { Estate } from './place.ts';

/**
 * The port to everything that is kept. Each verb is one atomic operation; an acknowledged write is on disk.
 * A `limit` above 1,000 means 1,000. Throws BotError `store-refused` for what breaks its rules, else `store-unusable`.
 */
export type Store = {
  // --- what came in
  /** Keeps an inbound row; `known` when a row with that id is already there (the first one stays). */
  readonly addInbound: (row: Inbound) => Promise<'added' | 'known'>;
  /** Rows of a conversation that are not done, in the order they were added, at most `limit`. */
  readonly newInbound: (conversation: string, limit: number) => Promise<readonly Inbound[]>;
  /** Marks rows as done, with the result of a command, and forgets what they said; repeating it changes nothing. */
  readonly finishInbound: (
    rows: readonly { readonly id: string; readonly result?: CommandResult }[],
    at: Instant,
  ) => Promise<void>;
  /** The row's fate: not there, waiting, or done with the result of a command. */
  readonly inboundFate: (
    id: string,
  ) => Promise<
    | { readonly kind: 'absent' }
    | { readonly kind: 'waiting' }
    | { readonly kind: 'done'; readonly result?: CommandResult }
  >;

  // --- conversations
  /**
   * Takes the lease when it is free, over at `now`, or already `owner`'s; `epoch` and `rev` grow by one.
   * A conversation that is not there yet is created as `fresh`. Undefined when another owner holds it.
   */
  readonly claim: (claim: {
    readonly fresh: Conversation;
    readonly owner: string;
    readonly until: Instant;
    readonly now: Instant;
  }) => Promise<Conversation | undefined>;
  /**
   * Writes `next`, whose rev is higher, if the stored document still has this rev and epoch; false when it has not.
   * Each take in its log is written into the audit with it, once.
   */
  readonly save: (
    next: Conversation,
    expected: { readonly rev: number; readonly epoch: number },
  ) => Promise<boolean>;
  readonly conversation: (id: string) => Promise<Conversation | undefined>;
  /** Conversations with one kind of holder; queue: danger first, then by `queuePlace`; others: newest first. */
  readonly conversationsHeldBy: (
    holder: Holder['kind'],
    limit: number,
  ) => Promise<readonly Conversation[]>;
  /** How many conversations each kind of holder has. */
  readonly countByHolder: () => Promise<Readonly<Record<Holder['kind'], number>>>;
  /** Ids with work to do: `due` at or before `now`, or inbound rows added at or before `since` that are not done. */
  readonly findWork: (work: {
    readonly now: Instant;
    readonly since: Instant;
    readonly limit: number;
  }) => Promise<readonly string[]>;

  // --- projections
  /** Keeps entries under `<conversation>:<seq>`; one that is already there stays as it is. */
  readonly addEntries: (
    conversation: string,
    entries: readonly Entry[],
    delivery: Delivery,
  ) => Promise<void>;
  /** Entries with `seq` above `after`, in order, at most `limit`. */
  readonly entries: (
    conversation: string,
    after: number,
    limit: number,
  ) => Promise<readonly StoredEntry[]>;
  /** Moves the delivery of an entry; `delivered`, `failed` and `cancelled` are final, only `stored` can be cancelled. */
  readonly setDelivery: (change: {
    readonly conversation: string;
    readonly seq: number;
    readonly delivery: Delivery;
    readonly channelId?: string;
  }) => Promise<void>;
  /** Keeps the events and, when it is newer by `events`, the incident; repeating it changes nothing. */
  readonly addIncidentChanges: (changes: readonly IncidentChange[]) => Promise<void>;

  // --- incidents
  /** Reserves `candidate` for `key` for good and gives it back; the earlier code when `key` has one; undefined when the code is taken. */
  readonly reserveCode: (key: string, candidate: string) => Promise<string | undefined>;
  readonly incidentByCode: (code: string) => Promise<Incident | undefined>;
  readonly incidentEvents: (incident: string) => Promise<readonly IncidentEvent[]>;
  readonly incidentsOf: (conversation: string) => Promise<readonly Incident[]>;

  // --- places
  /** Replaces the whole estate, or leaves it as it was. */
  readonly replaceEstate: (estate: Estate) => Promise<void>;
  readonly estate: () => Promise<Estate>;

  // --- photos
  readonly addPhoto: (photo: Photo, conversation: string, bytes: Uint8Array) => Promise<void>;
  readonly photo: (
    id: string,
  ) => Promise<
    { readonly photo: Photo; readonly conversation: string; readonly bytes: Uint8Array } | undefined
  >;

  // --- people
  // A verb that takes an audit row writes it in the same transaction, and only if it changes something.
  /** Keeps an account; false when its e-mail address, or who it is for an organisation, is taken by another id. */
  readonly saveAccount: (account: Account, audit?: AuditRow) => Promise<boolean>;
  /** Changes facts of an account and nothing else of it, whoever changes what else at the same time. */
  readonly changeAccount: (change: AccountChange) => Promise<AccountChanged>;
  readonly accountByEmail: (email: string) => Promise<Account | undefined>;
  readonly accountByExternal: (external: string) => Promise<Account | undefined>;
  readonly account: (id: string) => Promise<Account | undefined>;
  readonly accounts: () => Promise<readonly Account[]>;
  readonly addSession: (session: Session, audit?: AuditRow) => Promise<void>;
  readonly session: (id: string) => Promise<Session | undefined>;
  /** The sessions of an account, the newest first, ended ones too until they are forgotten. */
  readonly sessionsOf: (account: string) => Promise<readonly Session[]>;
  /** Moves the expiry of a session; nothing happens when it is gone. */
  readonly extendSession: (id: string, expiresAt: Instant) => Promise<void>;
  readonly dropSession: (id: string, audit?: AuditRow) => Promise<void>;

  // --- corrections
  /** Keeps what a message meant in place of what was said of it before. */
  readonly saveCorrection: (correction: Correction, audit: AuditRow) => Promise<void>;
  /** Keeps the decision if the correction under this id is still pending; false when it is not. */
  readonly decideCorrection: (decided: Correction, audit: AuditRow) => Promise<boolean>;
  readonly correction: (id: string) => Promise<Correction | undefined>;
  /** Corrections in one state with a place above `after`, the oldest first, at most `limit`. */
  readonly corrections: (
    state: CorrectionState,
    after: number,
    limit: number,
  ) => Promise<readonly StoredCorrection[]>;

  // --- audit
  /** Writes a row that stands for itself; rows a year older than it are forgotten. */
  readonly addAudit: (row: AuditRow) => Promise<void>;
  /** Rows before a place, all of them without one, newest first, at most `limit`. */
  readonly audit: (before: number | undefined, limit: number) => Promise<readonly StoredAudit[]>;

  // --- limits
  /**
   * Counts a try under `key`, once per `id`, and tells how many others came before it within `window` ms, at most a day.
   * The same `id` is told the same again. From a hundred tries on, only that there were so many is told.
   */
  readonly countTry: (attempt: {
    readonly key: string;
    readonly id: string;
    readonly at: Instant;
    readonly window: number;
  }) => Promise<number>;

  // --- operations
  /** Small secrets and marks by name, made once: `value` is kept only when there is none yet; gives what is kept. */
  readonly keepOnce: (name: string, value: string) => Promise<string>;
  /** Writes and reads back; throws when the store cannot be trusted with a message. */
  readonly check: () => Promise<void>;
  /** Copies everything to `file` while in use. */
  readonly backup: (file: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
