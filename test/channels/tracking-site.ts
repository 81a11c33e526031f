import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import sharp from 'sharp';
import type { Incident, IncidentEvent, Photo, Store } from '../../bot/index.ts';
import { createTracking, parseTrackingWords } from '../../channels/index.ts';
import { normaliseCode, parseCatalogue, timeline } from '../../incidents/index.ts';
import { openStore } from '../../store/index.ts';

const content = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '..', '..', 'dialogs', 'content', `${name}.json`),
      'utf8',
    ),
  );

/** Tuesday 24 November 2026, 09:05 in Paris. */
export const OPENED = Date.parse('2026-11-24T08:05:00Z');
const DUE = Date.parse('2026-11-26T17:00:00Z');

/** A photo that was sent with the leak. */
const PHOTO: Photo = { id: 'photo-1', type: 'image/jpeg', bytes: 900, width: 40, height: 30 };

/** A leak in the kitchen, with everything a tenant can tell; the words try to be markup. */
export const LEAK: Incident = {
  id: 'webchat-1:1',
  code: 'BCDFGH',
  conversation: 'webchat-1',
  channel: 'webchat',
  language: 'fr',
  intent: 'water_leak',
  priority: 'P2',
  place: { id: 'TIL-B', label: '12 rue des Tilleuls, bâtiment B', postcode: '99210' },
  phone: '+33639980001',
  slots: {
    room: { value: 'kitchen', said: 'la cuisine <script>alert("x")</script>' },
    containable: { value: 'yes', said: 'wé' },
    health_concern_flag: { value: 'yes', said: 'mon asthme' },
  },
  photos: [PHOTO],
  openedAt: OPENED,
  due: DUE,
  status: 'received',
  events: 2,
};

/** Something that must not show on a screen others see. */
export const VIOLENCE: Incident = {
  ...LEAK,
  id: 'webchat-2:1',
  code: 'XZWVTR',
  conversation: 'webchat-2',
  intent: 'violence_or_threat',
  photos: [],
  events: 1,
};

const event = ({ id }: Incident, n: number, kind: IncidentEvent['kind']): IncidentEvent => ({
  id: `${id}:${n}`,
  incident: id,
  at: OPENED + (n - 1) * 600_000,
  by: 'tenant',
  channel: 'webchat',
  kind,
  data: { room: 'la cuisine' },
});

/** A running site with the timeline page, and the errors it logged. */
export type TrackingSite = {
  readonly url: string;
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
};

const outOfOrder = async (): Promise<never> => {
  throw new Error('the disk is gone');
};

const fill = async (store: Store): Promise<void> => {
  const colour = { width: 40, height: 30, channels: 3, background: '#369' } as const;
  await store.addPhoto(PHOTO, LEAK.conversation, await sharp({ create: colour }).jpeg().toBuffer());
  await store.addIncidentChanges([
    { incident: { ...LEAK, events: 1 }, event: event(LEAK, 1, 'opened') },
    { incident: LEAK, event: event(LEAK, 2, 'corrected') },
    { incident: VIOLENCE, event: event(VIOLENCE, 1, 'opened') },
  ]);
};

/** Serves the timeline page on a free port. */
export const serveTracking = async ({
  now = OPENED + 3_600_000,
  broken = false,
  limits,
}: {
  readonly now?: number;
  readonly broken?: boolean;
  readonly limits?: Parameters<typeof createTracking>[0]['limits'];
} = {}): Promise<TrackingSite> => {
  const logged: string[] = [];
  const store = await openStore('sqlite::memory:');
  await fill(store);
  const app = express();
  app.use(
    createTracking({
      store: broken ? { ...store, incidentByCode: outOfOrder } : store,
      catalogue: parseCatalogue(content('catalogue')),
      words: parseTrackingWords(content('tracking')),
      view: timeline,
      readCode: normaliseCode,
      clock: { now: () => now },
      log: { error: (_, what) => logged.push(what) },
      ...(limits === undefined ? {} : { limits }),
    }),
  );
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    logged,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await store.close();
    },
  };
};
