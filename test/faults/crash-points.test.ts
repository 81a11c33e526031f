import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CRASH_POINTS, type CrashPoint } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { expectUndisturbed, settled } from './compare.ts';
import { keepAlive } from './keep-alive.ts';
import { freePort, startLoge } from './loge-process.ts';
import { idsOf, lineAt } from './script.ts';
import { type Activity, stubbornTenant } from './stubborn-tenant.ts';

const MESSAGES = 8;
const PUSH_ONLY: readonly CrashPoint[] = ['before-send', 'after-send', 'after-record'];
const POINTS = CRASH_POINTS.filter((point) => !PUSH_ONLY.includes(point));

/** Claims and settlements happen once in a short conversation; the other points are passed with every message. */
const ONCE: readonly CrashPoint[] = [
  'after-claim',
  'before-settle',
  'after-finish',
  'after-settle',
];
const visit = (point: CrashPoint): number => (ONCE.includes(point) ? 1 : 3);

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-fault-'));
  folders.push(folder);
  return folder;
};

const talk = async (url: string, length: number) => {
  const tenant = await stubbornTenant(url, (count) => count % 3 === 0);
  for (const [n, id] of idsOf(MESSAGES).entries()) await tenant.say(id, lineAt(n));
  return { tenant, transcript: await settled(tenant, MESSAGES, length) };
};

let undisturbed: readonly Activity[] = [];

beforeAll(async () => {
  const loge = await startLoge({ folder: newFolder(), port: await freePort() });
  undisturbed = (await talk(loge.url, MESSAGES)).transcript;
  await loge.stop();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('killed at a named point, nothing is lost and nothing happens twice', () => {
  test.each(POINTS)(
    '%s',
    async (point) => {
      const folder = newFolder();
      const port = await freePort();
      const first = await startLoge({ folder, port, crashAt: `${point}:${visit(point)}` });
      const alive = keepAlive(() => startLoge({ folder, port }), first);
      onTestFinished(alive.end);
      const { transcript, tenant } = await talk(first.url, undisturbed.length);
      await expect.poll(alive.deaths, { timeout: 15_000 }).toBe(1);
      const again = await settled(tenant, MESSAGES, transcript.length);
      await alive.end();
      expectUndisturbed(again, undisturbed, idsOf(MESSAGES));
      await expectOneIncidentPerCode(folder, again);
    },
    60_000,
  );
});

const expectOneIncidentPerCode = async (
  folder: string,
  transcript: readonly Activity[],
): Promise<void> => {
  const codes = transcript.flatMap(({ channelData }) =>
    channelData?.incident === undefined ? [] : [channelData.incident.code],
  );
  const store = await openStore(`sqlite:${join(folder, 'loge.db')}`);
  for (const code of codes) expect(await store.incidentByCode(code)).toMatchObject({ code });
  const [conversation] = await store.conversationsHeldBy('bot', 2);
  const incidents = await store.incidentsOf(conversation?.id ?? '');
  expect(incidents.map((incident) => incident.code).sort()).toEqual([...new Set(codes)].sort());
  await store.close();
};
