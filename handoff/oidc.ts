import * as client from 'openid-client';
import { z } from 'zod';
import type { Role } from '../bot/index.ts';
import { hashOfSecret } from './secret.ts';

/** What signs agents in with the accounts of their organisation (OpenID Connect). */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a public client. */
  readonly clientSecret?: string | undefined;
  /** Which group of the organisation has which role. */
  readonly roles: readonly { readonly group: string; readonly role: Role }[];
  /** Where people reach the desk. */
  readonly publicUrl: string;
};

/** Who somebody is, as their organisation says. */
export type Identity = {
  /** Issuer and subject, and the tenant where the issuer has several: never an address, which can pass to another. */
  readonly key: string;
  readonly email: string;
  readonly name: string;
  /** The highest role that the groups give; undefined when they give none. */
  readonly role?: Role;
};

/** What came of coming back from the organisation. */
export type Proof =
  | { readonly kind: 'proven'; readonly identity: Identity }
  /** The organisation does not answer. */
  | { readonly kind: 'down' }
  /** What came back is not an answer to what was asked here, or says no. */
  | { readonly kind: 'refused'; readonly why: string };

/** Signs in through an organisation; the secret lies in a cookie and ties the way back to the way there. */
export type Oidc = {
  /** Where to send the browser; undefined when the organisation does not answer. */
  readonly start: (secret: string) => Promise<string | undefined>;
  readonly finish: (secret: string, address: string) => Promise<Proof>;
};

/** Where the organisation sends people back to. */
export const CALLBACK = '/api/desk/oidc/callback';

/** The organisation has this long to answer, s. */
const PATIENCE = 5;

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;

const CLAIMS = z.object({
  iss: z.string(),
  sub: z.string(),
  tid: z.string().optional(),
  email: z.email().optional().catch(undefined),
  preferred_username: z.email().optional().catch(undefined),
  name: z.string().trim().min(1).max(80).optional().catch(undefined),
  groups: z.array(z.string()).default([]).catch([]),
  roles: z.array(z.string()).default([]).catch([]),
});

/** Builds the way through the organisation; it is looked up when the first person comes. */
export const createOidc = (settings: OidcSettings): Oidc => {
  let known: client.Configuration | undefined;
  const organisation = async (): Promise<client.Configuration> => {
    known ??= await discover(settings);
    return known;
  };
  return {
    start: async (secret) => {
      try {
        return await addressToGo(await organisation(), settings, secret);
      } catch {
        return undefined;
      }
    },
    finish: async (secret, address) => {
      try {
        const claims = await claimsOf(
          await organisation(),
          secret,
          new URL(address, settings.publicUrl),
        );
        return identified(claims, settings);
      } catch (cause) {
        return isAnswer(cause) ? { kind: 'refused', why: cause.code } : { kind: 'down' };
      }
    },
  };
};

const discover = (settings: OidcSettings): Promise<client.Configuration> => {
  const { issuer, clientId, clientSecret } = settings;
  const proof = clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret);
  // The signature of what comes back is checked although TLS says who sent it.
  const plain = LOOPBACK.test(issuer) ? [client.allowInsecureRequests] : [];
  return client.discovery(new URL(issuer), clientId, undefined, proof, {
    timeout: PATIENCE,
    execute: [client.enableNonRepudiationChecks, ...plain],
  });
};

const addressToGo = async (
  organisation: client.Configuration,
  { publicUrl }: OidcSettings,
  secret: string,
): Promise<string> => {
  const verifier = hashOfSecret('oidc-verifier', secret);
  return client.buildAuthorizationUrl(organisation, {
    redirect_uri: `${publicUrl}${CALLBACK}`,
    scope: 'openid email profile',
    state: hashOfSecret('oidc-state', secret),
    nonce: hashOfSecret('oidc-nonce', secret),
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).href;
};

const claimsOf = async (
  organisation: client.Configuration,
  secret: string,
  address: URL,
): Promise<unknown> => {
  const tokens = await client.authorizationCodeGrant(organisation, address, {
    expectedState: hashOfSecret('oidc-state', secret),
    expectedNonce: hashOfSecret('oidc-nonce', secret),
    pkceCodeVerifier: hashOfSecret('oidc-verifier', secret),
    idTokenExpected: true,
  });
  return tokens.claims();
};

const identified = (claims: unknown, settings: OidcSettings): Proof => {
  const read = CLAIMS.safeParse(claims);
  if (!read.success) return { kind: 'refused', why: 'claims' };
  const { iss, sub, tid, email, preferred_username, name, groups, roles } = read.data;
  const address = email ?? preferred_username;
  if (address === undefined) return { kind: 'refused', why: 'no_address' };
  const role = highest(settings, [...groups, ...roles]);
  const identity = {
    key: JSON.stringify(tid === undefined ? [iss, sub] : [iss, sub, tid]),
    email: address.toLowerCase(),
    name: name ?? address,
    ...(role === undefined ? {} : { role }),
  };
  return { kind: 'proven', identity };
};

const HIGHEST_FIRST: readonly Role[] = ['admin', 'supervisor', 'agent'];

const highest = ({ roles }: OidcSettings, groups: readonly string[]): Role | undefined =>
  HIGHEST_FIRST.find((wanted) =>
    roles.some(({ group, role }) => role === wanted && groups.includes(group)),
  );

/** Whether the organisation answered, and it was not what was asked for. */
const isAnswer = (cause: unknown): cause is { readonly code: string } =>
  cause instanceof Error &&
  'code' in cause &&
  typeof cause.code === 'string' &&
  cause.code.startsWith('OAUTH_') &&
  cause.code !== 'OAUTH_TIMEOUT';
