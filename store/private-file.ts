import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Only the account that runs Loge may read what tenants wrote. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Makes an empty file that only its owner can read, and its folder; false when the file is there already.
 * An existing file is never opened here: closing it would drop the locks that this process has on it.
 */
export const makePrivateFile = (file: string): boolean => {
  mkdirSync(dirname(file), { recursive: true, mode: PRIVATE_FOLDER });
  try {
    closeSync(openSync(file, 'wx', PRIVATE_FILE));
    return true;
  } catch (cause) {
    if (isThere(cause)) return false;
    throw cause;
  }
};

const isThere = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
