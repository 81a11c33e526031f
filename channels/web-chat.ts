import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import express, { type RequestHandler, type Router } from 'express';
import type { Bot, Bus, Clock, Log, Store } from '../bot/index.ts';
import { createErrorPages } from './error-pages.ts';
import { createPhotoLinks } from './photo-links.ts';
import { createDoorKeeper } from './web-chat-door-keeper.ts';
import { createDoors, crossOrigin } from './web-chat-doors.ts';
import { languageOf, sendRefusal, type WebErrorWords } from './web-chat-errors.ts';
import { createHub, type HubParts } from './web-chat-hub.ts';
import { createIntake } from './web-chat-intake.ts';
import { createSpend, WEB_CHAT_LIMITS, type WebChatLimits } from './web-chat-limits.ts';
import { createPoll } from './web-chat-poll.ts';
import { createPosts } from './web-chat-posts.ts';
import { conversationOf } from './web-chat-render.ts';
import { createSessions } from './web-chat-sessions.ts';
import { createTokens } from './web-chat-tokens.ts';
import { createTraces } from './web-chat-traces.ts';

/** Where app.ts must mount the router. */
export const WEB_CHAT_PATH = '/v3/directline';

/** The largest message, bytes. */
const MAX_BODY = '256kb';

/** What the web chat is made of. */
export type WebChatParts = {
  readonly bot: Pick<Bot, 'accept'>;
  readonly store: Pick<Store, 'conversation' | 'inboundFate' | 'entries' | 'addPhoto' | 'photo'>;
  readonly bus: Pick<Bus, 'listen'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly words: WebErrorWords;
  /** Signs tokens and links. */
  readonly secret: string;
  /** Secrets that signed before this one and are still believed. */
  readonly formerSecrets?: readonly string[];
  /** Lets a back-end ask for tokens, when there is one. */
  readonly directLineSecret?: string | undefined;
  /** Web sites whose pages may use the web chat; our own always may. */
  readonly origins: readonly string[];
  readonly publicUrl: string;
  readonly limits?: Partial<WebChatLimits>;
};

/** A Direct Line 3.0 server. */
export type WebChat = {
  readonly router: Router;
  /** Takes the socket of a live stream; false when the address is none. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Ends the live streams; their clients come back to whoever serves next. */
  readonly close: () => Promise<void>;
};

/** Builds the web chat: what official Direct Line clients expect, in front of the bot and the store. */
export const createWebChat = (parts: WebChatParts): WebChat => {
  const { store, clock, words, secret } = parts;
  const limits = { ...WEB_CHAT_LIMITS, ...parts.limits };
  const traces = createTraces();
  const tokens = createTokens([secret, ...(parts.formerSecrets ?? [])], clock);
  const doors = createDoors(parts);
  const links = createPhotoLinks({ store, clock, secret });
  const readerFor: HubParts['readerFor'] = ({ conv, user }, request) => ({
    external: conv,
    user,
    linkTo: (photo) => `${doors.baseOf(request)}${WEB_CHAT_PATH}${links.pathOf(photo)}`,
    laterNames: (inbound, seq) => traces.laterNames(conversationOf(conv), inbound, seq),
  });
  const hub = createHub({ ...parts, tokens, doors, traces, limits, readerFor });
  const intake = createIntake({ ...parts, traces, limits, showAgain: hub.showAgain });
  const keeper = createDoorKeeper({ tokens, words, directLineSecret: parts.directLineSecret });
  const spend = createSpend(limits.tokensPerMinute, 60);
  const sessions = createSessions({ ...parts, tokens, keeper, doors, intake, traces, spend });
  const posts = createPosts({ ...parts, keeper, intake, traces, limits });
  const poll = createPoll({ store, keeper, traces, readerFor });
  const forbid = refusing(words, 'OriginNotAllowed');
  const json = express.json({ limit: MAX_BODY, inflate: false });
  const pages = createErrorPages(parts);

  const router = express.Router();
  router.get('/photos/:id', links.serve);
  router.use(quiet, crossOrigin(doors, forbid));
  router.post('/tokens/generate', json, sessions.generate);
  router.post('/tokens/refresh', sessions.refresh);
  router.post('/conversations', json, sessions.begin);
  router.get('/conversations/:conversation', sessions.takeUp);
  router.get('/conversations/:conversation/activities', poll);
  router.post('/conversations/:conversation/activities', json, posts.post);
  router.post('/conversations/:conversation/upload', posts.upload);
  router.use(refusing(words, 'NotFound'), pages.failed);
  return { router, upgrade: hub.upgrade, close: hub.close };
};

/** Answers are for one person at one moment. */
const quiet: RequestHandler = (_, response, next) => {
  response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
  next();
};

const refusing =
  (words: WebErrorWords, code: 'OriginNotAllowed' | 'NotFound'): RequestHandler =>
  (request, response) =>
    sendRefusal(response, words, { code, language: languageOf(request) });
