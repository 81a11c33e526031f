import { type Batch, readBatch, readJson } from './wire.ts';

/** The part of a WebSocket that is used: a browser's has it, and one of a server. */
export type Socket = {
  addEventListener(type: 'open' | 'close' | 'error', hear: () => void): void;
  addEventListener(type: 'message', hear: (event: { readonly data: unknown }) => void): void;
  close(): void;
};

/** A live stream that is being followed. */
export type Following = {
  /** Whether the stream ever brought anything; settles when it has ended. */
  readonly ended: Promise<boolean>;
  readonly stop: () => void;
  /** Ends the stream when it has been silent for longer than this, ms. */
  readonly stopIfSilent: (ms: number) => void;
};

/** What it takes to follow a stream. */
export type SocketParts = {
  readonly open: (url: string) => Socket;
  readonly now: () => number;
  /** A stream that brings nothing for so long is dead, whatever it says, ms. */
  readonly silence: number;
  readonly onOpen: () => void;
  readonly onBatch: (batch: Batch) => void;
};

/** Follows a stream until it closes, fails or falls silent. */
export const followSocket = (parts: SocketParts, url: string): Following => {
  const socket = parts.open(url);
  let heard = parts.now();
  let alive = false;
  let live = true;
  let end: (alive: boolean) => void = () => undefined;
  const ended = new Promise<boolean>((resolve) => {
    end = resolve;
  });
  const stop = () => {
    clearInterval(watch);
    live = false;
    socket.close();
    end(alive);
  };
  const stopIfSilent = (ms: number) => {
    if (parts.now() - heard >= ms) stop();
  };
  const watch = setInterval(() => stopIfSilent(parts.silence), parts.silence / 4);
  socket.addEventListener('open', () => {
    if (!live) return;
    heard = parts.now();
    parts.onOpen();
  });
  socket.addEventListener('message', ({ data }) => {
    if (!live) return;
    heard = parts.now();
    alive = true;
    if (typeof data === 'string' && data !== '') parts.onBatch(readBatch(readJson(data)));
  });
  socket.addEventListener('close', stop);
  // An error is always followed by a close; the handler only keeps it from being thrown.
  socket.addEventListener('error', () => undefined);
  return { ended, stop, stopIfSilent };
};
