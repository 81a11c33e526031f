import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Bot, Clock, Inbound, Log, Store } from '../bot/index.ts';
import { cleanPhoto } from './photo.ts';
import { type Invitation, PHOTO_PATH, type PhotoInvitations } from './photo-invitations.ts';
import { type PhotoPage, photoPageHtml } from './photo-page-view.ts';
import { type PhotoPageWords, type PhotoWording, photoWordingIn } from './photo-page-words.ts';
import { createTurnstile } from './turnstile.ts';
import {
  languageOf,
  type WebErrorCode,
  type WebErrorWords,
  wordRefusal,
} from './web-chat-errors.ts';
import { createSpend, networkOf } from './web-chat-limits.ts';
import { createReceiveUpload, type ReceiveUpload } from './web-chat-upload.ts';

/** What the page is made of. */
export type PhotoPageParts = {
  readonly invitations: Pick<PhotoInvitations, 'find'>;
  readonly store: Pick<Store, 'conversation' | 'inboundFate' | 'addPhoto'>;
  readonly bot: Pick<Bot, 'accept'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly secret: string;
  readonly words: PhotoPageWords;
  readonly errors: WebErrorWords;
  readonly log: Pick<Log, 'error'>;
};

/** Looks at pages from one network within a minute; more is no person. */
const LOOKS = 60;

/** Photos that may wait to be drawn. */
const MOST_WAITING = 20;

/** Serves `/photo/<invitation>`: one photo, once, for somebody who writes by SMS. No script is needed. */
export const createPhotoPage = (parts: PhotoPageParts): Router => {
  const router = express.Router();
  const spend = createSpend(LOOKS, 60);
  const tools: Tools = {
    ...parts,
    receive: createReceiveUpload(),
    easel: createTurnstile(MOST_WAITING),
    busy: async (request) => (await spend(networkOf(request.ip))) !== undefined,
  };
  router.get(`${PHOTO_PATH}/:code`, (request, response) => visit(tools, { request, response }));
  router.post(`${PHOTO_PATH}/:code`, (request, response) =>
    visit(tools, { request, response }, (open) => take(tools, { request, response }, open)),
  );
  return router;
};

type Tools = PhotoPageParts & {
  readonly receive: ReceiveUpload;
  readonly easel: ReturnType<typeof createTurnstile>;
  readonly busy: (request: Request) => Promise<boolean>;
};

type Called = { readonly request: Request; readonly response: Response };

/** An invitation that can still be used, and the row its photo will come in. */
type Open = { readonly invitation: Invitation; readonly row: string };

const FORM: PhotoPage = { kind: 'form', status: 200 };

const visit = async (
  tools: Tools,
  called: Called,
  act: (open: Open) => Promise<PhotoPage> = async () => FORM,
): Promise<void> => {
  const { request, response } = called;
  const words = wordingFor(tools, request);
  const page = await tried(tools, called, act);
  response.set(HEADERS).status(page.status).type('html');
  response.send(photoPageHtml(words, page, `${PHOTO_PATH}/${codeIn(request)}`));
};

const tried = async (
  tools: Tools,
  { request }: Called,
  act: (open: Open) => Promise<PhotoPage>,
): Promise<PhotoPage> => {
  if (await tools.busy(request)) return refusal(tools, request, 'TooManyRequests');
  try {
    const found = await openOf(tools, codeIn(request));
    return 'kind' in found ? found : await act(found);
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error('thrown');
    tools.log.error({ cause: error }, 'photo page failed');
    return { kind: 'down', status: 503 };
  }
};

const codeIn = (request: Request): string => z.string().catch('').parse(request.params['code']);

const openOf = async (
  { invitations, store, clock }: Tools,
  code: string,
): Promise<Open | PhotoPage> => {
  const invitation = await invitations.find(code);
  if (invitation === undefined) return { kind: 'over', status: 404 };
  const row = `photo:${code}`;
  if ((await store.inboundFate(row)).kind !== 'absent') return { kind: 'used', status: 410 };
  return invitation.until > clock.now() ? { invitation, row } : { kind: 'over', status: 410 };
};

/** A photo is drawn anew and kept before the message that brings it; the message is kept once, so the link works once. */
const take = async (
  tools: Tools,
  { request, response }: Called,
  open: Open,
): Promise<PhotoPage> => {
  const { store, bot, easel, secret } = tools;
  const upload = await tools.receive(request, response);
  if (upload.kind === 'refused') return refusal(tools, request, upload.code);
  const [file] = upload.files;
  if (file === undefined || file.length === 0) return nothing(tools, request);
  const owner = open.invitation.conversation;
  const clean = await easel.pass('', () => cleanPhoto(file, { owner, secret }));
  if (clean === undefined) return refusal(tools, request, 'TooManyRequests');
  if (clean.kind === 'refused') return refusal(tools, request, clean.code);
  const row = await rowFor(tools, open, clean.photo);
  if (row === undefined) return { kind: 'over', status: 410 };
  await store.addPhoto(clean.photo, owner, clean.bytes);
  const kept = await bot.accept(row);
  return kept === 'added' ? { kind: 'done', status: 200 } : { kind: 'used', status: 410 };
};

const rowFor = async (
  { store, clock }: Tools,
  { invitation, row }: Open,
  photo: Parameters<Store['addPhoto']>[0],
): Promise<Inbound | undefined> => {
  const conversation = await store.conversation(invitation.conversation);
  if (conversation === undefined) return undefined;
  const { id, channel, external, person } = conversation;
  const message = { text: '', photos: [photo] };
  const content = { kind: 'message', message } as const;
  return { id: row, conversation: id, channel, external, person, at: clock.now(), content };
};

const nothing = (tools: Tools, request: Request): PhotoPage => ({
  kind: 'form',
  status: 400,
  fault: wordingFor(tools, request).say('form_none'),
});

const refusal = (tools: Tools, request: Request, code: WebErrorCode): PhotoPage => {
  const { language } = wordingFor(tools, request);
  const { status, message } = wordRefusal(tools.errors, code, language);
  return { kind: 'form', status, fault: message };
};

const query = z.object({ lang: z.enum(['fr', 'en']).optional().catch(undefined) });

const wordingFor = ({ words }: Tools, request: Request): PhotoWording =>
  photoWordingIn(words, query.parse(request.query).lang ?? languageOf(request));

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
  Vary: 'Accept-Language',
} as const;
