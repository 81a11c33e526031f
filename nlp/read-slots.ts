import type { Slots, SlotValue } from '../bot/index.ts';
import { yesOrNo } from './slot-answer.ts';
import {
  incidentCode,
  indoorTemperature,
  phone,
  temperatureAnswer,
  vulnerablePerson,
} from './slot-person.ts';
import { address, building, floorLevel, postcode, roomOf, staircase } from './slot-place.ts';
import { type FindSlot, firstOf, numberOf, type SlotText, slotText } from './slot-text.ts';
import { sinceWhen, sinceWhenAnswer } from './slot-time.ts';

/** What is looked for in every text. */
const ALWAYS: Readonly<Record<string, FindSlot>> = {
  address,
  building,
  staircase,
  floor_level: floorLevel,
  room: roomOf,
  since_when: sinceWhen,
  phone,
  postcode,
  code: incidentCode,
  indoor_temperature: indoorTemperature,
  vulnerable_person: vulnerablePerson,
};

const letterOrNumber: FindSlot = firstOf([
  [
    /^(?:c'est |le |la |the |it's )*(?:n°? ?)?([a-z]\d?|\d{1,3}[a-z]?)\W*$/,
    ([, name]) => name?.toUpperCase(),
  ],
]);
const floorAnswer: FindSlot = firstOf([
  [
    /^(?:au |le |la |c'est |on the |the )*(\d{1,2})(?:er|eme|e|nd|rd|st|th)?\W*$/,
    ([, count]) => count,
  ],
  [
    /^(?:au |le |la |c'est |on the |the )*([a-z]+)\W*$/,
    ([, word]) => numberOf(word ?? '')?.toString(),
  ],
]);
const wholeAddress: FindSlot = (text) =>
  address(text) ??
  (/\d|[a-z]{4}/.test(text.folded) && yesOrNo(text) === undefined && text.said.length <= 120
    ? { value: text.said, said: text.said }
    : undefined);

/** What is enough as an answer when that slot was asked for. */
const ASKED: Readonly<Record<string, FindSlot>> = {
  address: wholeAddress,
  building: (text) => building(text) ?? letterOrNumber(text),
  staircase: (text) => staircase(text) ?? letterOrNumber(text),
  floor_level: (text) => floorLevel(text) ?? floorAnswer(text),
  since_when: sinceWhenAnswer,
  indoor_temperature: temperatureAnswer,
};

/** The facts in a text; when a slot was asked for, a bare answer is enough for it, and yes or no is read. */
export const readSlots = (said: string, asked: string | undefined): Slots => {
  const text = slotText(said);
  const always = Object.entries(ALWAYS).flatMap(([slot, find]) => found(slot, find, text));
  if (asked === undefined) return Object.fromEntries(always);
  const answer = ASKED[asked];
  return Object.fromEntries([
    ...always,
    ...found('yes_no', yesOrNo, text),
    ...(answer === undefined ? [] : found(asked, answer, text)),
  ]);
};

const found = (
  slot: string,
  find: FindSlot,
  text: SlotText,
): readonly (readonly [string, SlotValue])[] => {
  const value = find(text);
  return value === undefined ? [] : [[slot, value]];
};
