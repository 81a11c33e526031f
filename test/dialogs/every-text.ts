import { readFileSync } from 'node:fs';
import type { Language } from '../../bot/index.ts';
import { contentFiles } from './loge.ts';

/** A text somebody reads, and where it is written. */
export type Text = {
  readonly at: string;
  readonly language: Language;
  readonly text: string;
  readonly safety: boolean;
};

/** Files whose texts are lists of words, or are in other languages. */
const NO_TEXTS = ['plain-words.json', 'sensitive.json', 'cues.json', 'places.json'];

/** Every text of the content, and of the pages and the widget that tenants see. */
export const everyText = (): readonly Text[] => [
  ...[...contentFiles()]
    .filter(([name]) => !NO_TEXTS.includes(name))
    .flatMap(([name, file]) => pairsIn(JSON.parse(file), name)),
  ...catalogue('web/widget.fr.json', 'fr'),
  ...catalogue('web/widget.en.json', 'en'),
  ...embedded(),
];

const pairsIn = (value: unknown, at: string): readonly Text[] => {
  if (typeof value !== 'object' || value === null) return [];
  const row: Readonly<Record<string, unknown>> = { ...value };
  const name = typeof row['id'] === 'string' ? `${at} "${row['id']}"` : at;
  const own = (['fr', 'en'] as const).flatMap((language) => {
    const text = row[language];
    const safety = at.startsWith('safety.json');
    return typeof text === 'string' ? [{ at: name, language, text, safety }] : [];
  });
  return [...own, ...Object.entries(row).flatMap(([key, part]) => pairsIn(part, `${name}.${key}`))];
};

const catalogue = (file: string, language: Language): readonly Text[] =>
  leavesOf(JSON.parse(readFileSync(file, 'utf8')), { file, language });

const embedded = (): readonly Text[] => {
  const file = 'web/embed.json';
  const { fr, en } = JSON.parse(readFileSync(file, 'utf8'));
  return [...leavesOf(fr, { file, language: 'fr' }), ...leavesOf(en, { file, language: 'en' })];
};

const leavesOf = (
  value: unknown,
  { file, language }: { readonly file: string; readonly language: Language },
): readonly Text[] =>
  Object.entries({ ...(typeof value === 'object' ? value : {}) }).map(([key, text]) => ({
    at: `${file} "${key}"`,
    language,
    text: String(text),
    safety: false,
  }));
