import { describe, expect, test } from 'vitest';
import { reads, slotIn } from './reads.ts';
import { understandFew } from './tiny.ts';

describe('how to reach and find', () => {
  reads('phone', [
    ['06 39 98 12 34', '+33639981234'],
    ['0639981234', '+33639981234'],
    ['06.39.98.12.34', '+33639981234'],
    ['+33 6 39 98 12 34', '+33639981234'],
    ['0033639981234', '+33639981234'],
    ['+33 (0)6 39 98 12 34', '+33639981234'],
    ['mon num 06-39-98-12-34 merci', '+33639981234'],
    ['01 99 00 12 34', '+33199001234'],
    ['+44 7911 123456', '+447911123456'],
    ['facture 412 euros', undefined],
    ['1234567890', undefined],
    ['06 39 98', undefined],
  ]);
  reads('code', [
    ['BCDFGH', 'BCDFGH'],
    ['mon code c est bcd-fgh', 'BCDFGH'],
    ['BCD FGH', 'BCDFGH'],
    ['b c d f g h', 'BCDFGH'],
    ['où en est KMWXZT ?', 'KMWXZT'],
    ['BC-DF-GH', 'BCDFGH'],
    ['bjr rdv', undefined],
    ['chauffage', undefined],
    ['BCDFG', undefined],
    ['BCDFGHJ', undefined],
  ]);
});

describe('people and warmth', () => {
  reads('indoor_temperature', [
    ['il fait 14 chez moi', '14'],
    ['15 degrés', '15'],
    ['12°C', '12'],
    ['14,5°', '14.5'],
    ["it's 14 degrees inside", '14'],
    ['on a 13 dans la chambre', '13'],
    ['il fait 3 jours que', undefined],
    ['au 14 rue des lilas', undefined],
  ]);
  reads(
    'indoor_temperature',
    [
      ['14', '14'],
      ['à peu près 15,5', '15.5'],
      ['froid', undefined],
    ],
    'indoor_temperature',
  );
  reads('vulnerable_person', [
    ['jai un bébé de 3 mois', 'yes'],
    ['ma mere 84 ans', 'yes'],
    ['je suis handicapée', 'yes'],
    ['my elderly mother', 'yes'],
    ['je suis enceinte', 'yes'],
    ['ma fille de 2 ans', 'yes'],
    ['mon fils de 15 ans', undefined],
    ['depuis 2 mois', undefined],
    ["pas d'enfants", 'no'],
    ['in a wheelchair', 'yes'],
    ['il est asmathique', 'yes'],
  ]);
  test('nothing of a health detail is kept but yes', () => {
    expect(slotIn('mon mari est sous oxygène', 'vulnerable_person')).toBe('yes');
  });
});

describe('yes, no and neither, when a question was asked', () => {
  reads(
    'yes_no',
    [
      ['oui', 'yes'],
      ['wé', 'yes'],
      ['ouais', 'yes'],
      ['c ca', 'yes'],
      ["c'est ça", 'yes'],
      ['ok', 'yes'],
      ['yep', 'yes'],
      ['exactement', 'yes'],
      ['👍', 'yes'],
      ['tout à fait', 'yes'],
      ['bien sûr', 'yes'],
      ['OUI !!!', 'yes'],
      ['ouiii', 'yes'],
      ['yes it does', 'yes'],
      ['euh oui', 'yes'],
      ['non', 'no'],
      ['nan', 'no'],
      ['nn', 'no'],
      ['pas du tout', 'no'],
      ['nope', 'no'],
      ["non c'est le bât B", 'no'],
      ['not at all', 'no'],
      ['👎', 'no'],
      ['pas encore', 'no'],
      ['bah non', 'no'],
      ['jsp', 'unknown'],
      ['je sais pas', 'unknown'],
      ['aucune idée', 'unknown'],
      ["i don't know", 'unknown'],
      ['cé koi un disjoncteur', 'unknown'],
      ['no idea', 'unknown'],
      ['peut-être', 'unknown'],
      ['dans la cuisine', undefined],
      ['12 rue des lilas', undefined],
    ],
    'containable',
  );
  test('no answer is read when nothing was asked', () => {
    expect(slotIn('oui', 'yes_no')).toBeUndefined();
  });
});

test('a fact is shown in the words of the tenant', () => {
  const { slots } = understandFew('Fuite au 3ème étage, 12 rue de l’Égalité', {});
  expect(slots['floor_level']?.said).toBe('3ème étage');
  expect(slots['address']?.said).toBe('12 rue de l’Égalité');
});
