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

  test('a secret can stay in a file', () => {
    const config = readConfig({ ADMIN_PASSWORD_FILE: '/run/secret' }, () => 'correct horse\n');
    expect(config.ADMIN_PASSWORD).toBe('correct horse');
  });

  test('origins are a list without trailing slashes', () => {
    const config = readConfig({ WEB_ORIGINS: 'https://a.fr/, https://b.fr' }, noFile);
    expect(config.WEB_ORIGINS).toEqual(['https://a.fr', 'https://b.fr']);
  });
});
