import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../bot/index.ts';
import { LEARNING, type Loge, shippedLoge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

let loge: Loge;

beforeAll(async () => {
  loge = await shippedLoge();
}, LEARNING);

const SAYINGS = [
  'bonjour',
  'oui',
  'non',
  'je sais pas',
  'annule',
  'retour',
  'merci',
  'aide',
  "j'ai une fuite dans la cuisine",
  "plus de chauffage et en plus l'ascenseur est en panne",
  "l'ascenseur est en panne",
  'il y a de la moisissure dans la chambre',
  '12 rue des Tilleuls bâtiment B',
  "non c'est le bâtiment A",
  'le feu dans la cave !!',
  'ça sent le gaz',
  'hier ça sentait le gaz',
  'je veux parler à un humain',
  'c’est qui qui paie ?',
  'quittance svp',
  'où en est ma demande ?',
  'BCDFGH',
  '06 39 98 12 34',
  'english please',
  'the lift is broken',
  'pour la chambre',
  '16',
  't’es un robot ?',
  'bande de nuls',
  'mot '.repeat(1200).trim(),
  'ma carte 4111 1111 1111 1111 et mon cancer',
  'السلام عليكم عندي مشكلة',
  '没有热水',
  'evde gaz kokusu var',
  'no hay agua caliente desde ayer',
  '🤷🤷🤷',
  '',
];

const PHOTO = { id: 'p', type: 'image/jpeg', bytes: 1, width: 1, height: 1 } as const;

/** Something a tenant does: writes, sends a photo, or presses the n-th button. */
type Act =
  | { readonly kind: 'write'; readonly text: string }
  | { readonly kind: 'photo' }
  | { readonly kind: 'press'; readonly n: number }
  | { readonly kind: 'open' };

// Without braces: in what the bot says they would be a placeholder that nobody filled.
const anyText = fc.string().map((text) => text.replaceAll(/[{}]/g, ''));

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('write' as const),
        text: fc.constantFrom(...SAYINGS),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('write' as const), text: anyText }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('press' as const), n: fc.nat(5) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'photo' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'open' as const }) },
  ),
  { maxLength: 25 },
);

const messageOf = (visit: Visit, act: Act): Message | undefined => {
  if (act.kind === 'open') return undefined;
  if (act.kind === 'photo') return { text: '', photos: [PHOTO] };
  if (act.kind === 'write') return { text: act.text, photos: [] };
  const offered = visit.state.offered ?? [];
  const choice = offered[act.n % Math.max(1, offered.length)];
  return { text: choice?.title ?? '', photos: [], ...(choice ? { choice: choice.value } : {}) };
};

/** Every state of a conversation after each act. */
const live = (script: readonly Act[]): readonly Visit[] => {
  const visits: Visit[] = [];
  let visit = newVisit();
  for (const act of script) {
    visit = hear(loge, visit, messageOf(visit, act));
    visits.push(visit);
  }
  return visits;
};

const RUNS = { numRuns: 150 };

describe('whatever a tenant does', () => {
  test('at most three bubbles, plain JSON state, texts that say something', () => {
    fc.assert(
      fc.property(acts, (script) => {
        for (const { said, state } of live(script)) {
          expect(said.length).toBeLessThanOrEqual(3);
          expect(JSON.parse(JSON.stringify(state))).toEqual(state);
          for (const { text } of said) expect(text).toMatch(/^[^{}]+$/u);
        }
      }),
      RUNS,
    );
  });

  test('a danger is answered by its safety text before anything is asked, with a human called', () => {
    fc.assert(
      fc.property(acts, (script) => {
        for (const { said, handoff } of live(script)) {
          if (handoff !== 'danger') continue;
          const safety = said.findIndex(({ safety: id }) => id !== undefined);
          const asked = said.findIndex(({ ask }) => ask !== undefined);
          expect(safety).toBeGreaterThanOrEqual(0);
          expect(asked === -1 || safety < asked).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('nothing is said three times running, and codes are never given twice', () => {
    fc.assert(
      fc.property(acts, (script) => {
        const visits = live(script);
        const last = visits.flatMap(({ said }) => said.at(-1) ?? []).filter((one) => !one.safety);
        for (const [n, { text }] of last.entries()) {
          expect([last[n + 1]?.text, last[n + 2]?.text]).not.toEqual([text, text]);
        }
        const ids = visits.at(-1)?.incidents.map(({ id }) => id) ?? [];
        expect(new Set(ids).size).toBe(ids.length);
      }),
      RUNS,
    );
  });

  test('the same input gives the same answer', () => {
    fc.assert(
      fc.property(acts, (script) => {
        expect(live(script)).toEqual(live(script));
      }),
      { numRuns: 30 },
    );
  });

  test('a human who is asked for is called in that turn, in any state', () => {
    fc.assert(
      fc.property(acts, (script) => {
        const before = live(script).at(-1) ?? newVisit();
        const asked = hear(loge, before, { text: 'je veux parler à un humain', photos: [] });
        expect(asked.holder).toBe('queue');
      }),
      RUNS,
    );
  });
});

describe('every form ends', () => {
  const FORMS = ['technical_dwelling', 'technical_common', 'neighbourhood', 'emergency'];
  const ANSWERS = [
    'oui',
    'non',
    'je sais pas',
    'bof',
    '12 rue des Tilleuls bâtiment A',
    'la cuisine',
  ];

  test.each(ANSWERS)('to a tenant who always answers "%s"', (answer) => {
    for (const { id, domain } of loge.catalogue.values()) {
      if (!FORMS.includes(domain)) continue;
      let visit = hear(loge, newVisit(), { text: '', photos: [], choice: `intent:${id}` });
      let told = 0;
      while (visit.incidents.length === 0 && told < 8) {
        visit = hear(loge, visit, { text: answer, photos: [] });
        told += 1;
      }
      const ended = visit.incidents.length > 0 || visit.holder === 'queue';
      expect(ended, `${id} after ${told} answers`).toBe(true);
      expect(told).toBeLessThanOrEqual(8);
    }
  });
});
