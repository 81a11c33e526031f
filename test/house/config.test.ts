import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { envExample, readConfig } from '../../config.ts';

const noFile = (path: string): string => {
  throw new Error(`no file ${path}`);
};

describe('the settings', () => {
  test('.env.example says what the schema says', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });

  test('nothing set is a working set-up', () => {
    const config = readConfig({}, noFile);
    expect(config).toMatchObject({ PORT: 3978, DEMO: '1', DATABASE_URL: 'sqlite:./data/loge.db' });
  });

  test('an empty variable counts as not set', () => {
    expect(readConfig({ PORT: '', ADMIN_EMAIL: '' }, noFile).PORT).toBe(3978);
  });

  test('every wrong setting is named in one message', () => {
    const wrong = { PORT: 'x', ADMIN_EMAIL: 'nobody', WEB_ORIGINS: 'https://a.fr,nonsense' };
    expect(() => readConfig(wrong, noFile)).toThrow(/PORT.*\n.*ADMIN_EMAIL.*\n.*WEB_ORIGINS/s);
  });

  test('opening hours are read, or refused with an example', () => {
    const hours = '1-5 09:00-12:30 14:00-17:30; 6 09:00-12:00';
    expect(readConfig({ OFFICE_HOURS: hours }, noFile).OFFICE_HOURS).toBe(hours);
    expect(() => readConfig({ OFFICE_HOURS: 'lundi' }, noFile)).toThrow(/OFFICE_HOURS.*such as/);
  });

  const TWILIO = {
    PUBLIC_URL: 'https://loge.example.fr',
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'c'.repeat(32),
    TWILIO_PHONE_NUMBER: '+33939980000',
  };

  test.each(Object.keys(TWILIO).filter((key) => key !== 'PUBLIC_URL'))(
    'SMS without %s is refused, and the message says what is missing',
    (key) => {
      const half = { ...TWILIO, [key]: '' };
      expect(() => readConfig(half, noFile)).toThrow(`${key}: is missing, SMS through Twilio`);
    },
  );

  test('SMS without the address it is called at is refused', () => {
    expect(() => readConfig({ ...TWILIO, PUBLIC_URL: '' }, noFile)).toThrow(
      'PUBLIC_URL: is missing',
    );
    expect(readConfig({ PUBLIC_URL: 'https://loge.example.fr' }, noFile)).toMatchObject({});
    expect(readConfig(TWILIO, noFile)).toMatchObject({ TWILIO_AUTH_TOKEN: ['c'.repeat(32)] });
  });

  test('SMS through SMSFactor is all there or refused, and never beside Twilio', () => {
    const all = {
      PUBLIC_URL: 'https://loge.example.fr',
      SMSFACTOR_TOKEN: 't'.repeat(20),
      SMSFACTOR_NUMBER: '36180',
      SMSFACTOR_SECRET: 's'.repeat(20),
    };
    expect(readConfig(all, noFile)).toMatchObject({ SMSFACTOR_NUMBER: '36180' });
    const half = { ...all, SMSFACTOR_SECRET: '' };
    expect(() => readConfig(half, noFile)).toThrow('SMSFACTOR_SECRET: is missing');
    expect(() => readConfig({ ...all, ...TWILIO }, noFile)).toThrow('keep the settings of one');
  });

  test('a token that is being changed has the other one after a comma', () => {
    const two = { ...TWILIO, TWILIO_AUTH_TOKEN: `${'n'.repeat(32)}, ${'o'.repeat(32)}` };
    const { TWILIO_AUTH_TOKEN } = readConfig(two, noFile);
    expect(TWILIO_AUTH_TOKEN).toEqual(['n'.repeat(32), 'o'.repeat(32)]);
    const three = { ...two, TWILIO_AUTH_TOKEN: `${two.TWILIO_AUTH_TOKEN},${'x'.repeat(32)}` };
    expect(() => readConfig(three, noFile)).toThrow('TWILIO_AUTH_TOKEN');
  });

  test('a secret can stay in a file', () => {
    const config = readConfig({ ADMIN_PASSWORD_FILE: '/run/secret' }, () => 'correct horse\n');
    expect(config.ADMIN_PASSWORD).toBe('correct horse');
  });

  test('origins are a list without trailing slashes', () => {
    const config = readConfig({ WEB_ORIGINS: 'https://a.fr/, https://b.fr' }, noFile);
    expect(config.WEB_ORIGINS).toEqual(['https://a.fr', 'https://b.fr']);
  });

  test('an organisation comes with its groups, its name for Loge and a safe address', () => {
    const set = {
      OIDC_ISSUER: 'https://login.example.fr/v2.0',
      OIDC_CLIENT_ID: 'loge',
      PUBLIC_URL: 'https://loge.example.fr',
      OIDC_ROLES: 'loge-agents=agent, 0f3a = b = supervisor',
    };
    expect(readConfig(set, noFile).OIDC_ROLES).toEqual([
      { group: 'loge-agents', role: 'agent' },
      { group: '0f3a = b', role: 'supervisor' },
    ]);
    const lone = { OIDC_ISSUER: set.OIDC_ISSUER };
    expect(() => readConfig(lone, noFile)).toThrow(
      /OIDC_CLIENT_ID.*\n.*OIDC_ROLES.*\n.*PUBLIC_URL/s,
    );
    const plain = { ...set, OIDC_ISSUER: 'http://login.example.fr' };
    expect(() => readConfig(plain, noFile)).toThrow(/OIDC_ISSUER.*https/);
    for (const roles of ['loge-agents', 'a=king', '=agent']) {
      expect(() => readConfig({ ...set, OIDC_ROLES: roles }, noFile)).toThrow(/OIDC_ROLES/);
    }
  });
});
