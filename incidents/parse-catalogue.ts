import {
  BotError,
  type Catalogue,
  type Condition,
  type IntentCard,
  type PriorityRule,
} from '../bot/index.ts';
import { createJsonReader, type JsonReader } from './json-reader.ts';
import { readCard } from './read-card.ts';

/** The catalogue from its file; throws one BotError that names every fault in it. */
export const parseCatalogue = (json: unknown): Catalogue => {
  const reader = createJsonReader();
  const file = reader.record(json, 'catalogue', ['version', 'slots', 'safety', 'intents']);
  if (file['version'] !== 1) reader.note('version', 'this program reads version 1');
  const cards = reader
    .list(file['intents'], 'intents')
    .map((card, n) => readCard(reader, card, `intents[${n}]`));
  const slots = reader
    .list(file['slots'], 'slots')
    .map((slot, n) => readSlot(reader, slot, `slots[${n}]`));
  const safety = reader.texts(file['safety'], 'safety');
  checkNames({ reader, cards, slots, safety: new Set(safety) });
  if (reader.faults.length > 0) throw faulty(reader.faults);
  return new Map(cards.map((card) => [card.id, card]));
};

const faulty = (faults: readonly string[]): BotError =>
  new BotError(`The catalogue has faults, mend each line:\n${faults.join('\n')}`, 'bad-content');

/** A slot the catalogue knows: a choice between `values`, a number, or free text that may carry `marks`. */
type SlotRule = {
  readonly id: string;
  readonly values: readonly string[];
  readonly number: boolean;
};

const readSlot = (reader: JsonReader, value: unknown, path: string): SlotRule => {
  const slot = reader.record(value, path, ['id', 'values', 'marks', 'number']);
  return {
    id: reader.text(slot['id'], `${path}.id`),
    values: [
      ...(slot['values'] === undefined ? [] : reader.texts(slot['values'], `${path}.values`)),
      ...(slot['marks'] === undefined ? [] : reader.texts(slot['marks'], `${path}.marks`)),
    ],
    number: slot['number'] === true,
  };
};

type Names = {
  readonly reader: JsonReader;
  readonly slots: ReadonlyMap<string, SlotRule>;
  readonly safety: ReadonlySet<string>;
  readonly intents: ReadonlySet<string>;
};

const checkNames = ({
  reader,
  cards,
  slots,
  safety,
}: {
  readonly reader: JsonReader;
  readonly cards: readonly IntentCard[];
  readonly slots: readonly SlotRule[];
  readonly safety: ReadonlySet<string>;
}): void => {
  if (cards.length === 0) reader.note('intents', 'a catalogue needs at least one intent');
  for (const id of repeated(cards)) reader.note(id, 'this intent is there twice');
  for (const id of repeated(slots)) reader.note(`slots.${id}`, 'this slot is there twice');
  const names: Names = {
    reader,
    safety,
    slots: new Map(slots.map((slot) => [slot.id, slot])),
    intents: new Set(cards.map(({ id }) => id)),
  };
  for (const card of cards) checkCard(names, card);
};

const repeated = (items: readonly { readonly id: string }[]): readonly string[] => {
  const ids = items.map(({ id }) => id);
  return ids.filter((id, n) => id !== '' && ids.indexOf(id) !== n);
};

const checkCard = (names: Names, card: IntentCard): void => {
  const { note } = names.reader;
  for (const slot of repeated([...card.slots.required, ...card.slots.optional].map(asId))) {
    note(card.id, `slot "${slot}" is named twice`);
  }
  for (const slot of [...card.slots.required, ...card.slots.optional]) {
    if (!names.slots.has(slot)) note(card.id, `unknown slot "${slot}"`);
  }
  for (const other of card.confusable) {
    if (!names.intents.has(other)) note(card.id, `unknown confusable intent "${other}"`);
  }
  if (card.safety !== undefined && !names.safety.has(card.safety)) {
    note(card.id, `unknown safety text "${card.safety}"`);
  }
  if (card.delays[card.priority] === undefined) note(card.id, `no delay for ${card.priority}`);
  for (const rule of card.rules) checkRule(names, card, rule);
};

const asId = (id: string): { readonly id: string } => ({ id });

const checkRule = (names: Names, card: IntentCard, rule: PriorityRule): void => {
  const { note } = names.reader;
  const { priority, route } = rule;
  if (priority !== undefined && card.delays[priority] === undefined) {
    note(card.id, `no delay for ${priority}, which a rule gives`);
  }
  if (route !== undefined && (route === card.id || !names.intents.has(route))) {
    note(card.id, `a rule leads to "${route}", which is no other intent`);
  }
  for (const condition of rule.when.flat()) checkCondition(names, card, condition);
};

const checkCondition = (names: Names, card: IntentCard, condition: Condition): void => {
  if ('season' in condition) return;
  const { note } = names.reader;
  const { slot: id } = condition;
  const slot = names.slots.get(id);
  if (slot === undefined || ![...card.slots.required, ...card.slots.optional].includes(id)) {
    note(card.id, `a rule asks for slot "${id}", which the card does not collect`);
    return;
  }
  if ('below' in condition) {
    if (!slot.number) note(card.id, `a rule compares slot "${id}", which is no number`);
    return;
  }
  for (const value of condition.is.filter((word) => !slot.values.includes(word))) {
    note(card.id, `a rule waits for "${value}" in slot "${id}", which never has it`);
  }
};
