import type { Slots, SlotValue } from '../bot/index.ts';
import { address, addressAnswer } from './slot-address.ts';
import { yesOrNo } from './slot-answer.ts';
import { incidentCode, reference } from './slot-code.ts';
import { countOf } from './slot-count.ts';
import { dateOf } from './slot-date.ts';
import { doorAnswer, doorOf } from './slot-door.ts';
import { equipmentOf } from './slot-equipment.ts';
import { floorAnswer, floorLevel } from './slot-floor.ts';
import { hourOf } from './slot-hour.ts';
import { moneyOf } from './slot-money.ts';
import { phone } from './slot-phone.ts';
import { building, orBareName, postcode, staircase } from './slot-place.ts';
import { roomOf } from './slot-room.ts';
import { indoorTemperature, temperatureAnswer } from './slot-temperature.ts';
import { type FindSlot, type SlotText, slotText } from './slot-text.ts';
import { sinceWhen, sinceWhenAnswer } from './slot-time.ts';
import { vulnerablePerson } from './slot-vulnerable.ts';

/** What is looked for in every text. */
const ALWAYS: Readonly<Record<string, FindSlot>> = {
  address,
  building,
  staircase,
  floor_level: floorLevel,
  door: doorOf,
  room: roomOf,
  equipment: equipmentOf,
  since_when: sinceWhen,
  date: dateOf,
  hour: hourOf,
  phone,
  postcode,
  money: moneyOf,
  indoor_temperature: indoorTemperature,
  count: countOf,
  code: incidentCode,
  reference,
  vulnerable_person: vulnerablePerson,
};

/** What is enough as an answer when that slot was asked for. */
const ASKED: Readonly<Record<string, FindSlot>> = {
  address: addressAnswer,
  building: orBareName(building),
  staircase: orBareName(staircase),
  floor_level: floorAnswer,
  door: doorAnswer,
  since_when: sinceWhenAnswer,
  indoor_temperature: temperatureAnswer,
};

/** The facts in a text; when a slot was asked for, a bare answer is enough for it, and yes or no is read. */
export const readSlots = (said: string, asked: string | undefined): Slots => {
  const text = slotText(said);
  const always = Object.entries(ALWAYS).flatMap(([slot, find]) => found(slot, find, text));
  if (asked === undefined) return settled(Object.fromEntries(always), 'date');
  const answer = ASKED[asked];
  const slots = Object.fromEntries([
    ...always,
    ...found('yes_no', yesOrNo, text),
    ...(answer === undefined ? [] : found(asked, answer, text)),
  ]);
  return settled(slots, asked === 'since_when' ? asked : 'date');
};

const found = (
  slot: string,
  find: FindSlot,
  text: SlotText,
): readonly (readonly [string, SlotValue])[] => {
  const value = find(text);
  return value === undefined ? [] : [[slot, value]];
};

/** The same words do not say both when something began and when somebody may come. */
const settled = (slots: Slots, likelier: 'date' | 'since_when'): Slots => {
  const { since_when: since, date, ...others } = slots;
  if (since === undefined || date === undefined || !overlap(since, date)) return slots;
  return likelier === 'date' ? { ...others, date } : { ...others, since_when: since };
};

const overlap = ({ span: one }: SlotValue, { span: other }: SlotValue): boolean =>
  one !== undefined && other !== undefined && one.start < other.end && other.start < one.end;
