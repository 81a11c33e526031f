import type { Slots, SlotValue } from '../bot/index.ts';
import { slotCard } from './content.ts';
import { describeSlot, describeValue } from './describe.ts';
import { describeDay, describeSince } from './describe-when.ts';
import { type Moment, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';

/** The figures and days that were understood, shown back so that a slip is seen: "Depuis : 3 jours. Étage : 2." */
export const receiptFacts = (moment: Moment, slots: Slots): string =>
  SHOWN.flatMap(({ slot }) => {
    const fact = slots[slot];
    if (fact === undefined || fact.value === UNKNOWN) return [];
    return [factLine(moment, slot, fact)];
  }).join(' ');

/** One fact in plain words: "Pièce : cuisine." */
export const factLine = (moment: Moment, slot: string, fact: SlotValue, intent = ''): string => {
  const shown = SHOWN.find((one) => one.slot === slot);
  const { content } = moment.tools;
  const plain = describeValue(content, { id: slot, value: fact, intent }, moment.language);
  const value = shown === undefined ? plain.toLowerCase() : shown.value(moment, fact);
  const label = shown === undefined ? labelOf(slot)(moment) : shown.label(moment);
  return words(moment, 'receipt_fact', { label, value });
};

type Shown = {
  readonly slot: string;
  readonly label: (moment: Moment) => string;
  readonly value: (moment: Moment, fact: SlotValue) => string;
};

const labelOf =
  (slot: string) =>
  ({ tools, language }: Moment): string =>
    describeSlot(tools.content, slot, language) ?? slot;

const when = (moment: Moment, { value, said }: SlotValue): string => {
  const { tools, language } = moment;
  const choices = slotCard(tools.content, 'since_when')?.choices ?? [];
  const pressed = choices.find((one) => one.value === value && one[language] === said);
  if (pressed !== undefined) return said.toLowerCase();
  if (value === 'long') return words(moment, 'fact_long');
  const named = choices.find((one) => one.value === value && !value.startsWith('P'));
  const day = describeDay(value, language);
  if (day !== undefined) return words(moment, 'fact_day', { day });
  return (
    named?.[language].toLowerCase() ?? describeSince(value, language) ?? withoutLabel(moment, said)
  );
};

/** "Depuis janvier" under the label "Depuis" is "janvier". */
const withoutLabel = (moment: Moment, said: string): string => {
  const label = `${labelOf('since_when')(moment)} `.toLowerCase();
  return said.toLowerCase().startsWith(label) ? said.slice(label.length) : said;
};

const degrees = (moment: Moment, { value }: SlotValue): string =>
  words(moment, 'fact_degrees', { value });

const floor = (moment: Moment, { value, said }: SlotValue): string => {
  if (value === '0') return words(moment, 'fact_ground_floor');
  return /^-?\d+$/.test(value) ? value : said;
};

const SHOWN: readonly Shown[] = [
  { slot: 'since_when', label: labelOf('since_when'), value: when },
  { slot: 'floor_level', label: (moment) => words(moment, 'fact_floor'), value: floor },
  { slot: 'indoor_temperature', label: labelOf('indoor_temperature'), value: degrees },
];
