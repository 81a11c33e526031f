import { type Language, LOCALES, wordsOf } from './words.ts';

/** The time of day a message shows, such as 14:05. */
export const clockTime = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { hour: '2-digit', minute: '2-digit' }).format(at);

/** Today, yesterday, or the day written out. */
export const dayName = (at: number, now: number, language: Language): string => {
  const say = wordsOf(language);
  if (sameDay(at, now)) return say('today');
  if (sameDay(at, now - 86_400_000)) return say('yesterday');
  const parts = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(at);
};

/** Whether two moments are on one day where the tenant is. */
export const sameDay = (one: number, other: number): boolean =>
  new Date(one).toDateString() === new Date(other).toDateString();

/** Where the landlord's houses stand: a promise is made in their time, wherever it is read. */
const HOUSE_TIME = 'Europe/Paris';

/** A promised moment, with its day and its hour. */
export const promisedTime = (at: number, language: Language): string => {
  const parts = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: HOUSE_TIME,
  } as const;
  return new Intl.DateTimeFormat(LOCALES[language], parts).format(at);
};
