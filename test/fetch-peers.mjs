// Fetches the official Web Chat, which the tests run against our server. It is no dependency: its npm package brings 520
// others, and all that is needed is one file. What is fetched is checked against a pinned hash; a failure is said aloud
// and is no error: the suite then says that it did not run.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'botframework-webchat';
const VERSION = '4.18.1';
const INTEGRITY =
  'sha512-7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../node_modules/.cache/loge-peers');
const BUNDLE = join(FOLDER, `${NAME}-${VERSION}.js`);

const run = (command, args, cwd) => {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd, stdio: 'ignore', shell, timeout: 120_000 });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed`);
};

const fetchBundle = () => {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, 'fetch-'));
  try {
    run('npm', ['pack', `${NAME}@${VERSION}`, '--silent'], folder);
    const packed = join(folder, `${NAME}-${VERSION}.tgz`);
    const hash = createHash('sha512').update(readFileSync(packed)).digest('base64');
    if (`sha512-${hash}` !== INTEGRITY) throw new Error(`${NAME} is not what was pinned`);
    run('tar', ['-xzf', packed, 'package/dist/webchat.js'], folder);
    renameSync(join(folder, 'package/dist/webchat.js'), BUNDLE);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (!existsSync(BUNDLE)) {
  try {
    process.stderr.write(`Loge: fetching ${NAME} ${VERSION} for the tests (once)…\n`);
    fetchBundle();
  } catch (cause) {
    process.stderr.write(
      `Loge: the tests with the official Web Chat will not run: ${cause.message}.\n`,
    );
  }
}
