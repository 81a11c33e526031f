import type { Frame, Slots } from '../bot/index.ts';
import { beginsWith, saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { gather } from './gather.ts';
import { means } from './meaning.ts';
import { type Moment, topOf } from './moment.ts';

/** Whether a text corrects something: by its first words, as a whole, as an edit, or with a star before or after. */
export const isCorrection = (moment: Moment): boolean => {
  if (moment.choice !== undefined) return false;
  const marked = /^\*|\*$/.test(moment.text) || moment.input.message?.replaces !== undefined;
  return marked || isCorrecting(moment) || means(moment, 'correct_info') || saysRather(moment);
};

const saysRather = (moment: Moment): boolean => beginsWith(moment, 'rather');

/** Whether the tenant was just asked what is to be corrected. */
export const isCorrecting = (moment: Moment): boolean =>
  topOf(moment)?.memory['correcting'] === true;

/** Whether somebody says that the place is another one. */
export const saysOtherPlace = (moment: Moment): boolean => {
  const { address, building, staircase } = moment.heard.slots;
  const told = address !== undefined || building !== undefined || staircase !== undefined;
  return isCorrection(moment) && (told || (isCorrecting(moment) && loneBuilding(moment) !== ''));
};

/** The name of a building that stands alone: "B". */
export const loneBuilding = ({ text }: Moment): string =>
  /^[a-z0-9]{1,2}$/i.test(text) ? text.toUpperCase() : '';

/** A remark this short says that something is wrong, but not what. */
const REMARK = 8;

/** Whether a text says that something is wrong without saying what is right. */
export const saysWrong = (moment: Moment): boolean => {
  if (moment.choice !== undefined || wordCount(moment.text) > REMARK) return false;
  return means(moment, 'correct_info') || saysCue(moment, 'wrong') || saysCorrect(moment);
};

/** "Corriger" alone. */
const saysCorrect = (moment: Moment): boolean =>
  saysCue(moment, 'correct') && wordCount(moment.text) <= REMARK / 2;

/** Whether what is wrong is the place. */
export const aboutPlace = (moment: Moment): boolean => saysCue(moment, 'place');

/** Facts that may be added as well as changed. */
const ADDED: readonly string[] = ['floor_level'];

/** The facts of a message that differ from what was said before. */
export const changedFacts = (moment: Moment, frame: Frame): Slots => {
  const card = moment.tools.catalogue.get(frame.intent ?? '');
  const told = card === undefined ? {} : gather(moment, card);
  return Object.fromEntries(
    Object.entries(told).filter(([slot, { value }]) => {
      const before = frame.slots[slot];
      return before === undefined ? ADDED.includes(slot) : before.value !== value;
    }),
  );
};
