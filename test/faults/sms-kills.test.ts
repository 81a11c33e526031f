import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { CrashPoint, Store, StoredEntry } from '../../bot/index.ts';
import { openStore } from '../../store/index.ts';
import { chance } from './chance.ts';
import { plainly } from './compare.ts';
import { keepAlive } from './keep-alive.ts';
import { freePort, type LogeProcess, startLoge } from './loge-process.ts';
import { lineAt } from './script.ts';
import { CALM, openSmsNetwork, type SmsNetwork, STORM } from './sms-network.ts';

/** How often the process is killed: few in every run, more when asked for. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 4);
const SEED = Number(process.env['FAULT_SEED'] ?? 20_261_125);

/** How long a process may live after it serves, at the most, ms. */
const LONGEST_LIFE = 1_500;

const PHONES = ['+33639980041', '+33639980042', '+33639980043', '+33639980044'] as const;

/** Texts each person writes at the most. */
const MOST = 8 + KILLS * 6;

/** The longest wait for the answer to one text, ms: several kills and refusals may fall on it. */
const PATIENCE = 120_000;

test(
  `killed ${KILLS} times on a bad network, every text is there once and in order`,
  async () => {
    const { perText, bodies } = await undisturbedRun(MOST);
    const folder = mkdtempSync(join(tmpdir(), 'loge-sms-kills-'));
    const port = await freePort();
    const random = chance(SEED);
    const network = await openSmsNetwork(`http://127.0.0.1:${port}`, STORM, random);
    onTestFinished(network.standIn.close);
    const start = () => startLoge({ folder, port, settings: network.settings });
    const alive = keepAlive(start, await start());
    onTestFinished(alive.end);
    let going = true;
    const people = PHONES.map((phone) => converse(network, { phone, perText, going: () => going }));
    const everybody = Promise.all(people);
    everybody.catch(() => undefined);
    for (let kills = 0; kills < KILLS; kills += 1) {
      await alive.killAfter(random() * LONGEST_LIFE);
      await expect.poll(alive.deaths, { timeout: 15_000 }).toBeGreaterThan(kills);
      // What was never told is found by the look at the last start, so nothing may be left out after it.
      if (kills === KILLS - 2) network.calmDown();
    }
    going = false;
    const written = await everybody;
    for (const [index, phone] of PHONES.entries()) {
      const expected = bodies.slice(0, perText[written[index] ?? 0]);
      expect(plainly(textsTo(network, phone))).toEqual(plainly(expected));
    }
    await alive.end();
    await settled(folder, start);
    await expectAllSent(folder, written);
    rmSync(folder, { recursive: true });
    console.log(JSON.stringify({ kills: KILLS, seed: SEED, written, ...network.counts }));
  },
  120_000 + KILLS * 15_000,
);

/** The points that only a channel has which must be called; the second reply passes them. */
const POINTS: readonly CrashPoint[] = ['before-send', 'after-send', 'after-record'];

