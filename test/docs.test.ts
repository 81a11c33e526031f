import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CRASH_POINTS } from '../bot/index.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const readme = read('README.md');
const { scripts } = JSON.parse(read('package.json'));

const pages = [
  'README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

describe('the README', () => {
  test('names only commands that exist', () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?([a-z]+)/g)].map(([, name]) => name);
    const own = named.filter((name) => name !== 'install' && name !== 'and');
    expect(own.filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
  });

  test('names every command there is', () => {
    const missing = Object.keys(scripts).filter(
      (name) =>
        !readme.includes(`npm run ${name}`) &&
        !readme.includes(`npm run -s ${name}`) &&
        !readme.includes(`npm ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('maps every folder of the house', () => {
    const folders = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => !['node_modules', 'dist', 'data', 'coverage'].includes(name));
    expect(folders.filter((name) => !readme.includes(`\`${name}/\``))).toEqual([]);
  });

  test('shows a conversation that is a transcript of the tests, line by line', () => {
    const shown = /<!-- (test\/dialogs\/\S+\.chat) -->\n```\n([\s\S]*?)```/.exec(readme);
    const [, file, conversation] = shown ?? [];
    expect(read(file ?? 'no transcript in the README')).toContain(conversation?.trim());
  });

  test('names every setting', () => {
    const keys = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(
      ([, key]) => key ?? '',
    );
    expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('the pages', () => {
  test.each(pages)('%s links only to what is there', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)[^)]*\)/g)];
    const missing = links
      .map(([, to]) => to ?? '')
      .filter((to) => !existsSync(join(dirname(page), to)));
    expect(missing).toEqual([]);
  });

  test('the decisions are numbered without gaps', () => {
    const numbers = readdirSync('docs/decisions')
      .map((name) => Number(name.slice(0, 4)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  test('every crash point is explained where the tests are', () => {
    const page = read('docs/testing.md');
    expect(CRASH_POINTS.filter((point) => !page.includes(`\`${point}\``))).toEqual([]);
  });
});
