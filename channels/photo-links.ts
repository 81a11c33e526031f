import { createHmac, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import type { Clock, Photo, Store } from '../bot/index.ts';

/** Links end between one and two of these after they are made, ms; within one they are the same, so browsers can keep the photo. */
const LINK_LIFE = 12 * 3_600_000;

/** Addresses under which the photos of a conversation can be fetched for a while, by whoever was given them. */
export type PhotoLinks = {
  /** Path and query, below the router's own path. */
  readonly pathOf: (photo: Photo) => string;
  readonly serve: RequestHandler;
};

const asked = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  e: z.coerce.number().int(),
  s: z.string().max(100),
});

/** Builds the links. */
export const createPhotoLinks = (parts: {
  readonly store: Pick<Store, 'photo'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly secret: string;
}): PhotoLinks => {
  const { store, clock, secret } = parts;
  const sign = (id: string, end: number): string =>
    createHmac('sha256', `photo-link:${secret}`).update(`${id}:${end}`).digest('base64url');
  const valid = ({ id, e, s }: z.infer<typeof asked>): boolean =>
    e > clock.now() && sameText(sign(id, e), s);
  return {
    pathOf: ({ id }) => {
      const end = (Math.floor(clock.now() / LINK_LIFE) + 2) * LINK_LIFE;
      return `/photos/${id}?e=${end}&s=${sign(id, end)}`;
    },
    serve: async (request, response, next) => {
      const link = asked.safeParse({ ...request.query, ...request.params });
      const found = link.success && valid(link.data) ? await store.photo(link.data.id) : undefined;
      if (found === undefined) {
        next();
        return;
      }
      response.set(HEADERS).type(found.photo.type).send(Buffer.from(found.bytes));
    },
  };
};

const HEADERS = {
  'Cache-Control': 'private, max-age=3600',
  'Content-Disposition': 'inline; filename="photo.jpg"',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** Compares without telling by the time taken where the difference is. */
export const sameText = (one: string, other: string): boolean => {
  const [left, right] = [one, other].map((text) =>
    createHmac('sha256', 'compare').update(text).digest(),
  );
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
};
