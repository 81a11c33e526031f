import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createServices } from '../channels/index.ts';
import { readWords, type Words } from '../read-words.ts';
import { servicesParts } from '../services-parts.ts';

const ROOT = join(import.meta.dirname, '..');

/** The shipped content. */
export const shippedWords = (): Words => readWords(ROOT, 'france');

/** The content from a copy of its folder that is changed first. */
export const changedWords = (change: (folder: string) => void): Words => {
  const root = mkdtempSync(join(tmpdir(), 'loge-content-'));
  const folder = join(root, 'dialogs', 'content');
  cpSync(join(ROOT, 'dialogs', 'content'), folder, { recursive: true });
  try {
    change(folder);
    return readWords(root, 'france');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** A running site with the page of services. */
export type ServicesSite = { readonly url: string; readonly close: () => Promise<void> };

/** Serves the page of services on a free port; "gouttes" is understood to mean a leak. */
export const serveServices = async (words = shippedWords()): Promise<ServicesSite> => {
  const understand = (text: string) => ({
    text,
    lang: 'fr',
    intents: [],
    guesses: /gouttes/.test(text)
      ? [
          { id: 'water_leak', p: 0.9 },
          { id: 'noise_disturbance', p: 0.1 },
        ]
      : [],
    outcome: 'unsure' as const,
    slots: {},
  });
  const server = createServer(
    express().use(createServices(servicesParts(words, understand))),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
