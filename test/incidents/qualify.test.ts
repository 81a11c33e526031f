import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Priority, Slots } from '../../bot/index.ts';
import { createCalendar, createQualify } from '../../incidents/index.ts';
import { shippedCatalogue } from './landlord.ts';

const catalogue = shippedCatalogue();
const qualify = createQualify({ catalogue, calendar: createCalendar() });
const WINTER = Date.parse('2026-11-24T09:00:00Z');
const SUMMER = Date.parse('2026-07-07T09:00:00Z');
const slotsOf = (values: Readonly<Record<string, string>>): Slots =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, said: value }]));
const hours = (count: number): string => new Date(WINTER + count * 3_600_000).toISOString();

describe('priority and promise follow from the facts', () => {
  it.each<[string, Record<string, string>, Priority, string]>([
    ['water_leak', {}, 'P1', hours(4)],
    ['water_leak', { containable: 'no' }, 'P1', hours(4)],
    ['water_leak', { containable: 'yes' }, 'P2', hours(24)],
    ['water_leak', { containable: 'yes', touches_electricity: 'yes' }, 'P1', hours(4)],
    ['water_leak', { containable: 'drip' }, 'P3', '2026-12-01T17:00:00.000Z'],
    ['heating_failure', {}, 'P2', hours(24)],
    ['heating_failure', { vulnerable_person: 'yes' }, 'P1', hours(4)],
    ['heating_failure', { indoor_temperature: '15,5' }, 'P1', hours(4)],
    ['heating_failure', { indoor_temperature: '16' }, 'P2', hours(24)],
    ['heating_failure', { indoor_temperature: 'cold' }, 'P2', hours(24)],
    ['heating_failure', { whole_dwelling: 'no' }, 'P3', '2026-12-01T17:00:00.000Z'],
    ['power_outage', { whole_dwelling: 'no' }, 'P2', hours(24)],
    ['power_outage', { whole_dwelling: 'no', medical_device_at_home: 'yes' }, 'P1', hours(4)],
    ['blocked_drain', { overflowing: 'no', only_toilet: 'no' }, 'P2', hours(24)],
    ['blocked_drain', { overflowing: 'no', only_toilet: 'yes' }, 'P1', hours(4)],
    ['door_lock_security', { can_secure_home: 'no' }, 'P1', hours(4)],
    ['window_shutter', { problem: 'cannot_close', floor_level: '0' }, 'P1', hours(4)],
    [
      'window_shutter',
      { problem: 'cannot_close', floor_level: '4' },
      'P3',
      '2026-12-01T17:00:00.000Z',
    ],
    ['lift_breakdown', { nobody_trapped: 'yes' }, 'P2', hours(24)],
    ['lift_breakdown', { person_with_reduced_mobility: 'yes' }, 'P1', hours(4)],
    ['common_lighting', { total_dark: 'yes' }, 'P2', hours(24)],
    ['gas_smell', {}, 'P0', hours(1)],
    ['noise_disturbance', {}, 'P4', '2026-12-08T17:00:00.000Z'],
    ['payment_difficulty', {}, 'A2', '2026-11-25T17:00:00.000Z'],
  ])('%s %j', (intent, values, priority, due) => {
    const found = qualify({ intent, slots: slotsOf(values), now: WINTER });
    expect([found.priority, new Date(found.due).toISOString()]).toEqual([priority, due]);
  });

  it('a cold flat in July can wait', () => {
    const slots = slotsOf({ vulnerable_person: 'yes' });
    expect(qualify({ intent: 'heating_failure', slots, now: SUMMER }).priority).toBe('P3');
  });
});

describe('some facts make it another request', () => {
  it('somebody in the lift is an entrapment, with its priority and its promise', () => {
    const slots = slotsOf({ nobody_trapped: 'no' });
    expect(qualify({ intent: 'lift_breakdown', slots, now: WINTER })).toEqual({
      priority: 'P0',
      due: WINTER + 3_600_000,
      route: 'lift_entrapment',
      review: false,
    });
  });

  it('damp with a leak is a leak; with a small child somebody also looks at it', () => {
    const slots = slotsOf({ leak_suspected: 'yes', child_under_6: 'yes', containable: 'yes' });
    expect(qualify({ intent: 'damp_mould', slots, now: WINTER })).toMatchObject({
      route: 'water_leak',
      priority: 'P2',
      review: true,
    });
  });

  it('a threat going on is violence', () => {
    const slots = slotsOf({ happening_now: 'yes', behaviour: 'threat' });
    const found = qualify({ intent: 'antisocial_behaviour', slots, now: WINTER });
    expect(found).toMatchObject({ priority: 'P0', route: 'violence_or_threat' });
  });
});

describe('for every intent, facts and moment', () => {
  const intents = fc.constantFrom(...catalogue.keys());
  const moments = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2060-01-01') });
  const asked = [...catalogue.values()].flatMap(({ slots }) => [
    ...slots.required,
    ...slots.optional,
  ]);
  const facts = fc.dictionary(
    fc.constantFrom(...asked),
    fc.constantFrom('yes', 'no', 'unknown', 'drip', 'threat', '0', '12', 'cannot_close'),
  );
  const calendar = createCalendar();
  const ORDER: readonly Priority[] = ['P0', 'P1', 'P2', 'P3', 'P4', 'A1', 'A2'];

  it('the promise lies ahead and the same facts give the same answer', () => {
    fc.assert(
      fc.property(intents, facts, moments, (intent, values, now) => {
        const given = { intent, slots: slotsOf(values), now };
        const found = qualify(given);
        expect(found.due).toBeGreaterThan(now);
        expect(qualify(given)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('what is more urgent is never promised later', () => {
    fc.assert(
      fc.property(intents, moments, (intent, now) => {
        const delays = catalogue.get(intent)?.delays ?? {};
        const dues = ORDER.flatMap((priority) => {
          const delay = delays[priority];
          return delay === undefined ? [] : [calendar.due(delay, now)];
        });
        expect(dues.toSorted((a, b) => a - b)).toEqual(dues);
      }),
    );
  });

  it('words cannot change a priority: only values count', () => {
    fc.assert(
      fc.property(intents, fc.string(), (intent, said) => {
        const slots = { note: { value: 'P0', said }, priority: { value: 'P0', said } };
        expect(qualify({ intent, slots, now: WINTER })).toEqual(
          qualify({ intent, slots: {}, now: WINTER }),
        );
      }),
    );
  });
});
