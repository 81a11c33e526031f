import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often one may try within a quarter of an hour. */
export type TrackingLimits = {
  readonly pagesByIp: number;
  readonly wrongProofsByIp: number;
  readonly wrongProofsByCode: number;
};

const LIMITS: TrackingLimits = { pagesByIp: 300, wrongProofsByIp: 15, wrongProofsByCode: 6 };
const QUARTER = 15 * 60;

/** Counts tries; each one is counted before it is judged, so that many at once gain nothing. */
export type Tries = {
  /** Seconds to wait, or undefined when the try is allowed. */
  readonly page: (ip: string) => Promise<number | undefined>;
  readonly proof: (ip: string, code: string) => Promise<number | undefined>;
  /** A right proof is no try. */
  readonly forgive: (ip: string, code: string) => Promise<void>;
};

/** Builds the counters, kept in memory. */
export const createTries = (limits: TrackingLimits = LIMITS): Tries => {
  const limiter = (points: number): RateLimiterMemory =>
    new RateLimiterMemory({ points, duration: QUARTER });
  const pages = limiter(limits.pagesByIp);
  const byIp = limiter(limits.wrongProofsByIp);
  const byCode = limiter(limits.wrongProofsByCode);
  return {
    page: (ip) => spend(pages, network(ip)),
    proof: async (ip, code) => (await spend(byIp, network(ip))) ?? spend(byCode, code),
    forgive: async (ip, code) => {
      await Promise.all([byIp.reward(network(ip)), byCode.reward(code)]);
    },
  };
};

const spend = async (limiter: RateLimiterMemory, key: string): Promise<number | undefined> => {
  try {
    await limiter.consume(key);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.ceil(refused.msBeforeNext / 1000);
    throw refused;
  }
};

/** A household has one IPv4 address but a whole IPv6 network. */
const network = (ip: string): string =>
  ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip;
