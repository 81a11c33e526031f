import type { Fate, PostedCall, SmsStandIn } from '../sms-stand-in.ts';
import { ACCOUNT, twilioStandIn } from '../twilio-stand-in.ts';

const NUMBER = '+33939980000';
const TOKEN = 'c'.repeat(32);
const PUBLIC_URL = 'https://loge.example.fr';

/** How long an attempt of unknown fate may still turn up here, ms: as short as the network of these tests. */
const SETTLE = 1_200;

/** How often things go wrong on this network. */
export type Weather = {
  /** Calls that are made twice. */
  readonly twice: number;
  /** Calls that are never made: the text only stands in the provider's list. */
  readonly unheard: number;
  readonly fails: number;
  readonly hangs: number;
  readonly throttles: number;
};

/** Nothing goes wrong. */
export const CALM: Weather = { twice: 0, unheard: 0, fails: 0, hangs: 0, throttles: 0 };

/** What the provider's documentation, and its bad days, let one expect. */
export const STORM: Weather = {
  twice: 0.1,
  unheard: 0.05,
  fails: 0.05,
  hangs: 0.03,
  throttles: 0.04,
};

/** A text somebody writes; one that is answered may be left for us to find. */
export type WrittenSms = {
  readonly from: string;
  readonly body: string;
  readonly answered: boolean;
};

/** A provider and its phones around one Loge. */
export type SmsNetwork = {
  readonly standIn: SmsStandIn;
  readonly settings: Readonly<Record<string, string>>;
  /** Somebody writes; resolves once the text is acknowledged, or was not told at all. */
  readonly write: (text: WrittenSms) => Promise<void>;
  /** From now on no call is left out. */
  readonly calmDown: () => void;
  /** How many of each thing went wrong. */
  readonly counts: Readonly<Record<string, number>>;
};

/** Opens the network. Status calls come twice, in any order, or not at all when nobody listens. */
export const openSmsNetwork = async (
  url: string,
  weather: Weather,
  random: () => number,
): Promise<SmsNetwork> => {
  const counts: Record<string, number> = { texts: 0, twice: 0, unheard: 0 };
  let { unheard } = weather;
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };

  const fate = (): Fate => {
    const drawn = random();
    const fates: readonly (readonly [Fate, number])[] = [
      ['taken-500', weather.fails],
      ['taken-silence', weather.hangs],
      ['throttled', weather.throttles],
    ];
    let sum = 0;
    const found = fates.find(([, share]) => {
      sum += share;
      return drawn < sum;
    });
    if (found !== undefined) count(found[0]);
    return found?.[0] ?? 'taken';
  };

  const standIn = await twilioStandIn({
    token: TOKEN,
    number: NUMBER,
    publicUrl: PUBLIC_URL,
    fate,
    taken: ({ id }) => {
      count('texts');
      const again = random() < weather.twice ? (['sent'] as const) : [];
      const steps = ['sent', 'delivered', ...again] as const;
      const shuffled = random() < 0.5 ? steps : [...steps].reverse();
      for (const step of shuffled) void post(url, standIn.statusCall(id, step));
    },
  });

  const write = async ({ from, body, answered }: WrittenSms): Promise<void> => {
    const call = await standIn.inboundCall(from, body);
    if (answered && random() < unheard) {
      count('unheard');
      return;
    }
    const twice = random() < weather.twice;
    if (twice) count('twice');
    await Promise.all((twice ? [call, call] : [call]).map((one) => insist(url, one)));
  };

  return {
    standIn,
    settings: {
      PUBLIC_URL,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_PHONE_NUMBER: NUMBER,
      TWILIO_API_URL: standIn.url,
      SMS_PER_SECOND: '100',
      SETTLE_MS: String(SETTLE),
    },
    write,
    calmDown: () => {
      unheard = 0;
    },
    counts,
  };
};

const post = (url: string, { path, headers, body }: PostedCall): Promise<Response | undefined> =>
  fetch(`${url}${path}`, { method: 'POST', headers, body }).catch(() => undefined);

/** Time between two tries of a call while nobody listens, ms. */
const PAUSE = 40;
const TRIES = 1_000;

const insist = async (url: string, call: PostedCall): Promise<void> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await post(url, call);
    if (response?.ok === true) return;
    if (response !== undefined && response.status < 500) {
      throw new Error(`${call.path} answered ${response.status}`);
    }
    await new Promise((go) => setTimeout(go, PAUSE));
  }
  throw new Error(`${call.path} was never answered`);
};
