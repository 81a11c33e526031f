import deskEn from './console.en.json';
import deskFr from './console.fr.json';
import accountEn from './console-account.en.json';
import accountFr from './console-account.fr.json';

const fr = { ...deskFr, ...accountFr };
const en = { ...deskEn, ...accountEn };

/** The languages agents work in; French comes first. */
export type Language = 'fr' | 'en';

/** The name of one wording of the console. */
export type WordKey = keyof typeof fr;

/** Words in one language; `{name}` in a wording is replaced by the value of that name. */
export type Words = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { fr, en };
const LOCALES: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

/** Builds the wording of one language. */
export const wordsOf =
  (language: Language): Words =>
  (key, values = {}) =>
    CATALOGUES[language][key].replace(/\{(\w+)\}/g, (hole, name: string) =>
      String(values[name] ?? hole),
    );

const isKey = (key: string): key is WordKey => key in fr;

/** The wording of something the server names by an id; the id itself, made legible, when there is none. */
export const named = (
  say: Words,
  group: string,
  id: string,
  values?: Readonly<Record<string, string | number>>,
): string => {
  const key = `${group}_${id}`;
  return isKey(key) ? say(key, values) : id.replaceAll('_', ' ');
};

/** What a tenant is called; those without a name are told apart by the end of the conversation's id. */
export const tenantName = (
  { name, id }: { readonly name?: string; readonly id: string },
  say: Words,
): string => name ?? say('tenant', { mark: id.replace(/\W|_/g, '').slice(-4).toUpperCase() });

/** Where the landlord is: agents read the same hour that tenants were told. */
const ZONE = { timeZone: 'Europe/Paris' } as const;

const dayOf = (at: number): string => new Intl.DateTimeFormat('fr-FR', ZONE).format(at);

/** A time of day such as 14:05, with its day when that is not today. */
export const timeOf = (at: number, now: number, language: Language): string => {
  const day = dayOf(at) === dayOf(now) ? {} : ({ day: 'numeric', month: 'short' } as const);
  const format = { ...ZONE, hour: '2-digit', minute: '2-digit', ...day } as const;
  return new Intl.DateTimeFormat(LOCALES[language], format).format(at);
};

/** A moment with its day written out. */
export const momentOf = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(at)
    .replace(/ 1 (?=[a-zéû]+ à)/, ' 1er ');

/** A French number as people read it aloud; any other as it is kept. */
export const phoneOf = (phone: string): string =>
  phone.replace(/^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '0$1 $2 $3 $4 $5');

const MINUTE = 60_000;

/** How long something has lasted, as short as it can be said. */
export const lengthOf = (ms: number, say: Words): string => {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return say('length_now');
  if (minutes < 60) return say('length_minutes', { minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 24)
    return say('length_hours', { hours, minutes: String(minutes % 60).padStart(2, '0') });
  return say('length_days', { days: Math.floor(hours / 24) });
};
