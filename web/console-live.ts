import { isHint, isPresent, type Present } from './console-wire.ts';
import { backoff } from './pause.ts';

/** How the stream of hints is doing. */
export type LineState = 'connecting' | 'live' | 'lost';

/** A stream that says nothing for this long, ms, is dead: the server beats every 20 s. */
const SILENCE = 45_000;

/** The first and the longest pause before trying again, ms. */
const PAUSES = { first: 1_000, longest: 30_000 } as const;

/** What the stream tells, and what it is made of. */
export type LiveParts = {
  readonly openStream: () => EventSource;
  /** Everything may have changed. */
  readonly sync: () => void;
  /** One conversation has changed. */
  readonly hint: (conversation: string) => void;
  /** Who is where is told anew from here on. */
  readonly nobody: () => void;
  /** Somebody came to a conversation, left it, or began to write. */
  readonly present: (present: Present) => void;
  readonly state: (state: LineState) => void;
  readonly random: () => number;
};

/** Listens until it is stopped; comes back by itself, later and later. */
export const listenLive = (
  parts: LiveParts,
): { readonly stop: () => void; readonly wake: () => void } => {
  let stream: EventSource | undefined;
  let timer = 0;
  let fails = 0;

  const pulse = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(failed, SILENCE);
  };
  const failed = (): void => {
    stream?.close();
    stream = undefined;
    parts.state('lost');
    fails += 1;
    clearTimeout(timer);
    timer = window.setTimeout(connect, backoff(fails, { ...PAUSES, random: parts.random }));
    // Why it ended may be that nobody is signed in any more: only asking tells.
    if (fails === 1) parts.sync();
  };
  const connect = (): void => {
    stream?.close();
    parts.state('connecting');
    stream = parts.openStream();
    stream.onerror = failed;
    stream.addEventListener('sync', () => {
      fails = 0;
      parts.state('live');
      parts.nobody();
      parts.sync();
      pulse();
    });
    stream.addEventListener('beat', pulse);
    stream.addEventListener('presence', ({ data }) => {
      pulse();
      const present: unknown = JSON.parse(String(data));
      if (isPresent(present)) parts.present(present);
    });
    stream.onmessage = ({ data }) => {
      pulse();
      const hint: unknown = JSON.parse(String(data));
      if (isHint(hint)) parts.hint(hint.conversation);
    };
    pulse();
  };

  connect();
  return {
    stop: () => {
      clearTimeout(timer);
      stream?.close();
    },
    /** The page was asleep or without a network: whatever the timers say, ask now. */
    wake: () => {
      fails = 0;
      if (stream === undefined) connect();
      else parts.sync();
    },
  };
};
