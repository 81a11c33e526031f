import { expect, test } from 'vitest';
import {
  createNotice,
  describeDue,
  describeIntent,
  describePlace,
  describePriority,
  describeSlot,
  describeValue,
  parseContent,
} from '../../dialogs/index.ts';
import { parseCatalogue } from '../../incidents/index.ts';
import { contentFiles } from './loge.ts';

const content = parseContent(contentFiles());

test.each([
  ['2026-11-26T17:00:00Z', 'fr', 'jeudi 26 novembre avant 18\u00a0h'],
  ['2026-12-01T08:05:00Z', 'fr', 'mardi 1er décembre avant 9\u00a0h\u00a005'],
  ['2026-07-01T16:00:00Z', 'en', 'Wednesday 1 July, before 6\u00a0pm'],
  ['2026-11-24T23:30:00Z', 'en', 'Wednesday 25 November, before 12:30\u00a0am'],
] as const)('%s in %s is "%s"', (at, language, said) => {
  expect(describeDue(content, Date.parse(at), language)).toBe(said);
});

test('priorities, facts and values have plain words', () => {
  expect(describePriority(content, 'P1', 'fr')).toBe('Urgent');
  expect(describeSlot(content, 'room', 'en')).toBe('Room');
  expect(describeSlot(content, 'plate_seen', 'fr')).toBeUndefined();
  const value = { value: 'kitchen', said: 'sous levier' };
  expect(describeValue(content, { id: 'room', value }, 'fr')).toBe('Cuisine');
  const unknown = { value: 'unknown', said: 'jsp' };
  expect(describeValue(content, { id: 'room', value: unknown }, 'en')).toBe('I don’t know');
});

test('requests and places are called by their names', () => {
  const catalogue = parseCatalogue(JSON.parse(contentFiles().get('catalogue.json') ?? ''));
  expect(describeIntent(catalogue, 'water_leak', 'en')).toBe('Water leak or flood');
  const place = { label: '12 rue des Tilleuls, bâtiment B' };
  const slots = { room: { value: 'kitchen', said: 'sous levier' } };
  const described = describePlace(content, { place, slots, intent: 'water_leak' }, 'fr');
  expect(described).toBe('12 rue des Tilleuls, bâtiment B (cuisine)');
});

test('notices name the agent, or say that it is a person', () => {
  const notice = createNotice(content);
  expect(notice('agent_joined', 'fr', { agent: 'Sophie' }).text).toContain('Sophie');
  expect(notice('agent_joined', 'fr', {}).text).toContain('Un conseiller');
  expect(notice('bot_back', 'en', {}).text).toContain('program');
});
