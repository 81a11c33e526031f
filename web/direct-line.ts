import type { CallResult, Calls, Opened, Post, Session } from './direct-line-calls.ts';
import { type Following, followSocket, type Socket } from './line-socket.ts';
import { backoff, createPause, type Pause } from './pause.ts';
import type { Batch } from './wire.ts';

/** How the connection is: `lost` means that it is being looked for. */
export type LineState = 'connecting' | 'online' | 'lost';

/** The waits of a connection, ms; tests make them short. */
export type Pace = {
  readonly firstRetry: number;
  readonly longestRetry: number;
  readonly silence: number;
  readonly poll: number;
};

/** What a connection is made of. */
export type LineParts = {
  readonly calls: Calls;
  readonly openSocket: (url: string) => Socket;
  readonly now: () => number;
  readonly random: () => number;
  readonly pace: Pace;
  readonly locale: () => string;
  /** The session of an earlier visit. */
  readonly session: Session | undefined;
  readonly onBatch: (batch: Batch) => void;
  readonly onState: (state: LineState) => void;
  /** A session that is new or has a new token; `anew` when the earlier conversation could not go on. */
  readonly onSession: (session: Session, anew: boolean) => void;
};

/** A connection to the conversation that heals by itself. */
export type DirectLine = {
  readonly start: () => void;
  readonly stop: () => void;
  /** Looks now instead of later; `force` also leaves a stream that still looks alive. */
  readonly wake: (force: boolean) => void;
  readonly post: (post: Post) => Promise<CallResult<string>>;
};

/** The usual waits. */
export const PACE: Pace = { firstRetry: 1000, longestRetry: 30_000, silence: 45_000, poll: 2000 };

/** After so many streams that brought nothing, the network is taken to allow none: the widget polls. */
const BLOCKED_STREAMS = 2;

/** The part of a token's life after which it is exchanged for a new one. */
const REFRESH_AT = 0.6;

/** Builds the connection; nothing happens before `start`. */
export const createDirectLine = (parts: LineParts): DirectLine => new Line(parts);

class Line implements DirectLine {
  private readonly parts: LineParts;
  private readonly pause: Pause = createPause();
  private session: Session | undefined;
  private watermark = '';
  private stream: Following | undefined;
  private stopped = false;
  private failures = 0;
  private blocked = 0;
  private refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LineParts) {
    this.parts = parts;
    this.session = parts.session;
  }

  start(): void {
    this.parts.onState('connecting');
    void this.run();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.refreshing);
    this.stream?.stop();
    this.pause.cut();
  }

  wake(force: boolean): void {
    this.pause.cut();
    this.stream?.stopIfSilent(force ? 0 : this.parts.pace.silence / 2);
  }

  async post(post: Post): Promise<CallResult<string>> {
    if (this.session === undefined) return { kind: 'later' };
    const posted = await this.parts.calls.post(this.session, post);
    if (posted.kind !== 'dead') return posted;
    this.stream?.stop();
    this.pause.cut();
    return { kind: 'later' };
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      const opened = await this.enter();
      if (opened.kind === 'ok' && !this.stopped) await this.follow(opened.value.streamUrl);
      if (!this.stopped) await this.rest(opened);
    }
  }

  private async rest(opened: CallResult<Opened>): Promise<void> {
    const { pace, random, onState } = this.parts;
    this.failures += 1;
    // A stream that ends is usually back before anybody needs to know.
    if (this.failures > 1 || opened.kind !== 'ok') onState('lost');
    const { firstRetry: first, longestRetry: longest } = pace;
    const asked = opened.kind === 'later' ? (opened.wait ?? 0) : 0;
    await this.pause.wait(Math.max(asked, backoff(this.failures, { first, longest, random })));
  }

  private async enter(): Promise<CallResult<Opened>> {
    if (this.session === undefined) return this.beginAnew(false);
    const opened = await this.parts.calls.reconnect(this.session, this.watermark);
    if (opened.kind === 'dead') return this.revive(this.session);
    if (opened.kind === 'ok') this.keep(opened.value.session, false);
    return opened;
  }

  private async revive(old: Session): Promise<CallResult<Opened>> {
    const fresh = await this.parts.calls.refresh(old);
    if (fresh.kind === 'later') return fresh;
    if (fresh.kind !== 'ok') return this.beginAnew(true);
    this.keep(fresh.value.session, false);
    return this.parts.calls.reconnect(fresh.value.session, this.watermark);
  }

  private async beginAnew(anew: boolean): Promise<CallResult<Opened>> {
    const { calls, locale } = this.parts;
    const generated = await calls.generate();
    if (generated.kind !== 'ok') return generated;
    const started = await calls.start(generated.value.session, locale());
    if (started.kind !== 'ok') return started;
    this.watermark = '';
    this.keep(started.value.session, anew);
    return started;
  }

  private keep(session: Session, anew: boolean): void {
    const { now, onSession } = this.parts;
    this.session = session;
    onSession(session, anew);
    clearTimeout(this.refreshing);
    const life = Math.max(0, session.expires - now());
    this.refreshing = setTimeout(() => void this.refresh(), life * REFRESH_AT);
  }

  private async refresh(): Promise<void> {
    if (this.session === undefined || this.stopped) return;
    const fresh = await this.parts.calls.refresh(this.session);
    if (fresh.kind === 'ok') this.keep(fresh.value.session, false);
  }

  private follow(url: string | undefined): Promise<void> {
    const poll = url === undefined || this.blocked >= BLOCKED_STREAMS;
    return poll ? this.followPolls() : this.followStream(url);
  }

  private async followStream(url: string): Promise<void> {
    const { openSocket: open, now, pace } = this.parts;
    this.stream = followSocket(
      {
        open,
        now,
        silence: pace.silence,
        onOpen: () => this.online(),
        onBatch: (batch) => this.take(batch),
      },
      url,
    );
    const alive = await this.stream.ended;
    this.stream = undefined;
    this.blocked = alive ? 0 : this.blocked + 1;
  }

  private async followPolls(): Promise<void> {
    while (!this.stopped && this.session !== undefined) {
      const polled = await this.parts.calls.poll(this.session, this.watermark);
      if (polled.kind !== 'ok') break;
      this.online();
      this.take(polled.value);
      await this.pause.wait(this.parts.pace.poll);
    }
    this.blocked = BLOCKED_STREAMS - 1;
  }

  private online(): void {
    this.failures = 0;
    this.parts.onState('online');
  }

  private take(batch: Batch): void {
    this.watermark = batch.watermark ?? this.watermark;
    this.parts.onBatch(batch);
  }
}
