import { afterEach, describe, expect, test } from 'vitest';
import type { SmsProvider } from '../../channels/index.ts';
import { asCall, type Fate, type PostedCall, type SmsStandIn } from '../sms-stand-in.ts';

/** One provider beside a stand-in of the company it speaks to. */
export type SmsSetUp = {
  readonly provider: SmsProvider;
  readonly standIn: SmsStandIn;
};

/** How a provider is set up for one test. */
export type SetUpSms = (options: {
  readonly fate?: (n: number) => Fate;
  /** The secret that calls are signed with; without it the one in use. */
  readonly signedWith?: 'old' | 'stranger';
}) => Promise<SmsSetUp>;

/** The tenant of these tests. */
export const TENANT = '+33639980042';

const text = (body: string, key = 'sms:abc:7') => ({ to: TENANT, body, key });

/** What every provider must do, whoever carries the texts. */
export const smsContract = (name: string, setUp: SetUpSms): void => {
  let standIn: SmsStandIn | undefined;
  const start: SetUpSms = async (options) => {
    const set = await setUp(options);
    standIn = set.standIn;
    return set;
  };
  afterEach(async () => {
    await standIn?.close();
    standIn = undefined;
  });

  describe(`${name} sends`, () => {
    test('a text once, as it is, and tells its id', async () => {
      const { provider, standIn } = await start({});
      const result = await provider.send(text('Bonjour, à demain : "oui" & 1 €'));
      const [carried, ...more] = standIn.carried();
      expect(more).toEqual([]);
      expect(carried).toMatchObject({ to: TENANT, body: 'Bonjour, à demain : "oui" & 1 €' });
      expect(result).toEqual({ kind: 'sent', channelId: expect.any(String) });
    });

    test('nothing that is refused, and says why', async () => {
      const fates = ['unsubscribed', 'bad-number'] as const;
      const { provider, standIn } = await start({ fate: (n) => fates[n] ?? 'taken' });
      expect(await provider.send(text('a'))).toEqual({ kind: 'refused', why: 'unsubscribed' });
      expect(await provider.send(text('b'))).toEqual({ kind: 'refused', why: 'bad_number' });
      expect(standIn.carried()).toEqual([]);
    });

    test('later what is too much at once, and when nobody listens', async () => {
      const { provider, standIn } = await start({ fate: () => 'throttled' });
      expect(await provider.send(text('a'))).toMatchObject({ kind: 'later' });
      await standIn.close();
      expect(await provider.send(text('b'))).toMatchObject({ kind: 'later' });
    });

    test('and knows nothing when the answer is a failure or does not come', async () => {
      const fates = ['taken-500', 'taken-silence', 'down'] as const;
      const { provider } = await start({ fate: (n) => fates[n] ?? 'taken' });
      const fate = async (body: string) =>
        (await provider.send(text(body)).catch(() => ({ kind: 'unknown' }))).kind;
      expect([await fate('a'), await fate('b'), await fate('c')]).toEqual(Array(3).fill('unknown'));
    });
  });

  describe(`${name} finds again`, () => {
    const since = Date.now() - 3_600_000;

    test('what was taken without an answer, and nothing else', async () => {
      const { provider, standIn } = await start({ fate: () => 'taken-500' });
      await provider.send(text('la vôtre')).catch(() => undefined);
      const [carried] = standIn.carried();
      const found = await provider.lookUp(text('la vôtre'), since);
      expect(found.map(({ result }) => result.kind)).toEqual(['sent']);
      expect(found[0]?.key ?? 'sms:abc:7').toBe('sms:abc:7');
      expect(carried).toBeDefined();
      expect(await provider.lookUp(text('une autre', 'sms:abc:8'), since)).toEqual([]);
    });

    test('what people wrote, oldest first, each with the id of its call', async () => {
      const { provider, standIn } = await start({});
      const calls = [
        await standIn.inboundCall(TENANT, 'un'),
        await standIn.inboundCall(TENANT, 'deux'),
      ];
      const told = calls.map((call) => provider.readInbound(asCall(call)));
      const listed = await provider.listInbound(since);
      expect(listed.map(({ body }) => body)).toEqual(['un', 'deux']);
      expect(listed.map(({ id }) => id)).toEqual(told.map((one) => one?.id));
      expect(new Set(listed.map(({ id }) => id)).size).toBe(2);
    });
  });

  describe(`${name} lets in`, () => {
    const verdict = (provider: SmsProvider, call: PostedCall) => provider.verify(asCall(call));

    test('its own calls, also under the secret that is being replaced', async () => {
      const now = await start({});
      expect(verdict(now.provider, await now.standIn.inboundCall(TENANT, 'oui'))).toBe(true);
      await now.standIn.close();
      const old = await start({ signedWith: 'old' });
      expect(verdict(old.provider, await old.standIn.inboundCall(TENANT, 'oui'))).toBe(true);
    });

    test('no call of a stranger, and none without a signature', async () => {
      const { provider, standIn } = await start({ signedWith: 'stranger' });
      const call = await standIn.inboundCall(TENANT, 'oui');
      expect(verdict(provider, call)).toBe(false);
      expect(verdict(provider, { ...call, headers: {} })).toBe(false);
      const empty = Object.fromEntries(Object.keys(call.headers).map((name) => [name, '']));
      expect(verdict(provider, { ...call, headers: empty })).toBe(false);
    });
  });

  describe(`${name} reads`, () => {
    test('who writes what to which number', async () => {
      const { provider, standIn } = await start({});
      const call = asCall(await standIn.inboundCall(TENANT, 'Ça fuit, c’est où ? 🙂'));
      expect(provider.readInbound(call)).toEqual({
        id: expect.any(String),
        from: TENANT,
        to: provider.number,
        body: 'Ça fuit, c’est où ? 🙂',
      });
    });

    test('the wish for silence and for its end, and no wish in a sentence', async () => {
      const { provider, standIn } = await start({});
      const wish = async (body: string) =>
        provider.readInbound(asCall(await standIn.inboundCall(TENANT, body)))?.wish;
      expect(await wish('STOP')).toBe('stop');
      expect(await wish(' Arrêt. ')).toBe('stop');
      expect(await wish('START')).toBe('start');
      expect(await wish("l'eau ne stop pas")).toBeUndefined();
    });

    test('nothing in what is no call of its own', async () => {
      const { provider } = await start({});
      for (const body of ['', '{}', '[]', 'null', 'a=b', '%', '{"from":1}', 'x'.repeat(60_000)]) {
        const call = { path: provider.paths.inbound, headers: {}, body };
        expect(provider.readInbound(asCall(call))).toBeUndefined();
        expect(provider.readStatus(asCall(call))).toBeUndefined();
      }
    });

    test('how far a text got, under our key', async () => {
      const { provider, standIn } = await start({});
      await provider.send(text('suivi'));
      const [carried] = standIn.carried();
      const at = (what: 'sent' | 'delivered' | 'unreachable') => {
        const call = standIn.statusCall(carried?.id ?? '', what);
        expect(verdictOf(provider, call)).toBe(true);
        const read = provider.readStatus(asCall(call));
        expect(read?.key).toBe('sms:abc:7');
        return read?.progress;
      };
      expect(at('sent')).toEqual({ kind: 'sent' });
      expect(at('delivered')).toEqual({ kind: 'delivered' });
      expect(at('unreachable')).toEqual({ kind: 'failed', why: 'unreachable' });
    });
  });
};

const verdictOf = (provider: SmsProvider, call: PostedCall) => provider.verify(asCall(call));
