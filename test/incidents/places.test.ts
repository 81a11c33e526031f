import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlaceFinder } from '../../incidents/index.ts';
import { bigEstate, estates, writtenOut } from './estates.ts';
import { demoEstate, shippedPlaceWords } from './landlord.ts';

const words = shippedPlaceWords();
const estate = demoEstate();
const find = createPlaceFinder(estate, words);
const best = (text: string): readonly string[] => {
  const matches = find(text);
  return matches.filter(({ score }) => score === matches[0]?.score).map(({ id }) => id);
};

describe('an address as tenants write it leads to one place', () => {
  it.each([
    ['12 rue des tilleuls bat b 3eme gauche', 'TIL-B'],
    ['12 rue des Tilleuls, bâtiment B', 'TIL-B'],
    ['12 rue des Tilleuls, bâtiment B ?', 'TIL-B'],
    ['tilleul B', 'TIL-B'],
    ['tilleuls b', 'TIL-B'],
    ['B tilleuls', 'TIL-B'],
    ['LES TILLEULS BAT A', 'TIL-A'],
    ['les tilleuls batA', 'TIL-A'],
    ['bat C aux tilleuls', 'TIL-C'],
    ['imm. C rés. les tilleuls', 'TIL-C'],
    ['16 rue des tilleuls', 'TIL-C'],
    ['16, r. des Tilleuls 99210 Valloge', 'TIL-C'],
    ['au 16 tilleuls', 'TIL-C'],
    ['12 rue des tileul batB', 'TIL-B'],
    ['12 rue des tileuls bt b', 'TIL-B'],
    ['12 rue des tiyeuls bat b', 'TIL-B'],
    ['rue des tilluels bâtiment a', 'TIL-A'],
    ['c au batiment b des tilleuls', 'TIL-B'],
    ['jhabite batiment B les tilleuls escalier 1', 'TIL-B1'],
    ['tilleuls bat b esc2', 'TIL-B2'],
    ['tilleuls bât. B, cage 2', 'TIL-B2'],
    ['tilleuls bat b entrée 1', 'TIL-B1'],
    ['tilleuls bat b escalier n° 2', 'TIL-B2'],
    ['12 rue des tilleuls, bâtiment A, apt 14', 'TIL-A-14'],
    ['tilleuls bat a apt14', 'TIL-A-14'],
    ['tilleuls A porte 3', 'TIL-A-03'],
    ['les tilleuls bat A appart numero 3 au rdc', 'TIL-A-03'],
    ['12 rue des tilleuls bâtiment b escalier 2 porte 25', 'TIL-B2-25'],
    ['tilleuls bat b logement 14', 'TIL-B1-14'],
    ['flat 14, building B, 12 rue des Tilleuls', 'TIL-B1-14'],
    ['I live at 12 rue des Tilleuls block A', 'TIL-A'],
    ['jabite au 8 voltaire esc 2', 'VOL-12'],
    ['8 bd voltaire', 'VOL-1'],
    ['8 boulevard Voltaire', 'VOL-1'],
    ['8bd voltaire', 'VOL-1'],
    ['8 bvd voltaire esc. 1', 'VOL-11'],
    ['huit boulevard voltaire bat 1', 'VOL-1'],
    ['10 bd voltaire', 'VOL-2'],
    ['10 voltaire', 'VOL-2'],
    ['10 bld voltère appt 302', 'VOL-2-302'],
    ['au 10 bd volter', 'VOL-2'],
    ['residence voltaire bat 2', 'VOL-2'],
    ['résidence Voltaire bâtiment deux', 'VOL-2'],
    ['voltaire 2', 'VOL-2'],
    ['residence voltaire bat 2 apt 401', 'VOL-2-401'],
    ['volaire bat 2', 'VOL-2'],
    ['voltairre bat 1 escalier deux', 'VOL-12'],
    ['8 bis boulevard voltaire bat 1', 'VOL-1'],
    ['3 allée des lilas', 'CLO-G'],
    ['5 all des lila', 'CLO-J'],
    ['7 allee des Lilas', 'CLO-L'],
    ['clos fleuri les jasmins', 'CLO-J'],
    ['les glycines', 'CLO-G'],
    ['glycine rdc gauche', 'CLO-G-0G'],
    ['le clos fleuri les jasmins 2eme étage droite', 'CLO-J-2D'],
    ['lavandes 3e face', 'CLO-L-3F'],
    ['7 allée des lilas 1er gauche', 'CLO-L-1G'],
    ['chez moi 5 allee des lilas premier étage droite', 'CLO-J-1D'],
    ["l'ascenseur du 8 boulevard voltaire escalier 2", 'VOL-12-ASC'],
    ['ascenceur bat A tilleuls', 'TIL-A-ASC'],
    ['the lift at 10 boulevard Voltaire', 'VOL-2-ASC'],
    ['12 rue des Tilleuls, bâtiment B, escalier 2, ascenseur', 'TIL-B2-ASC'],
    ['la chaufferie des tilleuls', 'TIL-CH'],
    ['chaufferie voltaire', 'VOL-1-CH'],
    ['12 r des tilleuls b', 'TIL-B'],
    ['12B rue des tilleuls', 'TIL-B'],
    ['12 rue des tilleuls appartement B14', 'TIL-B1-14'],
    ['8, bd. Voltaire - Esc. 2 - 3e ét. - apt 305', 'VOL-12-305'],
    ['rue voltaire 8', 'VOL-1'],
    ['boulevard voltaire n° 10', 'VOL-2'],
    ['lilas 7', 'CLO-L'],
    ['au clos fleuri au 5', 'CLO-J'],
    ['tilleuls tour B', 'TIL-B'],
    ["non c'est le bât B des tilleuls", 'TIL-B'],
    ['jabite ds le bat 2 de voltaire 5eme etage', 'VOL-2'],
    ['slt c pour une fuite au 16 rue des tilleuls depuis hier', 'TIL-C'],
  ])('%s', (text, place) => {
    expect(best(text)).toEqual([place]);
  });
});

