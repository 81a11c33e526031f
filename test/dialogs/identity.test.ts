import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { IDENTITY, reaches } from '../../bot/index.ts';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

let loge: Loge;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

const ASKED = ['bonjour, je voudrais ma quittance de mai'];

const converse = (lines: readonly string[], visit: Visit = newVisit()) => {
  let now = visit;
  const said = lines.map((text) => {
    now = hear(loge, now, { text, photos: [] });
    return { replies: now.said, handoff: now.handoff };
  });
  return { visit: now, said };
};

/** What a tenant may answer, with the lease left open. */
const answers = fc.constantFrom(
  'L, né le D',
  'D et L',
  'mon bail est L',
  'L',
  'D',
  'né le D',
  'je ne sais pas',
  'plus tard',
  'attendez',
  'c’est quoi un bail ?',
  'non',
  'L pardon c’est L, D',
  '06 39 98 00 01',
);
const dates = fc.constantFrom('15/03/1984', '1er mai 1990', '31/12/1999', '02021955');

const filled = (line: string, lease: string, date: string): string =>
  line.replaceAll('L', lease).replaceAll('D', date);

describe('whether a lease exists', () => {
  test('property: cannot be told from any answer, nor from how many there are', () => {
    const lines = fc.array(fc.tuple(answers, dates), { minLength: 1, maxLength: 5 });
    const leases = fc.constantFrom('00482137', '00482154', '00485452');
    fc.assert(
      fc.property(lines, leases, (told, lease) => {
        const sayAll = (number: string) =>
          converse([...ASKED, ...told.map(([line, date]) => filled(line, number, date))]).said;
        expect(sayAll(lease)).toEqual(sayAll('00999999'));
      }),
      { numRuns: 60 },
    );
  });

  test('property: a locked lease with the right date sounds like a lease that does not exist', () => {
    const lines = fc.array(answers, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(lines, (told) => {
        const sayAll = (number: string) =>
          converse([...ASKED, ...told.map((line) => filled(line, number, '14/03/1984'))], {
            ...newVisit(),
            locked: ['00482137'],
          }).said;
        expect(sayAll('00482137')).toEqual(sayAll('00999999'));
      }),
      { numRuns: 40 },
    );
  });

  test('the test can fail: the right date is answered in other words', () => {
    const right = converse([...ASKED, '00482137, 14/03/1984']).said;
    expect(right).not.toEqual(converse([...ASKED, '00999999, 14/03/1984']).said);
  });
});

describe('who asks', () => {
  test('property: at most two messages more than before, and the request is always registered', () => {
    const lines = fc.array(fc.tuple(answers, dates), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(lines, (told) => {
        const { visit } = converse([
          ...ASKED,
          ...told
            // Waiting and asking back are the tenant's own messages.
            .map(([line, date]) =>
              /attendez|quoi|06/.test(line) ? 'L' : filled(line, '00482137', date),
            )
            .map((line) => line.replaceAll('L', '00482137')),
        ]);
        expect(visit.incidents.map(({ intent }) => intent)).toEqual(['rent_receipt']);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['00482137, né le 14/03/1984', 'L2_birth_date'],
    ['plus tard', 'to_check'],
    ['je ne sais pas', 'to_check'],
  ])('%s stands in the incident as %s', (answer, value) => {
    const { visit } = converse([...ASKED, answer]);
    expect(visit.incidents[0]?.slots[IDENTITY]).toEqual({ value, said: '' });
  });

  test('is not asked for a repair, and does not stand in it', () => {
    const { visit, said } = converse([
      "l'ampoule du hall du bâtiment B au 12 rue des Tilleuls est grillée",
      'oui',
    ]);
    const asked = said.flatMap(({ replies }) => replies.flatMap(({ ask }) => ask ?? []));
    expect(asked).not.toContain('tenant_ref');
    expect(visit.incidents[0]?.slots[IDENTITY]).toBeUndefined();
  });

  test('is asked last, for every request that needs it, and never in a danger', () => {
    for (const card of loge.catalogue.values()) {
      const asks = card.slots.required.includes('tenant_ref');
      if (!reaches(undefined, card.level)) expect([card.id, asks]).toEqual([card.id, true]);
      if (card.domain !== 'admin') expect([card.id, card.level]).toEqual([card.id, 'L0']);
    }
  });

  test('is known for thirty days, and then asked again', () => {
    const DAY = 24 * 3_600_000;
    const { visit } = converse([...ASKED, '00482137, né le 14/03/1984', 'non']);
    const later = (days: number) =>
      converse(['je voudrais le décompte de mes charges de 2025'], {
        ...visit,
        now: visit.now + days * DAY,
      });
    expect(later(29).visit.incidents).toHaveLength(2);
    expect(later(31).visit.incidents).toHaveLength(1);
    expect(later(31).visit.said.at(-1)?.ask).toBe('birth_date');
  });

  test('what shows it is nowhere in what is remembered', () => {
    const { visit } = converse([...ASKED, '00482137', 'le 15 mars 1984', '00482137 14/03/1984']);
    expect(reaches(visit.state.identity, 'L2')).toBe(true);
    expect(JSON.stringify([visit.state, visit.incidents])).not.toMatch(/1984|14.03|03.14/);
  });
});

describe('a code by text', () => {
  const TALK = [
    "l'ampoule du hall du bâtiment B au 12 rue des Tilleuls est grillée",
    'oui',
    '06 39 98 00 01',
  ];

  test('is asked for one number at a time, and the tries are counted', () => {
    const { visit } = converse(TALK, { ...newVisit(), canText: true });
    expect(visit.texts).toEqual([
      { n: 0, to: '+33639980001', language: 'fr', until: expect.any(Number) },
    ]);
    expect(visit.state.proofs).toEqual({ tries: 0, texts: 1 });
  });

  test('is the same question whether the number is in a lease or not', () => {
    const told = (number: string) =>
      converse([...TALK.slice(0, -1), number], { ...newVisit(), canText: true }).said.at(-1);
    const known = JSON.stringify(told('06 39 98 00 01'));
    expect(known.replaceAll('06 39 98 00 01', '#')).toBe(
      JSON.stringify(told('06 39 98 77 77')).replaceAll('06 39 98 77 77', '#'),
    );
  });
});
