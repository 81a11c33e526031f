import type { Account, Clock, SecondFactor, Store } from '../bot/index.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { hashOfSecret, type Random } from './secret.ts';
import type { Sessions } from './sessions.ts';
import { stepOfCode } from './time-codes.ts';

/** Bytes of the secret a phone keeps: as long as the hash, as RFC 4226 asks. */
const SECRET_SIZE = 20;

/** Codes for the day the phone is lost, and the bytes of each: 80 bits, nobody guesses one. */
const RECOVERY_CODES = 10;
const RECOVERY_SIZE = 10;

/** Whether supervisors and administrators must have a second factor. */
export type FactorPolicy = 'optional' | 'required';

type Tools = {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
};
type From = { readonly from: string };

/** Whether this person must set a second factor before anything else; a sign-in elsewhere has its own. */
export const owesFactor = (account: Account, policy: FactorPolicy): boolean =>
  mustHaveFactor(account, policy) && account.secondFactor === undefined;

/** Whether this person may not do without a second factor. */
export const mustHaveFactor = ({ role, password }: Account, policy: FactorPolicy): boolean =>
  policy === 'required' && role !== 'agent' && password !== undefined;

/** Uses up a code of the phone or of the list for lost phones; each is good once, also for two who come at once. */
export const useCode = async (
  { store, clock }: Pick<Tools, 'store' | 'clock'>,
  { id, secondFactor }: Account,
  { code, from }: From & { readonly code: string },
): Promise<boolean> => {
  if (secondFactor === undefined) return false;
  const typed = code.replace(/[\s-]/g, '').toUpperCase();
  const next = afterPhoneCode(secondFactor, typed, clock.now());
  const left = next ?? afterRecoveryCode(secondFactor, typed);
  if (left === undefined) return false;
  const audit = { at: clock.now(), act: 'recovery_code_used', by: id, from } as const;
  const became = await store.changeAccount({
    id,
    set: { secondFactor: left },
    expect: { secondFactor },
    ...(next === undefined ? { audit } : {}),
  });
  return became === 'changed';
};

const afterPhoneCode = (
  factor: SecondFactor,
  code: string,
  now: number,
): SecondFactor | undefined => {
  const { secret, lastStep } = factor;
  const step = stepOfCode(fromBase32(secret), code, { now, after: lastStep });
  return step === undefined ? undefined : { ...factor, lastStep: step };
};

const afterRecoveryCode = (factor: SecondFactor, code: string): SecondFactor | undefined => {
  const hash = hashOfSecret('recovery', code);
  const recovery = factor.recovery.filter((kept) => kept !== hash);
  return recovery.length === factor.recovery.length ? undefined : { ...factor, recovery };
};

/** Gives a person a secret for the phone; it counts once a code of it was confirmed. */
export const offerFactor = async (
  { store, random }: Tools,
  { id, email }: Account,
): Promise<{ readonly secret: string; readonly uri: string }> => {
  const secret = toBase32(random(SECRET_SIZE));
  await store.changeAccount({ id, set: { offeredFactor: secret } });
  const label = encodeURIComponent(`Loge:${email}`);
  return { secret, uri: `otpauth://totp/${label}?secret=${secret}&issuer=Loge` };
};

/** Takes the offered secret into use when the code is one of it, and gives the codes for lost phones, once. */
export const confirmFactor = async (
  { sessions, clock, random }: Tools,
  { id, offeredFactor }: Account,
  { code, session, from }: From & { readonly code: string; readonly session: string },
): Promise<readonly string[] | undefined> => {
  if (offeredFactor === undefined) return undefined;
  const when = { now: clock.now(), after: -1 };
  const lastStep = stepOfCode(fromBase32(offeredFactor), code.replace(/\s/g, ''), when);
  if (lastStep === undefined) return undefined;
  const codes = Array.from({ length: RECOVERY_CODES }, () => toBase32(random(RECOVERY_SIZE)));
  const recovery = codes.map((one) => hashOfSecret('recovery', one));
  const change = {
    id,
    set: { secondFactor: { secret: offeredFactor, lastStep, recovery }, offeredFactor: undefined },
    expect: { offeredFactor },
    audit: { act: 'second_factor_set', by: id, from },
  } as const;
  const became = await sessions.changeAccount(change, session);
  return became === 'changed' ? codes.map(inFours) : undefined;
};

const inFours = (code: string): string => (code.match(/.{4}/g) ?? []).join('-');

/** Takes the second factor of a person away, and ends their sessions but for one. */
export const dropFactor = async (
  { sessions }: Pick<Tools, 'sessions'>,
  { id }: Account,
  { by, session, from }: From & { readonly by: string; readonly session?: string },
): Promise<void> => {
  const set = { secondFactor: undefined, offeredFactor: undefined };
  const audit = { act: 'second_factor_removed', by, on: id, from } as const;
  await sessions.changeAccount({ id, set, audit }, session);
};
