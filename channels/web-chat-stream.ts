import type { WebSocket } from 'ws';
import type { Log, Store } from '../bot/index.ts';
import { positionIn, readOn, readOne } from './web-chat-reading.ts';
import { conversationOf, type OutActivity, type Reader, render } from './web-chat-render.ts';
import type { Traces } from './web-chat-traces.ts';

/** A client that leaves this much unread, bytes, is let go; it comes back and gets what it missed. */
const MOST_UNREAD = 256 * 1024;

/** What a stream is made of. */
export type StreamParts = {
  readonly store: Pick<Store, 'entries'>;
  readonly traces: Traces;
  readonly log: Pick<Log, 'warn'>;
  readonly reader: Reader;
  readonly socket: WebSocket;
  readonly position: number;
};

/** The live view of one conversation in one browser. */
export type Stream = {
  /** Sends what is new. */
  readonly pull: () => void;
  /** Sends one entry that was sent before. */
  readonly show: (seq: number) => Promise<void>;
  /** Gives a sign of life and asks for one; a client that gave none since the last time is let go. */
  readonly beat: () => void;
  readonly end: (code: number) => void;
};

/** Builds a stream on an open socket. */
export const createStream = (parts: StreamParts): Stream => new Live(parts);

class Live implements Stream {
  readonly #parts: StreamParts;
  readonly #conversation: string;
  #position: number;
  #alive = true;
  #pulling = false;
  #again = false;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#position = parts.position;
    this.#conversation = conversationOf(parts.reader.external);
    // Frames arrive in order, so the answer to a ping proves that what was sent before it has arrived.
    parts.socket.on('pong', (proof) => {
      this.#alive = true;
      parts.traces.see(this.#conversation, positionIn(proof.toString()));
    });
    parts.socket.on('message', () => {
      this.#alive = true;
    });
  }

  pull(): void {
    this.#again = true;
    if (!this.#pulling) void this.#run();
  }

  async show(seq: number): Promise<void> {
    if (seq > this.#position) return this.pull();
    const entry = await readOne(this.#parts.store, this.#conversation, seq);
    if (entry !== undefined) this.#send(render(entry, this.#parts.reader));
  }

  beat(): void {
    const { socket } = this.#parts;
    if (!this.#alive) {
      socket.terminate();
      return;
    }
    this.#alive = false;
    socket.send('');
    socket.ping(String(this.#position));
    this.pull();
  }

  end(code: number): void {
    this.#parts.socket.close(code);
  }

  async #run(): Promise<void> {
    this.#pulling = true;
    try {
      while (this.#again) {
        this.#again = false;
        await this.#drain();
      }
    } catch (cause) {
      this.#parts.log.warn(
        { conversation: this.#conversation, cause: String(cause) },
        'stream cut',
      );
      this.#parts.socket.terminate();
    } finally {
      this.#pulling = false;
    }
  }

  async #drain(): Promise<void> {
    const { store, reader, socket } = this.#parts;
    while (socket.readyState === socket.OPEN) {
      const { activities, position } = await readOn(store, reader, this.#position);
      if (position === this.#position) return;
      this.#position = position;
      this.#send(activities);
    }
  }

  #send(activities: readonly OutActivity[]): void {
    const { socket } = this.#parts;
    if (activities.length === 0 || socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify({ activities, watermark: String(this.#position) }));
    socket.ping(String(this.#position));
    if (socket.bufferedAmount > MOST_UNREAD) socket.terminate();
  }
}
