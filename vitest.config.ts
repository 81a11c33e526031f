import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { chromiumPath } from './test/chromium.ts';

/** The suites that open a browser; without one they are named aloud and left out. */
const browserSuites = (): readonly string[] =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .filter((file) => readFileSync(file, 'utf8').includes('launchChromium'));

const leftOut = chromiumPath() === undefined ? browserSuites() : [];
for (const suite of leftOut) console.error(`DID NOT RUN, no Chromium on the PATH: ${suite}`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...leftOut],
    setupFiles: ['test/loopback-only.ts'],
    // The provider of the tests tells its operators what they should not do in production.
    onConsoleLog: (line) => !line.includes('oidc-provider '),
    // One file for each processor; the default leaves one of two idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
