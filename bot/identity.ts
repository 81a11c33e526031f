import type { AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { SlotValue } from './understanding.ts';

/** How surely we know who speaks: nobody (L0), reachable (L1), matched with a lease (L2), verified by a person (L3). */
export type IdentityLevel = 'L0' | 'L1' | 'L2' | 'L3';

/** What showed who speaks. */
export type IdentityProof =
  /** They typed the code that was sent to their mobile telephone. */
  | { readonly by: 'code'; readonly phone: string }
  /** They know the lease and a birth date, or hold the telephone that is in the lease; `tenant` is the estate's id. */
  | { readonly by: 'birth_date' | 'phone'; readonly tenant: string }
  /** An agent says so, or they opened the one-time link of an agent. */
  | { readonly by: 'agent' | 'link'; readonly agent: AgentRef };

/** Who speaks in a conversation, as far as it was shown. */
export type Identity = IdentityProof & {
  readonly at: Instant;
  /** From then on nobody knows any more: another person may sit there. */
  readonly until: Instant;
  /** The number that was confirmed by a code, E.164. */
  readonly confirmed?: string;
  /** The tenant of the estate who was matched, also when an agent vouched afterwards. */
  readonly tenant?: string;
};

const DAY = 24 * 3_600_000;

/** What a proof shows, and for how long it is believed, ms. */
const PROOFS: Readonly<
  Record<IdentityProof['by'], { readonly level: IdentityLevel; readonly life: number }>
> = {
  code: { level: 'L1', life: 30 * DAY },
  birth_date: { level: 'L2', life: 30 * DAY },
  phone: { level: 'L2', life: 30 * DAY },
  agent: { level: 'L3', life: DAY },
  link: { level: 'L3', life: DAY },
};

/** The level that a proof leads to. */
export const levelOf = ({ by }: Pick<IdentityProof, 'by'>): IdentityLevel => PROOFS[by].level;

/** Who speaks, once a proof was given; a number that was confirmed, and a tenant who was matched, stay so. */
export const identified = (
  proof: IdentityProof,
  now: Instant,
  before: Identity | undefined,
): Identity => {
  const confirmed = proof.by === 'code' ? proof.phone : before?.confirmed;
  return {
    ...(before?.tenant === undefined ? {} : { tenant: before.tenant }),
    ...proof,
    at: now,
    until: now + PROOFS[proof.by].life,
    ...(confirmed === undefined ? {} : { confirmed }),
  };
};

/** Who speaks now; nothing when it was never shown or too long ago. */
export const identityAt = (identity: Identity | undefined, now: Instant): Identity | undefined =>
  identity !== undefined && identity.until > now ? identity : undefined;

const ORDER: readonly IdentityLevel[] = ['L0', 'L1', 'L2', 'L3'];

/** Whether it is known surely enough who speaks. */
export const reaches = (identity: Identity | undefined, level: IdentityLevel): boolean =>
  ORDER.indexOf(identity === undefined ? 'L0' : levelOf(identity)) >= ORDER.indexOf(level);

/** The fact of an incident that tells whether it is known who asked. */
export const IDENTITY = 'identity';

/** The value of that fact while a person has to look. */
export const TO_CHECK = 'to_check';

/** That fact: level and proof, such as `L2_birth_date`; without an identity a person has to look. */
export const identityFact = (identity: Pick<IdentityProof, 'by'> | undefined): SlotValue => ({
  value: identity === undefined ? TO_CHECK : `${levelOf(identity)}_${identity.by}`,
  said: '',
});
