import type { Answer, Asker, Query, Store, Tenant } from '../bot/index.ts';
import { createLeaseBook, type LeaseBook, plainLease } from './lease-book.ts';
import { isSameText } from './same-text.ts';
import type { Seals } from './seals.ts';

/** How often something may be tried within a day. */
export type IdentityLimits = {
  /** Codes sent to one number, in one conversation, for one network. */
  readonly texts: {
    readonly number: number;
    readonly conversation: number;
    readonly network: number;
  };
  /** Tries with one lease, in one conversation, from one network. */
  readonly leases: {
    readonly lease: number;
    readonly conversation: number;
    readonly network: number;
  };
};

/** The usual limits: a household needs one or two, a waiting room or a library shares its network. */
const LIMITS: IdentityLimits = {
  texts: { number: 3, conversation: 3, network: 10 },
  leases: { lease: 5, conversation: 6, network: 20 },
};

const DAY = 24 * 3_600_000;

/** Answers what a dialog asks to find out who speaks; each check is counted first, durably and once. */
export type IdentityChecks = {
  readonly mayText: Check<'may_text'>;
  readonly codeSent: Check<'code_sent'>;
  readonly holder: Check<'holder'>;
};

type Of<K extends Query['kind']> = Extract<Query, { kind: K }>;
type Check<K extends Query['kind']> = (
  query: Of<K>,
  conversation: string,
  asker: Asker,
) => Promise<Extract<Answer, { kind: K }>>;

/** What the checks are made of. */
export type IdentityParts = {
  readonly store: Pick<Store, 'countTry'>;
  readonly tenants: readonly Tenant[];
  readonly seals: Seals;
  /** A mobile number as E.164, from the ways people write it; nothing when no code can be sent there. */
  readonly readMobile: (written: string) => string | undefined;
  /** Whether texts can be sent at all. */
  readonly canText: boolean;
  readonly limits?: IdentityLimits;
};

/** Builds the checks. */
export const createIdentityChecks = (parts: IdentityParts): IdentityChecks => {
  const { seals, limits = LIMITS } = parts;
  const book = createLeaseBook(parts.tenants, seals);
  return {
    mayText: async ({ n, phone }, conversation, asker) => {
      const to = parts.canText ? parts.readMobile(phone) : undefined;
      if (to === undefined) return { kind: 'may_text' };
      const tries = { kind: 'text', what: to, id: `${conversation}:${n}:${seals.phone(to)}` };
      const { number, ...others } = limits.texts;
      const counted = { ...tries, conversation, asker, limits: { what: number, ...others } };
      return { kind: 'may_text', ...((await isWithin(parts, counted)) ? { to } : {}) };
    },
    codeSent: async ({ n, to, typed }, conversation) => ({
      kind: 'code_sent',
      right: isSameText(typed, seals.code({ conversation, n, to })),
    }),
    holder: (query, conversation, asker) => holder(parts, book, { query, conversation, asker }),
  };
};

type Asked = {
  readonly query: Of<'holder'>;
  readonly conversation: string;
  readonly asker: Asker;
};

/** What is found is found whether it may be told or not: a locked lease takes as long as a wrong one. */
const holder = async (
  parts: IdentityParts,
  book: LeaseBook,
  { query, conversation, asker }: Asked,
): Promise<Extract<Answer, { kind: 'holder' }>> => {
  const { seals, limits = LIMITS } = parts;
  const what = plainLease(query.lease);
  const shown = 'birth' in query ? query.birth : query.phone;
  const id = `${conversation}:${query.n}:${seals.mark('try', `${what} ${shown}`)}`;
  const { lease, ...others } = limits.leases;
  const counted = { kind: 'lease', what, id, conversation, asker };
  const allowed = await isWithin(parts, { ...counted, limits: { what: lease, ...others } });
  const tenant = book.holder(query.lease, query);
  return { kind: 'holder', ...(allowed && tenant !== undefined ? { tenant } : {}) };
};

type Counted = {
  readonly kind: string;
  /** What is guessed at: a lease, a number. */
  readonly what: string;
  readonly id: string;
  readonly conversation: string;
  readonly asker: Asker;
  readonly limits: {
    readonly what: number;
    readonly conversation: number;
    readonly network: number;
  };
};

/** Counts a try under all that it has in common with others; whether none of them is used up. */
const isWithin = async (
  { store, seals }: IdentityParts,
  { kind, what, id, conversation, asker, limits }: Counted,
): Promise<boolean> => {
  const keys = [
    { key: ['what', what], limit: limits.what },
    { key: ['conversation', conversation], limit: limits.conversation },
    ...(asker.network === undefined
      ? []
      : [{ key: ['network', asker.network], limit: limits.network }]),
  ];
  const counts = await Promise.all(
    keys.map(({ key: [of = '', name = ''] }) =>
      store.countTry({
        key: `${kind}:${of}:${seals.mark(of, name)}`,
        id,
        at: asker.now,
        window: DAY,
      }),
    ),
  );
  return keys.every(({ limit }, n) => (counts[n] ?? limit) < limit);
};
