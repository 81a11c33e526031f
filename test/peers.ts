import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder with what the tests run against and do not depend on. */
export const PEERS = join(import.meta.dirname, '../node_modules/.cache/loge-peers');

const BUNDLE = 'botframework-webchat-4.18.1.js';

/** The file name of the official Web Chat's bundle in `PEERS`, fetched when it is not there; undefined when it cannot be had. */
export const webChatBundle = (): string | undefined => {
  if (!existsSync(join(PEERS, BUNDLE))) {
    spawnSync(process.execPath, [join(import.meta.dirname, 'fetch-peers.mjs')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return existsSync(join(PEERS, BUNDLE)) ? BUNDLE : undefined;
};
