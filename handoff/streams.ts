import type { Response, Router } from 'express';
import type { Bus, Clock, Hint, Log } from '../bot/index.ts';
import type { Attendance } from './attendance.ts';
import { type Door, type Entry, refuse } from './door.ts';
import type { Presence, Present } from './presence.ts';
import type { Sessions } from './sessions.ts';

/** Hints of this long are told together, ms. */
const TOGETHER = 50;

/** A stream says that it lives this often, ms, and looks whether its session does. */
const BEAT = 20_000;

/** Streams one person may have open. */
const MOST_STREAMS = 8;

/** A reader this far behind, bytes, is dropped: it comes back and asks for everything. */
const TOO_FAR_BEHIND = 256 * 1024;

type Tools = {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly log: Log;
  readonly attendance: Attendance;
  readonly presence: Presence;
};
type Whose = { readonly account: string; readonly session: string };
type Stream = Whose & { readonly response: Response; readonly end: () => void };
type AtDesk = Entry<{ readonly kind: 'desk' }>;

/** Every console that listens. */
export type Streams = { readonly close: () => void };

/** Adds the stream of hints "conversation, revision" and keeps it alive. */
export const addStreamRoute = (router: Router, door: Door, tools: Tools): Streams => {
  const streams = new Set<Stream>();
  const { attendance, presence } = tools;
  const hear = gather(tools.clock, (hints) => tell(streams, hints.map(hintText).join('')));
  presence.onChange((present) => tell(streams, presentText(present)));
  const deafen = tools.bus.listen(hear);
  const stopBeating = beat(tools, streams);
  tools.sessions.onEnd((id) => endWhere(streams, ({ session }) => session === id));

  const watch = ({ response, person }: AtDesk): void => {
    const account = person.account.id;
    const own = [...streams].filter((stream) => stream.account === account);
    const whose = { account, session: person.session.id };
    if (own.length < MOST_STREAMS) welcome(response, whose);
    else refuse(response, 429, 'too_many_streams');
  };
  const welcome = (response: Response, whose: Whose): void => {
    openStream(streams, response, whose);
    response.write(presence.all().map(presentText).join(''));
    response.on('close', attendance.listens(whose.account));
  };
  const find = () => ({ kind: 'desk' }) as const;
  router.get('/api/desk/stream', door({ action: 'watch', find, answer: watch }));

  return {
    close: () => {
      deafen();
      stopBeating();
      endWhere(streams, () => true);
    },
  };
};

const openStream = (streams: Set<Stream>, response: Response, whose: Whose): void => {
  response.status(200).set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  const stream: Stream = {
    ...whose,
    response,
    end: () => {
      streams.delete(stream);
      response.end();
    },
  };
  streams.add(stream);
  response.on('close', () => streams.delete(stream));
  // A reader that goes away in the middle of a write is no fault of ours.
  response.on('error', () => streams.delete(stream));
  response.write('retry: 2000\nevent: sync\ndata: {}\n\n');
};

const hintText = ({ conversation, rev }: Hint): string =>
  `data: ${JSON.stringify({ conversation, rev })}\n\n`;

const presentText = (present: Present): string =>
  `event: presence\ndata: ${JSON.stringify(present)}\n\n`;

const tell = (streams: ReadonlySet<Stream>, text: string): void => {
  for (const { response } of streams) {
    if (response.writableLength > TOO_FAR_BEHIND) response.destroy();
    else response.write(text);
  }
};

const endWhere = (streams: ReadonlySet<Stream>, which: (stream: Stream) => boolean): void => {
  for (const stream of [...streams].filter(which)) stream.end();
};

/** Collects hints for a moment; of one conversation only the newest is told. */
const gather = (clock: Clock, tellAll: (hints: readonly Hint[]) => void) => {
  const newest = new Map<string, number>();
  const flush = (): void => {
    const hints = [...newest].map(([conversation, rev]) => ({ conversation, rev }));
    newest.clear();
    tellAll(hints);
  };
  return ({ conversation, rev }: Hint): void => {
    if (newest.size === 0) clock.after(TOGETHER, flush);
    newest.set(conversation, Math.max(rev, newest.get(conversation) ?? 0));
  };
};

/** Pings every stream, and ends those whose session is over. */
const beat = ({ clock, sessions, log }: Tools, streams: ReadonlySet<Stream>): (() => void) => {
  let cancel = (): void => undefined;
  const once = async (): Promise<void> => {
    for (const stream of [...streams]) {
      if (!(await sessions.stillOpen(stream.session))) stream.end();
      else if (streams.has(stream)) stream.response.write('event: beat\ndata: {}\n\n');
    }
  };
  const again = (): void => {
    cancel = clock.after(BEAT, () => {
      again();
      once().catch((cause) => log.warn({ cause: String(cause) }, 'beat of the streams missed'));
    });
  };
  again();
  return () => cancel();
};
