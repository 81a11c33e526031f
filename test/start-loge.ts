import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../app.ts';
import type { Log } from '../bot/index.ts';
import { readConfig } from '../config.ts';

/** The agent every started Loge has. */
export const CHIEF = { email: 'chef@exemple.fr', password: 'un mot de passe long' };

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts the whole program in this process, on a free port and a folder of its own. */
export const startLoge = async (
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'loge-'));
  const settings = {
    PORT: '0',
    DATABASE_URL: `sqlite:${join(folder, 'loge.db')}`,
    ADMIN_EMAIL: CHIEF.email,
    ADMIN_PASSWORD: CHIEF.password,
    ...env,
  };
  const config = readConfig(settings, () => '');
  const app = await startApp({ config, log: silent, root: `${process.cwd()}/` });
  return {
    url: app.url,
    stop: async () => {
      await app.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
