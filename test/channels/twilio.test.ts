import { describe, expect, test } from 'vitest';
import { createTwilio } from '../../channels/index.ts';
import { asCall } from '../sms-stand-in.ts';
import { ACCOUNT, twilioStandIn } from '../twilio-stand-in.ts';
import { type SetUpSms, smsContract, TENANT } from './sms-contract.ts';

const NUMBER = '+33939980000';
const PUBLIC_URL = 'https://loge.example.fr';
const TOKENS = { current: 'c'.repeat(32), old: 'd'.repeat(32), stranger: 'e'.repeat(32) };

const setUp: SetUpSms = async ({ fate, signedWith }) => {
  const standIn = await twilioStandIn({
    token: TOKENS[signedWith ?? 'current'],
    number: NUMBER,
    publicUrl: PUBLIC_URL,
    ...(fate === undefined ? {} : { fate }),
  });
  const provider = createTwilio({
    accountSid: ACCOUNT,
    tokens: [TOKENS.current, TOKENS.old],
    number: NUMBER,
    publicUrl: PUBLIC_URL,
    apiUrl: standIn.url,
    patience: 300,
  });
  return { provider, standIn };
};

smsContract('twilio', setUp);

test('Twilio is read page by page', async () => {
  const { provider, standIn } = await setUp({});
  const many = Array.from({ length: 1_050 }, (_, n) => `m${n}`);
  for (const body of many) await standIn.inboundCall(TENANT, body);
  const listed = await provider.listInbound(0);
  await standIn.close();
  expect(listed.map(({ body }) => body)).toEqual(many);
});

describe('a signature of Twilio', () => {
  test.each([
    ['another text', { body: (text: string) => text.replace('oui', 'non') }],
    ['one more field', { body: (text: string) => `${text}&More=1` }],
    ['another address', { path: () => '/api/twilio/status' }],
    ['a query that was added', { path: (path: string) => `${path}?key=1` }],
  ] as const)('does not fit %s', async (_, change) => {
    const { provider, standIn } = await setUp({});
    const call = await standIn.inboundCall(TENANT, 'oui');
    await standIn.close();
    const path = 'path' in change ? change.path(call.path) : call.path;
    const body = 'body' in change ? change.body(call.body) : call.body;
    expect(provider.verify(asCall(call))).toBe(true);
    expect(provider.verify(asCall({ ...call, path, body }))).toBe(false);
  });

  test('fits the call that Twilio’s own documentation recorded', () => {
    const provider = createTwilio({
      accountSid: ACCOUNT,
      tokens: ['12345'],
      number: NUMBER,
      publicUrl: 'https://example.com',
      patience: 100,
    });
    const body = new URLSearchParams({
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675310',
      Digits: '1234',
      From: '+14158675310',
      To: '+18005551212',
    }).toString();
    const signature = { 'x-twilio-signature': 'L/OH5YylLD5NRKLltdqwSvS0BnU=' };
    const path = '/myapp.php?foo=1&bar=2';
    expect(provider.verify(asCall({ path, body, headers: signature }))).toBe(true);
  });
});
