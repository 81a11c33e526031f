import type { Understand } from './bot/index.ts';
import type { ServicesParts } from './channels/index.ts';
import { createServiceSheets } from './dialogs/index.ts';
import type { Words } from './read-words.ts';

/** A guess less likely than this is not found by a search. */
const WORTH_FINDING = 0.4;

/** What the page of services is made of: the catalogue the bot answers from, and what the bot understands. */
export const servicesParts = (words: Words, understand: Understand): ServicesParts => ({
  sheets: createServiceSheets(words),
  numbers: (language) =>
    words.content.numbers.map(({ number, sms, ...what }) => ({
      number,
      what: what[language],
      ...(sms === undefined ? {} : { sms }),
    })),
  words: words.services,
  guess: (text, language) =>
    understand(text, { language }).guesses.flatMap(({ id, p }) => (p >= WORTH_FINDING ? id : [])),
});
