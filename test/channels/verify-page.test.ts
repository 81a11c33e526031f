import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVerifyPage, parseTrackingWords } from '../../channels/index.ts';

const words = parseTrackingWords(JSON.parse(readFileSync('dialogs/content/tracking.json', 'utf8')));
const TOKEN = 'a'.repeat(43);

let server: Server;
let url: string;
let used: string[];
let broken: boolean;

beforeEach(async () => {
  used = [];
  broken = false;
  const open = (token: string): boolean => {
    if (broken) throw new Error('the disk is gone');
    return token === TOKEN && used.length === 0;
  };
  const links = {
    look: async (token: string) => open(token),
    use: async (token: string) => {
      const good = open(token);
      if (good) used.push(token);
      return good;
    },
  };
  const log = { error: () => undefined };
  server = createServer(express().use(createVerifyPage({ words, links, log })));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const call = async (method: 'GET' | 'POST', path: string) => {
  const response = await fetch(`${url}${path}`, { method });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('the page of a link', () => {
  it('is opened by a button: whoever only looks uses nothing up', async () => {
    for (const _ of [1, 2]) {
      const looked = await call('GET', `/verifier/${TOKEN}`);
      expect(looked.status).toBe(200);
      expect(looked.text).toContain('Oui, c’est moi qui écris');
      expect(looked.text).toContain(`action="/verifier/${TOKEN}?lang=fr"`);
    }
    expect(used).toEqual([]);
    const opened = await call('POST', `/verifier/${TOKEN}`);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('Vous pouvez reprendre votre conversation.');
    expect(used).toEqual([TOKEN]);
  });

  it('says kindly that a link is of no use any more', async () => {
    await call('POST', `/verifier/${TOKEN}`);
    for (const method of ['GET', 'POST'] as const) {
      const { status, text } = await call(method, `/verifier/${TOKEN}`);
      expect([status, text.includes('Ce lien ne sert plus.')]).toEqual([410, true]);
    }
    expect((await call('GET', '/verifier/short')).status).toBe(404);
    expect((await call('POST', `/verifier/${'<'.repeat(43)}`)).status).toBe(404);
  });

  it('speaks English, and shows no link to other sites', async () => {
    const { text, headers } = await call('GET', `/verifier/${TOKEN}?lang=en`);
    expect(text).toContain('Yes, it is me who is writing');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it('is a 503 without a word of what broke', async () => {
    broken = true;
    const { status, text } = await call('POST', `/verifier/${TOKEN}`);
    expect(status).toBe(503);
    expect(text).not.toContain('disk');
  });

  it('is not for those who guess', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 62; n += 1) {
      statuses.push((await call('GET', `/verifier/${String(n).padStart(43, 'b')}`)).status);
    }
    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([410]));
    expect(statuses.slice(60)).toEqual([429, 429]);
  });
});
