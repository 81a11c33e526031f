import type { Slots, Translated } from '../bot/index.ts';
import { checkOnce, checkWording } from './check-wording.ts';
import type { ContentReader, Row } from './content-reader.ts';
import { isRow } from './content-reader.ts';
import type { AnswerRule, DangerPath, DangerTurn } from './danger-path.ts';

/** Reads the decision tables of the dangers, by intent. */
export const readDangers = (reader: ContentReader): ReadonlyMap<string, DangerPath> => {
  const rows = reader.rows('dangers.json');
  checkOnce(
    reader,
    rows.map(({ row, at }) => ({ key: String(row['id']), at })),
  );
  const paths = rows.map(({ row, at }) => readPath(reader, row, at));
  return new Map(paths.map((path) => [path.intent, path]));
};

const readPath = (reader: ContentReader, row: Row, at: string): DangerPath => {
  const denied = readGoing(reader, row['denied'], `${at}.denied`);
  return {
    intent: reader.text(row['id'], `${at}.id`),
    safety: reader.text(row['safety'], `${at}.safety`),
    discreet: row['discreet'] === true,
    doubt: worded(reader, row['doubt'], `${at}.doubt`),
    questions: reader.texts(row['questions'], `${at}.questions`),
    turns: readList(reader, row['turns'], `${at}.turns`).map((turn) => readTurn(reader, turn)),
    raised: readList(reader, row['raised'] ?? [], `${at}.raised`).map((rule) => ({
      ...readRule(reader, rule),
      intent: reader.text(rule.row['intent'], `${rule.at}.intent`),
      facts: readFacts(reader, rule.row, rule.at),
    })),
    own: readList(reader, row['own'] ?? [], `${at}.own`).map((own) => ({
      slot: reader.text(own.row['slot'], `${own.at}.slot`),
      dangers: reader.texts(own.row['dangers'], `${own.at}.dangers`),
    })),
    ...(denied === undefined ? {} : { denied }),
    end: worded(reader, row['end'], `${at}.end`),
  };
};

type Named = { readonly row: Row; readonly at: string };

const readList = (reader: ContentReader, value: unknown, at: string): readonly Named[] => {
  if (!Array.isArray(value)) reader.note(at, 'must be a list');
  return (Array.isArray(value) ? value : []).flatMap((row: unknown, n) =>
    isRow(row) ? [{ row, at: `${at}[${n}]` }] : [],
  );
};

const readTurn = (reader: ContentReader, { row, at }: Named): DangerTurn => {
  const { say, go, silent } = row;
  const going = go === undefined ? undefined : readGoing(reader, row, at, 'go');
  if ([say, go, silent].every((one) => one === undefined)) {
    reader.note(at, 'changes nothing: say, go or silent is missing');
  }
  return {
    ...readRule(reader, { row, at }),
    ...(say === undefined ? {} : { say: worded(reader, say, `${at}.say`) }),
    ...(going === undefined ? {} : { go: going }),
    ...(silent === true ? { silent } : {}),
  };
};

const readRule = (reader: ContentReader, { row, at }: Named): AnswerRule => {
  const slot = reader.text(row['slot'], `${at}.slot`);
  const { is, not } = row;
  if ((is === undefined) === (not === undefined)) reader.note(at, 'needs either "is" or "not"');
  if (is !== undefined) return { slot, is: reader.texts(is, `${at}.is`) };
  return not === undefined ? { slot } : { slot, not: reader.texts(not, `${at}.not`) };
};

const readGoing = (reader: ContentReader, value: unknown, at: string, key = 'intent') => {
  if (!isRow(value)) return undefined;
  return { intent: reader.text(value[key], `${at}.${key}`), facts: readFacts(reader, value, at) };
};

/** The facts that a row brings along. */
const readFacts = (reader: ContentReader, row: Row, at: string): Slots =>
  Object.fromEntries(
    Object.entries(isRow(row['with']) ? row['with'] : {}).map(([slot, value]) => [
      slot,
      { value: reader.text(value, `${at}.with.${slot}`), said: '' },
    ]),
  );

const worded = (reader: ContentReader, value: unknown, at: string): Translated => {
  const wording = reader.translated(value, at);
  checkWording(reader, wording, { at });
  return wording;
};
