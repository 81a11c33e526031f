import { once } from 'node:events';
import { createServer } from 'node:http';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import Provider from 'oidc-provider';

/** Where the desk says it is; nobody listens there, the tests carry the browser's requests to it. */
export const PUBLIC = 'http://localhost:3978';

export const CLIENT = { id: 'loge', secret: 'what the organisation gave Loge' };

/** Changes what an ID token says before it is signed again with the organisation's own key. */
type Tamper = (claims: JWTPayload) => JWTPayload;

/** Somebody of the organisation, as it tells others. */
export type Member = {
  readonly sub: string;
  readonly email?: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly tid?: string;
};

/** A real OpenID provider on a free port of this machine. */
export const startOrganisation = async (callback: string) => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const keys = await generateKeyPair('RS256', { extractable: true });
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(keys.privateKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  let member: Member = { sub: 'nobody' };
  let tamper: Tamper | undefined;
  let signer = keys.privateKey;
  let down = false;

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [callback],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [jwk] },
    cookies: { keys: ['for the tests'] },
    claims: { openid: ['sub', 'tid', 'groups'], email: ['email'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/who-are-you' },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ ...member }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: CLIENT.id,
        ...(oidc.session?.accountId === undefined ? {} : { accountId: oidc.session.accountId }),
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    const { body } = context;
    if (context.path !== '/token' || typeof body !== 'object' || !('id_token' in body)) return;
    const said = decodeJwt(String(body.id_token));
    context.body = {
      ...body,
      id_token: await new SignJWT(tamper === undefined ? said : tamper(said))
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .sign(signer),
    };
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (down) request.socket.destroy();
    // Nobody is asked for a password here: whoever comes is the member of this moment.
    else if (request.url === '/who-are-you') {
      provider.interactionFinished(request, response, { login: { accountId: member.sub } });
    } else answer(request, response);
  });
  return {
    issuer,
    is: (next: Member) => {
      member = next;
    },
    tamper: (next: Tamper | undefined) => {
      tamper = next;
    },
    /** From now on tokens are signed with a key that the organisation does not publish. */
    forge: () => {
      signer = stranger.privateKey;
    },
    goDown: (now: boolean) => {
      down = now;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** A browser that goes through the organisation; it stops before the address that starts with `until`. */
export const followTo = async (start: string, until: string): Promise<string> => {
  let address = start;
  let cookies: readonly string[] = [];
  for (let hop = 0; hop < 10 && !address.startsWith(until); hop += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: cookies.join('; ') },
    });
    await response.body?.cancel();
    cookies = [...cookies, ...response.headers.getSetCookie().map((one) => one.replace(/;.*/, ''))];
    const next = response.headers.get('location');
    if (next === null) throw new Error(`${address} led nowhere: ${response.status}`);
    address = new URL(next, address).href;
  }
  return address;
};
