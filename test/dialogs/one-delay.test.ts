import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createServiceSheets, createTalk, describeDue } from '../../dialogs/index.ts';
import type { Words } from '../../read-words.ts';
import { changedWords, serveServices, shippedWords } from '../services-site.ts';
import { DAY, type Loge, logeWith } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

/** Pests are looked at within three working days instead of ten; nothing else is touched. */
const hurry = (folder: string): void => {
  const file = join(folder, 'catalogue.json');
  const changed = JSON.parse(readFileSync(file, 'utf8'), (_, value) =>
    value?.id === 'pests' ? { ...value, delays: { P3: { workingDays: 3 } } } : value,
  );
  writeFileSync(file, JSON.stringify(changed));
};

const nothing = logeWith((text) => ({
  text,
  lang: 'fr',
  intents: [],
  guesses: [],
  outcome: 'unsure',
  slots: {},
}));

const logeOf = (words: Words): Loge => ({
  ...nothing,
  ...words,
  talk: createTalk({ ...words, staleAfter: DAY }),
});

const press = (loge: Loge, visit: Visit, choice: string): Visit =>
  hear(loge, visit, { text: '', photos: [], choice });

/** What the bot says about pests, from the first question to the receipt, and when it is due. */
const reported = (words: Words) => {
  const loge = logeOf(words);
  const begun = press(loge, newVisit(), 'intent:pests');
  const asked = hear(loge, begun, { text: 'combien de temps ?', photos: [] });
  let visit = asked;
  for (let n = 0; n < 9 && visit.incidents.length === 0; n += 1) {
    visit = press(loge, visit, `${visit.said.at(-1)?.ask}=unknown`);
  }
  const [incident] = visit.incidents;
  return {
    aside: asked.said[0]?.text ?? '',
    receipt: visit.said.map(({ text }) => text).join('\n'),
    due: describeDue(words.content, incident?.due ?? 0, 'fr'),
  };
};

const pageOf = async (words: Words): Promise<string> => {
  const site = await serveServices(words);
  const page = await (await fetch(`${site.url}/services?q=punaises`)).text();
  await site.close();
  return page;
};

test.each([
  ['as shipped', shippedWords, 'sous 10 jours ouvrés', 'mardi 8 décembre avant 18\u00a0h'],
  [
    'when it is changed in the catalogue',
    () => changedWords(hurry),
    'sous 3 jours ouvrés',
    'vendredi 27 novembre avant 18\u00a0h',
  ],
])(
  'a delay is one, %s: on the page, in the answer, in the receipt, and when it is due',
  async (_, read, within, due) => {
    const words = read();
    const told = reported(words);
    expect(told.due).toBe(due);
    expect(told.receipt).toContain(`Date promise\u00a0: ${due}.`);
    expect(told.aside).toContain(`Délai habituel\u00a0: ${within}.`);
    expect(await pageOf(words)).toContain(`<dd>Délai normal\u00a0: ${within}</dd>`);
  },
);

test('what is told of a delay is in the table of its request, for every request', () => {
  const { catalogue, content } = shippedWords();
  for (const sheet of createServiceSheets({ content, catalogue })('fr')) {
    const delays = Object.entries(catalogue.get(sheet.intent)?.delays ?? {});
    expect(sheet.delays.map(({ priority }) => priority)).toEqual(delays.map(([id]) => id).sort());
    for (const [n, [, delay]] of delays.entries()) {
      const count = 'hours' in delay ? delay.hours : delay.workingDays;
      expect(sheet.delays[n]?.within).toContain(count === 1 ? 'un' : `${count} `);
    }
  }
});
