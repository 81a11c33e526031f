import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PARTS = [
  'bot',
  'dialogs',
  'nlp',
  'incidents',
  'identity',
  'channels',
  'handoff',
  'store',
  'web',
] as const;
type Part = (typeof PARTS)[number];

/** What each part may import beside its own files; everything else is a violation. */
const ALLOWED: Readonly<Record<Part, readonly string[]>> = {
  bot: [],
  dialogs: ['bot'],
  nlp: ['bot', 'natural', 'node'],
  incidents: ['bot'],
  identity: ['bot', 'node'],
  channels: ['bot', 'express', 'zod', 'node'],
  handoff: ['bot', 'express', 'zod', 'node'],
  store: ['bot', 'sqlite', 'node'],
  web: ['preact'],
};

const OUTSIDE: Readonly<Record<string, string>> = {
  natural: 'natural',
  express: 'express',
  zod: 'zod',
  sqlite: '@photostructure/sqlite',
  preact: 'preact',
  node: 'node:fs',
};

const folder = mkdtempSync(join(tmpdir(), 'loge-arrows-'));

/** What the linter refuses in files with these imports, as `file:line`. */
const refused = (files: Readonly<Record<string, readonly string[]>>): readonly string[] => {
  for (const [file, imports] of Object.entries(files)) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    const lines = imports.map((from, index) => `import { x as x${index} } from '${from}';`);
    writeFileSync(join(folder, file), lines.join('\n'));
  }
  const args = [
    'lint',
    '--only=style/noRestrictedImports',
    '--reporter=github',
    '--vcs-enabled=false',
    '--max-diagnostics=none',
    '.',
  ];
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, {
    cwd: folder,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/noRestrictedImports,file=([^,]+),line=(\d+)/g)]
    .map(([, file, line]) => `${relative(folder, file ?? '')}:${line}`)
    .sort();
};

beforeAll(() => cpSync('biome.json', join(folder, 'biome.json')));
afterAll(() => rmSync(folder, { recursive: true }));

test('every arrow that the design forbids is caught, and no other', () => {
  const targets = [...PARTS, ...Object.keys(OUTSIDE)];
  const files = Object.fromEntries(
    PARTS.map((part) => [
      `${part}/planted.ts`,
      targets.map((target) => OUTSIDE[target] ?? `../${target}/index.ts`),
    ]),
  );
  const expected = PARTS.flatMap((part) =>
    targets.flatMap((target, index) =>
      ALLOWED[part].includes(target) ? [] : [`${part}/planted.ts:${index + 1}`],
    ),
  );
  expect(refused(files)).toEqual(expected.sort());
});

test('nobody passes a part by its front door', () => {
  const behind = ['bot', 'nlp', 'store'].map((part) => `../${part}/inside.ts`);
  const found = refused({ 'test/planted.ts': behind, 'channels/planted.ts': behind });
  expect(found).toEqual(
    expect.arrayContaining(['test/planted.ts:1', 'test/planted.ts:3', 'channels/planted.ts:1']),
  );
});

test('a part reads its own files', () => {
  expect(
    refused({ 'bot/fine.ts': ['./turn.ts'], 'dialogs/fine.ts': ['../bot/index.ts'] }),
  ).not.toContain('bot/fine.ts:1');
});
