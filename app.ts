import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { type Address, addressOf } from './address.ts';
import { createAtDesk } from './at-desk.ts';
import {
  type Bot,
  type Bus,
  type Clock,
  createBot,
  type Estate,
  type Log,
  type Reach,
  type Store,
  type Texting,
  type Texts,
  type Understand,
} from './bot/index.ts';
import {
  createErrorPages,
  createServices,
  createSite,
  createSms,
  createTracking,
  createVerifyPage,
  createWebChat,
  type OpenSms,
  type Sms,
  WEB_CHAT_PATH,
  type WebChat,
} from './channels/index.ts';
import type { Config } from './config.ts';
import { correctionsBeside } from './corrections-file.ts';
import {
  codeText,
  createMask,
  createNotice,
  createPatience,
  createSuggest,
  createTalk,
} from './dialogs/index.ts';
import { demonstrationEstate } from './estate-files.ts';
import {
  type Attendance,
  createAttendance,
  createDesk,
  createSmtp,
  type Desk,
  firstAdministrator,
  mailAlarms,
  type OidcSettings,
} from './handoff/index.ts';
import { createHealth } from './health.ts';
import { createIdentityChecks, type Seals } from './identity/index.ts';
import {
  createOfficeHours,
  createPlaceFinder,
  newCode,
  normaliseCode,
  parseOfficeHours,
  readMobile,
  timeline,
} from './incidents/index.ts';
import { loadUnderstanding } from './load-understanding.ts';
import { createLookup } from './lookup.ts';
import { createUnderstand } from './nlp/index.ts';
import { openSeals } from './open-seals.ts';
import { readWords, type Words } from './read-words.ts';
import { servicesParts } from './services-parts.ts';
import { smsProvider } from './sms-settings.ts';
import { localBus, openStore } from './store/index.ts';

/** A running Loge. */
export type App = {
  /** Where it listens. */
  readonly url: string;
  /** The one-time address at which the first administrator is made, when there is none. */
  readonly firstAdministrator?: string;
  /** Stops listening, finishes the turns in progress, gives leases back and closes the store. */
  readonly stop: () => Promise<void>;
};

/** What it takes to start. */
export type AppParts = {
  readonly config: Config;
  readonly log: Log;
  /** The folder with `dialogs/content`, `nlp/examples`, `demo` and `dist`. */
  readonly root: string;
  readonly reach?: Reach | undefined;
  /** Carries codes to telephones in place of the SMS that is set up; without either nobody is offered one. */
  readonly texts?: Texts;
  /** How long an attempt of unknown fate may still turn up, ms; fault tests only. */
  readonly settle?: number | undefined;
};

/** Everything that stands behind the doors. */
type House = AppParts & {
  readonly words: Words;
  readonly store: Store;
  readonly seals: Seals;
  readonly bus: Bus;
  readonly understand: Understand;
  readonly sms: Sms | undefined;
  readonly attendance: Attendance;
  readonly bot: Bot;
};

