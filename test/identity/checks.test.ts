import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { checksOn, SEALS } from './parts.ts';

const NOW = 1_000_000_000;
const HOUR = 3_600_000;
const RIGHT = { kind: 'holder', lease: '00482137', birth: '1984-03-14' } as const;

let folder: string;
let store: Store;

const open = async (): Promise<void> => {
  store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
};
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'loge-identity-'));
  await open();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A new process on the same database. */
const restart = async (): Promise<void> => {
  await store.close();
  await open();
};

const prove = (
  conversation: string,
  n: number,
  changes: { lease?: string; birth?: string; network?: string; now?: number } = {},
) => {
  const { network, now = NOW, ...query } = changes;
  const asker = { now, ...(network === undefined ? {} : { network }) };
  return checksOn(store).holder({ ...RIGHT, n, ...query }, conversation, asker);
};

const wrong = { birth: '1999-09-09' };

describe('a lease and a birth date', () => {
  test('show who speaks', async () => {
    expect(await prove('c1', 0)).toEqual({ kind: 'holder', tenant: 'T1' });
  });

  test('that are wrong, or of no lease, get the same answer', async () => {
    const answers = [
      await prove('c1', 0, wrong),
      await prove('c1', 1, { lease: '11112222' }),
      await prove('c1', 2, { lease: '11112222', ...wrong }),
    ];
    expect(answers).toEqual([{ kind: 'holder' }, { kind: 'holder' }, { kind: 'holder' }]);
  });

  test('a lease is locked after five tries, from whatever conversation, also after a restart', async () => {
    for (const n of [0, 1, 2]) await prove(`c${n}`, 0, wrong);
    await restart();
    for (const n of [3, 4]) await prove(`c${n}`, 0, wrong);
    await restart();
    expect(await prove('c9', 0)).toEqual({ kind: 'holder' });
    expect(await prove('c9', 1, { lease: '0048-2137' })).toEqual({ kind: 'holder' });
    expect(await prove('c9', 2, { now: NOW + 25 * HOUR })).toEqual({
      kind: 'holder',
      tenant: 'T1',
    });
  });

  test('a lease that does not exist is counted like any other', async () => {
    const counted: string[] = [];
    const checks = checksOn({
      countTry: async ({ key }) => {
        counted.push(key.replace(/:[^:]*$/, ''));
        return 0;
      },
    });
    const asker = { now: NOW, network: 'n' };
    await checks.holder({ ...RIGHT, n: 0 }, 'c1', asker);
    const known = counted.splice(0);
    await checks.holder({ ...RIGHT, n: 0, lease: '99' }, 'c1', asker);
    expect(counted).toEqual(known);
    expect(known).toEqual(['lease:what', 'lease:conversation', 'lease:network']);
  });

  test('a conversation may try six times, whatever the leases', async () => {
    for (let n = 0; n < 6; n += 1) await prove('c1', n, { lease: `1000${n}` });
    await restart();
    expect(await prove('c1', 6)).toEqual({ kind: 'holder' });
    expect(await prove('c2', 0)).toEqual({ kind: 'holder', tenant: 'T1' });
  });

  test('a network may try twenty times, whatever the conversations', async () => {
    for (let n = 0; n < 20; n += 1) await prove(`c${n}`, 0, { lease: `1000${n}`, network: 'n1' });
    await restart();
    expect(await prove('d1', 0, { network: 'n1' })).toEqual({ kind: 'holder' });
    expect(await prove('d2', 0, { network: 'n2' })).toEqual({ kind: 'holder', tenant: 'T1' });
  });

  test('a turn that is run again is not counted again, and hears the same', async () => {
    for (let n = 0; n < 4; n += 1) await prove('c1', n, wrong);
    expect(await prove('c1', 4)).toEqual({ kind: 'holder', tenant: 'T1' });
    await restart();
    for (let again = 0; again < 5; again += 1) {
      expect(await prove('c1', 4)).toEqual({ kind: 'holder', tenant: 'T1' });
    }
    expect(await prove('c2', 0)).toEqual({ kind: 'holder' });
  });

  test('nothing that is counted can be read: no lease, no date, no conversation', async () => {
    const keys: string[] = [];
    const checks = checksOn({
      countTry: async ({ key, id }) => {
        keys.push(key, id.replace(/^c1:0:/, ''));
        return 0;
      },
    });
    await checks.holder({ ...RIGHT, n: 0 }, 'c1', { now: NOW, network: 'net-1' });
    for (const secret of ['482137', '1984', 'net-1']) expect(keys.join()).not.toContain(secret);
  });
});

