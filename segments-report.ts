import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Choice, Language, Place, Reply } from './bot/index.ts';
import { createShorten, renderSms, segmentsOf } from './channels/index.ts';
import { describeDue, describePriority } from './dialogs/index.ts';
import { demonstrationEstate } from './estate-files.ts';
import { createSeals } from './identity/index.ts';
import { readWords, type Words } from './read-words.ts';

/** The files whose texts are said to tenants. */
const FILES = ['safety', 'talk', 'slots', 'dangers', 'guidance', 'advice', 'asides'] as const;

const LANGUAGES = ['fr', 'en'] as const;

/** The SMS one text takes. */
export type TextSegments = {
  /** The file and the place in it. */
  readonly at: string;
  readonly language: Language;
  /** SMS in all; a text over two would go out in pieces. */
  readonly count: number;
  readonly places: number;
  readonly plain: boolean;
  /** The most it may take: a safety text one, any other two. */
  readonly most: number;
};

/** How many SMS each French and English text of the content takes, its gaps filled and its choices numbered. */
export const segmentsReport = (root: string): readonly TextSegments[] => {
  const words = readWords(root, 'france');
  const gaps = { fr: samples(words, root, 'fr'), en: samples(words, root, 'en') };
  const paper = {
    shorten: createShorten(words.content.shortWordings),
    publicUrl: LONG_URL,
    photoLink: `${LONG_URL}/photo/${'x'.repeat(16)}`,
  };
  return FILES.flatMap((file) =>
    textsIn(readJson(root, file), file).flatMap(({ at, text, choices }) =>
      LANGUAGES.map((language): TextSegments => {
        const filled = { language, text: text[language], choices, gaps: gaps[language] };
        const reply = replyOf(words, filled);
        const whole = renderSms(reply, paper).join('\n');
        const { count, places, plain } = segmentsOf(whole);
        return { at, language, count, places, plain, most: file === 'safety' ? 1 : 2 };
      }),
    ),
  );
};

/** As long as an address of a landlord is. */
const LONG_URL = 'https://demandes.habitat-exemple.fr';

const readJson = (root: string, file: string): unknown =>
  JSON.parse(readFileSync(join(root, 'dialogs/content', `${file}.json`), 'utf8'));

type Wording = Readonly<Record<Language, string>>;
type Text = { readonly at: string; readonly text: Wording; readonly choices: readonly Wording[] };

const wording = z.object({ fr: z.string(), en: z.string() });
const card = z.object({
  choices: z.array(wording),
  shown: z.number().default(5),
});

/** Every text in a file; short forms are no texts of their own, and names of choices and facts are parts of texts. */
const textsIn = (value: unknown, at: string): readonly Text[] => {
  if (typeof value !== 'object' || value === null) return [];
  const row: Readonly<Record<string, unknown>> = { ...value };
  const place = typeof row['id'] === 'string' ? `${at} ${row['id']}` : at;
  const own = wording.safeParse(row);
  const choices = choicesIn(row);
  const parts = Object.entries(row)
    .filter(([key]) => !['sms', 'choices', 'label'].includes(key))
    .flatMap(([key, part]) => textsIn(part, Array.isArray(value) ? place : `${place}.${key}`));
  return [
    ...(own.success ? [{ at: place, text: own.data, choices: [] }] : []),
    ...parts.map((part) => (choices.length === 0 ? part : { ...part, choices })),
  ];
};

const choicesIn = (row: unknown): readonly Wording[] => {
  const read = card.safeParse(row);
  return read.success ? read.data.choices.slice(0, read.data.shown) : [];
};

type Filling = {
  readonly language: Language;
  readonly text: string;
  readonly choices: readonly Wording[];
  readonly gaps: Gaps;
};

type Gaps = Readonly<Record<string, string>>;

const replyOf = ({ content }: Words, { language, text, choices, gaps }: Filling): Reply => {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => gaps[name] ?? 'x'.repeat(12));
  const dontKnow = content.sentences.get('dont_know')?.[language] ?? '';
  const titles = choices.length === 0 ? [] : [...choices.map((one) => one[language]), dontKnow];
  return { text: filled, language, choices: titles.map(asChoice) };
};

const asChoice = (title: string): Choice => ({ title, value: title });

/** The longest things that stand in gaps. */
const samples = ({ content, catalogue }: Words, root: string, language: Language): Gaps => {
  const what = longest([...catalogue.values()].map(({ name }) => name[language]));
  const due = describeDue(content, LATE, language);
  return {
    what,
    due,
    when: due,
    code: 'BCDFGH',
    list: `- ${what}\n- ${what}`,
    place: longest(demonstrationEstate(root, NO_SECRET).places.map(placeName)),
    priority: longest(PRIORITIES.map((one) => describePriority(content, one, language))),
  };
};

/** Only places are measured; the birth dates of invented tenants are hashed all the same. */
const NO_SECRET = createSeals('the demonstration has no secrets');

const placeName = ({ street = '', name }: Place): string => `${street}, ${name}`;

/** A moment whose name is long in both languages. */
const LATE = Date.UTC(2026, 8, 23, 15, 45);

const PRIORITIES = ['P0', 'P1', 'P2', 'P3', 'P4', 'A1', 'A2'] as const;

const longest = (texts: readonly string[]): string =>
  texts.reduce((most, text) => (text.length > most.length ? text : most), '');

/** The report as a table, the longest first, with what is over its limit at the end. */
export const segmentsTable = (
  report: readonly TextSegments[],
): { readonly text: string; readonly over: number } => {
  const rows = [...report].sort((one, other) => other.places - one.places).map(rowOf);
  const over = report.filter(({ count, most }) => count > most);
  const head = 'SMS  places  alphabet  language  text';
  const foot = `${report.length} texts, ${over.length} over their limit`;
  return { text: [head, ...rows, foot].join('\n'), over: over.length };
};

const rowOf = ({ at, language, count, places, plain, most }: TextSegments): string =>
  [
    `${count}${count > most ? '!' : ' '}`.padEnd(3),
    String(places).padStart(6),
    (plain ? 'GSM-7' : 'UCS-2').padEnd(8),
    language.padEnd(8),
    at,
  ].join('  ');
