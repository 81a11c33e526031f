import { expect, onTestFinished, test } from 'vitest';
import { CHIEF, startLoge } from '../start-loge.ts';
import { ACCOUNT, twilioStandIn } from '../twilio-stand-in.ts';
import { LEARNING } from './shipped.ts';

const TWILIO = { token: 'c'.repeat(32), number: '+33939980000' };
const PUBLIC_URL = 'https://loge.example.fr';

test(
  'the program answers a text by Twilio’s API once the settings are there',
  async () => {
    const standIn = await twilioStandIn({ ...TWILIO, publicUrl: PUBLIC_URL });
    onTestFinished(standIn.close);
    const loge = await startLoge({
      PUBLIC_URL,
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TWILIO.token,
      TWILIO_PHONE_NUMBER: TWILIO.number,
      TWILIO_API_URL: standIn.url,
    });
    onTestFinished(loge.stop);
    const { path, ...call } = await standIn.inboundCall('+33639980042', 'ça sent le gaz');
    const response = await fetch(`${loge.url}${path}`, { method: 'POST', ...call });
    expect(await response.text()).toContain('<Response/>');
    const bodies = () => standIn.carried().map(({ body }) => body);
    await expect.poll(bodies, { timeout: 10_000 }).toHaveLength(2);
    expect(bodies()[0]).toMatch(/^0 800 47 33 33/);
    expect(bodies()[1]).toMatch(/programme automatique/);
    const shown = await atDesk(loge.url);
    expect(shown).toMatch(/"channel":"sms"/);
    expect(shown).toMatch(/"ends":"42"/);
    expect(shown).not.toMatch(/639980042|39 98 00 42/);
  },
  LEARNING,
);

/** Everything the desk is told about the one conversation there is. */
const atDesk = async (url: string): Promise<string> => {
  const signedIn = await fetch(`${url}/api/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(CHIEF),
  });
  const cookie = (signedIn.headers.get('set-cookie') ?? '').replace(/;.*/, '');
  const read = async (path: string): Promise<string> =>
    (await fetch(`${url}/api/desk/conversations${path}`, { headers: { cookie } })).text();
  const list = await read('');
  const id = /"id":"(sms:[^"]+)"/.exec(list)?.[1] ?? 'none';
  return `${list}${await read(`/${encodeURIComponent(id)}`)}`;
};

test(
  'without settings there is no SMS',
  async () => {
    const loge = await startLoge();
    onTestFinished(loge.stop);
    for (const path of ['/api/twilio/sms', '/api/twilio/status', '/photo/abcdefghijklmnop']) {
      expect((await fetch(`${loge.url}${path}`, { method: 'POST', body: 'a=b' })).status).toBe(404);
    }
  },
  LEARNING,
);
