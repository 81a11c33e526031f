import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Store } from '../bot/index.ts';
import { localeIn } from './web-chat-activity.ts';
import type { DoorKeeper, TokenHandler } from './web-chat-door-keeper.ts';
import type { Doors } from './web-chat-doors.ts';
import { languageOf, sendRefusal, type WebErrorWords } from './web-chat-errors.ts';
import type { Intake } from './web-chat-intake.ts';
import { networkOf, type Spend } from './web-chat-limits.ts';
import { clampPosition, positionIn } from './web-chat-reading.ts';
import { conversationOf } from './web-chat-render.ts';
import { type Claims, TOKEN_LIFE, type Tokens } from './web-chat-tokens.ts';
import type { Traces } from './web-chat-traces.ts';

/** The calls that begin, renew and take up a conversation. */
export type Sessions = {
  readonly generate: RequestHandler;
  readonly refresh: RequestHandler;
  readonly begin: RequestHandler;
  readonly takeUp: RequestHandler;
};

/** What the calls are made of. */
export type SessionParts = {
  readonly tokens: Tokens;
  readonly keeper: DoorKeeper;
  readonly doors: Doors;
  readonly intake: Pick<Intake, 'open'>;
  readonly store: Pick<Store, 'conversation'>;
  readonly traces: Traces;
  readonly words: WebErrorWords;
  readonly spend: Spend;
};

/** Builds the calls. */
export const createSessions = (parts: SessionParts): Sessions => {
  const { keeper, tokens } = parts;
  const start = startWith(parts);
  return {
    generate: async (request, response) => {
      const claims = await newcomer(parts, request, response);
      if (claims !== undefined) response.json(await ticketFree(tokens, claims));
    },
    refresh: keeper.withEndedToken(async (_, response, claims) => {
      response.json(await ticketFree(tokens, claims));
    }),
    begin: (request, response, next) => {
      if (keeper.secretIn(request) !== 'right') {
        return keeper.withToken(start)(request, response, next);
      }
      return start(request, response, invited(request));
    },
    takeUp: keeper.withToken(takeUpWith(parts)),
  };
};

const ticketFree = async (tokens: Tokens, claims: Claims) => ({
  conversationId: claims.conv,
  token: await tokens.issue(claims),
  expires_in: TOKEN_LIFE,
});

const startWith =
  (parts: SessionParts): TokenHandler =>
  async (request, response, claims) => {
    const opened = await parts.intake.open(claims, localeIn(request.body));
    response.status(opened === 'added' ? 201 : 200);
    response.json(await withStream(parts, request, { claims, position: 0 }));
  };

/** A conversation that is gone, as after a new database, begins again: a valid token is never told "not found". */
const takeUpWith =
  (parts: SessionParts): TokenHandler =>
  async (request, response, claims) => {
    const { store, intake, traces } = parts;
    const position = await clampPosition(
      store,
      claims.conv,
      positionIn(request.query['watermark']),
    );
    const conversation = conversationOf(claims.conv);
    if ((await store.conversation(conversation)) === undefined)
      await intake.open(claims, undefined);
    traces.see(conversation, position);
    response.json(await withStream(parts, request, { claims, position }));
  };

const withStream = async (
  { tokens, doors }: SessionParts,
  request: Request,
  { claims, position }: { readonly claims: Claims; readonly position: number },
) => {
  const ticket = await tokens.issueTicket(claims);
  const base = doors.baseOf(request).replace(/^http/, 'ws');
  const path = `/v3/directline/conversations/${claims.conv}/stream`;
  const streamUrl = `${base}${path}?watermark=${position}&t=${ticket}`;
  return { ...(await ticketFree(tokens, claims)), streamUrl };
};

/** Who asks for a token: a back-end of the landlord's, which may say for whom, or a tenant's browser, which may not. */
const newcomer = async (
  { keeper, words, spend }: SessionParts,
  request: Request,
  response: Response,
): Promise<Claims | undefined> => {
  const secret = keeper.secretIn(request);
  if (secret === 'right') return invited(request);
  const language = languageOf(request);
  if (secret === 'wrong') {
    sendRefusal(response, words, { code: 'BadToken', language });
    return undefined;
  }
  const retryAfter = await spend(networkOf(request.ip));
  if (retryAfter !== undefined) {
    sendRefusal(response, words, { code: 'TooManyRequests', language, retryAfter });
    return undefined;
  }
  const { origin } = request.headers;
  return { conv: fresh(), user: `dl_${fresh()}`, ...(origin ? { origins: [origin] } : {}) };
};

const invitation = z.object({
  user: z
    .object({
      id: z
        .string()
        .regex(/^dl_[\w.-]{1,80}$/)
        .optional()
        .catch(undefined),
      name: z.string().trim().min(1).max(80).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  trustedOrigins: z.array(z.string().max(300)).max(20).optional().catch(undefined),
});

const invited = (request: Request): Claims => {
  const { user, trustedOrigins } = invitation.safeParse(request.body).data ?? {};
  return {
    conv: fresh(),
    user: user?.id ?? `dl_${fresh()}`,
    ...(user?.name === undefined ? {} : { name: user.name }),
    ...(trustedOrigins === undefined ? {} : { origins: trustedOrigins }),
  };
};

const fresh = (): string => randomBytes(16).toString('base64url');
