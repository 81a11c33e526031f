import { createHmac, randomBytes } from 'node:crypto';
import jsQR from 'jsqr';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { handClock } from './small-bot.ts';
import {
  addAgent,
  CHIEF,
  type Client,
  clientOf,
  type Heard,
  type StartedDesk,
  signIn,
  startDeskOn,
} from './started-desk.ts';

/** The secret and the codes of RFC 6238, appendix B, as phones of six digits show them. */
const SECRET = Buffer.from('12345678901234567890');
const SECRET_AS_LETTERS = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RFC_6238 = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const;

const STEP = 30_000;
const MINUTE = 60_000;
const START = 1_234_567_890_000;

const OFFER = z.object({
  secret: z.string(),
  uri: z.string(),
  qr: z.object({ size: z.number(), path: z.string() }),
});
const CODES = z.object({ recoveryCodes: z.array(z.string()) });

/** Chance, but for the secret that a phone is given. */
const random = (bytes: number): Uint8Array =>
  bytes === SECRET.length ? SECRET : randomBytes(bytes);

/** What a phone shows at a moment: written once more, so that the two can disagree. */
const phone = (at: number): string => {
  const time = Buffer.from(
    Math.floor(at / STEP)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  );
  const hash = createHmac('sha1', SECRET).update(time).digest();
  const start = (hash.at(-1) ?? 0) & 15;
  return String((hash.readUInt32BE(start) % 2 ** 31) % 1_000_000).padStart(6, '0');
};

let desk: StartedDesk;
let chief: Client;
const open = async (start = START, secondFactor: 'optional' | 'required' = 'optional') => {
  desk = await startDeskOn(handClock(start), { random, secondFactor });
  chief = await signIn(desk.url, CHIEF);
};
afterEach(() => desk.stop());

const now = (steps = 0): string => phone(desk.clock.now() + steps * STEP);
const enter = (code?: string): Promise<Heard> =>
  clientOf(desk.url).call('POST', '/api/desk/session', { ...CHIEF, code });
const outcome = ({ status, body }: Heard) => [
  status,
  z.object({ error: z.string() }).safeParse(body).data?.error,
];

/** Sets the second factor of the administrator and gives the codes for lost phones. */
const setFactor = async (): Promise<readonly string[]> => {
  const { password } = CHIEF;
  await chief.call('POST', '/api/desk/second-factor', { password });
  const done = await chief.call('POST', '/api/desk/second-factor/confirm', { code: now() });
  desk.clock.move(2 * STEP);
  return CODES.parse(done.body).recoveryCodes;
};

describe('a phone', () => {
  test.each(RFC_6238)('shows at second %d the code of RFC 6238', async (seconds, code) => {
    await open(seconds * 1000);
    await chief.call('POST', '/api/desk/second-factor', { password: CHIEF.password });
    const wrong = await chief.call('POST', '/api/desk/second-factor/confirm', { code: '000000' });
    expect(outcome(wrong)).toEqual([422, 'wrong_code']);
    const right = await chief.call('POST', '/api/desk/second-factor/confirm', { code });
    expect(right.status).toBe(200);
  });

  test('reads its secret from a drawing', async () => {
    await open();
    const { body } = await chief.call('POST', '/api/desk/second-factor', {
      password: CHIEF.password,
    });
    const { uri, qr, secret } = OFFER.parse(body);
    expect(secret).toBe(SECRET_AS_LETTERS);
    expect(uri).toBe(
      `otpauth://totp/Loge%3Achef%40exemple.fr?secret=${SECRET_AS_LETTERS}&issuer=Loge`,
    );
    expect(photographed(qr)).toBe(uri);
  });
});

/** What a camera reads of a drawing: four pixels for a field, and the white edge around it. */
const photographed = ({ size, path }: z.infer<typeof OFFER>['qr']): string | undefined => {
  const width = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, column, row] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dot = 0; dot < 16; dot += 1) {
      const x = (Number(column) + 4) * 4 + (dot % 4);
      const y = (Number(row) + 4) * 4 + Math.floor(dot / 4);
      pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return jsQR(pixels, width, width)?.data;
};

