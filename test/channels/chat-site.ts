import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import express from 'express';
import { type Bot, createBot, type Log, type Store } from '../../bot/index.ts';
import { createErrorPages, createWebChat, parseWebErrorWords } from '../../channels/index.ts';
import { localBus, openStore } from '../../store/index.ts';
import { noMask } from '../no-mask.ts';
import { PEERS } from '../peers.ts';
import { notice, repeat, runningClock, understand } from './chat-talk.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The words of web errors as they are shipped. */
export const errorWords = parseWebErrorWords(
  JSON.parse(readFileSync(join(ROOT, 'dialogs/content/web-errors.json'), 'utf8')),
);

export const SECRET = 'a secret of the test, 32 characters or more';
export const BACK_END = 'the-secret-of-a-back-end-32-characters-or-more';

/** A running web chat with a real front desk on a store in memory. */
export type ChatSite = {
  readonly url: string;
  readonly base: string;
  readonly store: Store;
  readonly bot: Bot;
  readonly clock: ReturnType<typeof runningClock>;
  readonly logged: readonly string[];
  /** Makes the store refuse what comes in, and the network lose what goes out. */
  readonly faults: { storeDown: boolean; loseAnswers: boolean };
  /** Lets every live stream stay open and bring nothing any more, as a dead network does. */
  readonly mute: () => void;
  /** Cuts every live stream. */
  readonly cut: () => number;
  /** Forgets everything that was in memory only, as a new process. */
  readonly restartWebChat: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What can be different from one site to the next. */
export type SiteOptions = {
  readonly origins?: readonly string[];
  readonly limits?: Parameters<typeof createWebChat>[0]['limits'];
  readonly publicUrl?: string;
  readonly secret?: string;
  readonly formerSecrets?: readonly string[];
  readonly page?: string;
  readonly onPhoto?: (id: string) => void;
};

/** Serves the web chat on a free port. */
export const serveChat = async (options: SiteOptions = {}): Promise<ChatSite> => {
  const { origins = [], publicUrl = 'http://localhost:3978', secret = SECRET } = options;
  const faults = { storeDown: false, loseAnswers: false };
  const logged: string[] = [];
  const note = (what: string) => void logged.push(what);
  const log: Log = {
    info: () => undefined,
    warn: (_, what) => note(what),
    error: (fields, what) => note(`${what} ${JSON.stringify(fields)}`),
  };
  const clock = runningClock();
  const bus = localBus();
  const kept = await openStore('sqlite::memory:');
  const store: Store = {
    ...kept,
    addInbound: async (row) => {
      if (faults.storeDown) throw new Error('the disk is gone');
      return kept.addInbound(row);
    },
    addPhoto: async (photo, conversation, bytes) => {
      options.onPhoto?.(photo.id);
      return kept.addPhoto(photo, conversation, bytes);
    },
  };
  const bot = createBot({
    ...{
      store,
      bus,
      clock,
      log,
      understand,
      notice,
      mask: noMask,
      talk: repeat,
      sends: {},
      owner: 'test',
    },
    lookup: async () => ({ kind: 'incident', events: [] }),
  });
  const { limits, formerSecrets } = options;
  const build = () =>
    createWebChat({
      ...{ bot, store, bus, clock, log, words: errorWords, secret, origins, publicUrl },
      directLineSecret: BACK_END,
      ...(limits === undefined ? {} : { limits }),
      ...(formerSecrets === undefined ? {} : { formerSecrets }),
    });
  let chat = build();
  const pages = createErrorPages({ log, words: errorWords });
  const app = express();
  app.set('query parser', 'simple');
  app.use('/v3/directline', (request, response, next) => {
    if (faults.loseAnswers && request.method === 'POST') losingAnswer(response);
    next();
  });
  app.use('/v3/directline', (request, response, next) => chat.router(request, response, next));
  if (options.page !== undefined) {
    app.get('/page', (_, response) => void response.type('html').send(options.page));
    app.use('/peers', express.static(PEERS));
  }
  app.use(pages.notFound, pages.failed);
  const server = createServer(app);
  const sockets = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (!chat.upgrade(request, socket, head)) socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}`;
  bot.start();
  return {
    ...{ url, base: `${url}/v3/directline`, store, bot, clock, logged, faults },
    mute: () => {
      for (const socket of sockets) socket.cork();
    },
    cut: () => {
      const cut = sockets.size;
      for (const socket of sockets) socket.destroy();
      return cut;
    },
    restartWebChat: async () => {
      await chat.close();
      chat = build();
    },
    close: async () => {
      await chat.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await bot.drain();
      await kept.close();
    },
  };
};

/** The message is taken and kept, but the connection dies before the client hears of it. */
const losingAnswer = (response: express.Response): void => {
  response.json = () => {
    response.socket?.destroy();
    return response;
  };
};
