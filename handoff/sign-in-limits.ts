import type { Account, Clock, Instant } from '../bot/index.ts';

/** Failures are forgotten after this long, ms. */
const WINDOW = 15 * 60_000;

/** Failures allowed within the window, by what they have in common. */
const LIMITS = { pair: 5, email: 30, ip: 60 } as const;

/** Things remembered at once; when there are more, the oldest are forgotten first. */
const MOST = 20_000;

/** Slows down those who guess. */
export type SignInLimits = {
  /** Counts a try before it is judged; the seconds to wait when there were too many. */
  readonly tryOnce: (who: Who) => number | undefined;
  /** The try was good: it does not count. */
  readonly forgive: (who: Who) => void;
};

/** Codes of one account are guessed at one door, from wherever: five failures close it for a while. */
export const triesOf = ({ id }: Account): Who => ({ ip: `code:${id}`, email: `code:${id}` });

type Who = { readonly ip: string; readonly email: string };
type Tally = { readonly since: Instant; readonly count: number };

/** Builds the limits: by address and e-mail together, by e-mail, and by address. */
export const createSignInLimits = (clock: Clock): SignInLimits => {
  const tallies = new Map<string, Tally>();

  const tallyOf = (key: string): Tally => {
    const tally = tallies.get(key);
    const now = clock.now();
    return tally === undefined || tally.since + WINDOW <= now ? { since: now, count: 0 } : tally;
  };

  const add = (key: string, amount: 1 | -1): void => {
    const { since, count } = tallyOf(key);
    tallies.delete(key);
    if (count + amount > 0) tallies.set(key, { since, count: count + amount });
    const [oldest] = tallies.keys();
    if (tallies.size > MOST && oldest !== undefined) tallies.delete(oldest);
  };

  return {
    tryOnce: (who) => {
      const full = keysOf(who).find(({ key, limit }) => tallyOf(key).count >= limit);
      if (full !== undefined) {
        return Math.ceil((tallyOf(full.key).since + WINDOW - clock.now()) / 1000);
      }
      for (const { key } of keysOf(who)) add(key, 1);
      return undefined;
    },
    forgive: (who) => {
      for (const { key } of keysOf(who)) add(key, -1);
    },
  };
};

const keysOf = ({ ip, email }: Who) => [
  { key: `pair:${ip} ${email}`, limit: LIMITS.pair },
  { key: `email:${email}`, limit: LIMITS.email },
  { key: `ip:${ip}`, limit: LIMITS.ip },
];