describe('signing in with a second factor', () => {
  beforeEach(() => open());

  test('asks for a code after the right password only', async () => {
    await setFactor();
    expect(outcome(await enter())).toEqual([401, 'code_needed']);
    const wrong = { ...CHIEF, password: 'no', code: now() };
    const heard = await clientOf(desk.url).call('POST', '/api/desk/session', wrong);
    expect(outcome(heard)).toEqual([401, 'wrong_credentials']);
    const right = await enter(now());
    expect(right.body).toMatchObject({ factor: 'set', owesFactor: false });
  });

  test('takes a code once, and none that is older than one that was used', async () => {
    await setFactor();
    const code = now();
    expect((await enter(code)).status).toBe(200);
    expect(outcome(await enter(code))).toEqual([401, 'wrong_code']);
    expect(outcome(await enter(now(-1)))).toEqual([401, 'wrong_code']);
    expect((await enter(now(1))).status).toBe(200);
  });

  test('takes the code that confirmed the phone for used', async () => {
    await chief.call('POST', '/api/desk/second-factor', { password: CHIEF.password });
    await chief.call('POST', '/api/desk/second-factor/confirm', { code: now() });
    expect(outcome(await enter(now()))).toEqual([401, 'wrong_code']);
  });

  test('of two who come with one code at once, one is let in', async () => {
    await setFactor();
    const code = now();
    const came = await Promise.all([enter(code), enter(code)]);
    expect(came.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test('forgives a clock that is half a minute off, and no more', async () => {
    await setFactor();
    expect(outcome(await enter(now(-2)))).toEqual([401, 'wrong_code']);
    expect(outcome(await enter(now(2)))).toEqual([401, 'wrong_code']);
    expect((await enter(now(-1))).status).toBe(200);
  });

  test.each(['', ' ', 'éééééé', '12345', '1234567', '０１２３４５'])(
    'does not take "%s"',
    async (code) => {
      await setFactor();
      expect((await enter(code)).status).toBe(401);
    },
  );

  test('is closed after five wrong codes, for the right one too, until time has passed', async () => {
    await setFactor();
    const fives = ['1', '2', '3', '4', '5'].map((digit) => enter(digit.repeat(6)));
    expect((await Promise.all(fives)).map(({ status }) => status)).toEqual(Array(5).fill(401));
    expect((await enter(now())).status).toBe(429);
    desk.clock.move(16 * MINUTE);
    expect((await enter(now())).status).toBe(200);
  });

  test('takes each code for lost phones once, with or without its dashes', async () => {
    const codes = await setFactor();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    const [first = '', second = ''] = codes;
    expect(first).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
    expect((await enter(first)).status).toBe(200);
    expect(outcome(await enter(first))).toEqual([401, 'wrong_code']);
    expect((await enter(second.replaceAll('-', '').toLowerCase())).status).toBe(200);
    const kept = JSON.stringify(await desk.store.accounts());
    expect(codes.filter((code) => kept.includes(code.replaceAll('-', '')))).toEqual([]);
  });

  test('is written down, the code is not', async () => {
    const [lost = ''] = await setFactor();
    await enter('000000');
    await enter(lost);
    const rows = await desk.store.audit(undefined, 9);
    expect(rows.map(({ act, detail }) => [act, detail])).toEqual([
      ['signed_in', 'password'],
      ['recovery_code_used', undefined],
      ['sign_in_failed', 'code'],
      ['second_factor_set', undefined],
      ['signed_in', 'password'],
    ]);
    expect(JSON.stringify(rows)).not.toContain(lost);
  });
});

describe('setting a second factor', () => {
  beforeEach(() => open());

  test('needs the password again, and the old phone where there is one', async () => {
    const offer = (body: object) => chief.call('POST', '/api/desk/second-factor', body);
    expect(outcome(await offer({ password: 'no' }))).toEqual([422, 'wrong_password']);
    await setFactor();
    const { password } = CHIEF;
    expect(outcome(await offer({ password }))).toEqual([422, 'wrong_code']);
    expect((await offer({ password, code: now() })).status).toBe(200);
    expect(outcome(await enter(now(1)))[0]).toBe(200);
  });

  test('signs every other browser out', async () => {
    const other = await signIn(desk.url, CHIEF);
    await setFactor();
    expect((await other.call('GET', '/api/desk/session')).status).toBe(401);
    expect((await chief.call('GET', '/api/desk/session')).status).toBe(200);
  });

  test('is undone with password and code, or by an administrator when the phone is lost', async () => {
    await setFactor();
    const { password } = CHIEF;
    const remove = (body: object) => chief.call('POST', '/api/desk/second-factor/remove', body);
    expect((await remove({ password, code: '000000' })).status).toBe(422);
    expect((await remove({ password, code: now() })).status).toBe(204);
    expect((await enter()).status).toBe(200);
    await setFactor();
    const karim = { name: 'Karim', email: 'karim@exemple.fr', role: 'admin' };
    const other = await addAgent(desk, chief, karim);
    const [account] = (await desk.store.accounts()).filter(({ name }) => name === 'Chef');
    await other.call('DELETE', `/api/desk/accounts/${account?.id}/second-factor`);
    expect((await chief.call('GET', '/api/desk/session')).status).toBe(401);
    expect((await enter()).status).toBe(200);
  });
});

describe('where it is required', () => {
  beforeEach(() => open(START, 'required'));

  test('a supervisor or an administrator does nothing before it is set, and everything after', async () => {
    const me = await chief.call('GET', '/api/desk/session');
    expect(me.body).toMatchObject({ factor: 'none', owesFactor: true });
    for (const path of ['conversations', 'agents', 'accounts', 'audit', 'stream']) {
      const refused = await chief.call('GET', `/api/desk/${path}`);
      expect(outcome(refused)).toEqual([403, 'second_factor_needed']);
    }
    await setFactor();
    expect((await chief.call('GET', '/api/desk/accounts')).status).toBe(200);
    const proof = { password: CHIEF.password, code: now() };
    const removed = await chief.call('POST', '/api/desk/second-factor/remove', proof);
    expect(outcome(removed)).toEqual([409, 'second_factor_needed']);
  });

  test('an agent may do without', async () => {
    await setFactor();
    const sophie = { name: 'Sophie', email: 's@exemple.fr', role: 'agent' };
    const agent = await addAgent(desk, chief, sophie);
    expect((await agent.call('GET', '/api/desk/conversations')).status).toBe(200);
  });
});
