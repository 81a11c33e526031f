import { BotError, type Translated } from '../bot/index.ts';
import { checkCatalogue } from './check-catalogue.ts';
import { checkOnce, checkWording } from './check-wording.ts';
import { ASIDE_SUBJECTS, type Aside, type AsideSubject, type Content, CUES } from './content.ts';
import { type ContentReader, createContentReader } from './content-reader.ts';
import { checkNumbers, readEmergencyNumbers } from './emergency-numbers.ts';
import { readChoiceNumbers } from './read-choice-numbers.ts';
import { readDangers } from './read-dangers.ts';
import { readAdvice, readGuidance } from './read-guidance.ts';
import { readOtherLanguages, readPictograms } from './read-other-languages.ts';
import { readSensitive } from './read-sensitive.ts';
import { readLegalRules, readServices } from './read-services.ts';
import { readShortWordings } from './read-short-wordings.ts';
import { readSlot } from './read-slot.ts';
import { placeholdersOf, SENTENCES } from './sentences.ts';

/**
 * The content from its files, by file name (`talk.json`, `slots.json`, `safety.json`, `dangers.json`,
 * `emergency-numbers.json`, `guidance.json`, `advice.json`, `services.json`, `legal-rules.json`, `asides.json`,
 * `choice-numbers.json`, `cues.json`, `other-languages.json`, `pictograms.json`, `sensitive.json`, `plain-words.json`,
 * `catalogue.json`); others are left alone. Throws one BotError that names every fault.
 */
export const parseContent = (files: ReadonlyMap<string, string>): Content => {
  const reader = createContentReader(files);
  const content: Content = {
    sentences: readSentences(reader),
    slots: readSlots(reader),
    safety: readSafety(reader),
    dangers: readDangers(reader),
    numbers: readEmergencyNumbers(reader),
    guidance: readGuidance(reader),
    advice: readAdvice(reader),
    services: readServices(reader),
    legalRules: readLegalRules(reader),
    asides: readAsides(reader),
    otherLanguages: readOtherLanguages(reader),
    pictograms: readPictograms(reader),
    sensitive: readSensitive(reader),
    plainWords: reader.plainWords(),
    choiceNumbers: readChoiceNumbers(reader),
    shortWordings: readShortWordings(reader, files),
    cues: readCues(reader),
  };
  checkCatalogue(reader, content, files.get('catalogue.json'));
  checkNumbers(reader, files, content.numbers);
  if (reader.faults.length === 0) return content;
  const list = reader.faults.join('\n');
  throw new BotError(`The content has faults, mend each line:\n${list}`, 'bad-content');
};

type Wordings = ReadonlyMap<string, Translated>;

const readPlain = (reader: ContentReader, file: string): Wordings => {
  const read = reader.rows(file).map(({ row, at }) => ({
    key: reader.text(row['id'], `${at}.id`),
    at,
    wording: reader.translated(row, at),
  }));
  checkOnce(reader, read);
  return new Map(read.map(({ key, wording }) => [key, wording]));
};

const readSentences = (reader: ContentReader): Wordings => {
  const sentences = readPlain(reader, 'talk.json');
  for (const [key, wording] of sentences) {
    const at = `talk.json "${key}"`;
    const placeholders = placeholdersOf(key);
    if (placeholders === undefined) reader.note(at, 'the program has no such sentence');
    else checkWording(reader, wording, { at, placeholders });
  }
  for (const key of Object.keys(SENTENCES).filter((one) => !sentences.has(one))) {
    reader.note(`talk.json "${key}"`, 'this sentence is missing');
  }
  checkOnce(
    reader,
    [...sentences].map(([key, { fr }]) => ({ key: fr, at: `talk.json "${key}"` })),
  );
  return sentences;
};

/** Safety texts are official; they may shout. */
const readSafety = (reader: ContentReader): Wordings => {
  const safety = readPlain(reader, 'safety.json');
  for (const [key, wording] of safety) {
    checkWording(reader, wording, { at: `safety.json "${key}"`, safety: true });
  }
  return safety;
};

const readAsides = (reader: ContentReader): readonly Aside[] =>
  reader.rows('asides.json').map(({ row, at }) => {
    const wording = reader.translated(row, at);
    checkWording(reader, wording, { at });
    return {
      id: reader.text(row['id'], at),
      ...wording,
      words: reader.texts(row['words'], `${at}.words`),
      ...(row['works'] === true ? { works: true } : {}),
      ...(row['told'] === true ? { told: true } : {}),
      ...(row['about'] === undefined ? {} : { about: subjectOf(reader, row['about'], at) }),
    };
  });

const subjectOf = (reader: ContentReader, value: unknown, at: string): AsideSubject => {
  const found = ASIDE_SUBJECTS.find((subject) => subject === value);
  if (found === undefined)
    reader.note(`${at}.about`, `must be one of ${ASIDE_SUBJECTS.join(', ')}`);
  return found ?? 'pays';
};

const readCues = (reader: ContentReader): Content['cues'] => {
  const rows = new Map(reader.rows('cues.json').map(({ row, at }) => [row['id'], { row, at }]));
  return new Map(
    CUES.map((cue) => {
      const { row, at } = rows.get(cue) ?? { row: {}, at: `cues.json "${cue}"` };
      return [cue, reader.texts(row['words'], `${at}.words`)];
    }),
  );
};

const readSlots = (reader: ContentReader): Content['slots'] => {
  const rows = reader.rows('slots.json');
  const cards = rows.map(({ row, at }) => readSlot(reader, row, at));
  checkOnce(
    reader,
    cards.flatMap(({ id, intents = ['*'] }) =>
      intents.map((intent) => ({
        key: `${id} for ${intent}`,
        at: `slots.json "${id}" (${intent})`,
      })),
    ),
  );
  return cards;
};
