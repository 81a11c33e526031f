import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSmsFactor } from '../../channels/index.ts';
import { asCall } from '../sms-stand-in.ts';
import { type SetUpSms, smsContract, TENANT } from './sms-contract.ts';
import { smsFactorStandIn } from './smsfactor-stand-in.ts';

const TOKEN = 't'.repeat(40);
const SECRETS = { current: 'secret-of-now', old: 'secret-of-then', stranger: 'guessed' };

const setUp: SetUpSms = async ({ fate, signedWith }) => {
  const standIn = await smsFactorStandIn({
    token: TOKEN,
    secret: SECRETS[signedWith ?? 'current'],
    ...(fate === undefined ? {} : { fate }),
  });
  const provider = createSmsFactor({
    token: TOKEN,
    number: '+33939980000',
    secrets: [SECRETS.current, SECRETS.old],
    apiUrl: standIn.url,
    patience: 300,
    now: Date.now,
  });
  return { provider, standIn };
};

smsContract('smsfactor', setUp);

describe('smsfactor besides', () => {
  test('takes calls that are signed with the secret instead of carrying it', async () => {
    const { provider, standIn } = await setUp({});
    const call = await standIn.inboundCall(TENANT, 'oui');
    await standIn.close();
    const digest = createHmac('sha256', SECRETS.current).update(call.body).digest('hex');
    const signed = { ...call, headers: { 'x-smsfactor-signature': digest } };
    expect(provider.verify(asCall(signed))).toBe(true);
    expect(provider.verify(asCall({ ...signed, body: `${call.body} ` }))).toBe(false);
  });

  test('names a text by who wrote what when: calls and lists agree, whatever form they have', async () => {
    const { provider, standIn } = await setUp({});
    await standIn.close();
    const read = (call: object) =>
      provider.readInbound(asCall({ path: '/', headers: {}, body: JSON.stringify(call) }))?.id;
    const call = { date: '2026-11-24T10:00:00+01:00', message: 'oui', from: '33639980042' };
    expect(read({ ...call, from: 33_639_980_042, date: '2026-11-24 10:00:00' })).toBe(read(call));
    expect(read({ ...call, date: '2026-11-24 10:00:01' })).not.toBe(read(call));
    expect(read({ ...call, message: 'non' })).not.toBe(read(call));
  });

  test('keeps a text for later when the account is not let in', async () => {
    const { provider, standIn } = await setUp({});
    const locked = createSmsFactor({
      token: 'wrong',
      number: provider.number,
      secrets: [SECRETS.current],
      apiUrl: standIn.url,
      patience: 300,
      now: Date.now,
    });
    const result = await locked.send({ to: TENANT, body: 'a', key: 'k' });
    await standIn.close();
    expect(result).toMatchObject({ kind: 'later' });
  });
});
