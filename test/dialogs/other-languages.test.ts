import { beforeAll, describe, expect, test } from 'vitest';
import { parseContent } from '../../dialogs/index.ts';
import { contentFiles, LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit } from './visit.ts';

let loge: Loge;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

const languages = [...parseContent(contentFiles()).otherLanguages.values()];
const write = (text: string) => hear(loge, newVisit(), { text, photos: [] });

/** What a tenant says first, in each language that is recognised. */
const FIRST: Readonly<Record<string, string>> = {
  ar: 'لا يوجد ماء ساخن',
  pt: 'não há água quente',
  es: 'no hay agua caliente desde ayer',
  tr: 'sıcak su yok lütfen yardım',
  ro: 'nu avem apă caldă',
  uk: 'немає гарячої води',
  ru: 'нет горячей воды',
  zh: '没有热水',
  it: 'buongiorno, non funziona il riscaldamento da ieri',
  de: 'guten Tag, unsere Heizung funktioniert nicht',
  pl: 'nie ma ciepłej wody od wczoraj',
  el: 'δεν έχουμε ζεστό νερό',
  ja: 'お湯が出ません',
  hi: 'गरम पानी नहीं है',
  bn: 'গরম পানি নেই',
  ta: 'சூடான தண்ணீர் இல்லை',
  ka: 'ცხელი წყალი არ არის',
  hy: 'տաք ջուր չկա',
};

test('every language that is recognised has its sentence', () => {
  expect(languages.map(({ id }) => id).sort()).toEqual(Object.keys(FIRST).sort());
});

describe.each(languages)('$en', ({ id, said, danger, dangers }) => {
  test('is answered in that language, with pictures and a person, once', () => {
    const visit = write(FIRST[id] ?? '');
    expect(visit.said[0]).toMatchObject({ text: `${said}\n${danger}`, lang: id });
    expect(visit.said[1]?.choices?.length).toBeGreaterThan(4);
    expect([visit.handoff, visit.state.otherLanguage]).toEqual(['language', id]);
    expect(hear(loge, visit, { text: FIRST[id] ?? '', photos: [] }).said).toEqual([]);
  });

  test('says where to call in danger', () => {
    expect(danger).toContain('112');
  });

  test.each(dangers.flatMap(({ intent, words }) => words.map((word) => [word, intent] as const)))(
    '"%s" is %s',
    (word, intent) => {
      const visit = write(`${FIRST[id]}. ${word}`);
      expect(visit.handoff).toBe('danger');
      expect(visit.said[0]?.safety).toBe(loge.catalogue.get(intent)?.safety);
      expect(visit.said[1]).toMatchObject({ text: `${danger}\n${said}`, lang: id });
    },
  );
});

test('every picture stands for something the bot can take', () => {
  for (const { id, picture } of parseContent(contentFiles()).pictograms) {
    const [kind, intent = ''] = id.split(':');
    expect(kind === 'do' || loge.catalogue.has(intent), id).toBe(true);
    expect(picture).toMatch(/\p{Extended_Pictographic}/u);
  }
});
