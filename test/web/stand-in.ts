import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { StandInConversation } from './stand-in-conversation.ts';
import { servePage } from './stand-in-pages.ts';

/** A small Direct Line server for one tenant at a time, with the faults a test can ask for. */
export type StandIn = {
  readonly url: string;
  readonly conversations: readonly StandInConversation[];
  /** Every post that reached the server, in order, by its client's own id. */
  readonly posts: readonly string[];
  readonly streams: () => number;
  /** Calls to `tokens/refresh`. */
  readonly refreshes: () => number;
  readonly faults: Faults;
  /** Cuts every live stream without a word. */
  readonly cutStreams: () => void;
  /** From now on every token so far is dead. */
  readonly killTokens: () => void;
  readonly stop: () => Promise<void>;
};

/** What can be made to go wrong. */
type Faults = {
  /** Calls that the server takes in and whose answer is lost. */
  lostAnswers: number;
  /** Streams are refused, as some networks do. */
  noStreams: boolean;
  /** Streams stay open and bring nothing. */
  silent: boolean;
  /** Every call is answered with this status. */
  status: number | undefined;
  /** Seconds a token lives. */
  lifetime: number;
};

type Call = { readonly request: IncomingMessage; readonly url: URL; readonly body: Buffer };
type Answer = { readonly status: number; readonly body: unknown };

/** Starts it on a free port; `pages` is the folder of the built browser files. */
export const startStandIn = async (pages?: string): Promise<StandIn> => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = new StandInLine(`127.0.0.1:${portOf(server)}`);
  sockets.on('connection', (socket, { url = '/' }) => line.stream(socket, new URL(url, line.url)));
  server.on('request', (request, response) => void answer(line, pages, request, response));
  return {
    url: line.url,
    conversations: line.conversations,
    posts: line.posts,
    faults: line.faults,
    streams: () => sockets.clients.size,
    refreshes: () => line.refreshes,
    cutStreams: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
    killTokens: () => line.killTokens(),
    stop: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const portOf = (server: Server): number => {
  const address = server.address();
  const isPort = (given: typeof address): given is AddressInfo => typeof given === 'object';
  return isPort(address) && address !== null ? address.port : 0;
};

const answer = async (
  line: StandInLine,
  pages: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', line.url);
  if (!url.pathname.startsWith('/v3/directline')) return servePage(pages, url, response);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const { status, body } = await line.call({ request, url, body: Buffer.concat(chunks) });
  if (line.faults.lostAnswers > 0 && request.method === 'POST' && url.pathname.endsWith('ties')) {
    line.faults.lostAnswers -= 1;
    response.destroy();
    return;
  }
  if (body instanceof Buffer)
    return void response.writeHead(200, { 'content-type': 'image/jpeg' }).end(body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

class StandInLine {
  readonly url: string;
  readonly conversations: StandInConversation[] = [];
  readonly posts: string[] = [];
  readonly faults: Faults = {
    lostAnswers: 0,
    noStreams: false,
    silent: false,
    status: undefined,
    lifetime: 1800,
  };
  refreshes = 0;
  private readonly dead = new Set<string>();
  private issued = 0;

  constructor(host: string) {
    this.url = `http://${host}`;
  }

  killTokens(): void {
    for (let number = 0; number <= this.issued; number += 1) this.dead.add(String(number));
  }

  stream(socket: WebSocket, url: URL): void {
    const found = this.find(url.searchParams.get('t') ?? '');
    if (found === undefined || this.faults.noStreams) {
      socket.terminate();
      return;
    }
    const send = (text: string) => {
      if (!this.faults.silent) socket.send(text);
    };
    socket.on('close', found.follow(send, url.searchParams.get('watermark') ?? ''));
  }

  async call({ request, url, body }: Call): Promise<Answer> {
    if (this.faults.status !== undefined) return { status: this.faults.status, body: {} };
    const path = url.pathname.slice('/v3/directline'.length);
    if (path === '/tokens/generate') return this.opened(this.begin(), 200, url);
    const photo = /^\/photo\/(\d+)\/(\d+)$/.exec(path);
    if (photo !== null)
      return { status: 200, body: this.conversations[Number(photo[1])]?.photos[Number(photo[2])] };
    const conversation = this.find((request.headers.authorization ?? '').replace('Bearer ', ''));
    if (conversation === undefined)
      return { status: 403, body: { error: { code: 'TokenExpired' } } };
    if (path === '/tokens/refresh') this.refreshes += 1;
    if (path.endsWith('/upload')) return this.posted(await conversation.upload(body, request));
    if (!path.endsWith('/activities'))
      return this.opened(conversation, path === '/conversations' ? 201 : 200, url);
    if (request.method === 'POST') return this.posted(conversation.post(JSON.parse(String(body))));
    return { status: 200, body: conversation.after(url.searchParams.get('watermark') ?? '') };
  }

  private posted(result: { readonly clientId: string; readonly answer: Answer }): Answer {
    this.posts.push(result.clientId);
    return result.answer;
  }

  private begin(): StandInConversation {
    const begun = new StandInConversation(this.conversations.length);
    this.conversations.push(begun);
    return begun;
  }

  private find(token: string): StandInConversation | undefined {
    const [number = '', conversation] = token.split('.');
    return this.dead.has(number) ? undefined : this.conversations[Number(conversation ?? 'x')];
  }

  private opened(conversation: StandInConversation, status: number, url: URL): Answer {
    const { id, number } = conversation;
    if (status === 201) conversation.start();
    this.issued += 1;
    const token = `${this.issued}.${number}`;
    const watermark = url.searchParams.get('watermark') ?? '';
    const streamUrl = `${this.url.replace('http', 'ws')}/stream?t=${token}&watermark=${watermark}`;
    const { lifetime } = this.faults;
    return { status, body: { conversationId: id, token, expires_in: lifetime, streamUrl } };
  }
}
