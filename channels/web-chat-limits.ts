import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one may ask for; a tenant who only writes never meets any of these. */
export type WebChatLimits = {
  /** Tokens without a secret, for one address (one network for IPv6), each minute. */
  readonly tokensPerMinute: number;
  /** Messages in one conversation, each minute. */
  readonly messagesPerMinute: number;
  /** Photos in one conversation, each hour. */
  readonly photosPerHour: number;
  /** Live streams of one conversation; the oldest gives way to a new one. */
  readonly streamsPerConversation: number;
};

/** The usual limits. */
export const WEB_CHAT_LIMITS: WebChatLimits = {
  tokensPerMinute: 300,
  messagesPerMinute: 3_000,
  photosPerHour: 60,
  streamsPerConversation: 8,
};

/** Counts one more; gives the seconds to wait when there were too many. */
export type Spend = (key: string, points?: number) => Promise<number | undefined>;

/** Builds a counter, kept in memory. */
export const createSpend = (points: number, seconds: number): Spend => {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return async (key, spent = 1) => {
    try {
      await limiter.consume(key, spent);
      return undefined;
    } catch (cause) {
      if (cause instanceof RateLimiterRes) return Math.ceil(cause.msBeforeNext / 1000);
      throw cause;
    }
  };
};

/** A household has one IPv4 address but a whole IPv6 network. */
export const networkOf = (ip: string | undefined): string => {
  if (ip === undefined) return 'unknown';
  return ip.includes(':') && !ip.includes('.') ? ip.split(':').slice(0, 4).join(':') : ip;
};
