import type { Request, Response } from 'express';
import type { Photo, Store } from '../bot/index.ts';
import { networkMark } from './network-mark.ts';
import { type CleanPhoto, cleanPhoto } from './photo.ts';
import { createTurnstile, type Turnstile } from './turnstile.ts';
import { type HeardActivity, hearActivity, localeIn } from './web-chat-activity.ts';
import type { DoorKeeper, TokenHandler } from './web-chat-door-keeper.ts';
import {
  languageOf,
  type Refusal,
  refused,
  sendRefusal,
  type WebErrorWords,
} from './web-chat-errors.ts';
import type { Intake, Taken } from './web-chat-intake.ts';
import { createSpend, type Spend, type WebChatLimits } from './web-chat-limits.ts';
import { conversationOf } from './web-chat-render.ts';
import type { Claims } from './web-chat-tokens.ts';
import type { Traces } from './web-chat-traces.ts';
import { createReceiveUpload, type ReceiveUpload, type Upload } from './web-chat-upload.ts';

/** Photos that may wait to be drawn anew, one after the other: pictures are heavy, and messages must not wait for them. */
const MOST_WAITING = 60;

/** What the calls with which a tenant says something are made of. */
export type PostParts = {
  readonly keeper: Pick<DoorKeeper, 'withToken'>;
  readonly intake: Pick<Intake, 'take'>;
  readonly store: Pick<Store, 'addPhoto'>;
  readonly traces: Traces;
  readonly words: WebErrorWords;
  readonly secret: string;
  readonly limits: WebChatLimits;
};

/** Builds the calls: a message, or a message with photos. */
export const createPosts = (parts: PostParts) => {
  const tools: Tools = {
    ...parts,
    receive: createReceiveUpload(),
    easel: createTurnstile(MOST_WAITING),
    spend: createSpend(parts.limits.photosPerHour, 3600),
  };
  const post: TokenHandler = async (request, response, claims) => {
    const { body } = request;
    const heard = body === undefined ? refused('NotJson') : hearActivity(body, 0);
    const from = networkMark(tools.secret, request.ip);
    const taken = await take(tools, { claims, heard, photos: [], ...from });
    answer(tools, { request, response, claims, taken, locale: localeIn(body) });
  };
  const upload: TokenHandler = async (request, response, claims) => {
    const got = await tools.receive(request, response);
    const taken =
      got.kind === 'upload'
        ? await takeUpload(tools, { claims, ...networkMark(tools.secret, request.ip) }, got)
        : got;
    const locale = got.kind === 'upload' ? localeIn(got.activity) : undefined;
    answer(tools, { request, response, claims, taken, locale });
  };
  const { withToken } = parts.keeper;
  return { post: withToken(post), upload: withToken(upload) };
};

type Tools = PostParts & {
  readonly receive: ReceiveUpload;
  readonly easel: Turnstile;
  readonly spend: Spend;
};

/** Kept, refused, or nothing that needs keeping. */
type Fate = Taken | Refusal | { readonly kind: 'passed' };

type Heard = {
  readonly claims: Claims;
  readonly heard: HeardActivity | Refusal;
  readonly photos: readonly Photo[];
} & From;

/** Who sends it, and from where. */
type From = { readonly network?: string };

const take = async ({ intake }: Tools, { heard, ...saying }: Heard): Promise<Fate> =>
  heard.kind === 'said' ? intake.take({ ...saying, said: heard }) : heard;

/** Everything is looked at before anything is kept. */
const takeUpload = async (
  tools: Tools,
  { claims, ...from }: { readonly claims: Claims } & From,
  upload: Upload,
): Promise<Fate> => {
  const heard = hearActivity(upload.activity, upload.files.length);
  if (heard.kind !== 'said') return heard;
  const conversation = conversationOf(claims.conv);
  if ((await tools.spend(conversation, upload.files.length)) !== undefined) {
    return refused('TooManyRequests');
  }
  const clean = await drawAll(tools, conversation, upload.files);
  if ('kind' in clean) return clean;
  await Promise.all(
    clean.map(({ photo, bytes }) => tools.store.addPhoto(photo, conversation, bytes)),
  );
  return take(tools, { claims, heard, photos: clean.map(({ photo }) => photo), ...from });
};

const drawAll = async (
  { easel, secret }: Tools,
  owner: string,
  files: readonly Buffer[],
): Promise<readonly CleanPhoto[] | Refusal> => {
  const drawn: CleanPhoto[] = [];
  for (const file of files) {
    const result = await easel.pass('', () => cleanPhoto(file, { owner, secret }));
    if (result === undefined) return refused('TooManyRequests');
    if (result.kind === 'refused') return result;
    drawn.push(result);
  }
  return drawn;
};

type Answered = {
  readonly request: Request;
  readonly response: Response;
  readonly claims: Claims;
  readonly taken: Fate;
  readonly locale: string | undefined;
};

const answer = ({ words, traces }: Tools, answered: Answered): void => {
  const { request, response, claims, taken, locale } = answered;
  switch (taken.kind) {
    case 'refused':
      sendRefusal(response, words, { code: taken.code, language: languageOf(request, locale) });
      return;
    case 'passed':
      response.json({ id: `${claims.conv}|passed` });
      return;
    case 'kept':
      response.on('finish', () => traces.answer(conversationOf(claims.conv), taken.inbound));
      response.json({ id: taken.id });
      return;
    default:
      taken satisfies never;
  }
};