describe('killed around a send, a reply is there once and in order', () => {
  let calm: Undisturbed;
  beforeAll(async () => {
    calm = await undisturbedRun(FEW);
  });

  test.each(POINTS)(
    '%s',
    async (point) => {
      const { perText, bodies } = calm;
      const folder = mkdtempSync(join(tmpdir(), 'loge-sms-point-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const port = await freePort();
      const network = await openSmsNetwork(`http://127.0.0.1:${port}`, CALM, () => 1);
      onTestFinished(network.standIn.close);
      const { settings } = network;
      const start = () => startLoge({ folder, port, settings });
      const first = await startLoge({ folder, port, settings, crashAt: `${point}:2` });
      const alive = keepAlive(start, first);
      onTestFinished(alive.end);
      const [phone] = PHONES;
      let left = FEW;
      const going = (): boolean => left-- > 0;
      const written = await converse(network, { phone, perText, going });
      await expect.poll(alive.deaths, { timeout: 15_000 }).toBe(1);
      await alive.end();
      await settled(folder, start);
      expect(plainly(textsTo(network, phone))).toEqual(plainly(bodies));
      await expectAllSent(folder, [written]);
    },
    120_000,
  );
});

/** Texts that are written where one death is looked at. */
const FEW = 4;

const textsTo = ({ standIn }: SmsNetwork, phone: string): readonly string[] =>
  standIn.carried().flatMap(({ to, body }) => (to === phone ? [body] : []));

type Talk = {
  readonly phone: string;
  /** Texts that have come back once the n-th text was answered. */
  readonly perText: readonly number[];
  readonly going: () => boolean;
};

/** Somebody who writes the next text once the last one is answered; gives how many were written. */
const converse = async (network: SmsNetwork, { phone, perText, going }: Talk): Promise<number> => {
  let written = 0;
  while (going() && written < MOST) {
    const count = perText[written + 1] ?? 0;
    const isAnswered = count > (perText[written] ?? 0);
    await network.write({ from: phone, body: lineAt(written), answered: isAnswered });
    written += 1;
    await answered(network, phone, count);
  }
  return written;
};

const answered = async (network: SmsNetwork, phone: string, count: number): Promise<void> => {
  await expect
    .poll(() => textsTo(network, phone).length, { timeout: PATIENCE, interval: 20 })
    .toBeGreaterThanOrEqual(count);
};

type Undisturbed = { readonly perText: readonly number[]; readonly bodies: readonly string[] };

/** What the same texts lead to when nothing goes wrong. */
const undisturbedRun = async (texts: number): Promise<Undisturbed> => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-sms-calm-'));
  const port = await freePort();
  const network = await openSmsNetwork(`http://127.0.0.1:${port}`, CALM, () => 1);
  const loge = await startLoge({ folder, port, settings: network.settings });
  const [phone] = PHONES;
  const perText = [0];
  for (let n = 0; n < texts; n += 1) {
    await network.write({ from: phone, body: lineAt(n), answered: true });
    await quiet(network, phone);
    perText.push(textsTo(network, phone).length);
  }
  await loge.stop();
  await network.standIn.close();
  rmSync(folder, { recursive: true });
  return { perText, bodies: textsTo(network, phone) };
};

/** Long enough for a next text to come, where nothing goes wrong, ms. */
const QUIET = 120;

/** Waits until no more texts come. */
const quiet = async (network: SmsNetwork, phone: string): Promise<void> => {
  for (let seen = -1; seen !== textsTo(network, phone).length; ) {
    seen = textsTo(network, phone).length;
    await new Promise((go) => setTimeout(go, QUIET));
  }
};

const opened = (folder: string) => openStore(`sqlite:${join(folder, 'loge.db')}`);

const conversationsIn = async (store: Store) =>
  (await Promise.all(HOLDERS.map((kind) => store.conversationsHeldBy(kind, 10)))).flat();

const HOLDERS = ['bot', 'queue'] as const;

/** Lets Loge live on until the fate of every text is written down. */
const settled = async (folder: string, start: () => Promise<LogeProcess>): Promise<void> => {
  const unsettled = async (): Promise<number> => {
    const loge = await start();
    await loge.stop();
    const store = await opened(folder);
    const held = await conversationsIn(store);
    await store.close();
    return held.reduce((sum, { outbox }) => sum + outbox.length, 0);
  };
  await expect.poll(unsettled, { timeout: 60_000 }).toBe(0);
};

const expectAllSent = async (folder: string, written: readonly number[]): Promise<void> => {
  const store = await opened(folder);
  const heard: number[] = [];
  for (const { id, incidents } of await conversationsIn(store)) {
    const entries: StoredEntry[] = [];
    for (let more = await store.entries(id, 0, 1_000); more.length > 0; ) {
      entries.push(...more);
      more = await store.entries(id, entries.at(-1)?.seq ?? 0, 1_000);
    }
    heard.push(entries.filter(({ kind }) => kind === 'message').length);
    const fates = new Set(entries.flatMap((one) => (one.kind === 'reply' ? [one.delivery] : [])));
    expect([...fates].filter((fate) => fate !== 'sent' && fate !== 'delivered')).toEqual([]);
    expect((await store.incidentsOf(id)).map(({ code }) => code)).toEqual(incidents);
  }
  await store.close();
  expect(heard.sort()).toEqual([...written].sort());
};
