import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Bus, Clock, Log, Store } from '../bot/index.ts';
import type { Doors } from './web-chat-doors.ts';
import type { WebChatLimits } from './web-chat-limits.ts';
import { clampPosition, positionIn } from './web-chat-reading.ts';
import { conversationOf, type Reader } from './web-chat-render.ts';
import { createStream, type Stream } from './web-chat-stream.ts';
import { type Claims, fitsOrigin, type Tokens } from './web-chat-tokens.ts';
import type { Traces } from './web-chat-traces.ts';

/** Between two signs of life, ms; proxies and browsers take a longer silence for death. */
const BEAT = 15_000;

/** Clients have nothing to say on a stream but signs of life, bytes. */
const LONGEST_FRAME = 4096;

const GOING_AWAY = 1001;
const RESTARTING = 1012;
const STREAM = /^\/v3\/directline\/conversations\/([\w-]{16,64})\/stream$/;

/** All live streams of this process. */
export type Hub = {
  /** Takes the socket when the address is a stream of the web chat. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  /** Shows the clients of a conversation one entry again. */
  readonly showAgain: (conversation: string, seq: number) => void;
  readonly close: () => Promise<void>;
};

/** What a hub is made of. */
export type HubParts = {
  readonly store: Pick<Store, 'entries' | 'conversation'>;
  readonly bus: Pick<Bus, 'listen'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  readonly tokens: Pick<Tokens, 'readTicket'>;
  readonly doors: Doors;
  readonly traces: Traces;
  readonly limits: WebChatLimits;
  readonly readerFor: (claims: Claims, request: IncomingMessage) => Reader;
};

type Streams = Map<string, Set<Stream>>;

/** Builds the hub and starts to listen. */
export const createHub = (parts: HubParts): Hub => {
  const streams: Streams = new Map();
  const server = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: LONGEST_FRAME,
  });
  const each = (conversation: string, tell: (stream: Stream) => void): void =>
    streams.get(conversation)?.forEach(tell);
  const deaf = parts.bus.listen(({ conversation }) => each(conversation, (one) => one.pull()));
  const still = beatAll(parts.clock, streams);
  return {
    upgrade: (request, socket, head) => {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      const external = STREAM.exec(path)?.[1];
      if (external === undefined) return false;
      const visit = { request, socket, head, external, query: new URLSearchParams(query) };
      welcome({ parts, streams, server }, visit).catch(() => socket.destroy());
      return true;
    },
    showAgain: (conversation, seq) =>
      each(conversation, (stream) => void stream.show(seq).catch(() => stream.end(GOING_AWAY))),
    close: async () => {
      deaf();
      still();
      for (const set of streams.values()) for (const stream of set) stream.end(RESTARTING);
      await new Promise((done) => server.close(done));
    },
  };
};

/** Lets all hearts beat; the returned function stops them. */
const beatAll = (clock: Clock, streams: Streams): (() => void) => {
  let cancel = (): void => undefined;
  const beat = (): void => {
    for (const set of streams.values()) for (const stream of set) stream.beat();
    cancel = clock.after(BEAT, beat);
  };
  cancel = clock.after(BEAT, beat);
  return () => cancel();
};

type Inside = {
  readonly parts: HubParts;
  readonly streams: Streams;
  readonly server: WebSocketServer;
};

type Visit = {
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
  readonly external: string;
  readonly query: URLSearchParams;
};

const welcome = async ({ parts, streams, server }: Inside, visit: Visit): Promise<void> => {
  const { request, socket, head, external, query } = visit;
  socket.on('error', () => socket.destroy());
  const claims = await parts.tokens.readTicket(query.get('t') ?? '');
  const welcomed = claims?.conv === external && fitsOrigin(claims, request.headers.origin);
  if (!welcomed || !parts.doors.admits(request)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return;
  }
  const asked = positionIn(query.get('watermark'));
  const position = await clampPosition(parts.store, external, asked);
  server.handleUpgrade(request, socket, head, (open) => {
    open.on('error', () => open.terminate());
    const reader = parts.readerFor(claims, request);
    const stream = createStream({ ...parts, reader, socket: open, position });
    open.on('close', join(parts, streams, conversationOf(external), stream));
    open.send('');
    stream.pull();
  });
};

/** Adds a stream, letting the oldest go when there are too many; the returned function takes it away. */
const join = (
  { limits }: HubParts,
  streams: Streams,
  conversation: string,
  stream: Stream,
): (() => void) => {
  const set = streams.get(conversation) ?? new Set();
  streams.set(conversation, set);
  const [oldest] = set;
  if (oldest !== undefined && set.size >= limits.streamsPerConversation) {
    set.delete(oldest);
    oldest.end(GOING_AWAY);
  }
  set.add(stream);
  return () => {
    set.delete(stream);
    if (set.size === 0 && streams.get(conversation) === set) streams.delete(conversation);
  };
};
