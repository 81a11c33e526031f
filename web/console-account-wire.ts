/** A signed-in browser; `here` is this one. */
export type SessionLine = {
  readonly id: string;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly browser: string;
  readonly here: boolean;
};

/** An account as administrators see it. */
export type PersonLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'agent' | 'supervisor' | 'admin';
  readonly state: 'open' | 'invited' | 'closed';
  /** Has a second factor. */
  readonly factor: boolean;
};

/** What a phone is given: a drawing, and its secret to type. */
export type Offer = {
  readonly secret: string;
  readonly qr: { readonly size: number; readonly path: string };
};

/** A name where one is known. */
export type Named = { readonly id: string; readonly name?: string };

/** Something a message can mean; a danger or not. */
export type IntentLine = {
  readonly id: string;
  readonly name?: { readonly fr: string; readonly en: string };
  readonly danger: boolean;
};

/** What an agent says a message meant, waiting for a decision. */
export type CorrectionLine = {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly lang: 'fr' | 'en';
  readonly intents: readonly string[];
  readonly danger: boolean;
  readonly by: Named;
};

/** Something that somebody did at the desk. */
export type AuditLine = {
  readonly place: number;
  readonly at: number;
  readonly act: string;
  readonly by?: Named;
  readonly on?: Named;
  readonly detail?: string;
  readonly from?: string;
};

const has = <K extends string>(body: unknown, key: K): body is Record<K, unknown> =>
  typeof body === 'object' && body !== null && key in body;

/** Whether an answer is a list of sessions. */
export const isSessions = (body: unknown): body is { readonly sessions: readonly SessionLine[] } =>
  has(body, 'sessions');
/** Whether an answer is the accounts. */
export const isAccounts = (body: unknown): body is { readonly accounts: readonly PersonLine[] } =>
  has(body, 'accounts');
/** Whether an answer is one account. */
export const isAccount = (body: unknown): body is { readonly account: PersonLine } =>
  has(body, 'account');
/** Whether an answer is a page of what was done. */
export const isAudit = (
  body: unknown,
): body is { readonly rows: readonly AuditLine[]; readonly more: boolean } => has(body, 'rows');
/** Whether an answer is what a phone is given. */
export const isOffer = (body: unknown): body is Offer => has(body, 'qr');
/** Whether an answer is the codes for lost phones. */
export const isCodes = (body: unknown): body is { readonly recoveryCodes: readonly string[] } =>
  has(body, 'recoveryCodes');
/** Whether an answer tells which ways in there are. */
export const isWays = (body: unknown): body is { readonly organisation: boolean } =>
  has(body, 'organisation');
/** Whether an answer is what messages can mean. */
export const isIntents = (body: unknown): body is { readonly intents: readonly IntentLine[] } =>
  has(body, 'intents');
/** Whether an answer is corrections that wait. */
export const isCorrections = (
  body: unknown,
): body is { readonly corrections: readonly CorrectionLine[] } => has(body, 'corrections');
