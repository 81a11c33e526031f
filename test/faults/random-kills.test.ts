import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { chance } from './chance.ts';
import { expectUndisturbed, settled } from './compare.ts';
import { keepAlive } from './keep-alive.ts';
import { freePort, startLoge } from './loge-process.ts';
import { idsOf, lineAt } from './script.ts';
import { type StubbornTenant, stubbornTenant } from './stubborn-tenant.ts';

/** How often the process is killed: few in every run, more when asked for. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 10);

/** How long a process may live after it serves, at the most, ms. */
const LONGEST_LIFE = 500;

const TENANTS = 4;

/** A tenant's time between two messages, ms. */
const BREATH = 60;

const HOLDERS = ['bot', 'queue'] as const;

const SEED = Number(process.env['FAULT_SEED'] ?? 20_261_124);

test(
  `killed ${KILLS} times under traffic, every message counts exactly once`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'loge-kills-'));
    const port = await freePort();
    const first = await startLoge({ folder, port });
    const alive = keepAlive(() => startLoge({ folder, port }), first);
    onTestFinished(alive.end);
    const random = chance(SEED);
    const tenants = await Promise.all(
      Array.from({ length: TENANTS }, () => stubbornTenant(first.url, () => random() < 0.3)),
    );
    let going = true;
    const counts = tenants.map((tenant) => write(tenant, () => going));
    for (let kills = 0; kills < KILLS; kills += 1) {
      await alive.killAfter(random() * LONGEST_LIFE);
      await expect.poll(alive.deaths, { timeout: 15_000 }).toBeGreaterThan(kills);
    }
    going = false;
    const sent = await Promise.all(counts);
    const undisturbed = await undisturbedRun(Math.max(...sent));
    for (const [index, tenant] of tenants.entries()) {
      const count = sent[index] ?? 0;
      const expected = undisturbed.after(count);
      expectUndisturbed(await settled(tenant, count, expected.length), expected, idsOf(count));
    }
    await alive.end();
    await expectIncidents(folder, tenants.length);
    rmSync(folder, { recursive: true });
    console.log(`${KILLS} kills, ${sent.join(' + ')} messages acknowledged, seed ${SEED}`);
  },
  60_000 + KILLS * 4_000,
);

const write = async (tenant: StubbornTenant, going: () => boolean): Promise<number> => {
  let count = 0;
  while (going()) {
    await tenant.say(`m${count}`, lineAt(count));
    count += 1;
    await new Promise((go) => setTimeout(go, BREATH));
  }
  return count;
};

/** What the same messages lead to when nothing goes wrong. */
const undisturbedRun = async (count: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-calm-'));
  const loge = await startLoge({ folder, port: await freePort() });
  const tenant = await stubbornTenant(loge.url, () => false);
  for (const [n, id] of idsOf(count).entries()) await tenant.say(id, lineAt(n));
  const transcript = await settled(tenant, count);
  await loge.stop();
  rmSync(folder, { recursive: true });
  return {
    after: (messages: number) => {
      const next = transcript.findIndex(
        ({ channelData }) => channelData?.clientActivityID === `m${messages}`,
      );
      return next < 0 ? transcript : transcript.slice(0, next);
    },
  };
};

const expectIncidents = async (folder: string, conversations: number): Promise<void> => {
  const store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
  const held = await Promise.all(
    HOLDERS.map((holder) => store.conversationsHeldBy(holder, conversations + 1)),
  );
  const all = held.flat();
  expect(all).toHaveLength(conversations);
  for (const { id, incidents } of all) {
    const found = await store.incidentsOf(id);
    expect(found.map(({ code }) => code)).toEqual(incidents);
  }
  await store.close();
};