/** Wall-clock time and the timers of this process. */
const clock: Clock = {
  now: Date.now,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** SQLite lets one process in at a time, so the leases of an earlier life are ours. */
const OWNER = 'loge';

/** Connections that are still open this long after the last answer are cut, ms. */
const LAST_WORDS = 2_000;

/** Puts the parts together, takes up what an earlier process left, and listens. */
export const startApp = async (parts: AppParts): Promise<App> => {
  const { config, root, log } = parts;
  const words = readWords(root, config.HOLIDAYS);
  const store = await openStore(config.DATABASE_URL);
  const seals = await openSeals(store, config);
  if (config.DEMO === '1') await loadDemonstration(store, demonstrationEstate(root, seals));
  const bus = localBus();
  const model = await loadUnderstanding(root, log, correctionsBeside(config.DATABASE_URL));
  const understand = createUnderstand(model);
  const sms = await openSms({ ...parts, words, store });
  const attendance = createAttendance(clock);
  const bot = await openBot({ ...parts, words, store, seals, bus, understand, sms, attendance });
  const server = createServer();
  server.listen(config.PORT, config.HOST);
  await once(server, 'listening');
  const house: House = { ...parts, words, store, seals, bus, understand, sms, attendance, bot };
  const address = addressOf(server, config);
  const doors = await openDoors(house, address);
  let draining = false;
  server.on('request', assemble(house, { ...doors, draining: () => draining }));
  server.on('upgrade', (request, socket, head) => {
    if (!doors.webChat.upgrade(request, socket, head)) socket.destroy();
  });
  bot.start();
  doors.sms?.start();
  log.info({ url: address.url }, 'listening');
  const stop = async (): Promise<void> => {
    draining = true;
    doors.sms?.stop();
    await close(server, doors);
    await bot.drain();
    await store.close();
  };
  return { url: address.url, stop, ...(await administrator(house, address.publicUrl)) };
};

/** An empty database gets the demonstration landlord, once. */
const loadDemonstration = async (store: Store, demonstration: Estate): Promise<void> => {
  const { places } = await store.estate();
  if (places.length === 0) await store.replaceEstate(demonstration);
};

/** SMS as the settings say, or none. */
const openSms = async ({
  config,
  log,
  settle,
  words,
  store,
}: Pick<House, 'config' | 'log' | 'settle' | 'words' | 'store'>): Promise<Sms | undefined> => {
  const provider = smsProvider(config, settle);
  if (provider === undefined || config.PUBLIC_URL === undefined) return undefined;
  return createSms({
    provider,
    store,
    clock,
    log,
    secret: await store.keepOnce('sms-secret', newSecret()),
    publicUrl: config.PUBLIC_URL,
    shortWordings: words.content.shortWordings,
    perSecond: config.SMS_PER_SECOND,
    words: words.photoPage,
    errors: words.webErrors,
  });
};

const openBot = async ({
  config,
  log,
  reach,
  settle,
  words,
  store,
  seals,
  bus,
  understand,
  texts,
  sms,
  attendance,
}: Omit<House, 'bot'>): Promise<Bot> => {
  const estate = await store.estate();
  const findPlaces = createPlaceFinder(estate, words.places);
  const carrier = texts ?? sms?.texts;
  const identity = createIdentityChecks({
    ...{ store, seals, readMobile, tenants: estate.tenants },
    canText: carrier !== undefined,
  });
  const week = config.OFFICE_HOURS && parseOfficeHours(config.OFFICE_HOURS);
  const hours = createOfficeHours(week || undefined, config.HOLIDAYS);
  const atDesk = createAtDesk({ store, attendance, hours, now: clock.now });
  return createBot({
    store,
    bus,
    clock,
    log,
    talk: createTalk({ ...words, staleAfter: config.FORM_HOURS * HOUR }),
    notice: createNotice(words.content),
    mask: createMask(words.content),
    understand,
    lookup: createLookup({ store, findPlaces, identity, drawCode: () => newCode(chance), atDesk }),
    sends: sms === undefined ? {} : { sms: sms.send },
    owner: OWNER,
    ...(config.PIECES === '1' ? { patience: createPatience(words.content, understand) } : {}),
    ...(reach === undefined ? {} : { reach }),
    ...(settle === undefined ? {} : { settle }),
    ...(carrier === undefined ? {} : { texting: textingWith(carrier, words, seals) }),
  });
};

/** A code is put into words when it leaves, and is the same each time. */
const textingWith = (carrier: Texts, { content }: Words, seals: Seals): Texting => ({
  carrier,
  write: ({ n, to, language }, conversation) =>
    codeText(content, language, seals.code({ conversation, n, to })),
});

const HOUR = 3_600_000;

/** A number from 0 up to 1 that nobody can guess. */
const chance = (): number => randomInt(2 ** 47) / 2 ** 47;

type Doors = {
  readonly webChat: WebChat;
  readonly desk: Desk;
  readonly sms: OpenSms | undefined;
  readonly publicUrl: string;
  readonly stopMail: () => void;
};

const openDoors = async (house: House, { publicUrl }: Address): Promise<Doors> => {
  const { config, store, words } = house;
  const secret = config.TOKEN_SECRET ?? (await store.keepOnce('token-secret', newSecret()));
  const webChat = createWebChat({
    ...house,
    clock,
    secret,
    words: words.webErrors,
    directLineSecret: config.DIRECT_LINE_SECRET,
    origins: config.WEB_ORIGINS,
    publicUrl,
  });
  const cookieSecure = publicUrl.startsWith('https:');
  const desk = createDesk({
    ...house,
    clock,
    catalogue: words.catalogue,
    suggest: createSuggest(words),
    mask: createMask(words.content).all,
    cookieSecure,
    secondFactor: config.SECOND_FACTOR,
    organisation: organisationOf(config, publicUrl),
  });
  const sms = house.sms?.open(house.bot);
  return { webChat, desk, sms, publicUrl, stopMail: startMail(house, publicUrl) };
};

/** E-mails about dangers nobody attends to, where there is a mail server and somebody to write to. */
const startMail = (house: House, publicUrl: string): (() => void) => {
  const { SMTP_URL: url, SMTP_FROM: from, ALARM_EMAIL: to } = house.config;
  if (url === undefined || to.length === 0) return () => undefined;
  const desk = `${publicUrl}/console`;
  const send = createSmtp({ url, from, to });
  return mailAlarms({ ...house, clock, send, words: house.words.alarmMail, desk });
};

/** Through which organisation agents sign in, if through any. */
const organisationOf = (
  { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES }: Config,
  publicUrl: string,
): OidcSettings | undefined => {
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) return undefined;
  return {
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    roles: OIDC_ROLES,
    publicUrl,
  };
};

const newSecret = (): string => randomBytes(32).toString('base64url');

const assemble = (
  house: House,
  {
    webChat,
    desk,
    sms,
    publicUrl,
    draining,
  }: Omit<Doors, 'stopMail'> & { readonly draining: () => boolean },
): Express => {
  const { config, store, root, words, understand, log } = house;
  const pages = createErrorPages({ log, words: words.webErrors });
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', config.TRUST_PROXY);
  app.use(createHealth({ store, draining }));
  app.use(WEB_CHAT_PATH, webChat.router);
  app.use(desk.router);
  if (sms !== undefined) app.use(sms.router);
  app.use(
    createTracking({
      store,
      catalogue: words.catalogue,
      words: words.tracking,
      view: timeline,
      readCode: normaliseCode,
      clock,
      log,
    }),
  );
  app.use(createServices(servicesParts(words, understand)));
  app.use(createVerifyPage({ words: words.tracking, links: desk.identityLinks, log }));
  app.use(createSite({ folder: join(root, 'dist/web'), origins: config.WEB_ORIGINS, publicUrl }));
  app.use(pages.notFound, pages.failed);
  return app;
};

const administrator = async ({ config, store }: House, publicUrl: string) => {
  const first = await firstAdministrator({
    store,
    email: config.ADMIN_EMAIL,
    password: config.ADMIN_PASSWORD,
    now: clock.now(),
    random: randomBytes,
  });
  return first.kind === 'link' ? { firstAdministrator: `${publicUrl}${first.path}` } : {};
};

const close = async (server: Server, { webChat, desk, stopMail }: Doors): Promise<void> => {
  const closed = once(server, 'close');
  stopMail();
  server.close();
  await Promise.all([webChat.close(), desk.close()]);
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), LAST_WORDS);
  await closed;
  clearTimeout(cut);
};
