import { expect, onTestFinished, test } from 'vitest';
import { startLoge } from '../start-loge.ts';
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
  },
  LEARNING,
);

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
