import { describe, expect, test } from 'vitest';
import { faultsIn, parseContent } from '../../dialogs/index.ts';
import { everyText } from './every-text.ts';
import { contentFiles } from './loge.ts';

const { plainWords } = parseContent(contentFiles());

const faultsOf = (text: string, language: 'fr' | 'en' = 'fr', safety = false) =>
  faultsIn({ text, language, safety }, plainWords);

test('every text that a tenant reads is plain', () => {
  const texts = everyText();
  const faults = texts.flatMap((one) =>
    faultsIn(one, plainWords).map((fault) => `${one.at}.${one.language}: ${fault}: ${one.text}`),
  );
  expect(faults).toEqual([]);
  expect(texts.length).toBeGreaterThan(900);
});

describe('a French text has a fault when it', () => {
  test.each([
    ['has a sentence that is too long', `${'mot '.repeat(20)}mot.`, 'more than 20 words'],
    ['has a loose mark', 'Ça va ?', 'non-breaking'],
    ['has loose quotation marks', 'Dites « oui ».', 'non-breaking'],
    ['has English quotation marks', 'Dites "oui".', 'quotation'],
    ['has a straight apostrophe', "L'eau coule.", '’'],
    ['has three dots', 'Un instant...', '…'],
    ['has two spaces', 'Un  instant.', 'two spaces'],
    ['has a space before a full stop', 'Un instant .', 'full stop'],
    ['tears a number', 'Il y en a 1 000.', 'inside a number'],
    ['tears an hour', 'Avant 18 h.', 'before a unit'],
    ['glues an hour', 'Avant 18h.', 'before a unit'],
    ['says tu', 'Tu peux répondre.', 'vous'],
    ['says ton', 'C’est ton numéro.', 'vous'],
    ['blames', 'Vous n’avez pas répondu.', 'blames'],
    ['blames in the past', 'Il fallait le dire.', 'blames'],
    ['has jargon', 'Votre sinistre est noté.', 'jargon'],
    ['has jargon in the plural', 'Les bailleurs répondent.', 'jargon'],
    ['has a short form', 'Votre RDV est noté.', 'jargon'],
    ['shouts', 'ATTENTION à l’eau.', 'capitals'],
    ['has a pair with a slash', 'Une fuite / un dégât.', 'slash'],
    ['says et/ou', 'Une fuite et/ou un dégât.', 'slash'],
    ['has an ending in brackets', 'Le(s) voisin(s).', 'nobody can say'],
    ['has an ending with a dot', 'Les locataire·s.', 'nobody can say'],
    ['is only a picture', '👍', 'no word'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text).join('; ')).toContain(fault);
  });
});

describe('an English text has a fault when it', () => {
  test.each([
    ['has a straight apostrophe', "I'm here.", '’'],
    ['has jargon', 'Your ticket is open.', 'jargon'],
    ['blames', 'You failed to answer.', 'blames'],
    ['has a pair with a slash', 'A leak and/or a flood.', 'slash'],
    ['shouts', 'PLEASE wait.', 'capitals'],
  ])('%s', (_, text, fault) => {
    expect(faultsOf(text, 'en').join('; ')).toContain(fault);
  });
});

test.each([
  'Votre code : {code}',
  'Suivi : /suivi/{code}',
  'Écrivez à la CAF.',
  'C’est noté, à mardi avant 18\u00a0h.',
  'Par exemple : 06 39 98 00 00.',
  'Il y en a 1\u00a0000, soit 20\u00a0%.',
  'Tout le suivi est sur https://exemple.fr/suivi/BCDFGH.',
  'C’est tant mieux.',
])('"%s" is plain', (text) => {
  expect(faultsOf(text.replaceAll(/ (?=[:;!?])/g, '\u00a0'))).toEqual([]);
});

test('a safety text may shout and give two numbers, and is plain in all else', () => {
  expect(faultsOf('INCENDIE. Appelez le 18 / 112.', 'fr', true)).toEqual([]);
  expect(faultsOf('INCENDIE. Diligentez vos voisins.', 'fr', true).join()).toContain('jargon');
});