describe('an ambiguous address leads to several places', () => {
  it.each([
    ['les tilleuls', ['TIL-A', 'TIL-B', 'TIL-C']],
    ['12 rue des tilleuls', ['TIL-A', 'TIL-B']],
    ['résidence Voltaire', ['VOL-1', 'VOL-2']],
    ['clos fleuri', ['CLO-G', 'CLO-J', 'CLO-L']],
    ['clos fleuri depuis 5 jours', ['CLO-G', 'CLO-J', 'CLO-L']],
    ['ascenseur tilleuls B', ['TIL-B1-ASC', 'TIL-B2-ASC']],
  ])('%s', (text, places) => {
    expect(best(text).toSorted()).toEqual(places);
  });

  it('offers the whole residence behind its buildings', () => {
    expect(find('les tilleuls').map(({ id }) => id)).toContain('TIL');
  });

  it('is unsure when the house number does not exist', () => {
    for (const { score } of find('14 rue des tilleuls')) expect(score).toBeLessThan(0.6);
  });
});

describe('no place is invented', () => {
  it.each([
    'rue de la paix',
    '12 avenue Jean Jaurès',
    '12 rue des fleurs',
    "j'ai une fuite d'eau",
    'bâtiment A apt 14',
    'mon volet est clos',
    'le 12',
    'B',
    'je sais pas',
    'tour eiffel',
    '0612345678',
    '',
    '😀😀😀',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('the label', () => {
  it('is what is said back to the tenant', () => {
    expect(find('tilleuls bat b')[0]).toMatchObject({
      kind: 'building',
      label: '12 rue des Tilleuls, bâtiment B',
      postcode: '99210',
    });
    expect(find('voltaire bat 1 esc 2 apt 108')[0]?.label).toBe(
      '8 boulevard Voltaire, bâtiment 1, escalier 2, appartement 108',
    );
  });

  it('of every place in a demonstration building finds that place alone', () => {
    for (const place of estate.places.filter(({ kind }) => kind !== 'residence')) {
      const label = writtenOut(place, estate);
      expect([label, ...best(label)]).toEqual([label, place.id]);
    }
  });

  it('of any place of any estate finds that place and says the same label', () => {
    fc.assert(
      fc.property(estates, (any) => {
        const finder = createPlaceFinder(any, words);
        for (const place of any.places) {
          const label = writtenOut(place, any);
          const found = finder(label).find(({ id }) => id === place.id);
          expect([label, found?.label]).toEqual([label, label]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('any text', () => {
  it('gives at most eight places, scored between 0 and 1, best first, always the same', () => {
    const pieces = fc.constantFrom(
      '12',
      'rue',
      'tilleuls',
      'bat',
      'B',
      'esc',
      '2',
      'apt',
      'voltaire',
      'é',
      ' ',
      ',',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(pieces).map((some) => some.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const scores = find(text).map(({ score }) => score);
        expect(scores.length).toBeLessThanOrEqual(8);
        expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
        expect(scores.toSorted((a, b) => b - a)).toEqual(scores);
        expect(find(text)).toEqual(find(text));
      }),
    );
  });

  it('of 100,000 characters is read in bounded time', () => {
    expect(find('tilleuls B '.repeat(10_000)).length).toBeGreaterThan(0);
  });
});

describe('an estate of 50,000 dwellings', () => {
  it('finds one of them', () => {
    const finder = createPlaceFinder(bigEstate(), words);
    expect(finder('6 rue sakaka bat b apt 17')).toMatchObject([{ id: 'R5B16', score: 1 }]);
  });
});
