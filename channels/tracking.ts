import express, { type Request, type RequestHandler, type Router } from 'express';
import { z } from 'zod';
import type { Catalogue, Clock, Incident, Log, Store, ViewIncident } from '../bot/index.ts';
import { languageOf, PAGE_HEADERS } from './page-request.ts';
import { createTries, type TrackingLimits, type Tries } from './tracking-limits.ts';
import { picturesOf } from './tracking-pictures.ts';
import { TRACKING_CSS } from './tracking-style.ts';
import {
  busyPage,
  downPage,
  formPage,
  incidentPage,
  type Page,
  unknownPage,
} from './tracking-view.ts';
import { type TrackingWords, type Wording, wordingIn } from './tracking-words.ts';

/** What the timeline page needs. */
export type TrackingParts = {
  readonly store: Pick<Store, 'incidentByCode' | 'incidentEvents' | 'photo'>;
  readonly catalogue: Catalogue;
  readonly words: TrackingWords;
  /** Decides what may be shown to whom. */
  readonly view: ViewIncident;
  /** The code in what a person typed. */
  readonly readCode: (typed: string) => string | undefined;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Pick<Log, 'error'>;
  readonly limits?: TrackingLimits;
};

/** Serves `/suivi`: the tenant's timeline, readable without JavaScript. */
export const createTracking = (parts: TrackingParts): Router => {
  const router = express.Router();
  const tries = createTries(parts.limits);
  const answer = answerWith(parts, tries);
  router.get('/suivi.css', (_, response) => {
    response.type('css').set('Cache-Control', 'public, max-age=3600').send(TRACKING_CSS);
  });
  router.get('/suivi', answer(askForCode));
  router.get('/suivi/:code', answer(showIncident));
  router.post('/suivi/:code', readForm, answer(showIncident));
  return router;
};

const readForm = express.urlencoded({ extended: false, limit: '2kb', parameterLimit: 5 });

/** A page, or the address to go to instead. */
type Answer = Page | { readonly to: string };

type Asked = {
  readonly parts: TrackingParts;
  readonly tries: Tries;
  readonly request: Request;
  readonly words: Wording;
  readonly ip: string;
};

const answerWith =
  (parts: TrackingParts, tries: Tries) =>
  (find: (asked: Asked) => Promise<Answer>): RequestHandler =>
  async (request, response) => {
    const words = wordingIn(parts.words, languageOf(request));
    const ip = request.ip ?? 'unknown';
    const found = await tried(
      () => limited({ parts, tries, request, words, ip }, find),
      parts,
      words,
    );
    response.set(PAGE_HEADERS);
    if ('to' in found) {
      response.redirect(303, found.to);
      return;
    }
    if (found.retryAfter !== undefined) response.set('Retry-After', String(found.retryAfter));
    response.status(found.status).type('html').send(found.body);
  };

const limited = async (asked: Asked, find: (asked: Asked) => Promise<Answer>): Promise<Answer> => {
  const wait = await asked.tries.page(asked.ip);
  return wait === undefined ? find(asked) : busyPage(asked.words, wait);
};

/** A store that cannot answer is no reason for a stack trace, nor for "unknown code". */
const tried = async (
  find: () => Promise<Answer>,
  { log }: TrackingParts,
  words: Wording,
): Promise<Answer> => {
  try {
    return await find();
  } catch (cause) {
    log.error(
      { cause: cause instanceof Error ? cause : new Error(String(cause)) },
      'timeline failed',
    );
    return downPage(words, 503);
  }
};

const query = z.object({
  code: z.string().max(40).optional().catch(undefined),
});

const askForCode = async ({ parts, request, words }: Asked): Promise<Answer> => {
  const typed = query.parse(request.query).code;
  if (typed === undefined || typed.trim() === '') return formPage(words);
  const code = parts.readCode(typed);
  if (code === undefined) return formPage(words, { typed });
  return { to: `/suivi/${code}?lang=${words.language}` };
};

const showIncident = async (asked: Asked): Promise<Answer> => {
  const { parts, request, words } = asked;
  const typed = z.string().max(40).catch('').parse(request.params['code']);
  const code = parts.readCode(typed);
  if (code === undefined) return unknownPage(words, typed);
  const incident = await parts.store.incidentByCode(code);
  if (incident === undefined) return unknownPage(words, code);
  const form = z.object({ proof: z.string().max(40) }).safeParse(request.body);
  return form.success
    ? showProven(asked, incident, form.data.proof)
    : pageOf(asked, incident, undefined);
};

const showProven = async (asked: Asked, incident: Incident, proof: string): Promise<Answer> => {
  const { tries, words, ip } = asked;
  const wait = await tries.proof(ip, incident.code);
  return wait === undefined ? pageOf(asked, incident, proof) : busyPage(words, wait);
};

const pageOf = async (
  { parts, tries, words, ip }: Asked,
  incident: Incident,
  proof: string | undefined,
): Promise<Page> => {
  const { store, catalogue, view, clock } = parts;
  const events = await store.incidentEvents(incident.id);
  const { personal, intent, ...shown } = view({
    incident,
    events,
    ...(proof === undefined ? {} : { proof }),
  });
  if (personal !== undefined) await tries.forgive(ip, incident.code);
  const card = intent === undefined ? undefined : catalogue.get(intent);
  return incidentPage(words, {
    ...shown,
    name: card?.name[words.language],
    late: clock.now() > incident.due,
    wrongProof: proof !== undefined && personal === undefined,
    ...(personal === undefined
      ? {}
      : { personal: { ...personal, pictures: await picturesOf(store, personal.photos) } }),
  });
};
