import { randomBytes } from 'node:crypto';
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import {
  type Bot,
  BotError,
  type Bus,
  type Catalogue,
  type Clock,
  type Log,
  type Store,
  type Suggest,
} from '../bot/index.ts';
import { addAccountRoutes } from './account-routes.ts';
import { type Attendance, createAttendance } from './attendance.ts';
import { addAuditRoutes } from './audit-routes.ts';
import { addConversationRoutes } from './conversation-routes.ts';
import { createCookie } from './cookie.ts';
import { addCorrectionRoutes } from './correction-routes.ts';
import { createDoor, refuse } from './door.ts';
import { addFactorRoutes } from './factor-routes.ts';
import { createIdentityLinks, type IdentityLinks } from './identity-links.ts';
import { createOidc, type OidcSettings } from './oidc.ts';
import { addOidcRoutes } from './oidc-routes.ts';
import { createPasswords } from './passwords.ts';
import { addPeopleRoutes } from './people-routes.ts';
import { createPresence } from './presence.ts';
import { addPresenceRoute } from './presence-route.ts';
import type { FactorPolicy } from './second-factor.ts';
import type { Random } from './secret.ts';
import { addSessionListRoutes } from './session-list-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { createSessions } from './sessions.ts';
import { createSignInLimits } from './sign-in-limits.ts';
import { addStreamRoute } from './streams.ts';
import { watchAbsence } from './watch-absence.ts';

/** The longest body the desk reads. */
const LONGEST_BODY = '32kb';

/** Everything the desk is made of. */
export type DeskParts = {
  readonly bot: Bot;
  readonly store: Store;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  /** Gives intents their names; without it agents see their ids. */
  readonly catalogue?: Catalogue;
  /** What agents are offered to say; without it nothing. */
  readonly suggest?: Suggest;
  /** The desk is reached through https. */
  readonly cookieSecure: boolean;
  /** Whether supervisors and administrators must have a second factor; by default they may. */
  readonly secondFactor?: FactorPolicy;
  /** Signs agents in through their organisation; without it only with passwords. */
  readonly organisation?: OidcSettings | undefined;
  /** Takes out of a text what must not be kept in an example; numbers are always taken out. */
  readonly mask?: (text: string) => string;
  readonly random?: Random;
  /** Who is there, when others want to know it too. */
  readonly attendance?: Attendance;
};

/** Where agents work: its HTTP interface under `/api/desk`. */
export type Desk = {
  readonly router: Router;
  /** What the page that tenants open a link on asks. */
  readonly identityLinks: Pick<IdentityLinks, 'look' | 'use'>;
  /** Ends every stream. */
  readonly close: () => Promise<void>;
};

/** Builds the desk. */
export const createDesk = (parts: DeskParts): Desk => {
  const { store, clock, random = randomBytes, catalogue = new Map(), suggest = () => [] } = parts;
  const { secondFactor = 'optional', mask = (text: string) => text } = parts;
  const sessions = createSessions({ store, clock, random });
  const cookie = createCookie('loge', parts.cookieSecure);
  const limits = createSignInLimits(clock);
  const { attendance = createAttendance(clock) } = parts;
  const tools = {
    ...parts,
    random,
    mask,
    catalogue,
    suggest,
    sessions,
    cookie,
    limits,
    secondFactor,
    oidc: parts.organisation && createOidc(parts.organisation),
    onTheWay: createCookie('loge-on-the-way', parts.cookieSecure),
    attendance,
    presence: createPresence(clock),
    passwords: createPasswords(),
    identityLinks: createIdentityLinks({ ...parts, random }),
  };
  const door = createDoor(tools);

  const router = Router();
  router.use('/api/desk', secretive, express.json({ limit: LONGEST_BODY }));
  addSessionRoutes(router, door, tools);
  addAccountRoutes(router, door, tools);
  addOidcRoutes(router, door, tools);
  addFactorRoutes(router, door, tools);
  addPeopleRoutes(router, door, tools);
  addSessionListRoutes(router, door, tools);
  addAuditRoutes(router, door, tools);
  addConversationRoutes(router, door, tools);
  addCorrectionRoutes(router, door, tools);
  addPresenceRoute(router, door, tools);
  const streams = addStreamRoute(router, door, tools);
  const stopWatching = watchAbsence(tools);
  router.use('/api/desk', (_request, response) => refuse(response, 404, 'not_found'));
  router.use('/api/desk', failed(parts.log));
  const close = async (): Promise<void> => {
    stopWatching();
    streams.close();
  };
  return { router, identityLinks: tools.identityLinks, close };
};

/** What the desk says is for one person, now. */
const secretive: RequestHandler = (_request, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  next();
};

const failed =
  (log: Log): ErrorRequestHandler =>
  (fault: unknown, _request, response, next) => {
    if (response.headersSent) return next(fault);
    const status = statusOf(fault);
    if (status < 500) return refuse(response, status, status === 413 ? 'too_long' : 'bad_body');
    log.error({ cause: String(fault) }, 'desk request failed');
    if (status === 503) response.setHeader('Retry-After', '2');
    refuse(response, status, status === 503 ? 'store_down' : 'internal');
  };

const statusOf = (fault: unknown): number => {
  if (fault instanceof BotError) return 503;
  if (typeof fault !== 'object' || fault === null || !('status' in fault)) return 500;
  return typeof fault.status === 'number' && fault.status >= 400 ? fault.status : 500;
};
