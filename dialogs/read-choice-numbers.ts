import type { ChoiceNumbers } from './content.ts';
import type { ContentReader } from './content-reader.ts';

/** Reads how people name a choice by its number. */
export const readChoiceNumbers = (reader: ContentReader): ChoiceNumbers => {
  const rows = reader.rows('choice-numbers.json');
  const wordsOf = (id: string, key: 'words' | 'ranks' = 'words'): readonly string[] => {
    const found = rows.find(({ row }) => row['id'] === id);
    const at = found?.at ?? `choice-numbers.json "${id}"`;
    return reader.texts(found?.row[key], `${at}.${key}`);
  };
  return {
    before: wordsOf('before'),
    beforeRank: wordsOf('before_rank'),
    numbers: NUMBERS.map((id) => ({ words: wordsOf(id), ranks: wordsOf(id, 'ranks') })),
  };
};

/** More choices than these are never offered. */
const NUMBERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
