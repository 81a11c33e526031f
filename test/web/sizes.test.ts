import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { builtPages } from './built.ts';

const KB = 1024;
let pages: string;

beforeAll(async () => {
  pages = await builtPages();
});

const read = (name: string): Buffer => readFileSync(join(pages, name));

test('the embed script is smaller than 2 KB as it is', () => {
  expect(read('loge.js').length).toBeLessThan(2 * KB);
});

test('the widget is at most 25 KB gzipped in all: page, code and style', () => {
  const html = String(read('widget.html'));
  const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(files.map((file) => file.replace(/-\w+/, ''))).toEqual([
    '/assets/favicon.svg',
    '/assets/widget.css',
    '/assets/widget.js',
  ]);
  const sizes = ['widget.html', ...files].map((file) => gzipSync(read(file), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(25 * KB);
});

test('pages carry no script and no style of their own, and ask nobody else for anything', () => {
  for (const name of readdirSync(pages).filter((file) => file.endsWith('.html'))) {
    const html = String(read(name));
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/(?:src|href)="[\w-]+\.(?:tsx?|css|svg)"/);
  }
});

test('files that may be kept for ever have their hash in their name', () => {
  for (const name of readdirSync(join(pages, 'assets'))) expect(name).toMatch(/-[A-Z0-9]{8}\.\w+$/);
});

test('no code writes HTML from a text or makes code from one', () => {
  const code = [
    'loge.js',
    ...readdirSync(join(pages, 'assets')).filter((name) => name.startsWith('widget')),
  ];
  for (const name of code) {
    const text = String(read(name === 'loge.js' ? name : `assets/${name}`));
    expect(text).not.toMatch(/insertAdjacentHTML|document\.write|\beval\(|new Function/);
  }
});
