import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { SmsCall } from '../channels/index.ts';

/** What a provider does with one text it is given. */
export type Fate =
  | 'taken'
  /** Taken, and answered with a failure. */
  | 'taken-500'
  /** Taken, and never answered. */
  | 'taken-silence'
  | 'throttled'
  | 'unsubscribed'
  | 'bad-number'
  | 'down';

/** A text that a stand-in has taken. */
export type Carried = { readonly id: string; readonly to: string; readonly body: string };

/** A provider of ours on loopback, with what tests need to see and to steer. */
export type SmsStandIn = {
  readonly url: string;
  /** Every text it has taken, in order. */
  readonly carried: () => readonly Carried[];
  /** A call as the provider makes it when a person writes, signed with `secret`. */
  readonly inboundCall: (from: string, body: string) => Promise<PostedCall>;
  /** A call as the provider makes it for a text it has taken. */
  readonly statusCall: (id: string, at: 'sent' | 'delivered' | 'unreachable') => PostedCall;
  readonly close: () => Promise<void>;
};

/** A call ready to be posted. */
export type PostedCall = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** A posted call as an adapter sees it. */
export const asCall = ({ path, headers, body }: PostedCall): SmsCall => ({
  path,
  body,
  header: (name) => headers[name.toLowerCase()],
});

/** Serves a stand-in on a free port, or on the one that is given. */
export const serve = async (
  answer: (request: IncomingMessage, body: string, response: ServerResponse) => void,
  port = 0,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    answer(request, Buffer.concat(chunks).toString(), response);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { url: urlOf(server), close: () => closed(server) };
};

const urlOf = (server: Server): string => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${address.port}`;
};

const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
};
