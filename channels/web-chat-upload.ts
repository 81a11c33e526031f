import type { Request, Response } from 'express';
import multer from 'multer';
import { z } from 'zod';
import { MAX_PHOTO, MAX_PHOTOS, type Refusal, refused } from './web-chat-errors.ts';

/** The activity that comes with photos may carry small pictures of them, bytes. */
const MAX_ACTIVITY = 2 * 1024 * 1024;

/** The largest upload that is read at all, bytes. */
const MAX_UPLOAD = MAX_PHOTOS * MAX_PHOTO + MAX_ACTIVITY + 64 * 1024;

/** Bytes of uploads that are held in memory at once. */
const MEMORY = 4 * MAX_UPLOAD;

/** What came in one upload, as it was sent. */
export type Upload = {
  readonly kind: 'upload';
  readonly activity: unknown;
  readonly files: readonly Buffer[];
};

/** Receives an upload into memory, within bounds. */
export type ReceiveUpload = (request: Request, response: Response) => Promise<Upload | Refusal>;

/** Builds the receiver. */
export const createReceiveUpload = (): ReceiveUpload => {
  let held = 0;
  return async (request, response) => {
    const size = Number(request.headers['content-length'] ?? MAX_UPLOAD);
    if (!request.is('multipart/form-data')) return refused('NotJson');
    if (!(size <= MAX_UPLOAD)) return refused('PhotoTooLarge');
    if (held + size > MEMORY) return refused('TooManyRequests');
    held += size;
    try {
      return await receive(request, response);
    } finally {
      held -= size;
    }
  };
};

const parse = multer({
  storage: multer.memoryStorage(),
  limits: {
    fileSize: MAX_PHOTO,
    files: MAX_PHOTOS + 1,
    fields: 4,
    fieldSize: MAX_ACTIVITY,
    parts: MAX_PHOTOS + 5,
    headerPairs: 20,
  },
}).any();

const receive = async (request: Request, response: Response): Promise<Upload | Refusal> => {
  const failure = await new Promise((done) => parse(request, response, done));
  if (failure !== undefined) return refusalFor(failure);
  const files = z.array(part).catch([]).parse(request.files);
  const activities = files.filter(({ fieldname }) => fieldname === 'activity');
  const photos = files.filter(({ fieldname }) => fieldname !== 'activity');
  const field = z.object({ activity: z.string() }).safeParse({ ...request.body }).data?.activity;
  const text = activities[0]?.buffer ?? field;
  if (activities.length > 1 || photos.length > MAX_PHOTOS) return refused('TooManyPhotos');
  if (text !== undefined && text.length > MAX_ACTIVITY) return refused('TooLarge');
  const activity = text === undefined ? { type: 'message' } : readJson(text.toString());
  return { kind: 'upload', activity, files: photos.map(({ buffer }) => buffer) };
};

const part = z.object({ fieldname: z.string(), buffer: z.instanceof(Buffer) });

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const TOO_MUCH: Readonly<Record<string, Refusal>> = {
  LIMIT_FILE_SIZE: refused('PhotoTooLarge'),
  LIMIT_FILE_COUNT: refused('TooManyPhotos'),
  LIMIT_PART_COUNT: refused('TooManyPhotos'),
  LIMIT_FIELD_VALUE: refused('TooLarge'),
};

/** Whatever else is wrong with a form was wrong when it was sent. */
const refusalFor = (failure: unknown): Refusal =>
  (failure instanceof multer.MulterError ? TOO_MUCH[failure.code] : undefined) ??
  refused('BadRequest');
