import { type Content, slotCard } from './content.ts';
import { type ContentReader, isRow, type Row } from './content-reader.ts';
import type { AnswerRule, DangerPath } from './danger-path.ts';

/** Notes what in the decision tables does not fit the safety texts, the questions or the catalogue. */
export const checkDangers = (
  reader: ContentReader,
  content: Content,
  cards: readonly Row[],
): void => {
  for (const path of content.dangers.values()) checkPath(reader, content, path);
  const dangers = cards.filter(({ domain }) => domain === 'emergency');
  for (const card of dangers) checkDanger(reader, content, card);
};

const checkPath = (reader: ContentReader, content: Content, path: DangerPath): void => {
  const at = `dangers.json "${path.intent}"`;
  if (!content.safety.has(path.safety)) reader.note(at, `unknown safety text "${path.safety}"`);
  for (const slot of path.questions) {
    if (slotCard(content, slot, path.intent) === undefined) {
      reader.note(at, `"${slot}" has no question in slots.json`);
    }
  }
  for (const turn of path.turns) {
    if (!path.questions.includes(turn.slot)) reader.note(at, `"${turn.slot}" is never asked`);
    checkValues(reader, content, { at, intent: path.intent, rule: turn });
  }
  for (const rule of path.raised) {
    checkValues(reader, content, { at, intent: rule.intent, rule });
  }
};

/** A row that waits for an answer nobody can give would never be followed. */
const checkValues = (
  reader: ContentReader,
  content: Content,
  { at, intent, rule }: { readonly at: string; readonly intent: string; readonly rule: AnswerRule },
): void => {
  const choices = slotCard(content, rule.slot, intent)?.choices ?? [];
  const known = ['unknown', ...choices.map(({ value }) => value)];
  for (const value of [...(rule.is ?? []), ...(rule.not ?? [])]) {
    if (!known.includes(value)) reader.note(at, `"${rule.slot}" is never "${value}"`);
  }
};

const checkDanger = (reader: ContentReader, content: Content, card: Row): void => {
  const id = String(card['id']);
  const path = content.dangers.get(id);
  const at = `dangers.json "${id}"`;
  if (path === undefined) {
    reader.note(at, 'this danger has no table');
    return;
  }
  if (path.safety !== card['safety']) reader.note(at, 'the catalogue names another safety text');
  const slots = isRow(card['slots']) ? card['slots']['required'] : undefined;
  const required: readonly unknown[] = Array.isArray(slots) ? slots : [];
  for (const slot of required) {
    if (typeof slot === 'string' && !path.questions.includes(slot)) {
      reader.note(at, `never asks for "${slot}", which the catalogue requires`);
    }
  }
};
