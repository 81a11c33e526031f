import type { Bot, Clock, Inbound, Instant, Log, Store } from '../bot/index.ts';
import { failureName } from './sms-not-sent.ts';
import type { SmsProvider, SmsReceived } from './sms-provider.ts';

/** Time between two looks for what was missed, ms. */
const EVERY = 5 * 60_000;

/** A look that failed is made again after this, ms. */
const SOON = 20_000;

/** A text that came shortly before the last look may have been listed late, ms. */
const OVERLAP = 15 * 60_000;

/** How far back the first look after a start goes, ms. */
const LONGEST_OUTAGE = 7 * 24 * 3_600_000;

/** What looking for missed texts takes. */
export type SmsMissedParts = {
  readonly provider: Pick<SmsProvider, 'name' | 'number' | 'listInbound'>;
  readonly bot: Pick<Bot, 'accept'>;
  readonly store: Pick<Store, 'inboundFate' | 'keepOnce'>;
  readonly row: (received: SmsReceived) => Inbound;
  readonly clock: Clock;
  readonly log: Log;
};

/** Fetches what people wrote while nobody could be reached here. */
export type SmsMissed = {
  readonly look: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => void;
};

/** Builds it. What was written before Loge first served the number is never answered. */
export const createSmsMissed = (parts: SmsMissedParts): SmsMissed => {
  const { provider, clock, log } = parts;
  let seen: Instant | undefined;
  let stopped = false;
  let cancel = (): void => undefined;

  const look = async (): Promise<void> => {
    const now = clock.now();
    const first = Number(await parts.store.keepOnce(markOf(provider), String(now)));
    const since = Math.max(first, seen === undefined ? now - LONGEST_OUTAGE : seen - OVERLAP);
    const all = await provider.listInbound(since);
    const missed = await take(parts, all);
    if (missed > 0) log.info({ provider: provider.name, missed }, 'missed texts taken');
    seen = now;
  };

  const again = (pause: number): void => {
    if (!stopped) cancel = clock.after(pause, run);
  };

  const run = (): void => {
    look().then(
      () => again(EVERY),
      (cause) => {
        log.warn({ cause: failureName(cause) }, 'missed texts not looked for');
        again(SOON);
      },
    );
  };

  const stop = (): void => {
    stopped = true;
    cancel();
  };
  return { look, start: run, stop };
};

const markOf = ({ name, number }: Pick<SmsProvider, 'name' | 'number'>): string =>
  `sms-since:${name}:${number}`;

const take = async (
  { provider, bot, store, row }: SmsMissedParts,
  all: readonly SmsReceived[],
): Promise<number> => {
  let missed = 0;
  for (const received of all.filter(({ to }) => to === provider.number)) {
    const kept = row(received);
    if ((await store.inboundFate(kept.id)).kind !== 'absent') continue;
    await bot.accept(kept);
    missed += 1;
  }
  return missed;
};
