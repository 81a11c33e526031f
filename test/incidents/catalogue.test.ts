import { describe, expect, it } from 'vitest';
import { BotError } from '../../bot/index.ts';
import { parseCatalogue } from '../../incidents/index.ts';
import { shippedCatalogue } from './landlord.ts';

const card = {
  id: 'leak',
  domain: 'technical_dwelling',
  name: { fr: 'Fuite', en: 'Leak' },
  priority: 'P2',
  rules: [{ when: [[{ slot: 'bucket', is: ['no'] }]], priority: 'P1' }],
  delays: { P1: { hours: 4 }, P2: { workingDays: 1 } },
  slots: { required: ['bucket'], optional: ['warmth'] },
  safety: 'water',
  confusable: [],
};
const file = {
  version: 1,
  slots: [
    { id: 'bucket', values: ['yes', 'no'] },
    { id: 'warmth', number: true },
  ],
  safety: ['water'],
  intents: [card],
};

const faultsOf = (change: object): string => {
  try {
    parseCatalogue({ ...file, ...change });
  } catch (error) {
    if (error instanceof BotError && error.code === 'bad-content') return error.message;
    throw error;
  }
  return '';
};
const faultsOfCard = (change: object): string => faultsOf({ intents: [{ ...card, ...change }] });

describe('how surely it must be known who asks', () => {
  const level = (change: object) =>
    parseCatalogue({ ...file, intents: [{ ...card, ...change }] }).get('leak')?.level;

  it('is not at all, or as the card says', () => {
    expect(level({})).toBe('L0');
    expect(level({ level: 'L2' })).toBe('L2');
    expect(faultsOfCard({ level: 'L9' })).toContain('leak.level');
  });
});

describe('the catalogue that ships', () => {
  const catalogue = shippedCatalogue();

  it('has the 45 intents, the seven dangers at P0 with their safety text', () => {
    expect(catalogue.size).toBe(45);
    const dangers = [...catalogue.values()].filter(({ domain }) => domain === 'emergency');
    expect(dangers).toHaveLength(7);
    for (const { priority, safety } of dangers) {
      expect(priority).toBe('P0');
      expect(safety).toBeDefined();
    }
  });
});

describe('a catalogue with a fault is refused and the fault is named', () => {
  it('accepts one without', () => {
    expect(parseCatalogue(file).get('leak')?.name.fr).toBe('Fuite');
  });

  it.each([
    ['unknown slot', { slots: { required: ['pail'], optional: [] } }, 'unknown slot "pail"'],
    ['unknown safety text', { safety: 'fire' }, 'unknown safety text "fire"'],
    ['unknown confusable intent', { confusable: ['flood'] }, 'unknown confusable intent "flood"'],
    ['unknown key', { saftey: 'water' }, '"saftey" is not known here'],
    ['unknown priority', { priority: 'P9' }, 'leak.priority: write one of P0'],
    ['missing name', { name: { fr: 'Fuite' } }, 'leak.name.en'],
    ['missing delay', { delays: { P1: { hours: 4 } } }, 'no delay for P2'],
    ['missing delay of a rule', { delays: { P2: { hours: 4 } } }, 'no delay for P1'],
    ['delay of nothing', { delays: { P1: { hours: 0 }, P2: { hours: 1 } } }, 'hours above 0'],
    [
      'half a working day',
      { delays: { P1: { workingDays: 0.5 }, P2: { hours: 1 } } },
      'whole working',
    ],
    [
      'two delays in one',
      { delays: { P1: { hours: 1, workingDays: 1 }, P2: { hours: 1 } } },
      'either',
    ],
    ['rule without effect', { rules: [{ when: [[]] }] }, 'a rule must change something'],
    [
      'rule to nowhere',
      { rules: [{ when: [[]], route: 'flood' }] },
      '"flood", which is no other intent',
    ],
    [
      'rule to itself',
      { rules: [{ when: [[]], route: 'leak' }] },
      '"leak", which is no other intent',
    ],
    [
      'rule on a value that never comes',
      { rules: [{ when: [[{ slot: 'bucket', is: ['perhaps'] }]], priority: 'P1' }] },
      'waits for "perhaps" in slot "bucket"',
    ],
    [
      'rule that compares words',
      { rules: [{ when: [[{ slot: 'bucket', below: 3 }]], priority: 'P1' }] },
      'slot "bucket", which is no number',
    ],
    [
      'rule on a slot that is not collected',
      { rules: [{ when: [[{ slot: 'photo', is: ['yes'] }]], priority: 'P1' }] },
      'slot "photo", which the card does not collect',
    ],
    ['slot named twice', { slots: { required: ['bucket'], optional: ['bucket'] } }, 'named twice'],
  ])('%s', (_, change, fault) => {
    expect(faultsOfCard(change)).toContain(fault);
  });

  it.each([
    ['another version', { version: 2 }, 'version'],
    ['the same intent twice', { intents: [card, card] }, 'there twice'],
    ['no intent', { intents: [] }, 'at least one intent'],
    ['a list that is none', { intents: {} }, 'intents: write a list'],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });

  it('names all faults at once', () => {
    const faults = faultsOfCard({ safety: 'fire', confusable: ['flood'], priority: 'P4' });
    for (const fault of ['"fire"', '"flood"', 'no delay for P4']) expect(faults).toContain(fault);
  });

  it('refuses what is no catalogue at all', () => {
    for (const json of [undefined, null, 'x', 1, [], {}]) {
      expect(() => parseCatalogue(json)).toThrow(BotError);
    }
  });
});
