import type {
  Condition,
  Delay,
  IdentityLevel,
  IntentCard,
  Priority,
  PriorityRule,
  Translated,
} from '../bot/index.ts';
import type { JsonReader } from './json-reader.ts';

const PRIORITIES: readonly [Priority, ...Priority[]] = ['P0', 'P1', 'P2', 'P3', 'P4', 'A1', 'A2'];
const LEVELS: readonly [IdentityLevel, ...IdentityLevel[]] = ['L0', 'L1', 'L2', 'L3'];
const DOMAINS: readonly [IntentCard['domain'], ...IntentCard['domain'][]] = [
  'emergency',
  'technical_dwelling',
  'technical_common',
  'neighbourhood',
  'admin',
  'service',
];
const CARD = [
  'id',
  'domain',
  'name',
  'priority',
  'rules',
  'delays',
  'slots',
  'safety',
  'confusable',
  'level',
] as const;

/** Reads the shape of one intent's card; whether what it names exists is checked afterwards. */
export const readCard = (reader: JsonReader, value: unknown, at: string): IntentCard => {
  const card = reader.record(value, at, CARD);
  const id = reader.text(card['id'], `${at}.id`);
  const path = id === '' ? at : id;
  const slots = reader.record(card['slots'], `${path}.slots`, ['required', 'optional']);
  const { safety, level } = card;
  return {
    id,
    domain: reader.oneOf(card['domain'], `${path}.domain`, DOMAINS),
    name: readName(reader, card['name'], `${path}.name`),
    priority: reader.oneOf(card['priority'], `${path}.priority`, PRIORITIES),
    rules: reader
      .list(card['rules'], `${path}.rules`)
      .map((rule, n) => readRule(reader, rule, `${path}.rules[${n}]`)),
    delays: readDelays(reader, card['delays'], `${path}.delays`),
    slots: {
      required: reader.texts(slots['required'], `${path}.slots.required`),
      optional: reader.texts(slots['optional'], `${path}.slots.optional`),
    },
    ...(safety === undefined ? {} : { safety: reader.text(safety, `${path}.safety`) }),
    confusable: reader.texts(card['confusable'], `${path}.confusable`),
    level: level === undefined ? 'L0' : reader.oneOf(level, `${path}.level`, LEVELS),
  };
};

const readName = (reader: JsonReader, value: unknown, path: string): Translated => {
  const name = reader.record(value, path, ['fr', 'en']);
  return { fr: reader.text(name['fr'], `${path}.fr`), en: reader.text(name['en'], `${path}.en`) };
};

const readRule = (reader: JsonReader, value: unknown, path: string): PriorityRule => {
  const rule = reader.record(value, path, ['when', 'priority', 'route', 'review']);
  const { priority, route, review } = rule;
  if (priority === undefined && route === undefined && review !== true) {
    reader.note(path, 'a rule must change something: give it a priority, a route or a review');
  }
  return {
    when: reader
      .list(rule['when'], `${path}.when`)
      .map((group, n) => readGroup(reader, group, `${path}.when[${n}]`)),
    ...(priority === undefined
      ? {}
      : { priority: reader.oneOf(priority, `${path}.priority`, PRIORITIES) }),
    ...(route === undefined ? {} : { route: reader.text(route, `${path}.route`) }),
    ...(review === undefined ? {} : { review: readTrue(reader, review, `${path}.review`) }),
  };
};

const readTrue = (reader: JsonReader, value: unknown, path: string): boolean => {
  if (value !== true) reader.note(path, 'write true, or leave it out');
  return value === true;
};

const readGroup = (reader: JsonReader, value: unknown, path: string): readonly Condition[] =>
  reader.list(value, path).map((item, n) => readCondition(reader, item, `${path}[${n}]`));

const readCondition = (reader: JsonReader, value: unknown, path: string): Condition => {
  const condition = reader.record(value, path, ['slot', 'is', 'below', 'season']);
  const { season, below } = condition;
  if (season !== undefined) {
    return { season: reader.oneOf(season, `${path}.season`, ['heating', 'other']) };
  }
  const slot = reader.text(condition['slot'], `${path}.slot`);
  return below === undefined
    ? { slot, is: reader.texts(condition['is'], `${path}.is`) }
    : { slot, below: reader.number(below, `${path}.below`) };
};

const readDelays = (reader: JsonReader, value: unknown, path: string): IntentCard['delays'] => {
  const delays = reader.record(value, path, PRIORITIES);
  const read = PRIORITIES.filter((priority) => delays[priority] !== undefined).map(
    (priority) => [priority, readDelay(reader, delays[priority], `${path}.${priority}`)] as const,
  );
  return Object.fromEntries(read);
};

const readDelay = (reader: JsonReader, value: unknown, path: string): Delay => {
  const delay = reader.record(value, path, ['hours', 'workingDays']);
  const { hours, workingDays } = delay;
  if ((hours === undefined) === (workingDays === undefined)) {
    reader.note(path, 'give either hours or workingDays');
  }
  const count = reader.number(hours ?? workingDays, path);
  const whole = hours !== undefined || Number.isInteger(count);
  if (count <= 0 || !whole) reader.note(path, 'hours above 0, or whole working days from 1');
  return hours === undefined ? { workingDays: count } : { hours: count };
};
