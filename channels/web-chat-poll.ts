import type { RequestHandler } from 'express';
import type { Store } from '../bot/index.ts';
import type { DoorKeeper } from './web-chat-door-keeper.ts';
import type { HubParts } from './web-chat-hub.ts';
import { clampPosition, positionIn, type Reading, readOn } from './web-chat-reading.ts';
import { conversationOf, type Reader } from './web-chat-render.ts';
import type { Traces } from './web-chat-traces.ts';

/** Pages in one answer; whoever is further behind asks again. */
const MOST_PAGES = 5;

/** What polling is made of. */
export type PollParts = {
  readonly store: Pick<Store, 'conversation' | 'entries'>;
  readonly keeper: Pick<DoorKeeper, 'withToken'>;
  readonly traces: Traces;
  readonly readerFor: HubParts['readerFor'];
};

/** Builds the call for clients that ask again and again instead of holding a stream. */
export const createPoll = ({ store, keeper, traces, readerFor }: PollParts): RequestHandler =>
  keeper.withToken(async (request, response, claims) => {
    const asked = positionIn(request.query['watermark']);
    const { activities, position } = await readAll(store, readerFor(claims, request), asked);
    response.on('finish', () => traces.see(conversationOf(claims.conv), position));
    response.json({ activities, watermark: String(position) });
  });

const readAll = async (
  store: PollParts['store'],
  reader: Reader,
  asked: number,
): Promise<Reading> => {
  let read = await readOn(store, reader, asked);
  if (read.position === asked) {
    const position = await clampPosition(store, reader.external, asked);
    if (position !== asked) read = await readOn(store, reader, position);
  }
  for (let page = 1; page < MOST_PAGES; page += 1) {
    const next = await readOn(store, reader, read.position);
    if (next.position === read.position) break;
    read = { activities: [...read.activities, ...next.activities], position: next.position };
  }
  return read;
};
