import { createHash } from 'node:crypto';
import { errors, type JWTHeaderParameters, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../bot/index.ts';

/** How long a token lasts, seconds: official clients exchange theirs every 15 minutes. */
export const TOKEN_LIFE = 30 * 60;

/** How long a stream address can be opened, seconds. */
const TICKET_LIFE = 5 * 60;

/** How long after its end a token can still be exchanged for a new one, seconds: a tenant comes back the next day. */
const RETURN_TIME = 7 * 24 * 3600;

const claims = z.object({
  conv: z.string().regex(/^[\w-]{16,64}$/),
  user: z.string().regex(/^dl_[\w.-]{1,80}$/),
  name: z.string().max(80).optional(),
  origins: z.array(z.string().max(300)).max(20).optional(),
});

/** What a token says: one conversation, one person, and the sites it may be used on (any, when absent). */
export type Claims = z.infer<typeof claims>;

/** Tokens of the web chat: signed, short-lived, each good for one conversation. */
export type Tokens = {
  readonly issue: (claims: Claims) => Promise<string>;
  /** Undefined for a token that is forged, spoilt or over. */
  readonly read: (token: string) => Promise<Claims | undefined>;
  /** The same for a token that may have ended lately. */
  readonly readEnded: (token: string) => Promise<Claims | undefined>;
  readonly issueTicket: (claims: Claims) => Promise<string>;
  readonly readTicket: (ticket: string) => Promise<Claims | undefined>;
};

const ISSUER = 'loge';

/** Builds the tokens. `secrets`: the first one signs, the later ones are still believed. */
export const createTokens = (secrets: readonly string[], { now }: Pick<Clock, 'now'>): Tokens => {
  const keys = secrets.map(keyOf);
  const sign = (audience: string, life: number) => (said: Claims) =>
    signed({ said, audience, life, key: keys[0], now: now() });
  const check = (audience: string, tolerance: number) => (token: string) =>
    verified({ token, audience, tolerance, keys, now: now() });
  return {
    issue: sign('chat', TOKEN_LIFE),
    read: check('chat', 0),
    readEnded: check('chat', RETURN_TIME),
    issueTicket: sign('stream', TICKET_LIFE),
    readTicket: check('stream', 0),
  };
};

type Key = { readonly id: string; readonly secret: Uint8Array };

const keyOf = (secret: string): Key => ({
  id: createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 8),
  secret: createHash('sha256').update(`web-chat-token:${secret}`).digest(),
});

const signed = async ({ said, audience, life, key, now }: Signing): Promise<string> => {
  if (key === undefined) throw new Error('No secret to sign web chat tokens with.');
  const at = Math.floor(now / 1000);
  return new SignJWT({ ...said })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.id })
    .setIssuer(ISSUER)
    .setAudience(audience)
    .setIssuedAt(at)
    .setExpirationTime(at + life)
    .sign(key.secret);
};

type Signing = {
  readonly said: Claims;
  readonly audience: string;
  readonly life: number;
  readonly key: Key | undefined;
  readonly now: number;
};

const verified = async (check: Checking): Promise<Claims | undefined> => {
  const { token, audience, tolerance, keys, now } = check;
  const find = ({ kid }: JWTHeaderParameters): Uint8Array => {
    const key = keys.find(({ id }) => id === kid);
    if (key === undefined) throw new errors.JWSSignatureVerificationFailed();
    return key.secret;
  };
  try {
    const { payload } = await jwtVerify(token, find, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience,
      clockTolerance: tolerance,
      currentDate: new Date(now),
      requiredClaims: ['exp'],
    });
    return claims.safeParse(payload).data;
  } catch (cause) {
    if (cause instanceof errors.JOSEError) return undefined;
    throw cause;
  }
};

type Checking = {
  readonly token: string;
  readonly audience: string;
  readonly tolerance: number;
  readonly keys: readonly Key[];
  readonly now: number;
};

/** Whether a token may be used on a page of this origin; who names no origin is no browser page. */
export const fitsOrigin = ({ origins }: Claims, origin: string | undefined): boolean =>
  origins === undefined || origin === undefined || origins.includes(origin);