const mayText = (conversation: string, n: number, phone: string, network?: string) =>
  checksOn(store).mayText({ kind: 'may_text', n, phone }, conversation, {
    now: NOW,
    ...(network === undefined ? {} : { network }),
  });

describe('a code by text', () => {
  test.each([
    ['06 39 98 00 01', '+33639980001'],
    ['+33 (0)6 39 98 00 01', '+33639980001'],
    ['0692 12 34 56', '+262692123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['0690.12.34.56', '+590690123456'],
    ['0696-12-34-56', '+596696123456'],
    ['06 94 12 34 56', '+594694123456'],
    ['0639 01 02 03', '+262639010203'],
  ])('may go to %s', async (phone, to) => {
    expect(await mayText('c1', 0, phone)).toEqual({ kind: 'may_text', to });
  });

  test.each(['01 99 00 12 34', '+44 7700 900123', '0800 47 33 33', '0262 12 34 56', '36 49', ''])(
    'does not go to %s',
    async (phone) => {
      expect(await mayText('c1', 0, phone)).toEqual({ kind: 'may_text' });
    },
  );

  test('is not offered where no text can be sent', async () => {
    const checks = checksOn(store, false);
    const query = { kind: 'may_text', n: 0, phone: '06 39 98 00 01' } as const;
    expect(await checks.mayText(query, 'c1', { now: NOW })).toEqual({ kind: 'may_text' });
  });

  test('goes to one number three times a day, also after a restart', async () => {
    for (let n = 0; n < 3; n += 1)
      expect(await mayText(`c${n}`, 0, '0639980001')).toHaveProperty('to');
    await restart();
    expect(await mayText('c9', 0, '06 39 98 00 01')).toEqual({ kind: 'may_text' });
    expect(await mayText('c9', 1, '06 39 98 00 02')).toHaveProperty('to');
  });

  test('is asked for three times in a conversation and ten times from a network', async () => {
    for (let n = 0; n < 3; n += 1) await mayText('c1', n, `063998000${n}`);
    await restart();
    expect(await mayText('c1', 3, '0639980009')).toEqual({ kind: 'may_text' });
    for (let n = 0; n < 10; n += 1) await mayText(`d${n}`, 0, `06399801${n}0`, 'n1');
    await restart();
    expect(await mayText('e1', 0, '0639980200', 'n1')).toEqual({ kind: 'may_text' });
    expect(await mayText('e2', 0, '0639980300', 'n2')).toHaveProperty('to');
  });

  test('is right in its conversation, for its number and its turn only', async () => {
    const which = { conversation: 'c1', n: 0, to: '+33639980001' };
    const typed = SEALS.code(which);
    expect(typed).toMatch(/^\d{6}$/);
    const check = (
      conversation: string,
      changes: { n?: number; to?: string; typed?: string } = {},
    ) =>
      checksOn(store).codeSent(
        { kind: 'code_sent', n: 0, to: which.to, typed, ...changes },
        conversation,
        { now: NOW },
      );
    expect(await check('c1')).toEqual({ kind: 'code_sent', right: true });
    const others = await Promise.all([
      check('c2'),
      check('c1', { n: 1 }),
      check('c1', { to: '+33639980002' }),
      check('c1', { typed: '' }),
      check('c1', { typed: `${typed}0` }),
    ]);
    expect(others.map(({ right }) => right)).toEqual([false, false, false, false, false]);
  });
});
