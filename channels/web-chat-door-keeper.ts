import type { Request, RequestHandler, Response } from 'express';
import { sameText } from './photo-links.ts';
import { languageOf, sendRefusal, type WebErrorWords } from './web-chat-errors.ts';
import { type Claims, fitsOrigin, type Tokens } from './web-chat-tokens.ts';

/** Looks at the token of a call before anything else is read. */
export type DoorKeeper = {
  /** Runs the handler when the token is good and, where the path names a conversation, is for that one. */
  readonly withToken: (handle: TokenHandler) => RequestHandler;
  /** The same, and a token that ended lately will do. */
  readonly withEndedToken: (handle: TokenHandler) => RequestHandler;
  /** Whether the call carries the landlord's own secret, something else, or nothing. */
  readonly secretIn: (request: Request) => 'right' | 'wrong' | 'none';
};

/** A handler that knows who calls. */
export type TokenHandler = (
  request: Request,
  response: Response,
  claims: Claims,
) => Promise<void> | void;

/** Builds the door keeper. */
export const createDoorKeeper = (parts: {
  readonly tokens: Pick<Tokens, 'read' | 'readEnded'>;
  readonly words: WebErrorWords;
  readonly directLineSecret: string | undefined;
}): DoorKeeper => {
  const { tokens, words, directLineSecret } = parts;
  const refuse = (request: Request, response: Response, code: Unwelcome): void => {
    if (code === 'MissingToken') response.set('WWW-Authenticate', 'Bearer');
    sendRefusal(response, words, { code, language: languageOf(request) });
  };
  const guard =
    (read: Tokens['read']) =>
    (handle: TokenHandler): RequestHandler =>
    async (request, response) => {
      const token = bearerOf(request);
      if (token === undefined) return refuse(request, response, 'MissingToken');
      const claims = await read(token);
      if (claims === undefined || !isFor(claims, request)) {
        return refuse(request, response, 'BadToken');
      }
      return handle(request, response, claims);
    };
  return {
    withToken: guard(tokens.read),
    withEndedToken: guard(tokens.readEnded),
    secretIn: (request) => {
      if (request.headers.authorization === undefined) return 'none';
      const said = bearerOf(request);
      if (directLineSecret === undefined || said === undefined) return 'wrong';
      return sameText(said, directLineSecret) ? 'right' : 'wrong';
    },
  };
};

type Unwelcome = 'MissingToken' | 'BadToken';

/** The longest token that is looked at, characters. */
const LONGEST_TOKEN = 4096;

const bearerOf = ({ headers: { authorization = '' } }: Request): string | undefined =>
  authorization.length > LONGEST_TOKEN ? undefined : /^Bearer (\S+)$/i.exec(authorization)?.[1];

const isFor = (claims: Claims, { params, headers }: Request): boolean => {
  const conversation = params['conversation'];
  if (conversation !== undefined && conversation !== claims.conv) return false;
  return fitsOrigin(claims, headers.origin);
};
