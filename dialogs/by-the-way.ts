import type { Frame, Slots, SlotValue } from '../bot/index.ts';
import { ask } from './ask.ts';
import { saysCue } from './cue.ts';
import { shorten, wordCount } from './fold.ts';
import { gather } from './gather.ts';
import { tellsAge } from './look-after-child.ts';
import { answerIn } from './meaning.ts';
import { type Moment, topOf, words } from './moment.ts';
import { readAnswer } from './read-answer.ts';
import { askedCard } from './take-answer.ts';

/** A sentence of fear or shame is short. */
const SHORT = 8;

/** The fact of when somebody is at home. */
export const HOURS = 'availability';

/** When somebody says they are at home, in their own words. */
export const hoursSaid = (moment: Moment): SlotValue | undefined => {
  const said = shorten(moment.text);
  return saysCue(moment, 'hours') ? { value: said, said } : undefined;
};

/** When somebody is at home answers no question of the form; it is kept for whoever comes. */
export const hoursByTheWay = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  const said = hoursSaid(moment);
  if (said === undefined || answersAsked(moment)) return undefined;
  const slots = { ...frame.slots, [HOURS]: said };
  return ask(moment, { ...frame, slots }, frame.asked, { before: words(moment, 'hours_noted') });
};

/** An age answers no question; a person was called for the child who told it. */
export const ageByTheWay = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  if (wordCount(moment.text) > SHORT || !tellsAge(moment) || answersAsked(moment)) return undefined;
  return ask(moment, frame, frame.asked, { before: words(moment, 'noted') });
};

/** Fear and shame are answered before the question comes again. */
export const felt = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame?.asked === undefined || moment.choice !== undefined) return undefined;
  const kind = feelingIn(moment);
  if (kind === undefined || answersAsked(moment)) return undefined;
  return ask(moment, frame, frame.asked, { again: true, before: words(moment, kind) });
};

const feelingIn = (moment: Moment): 'with_you' | 'no_shame' | undefined => {
  if (wordCount(moment.text) > SHORT) return undefined;
  if (saysCue(moment, 'afraid')) return 'with_you';
  return saysCue(moment, 'ashamed') ? 'no_shame' : undefined;
};

const answersAsked = (moment: Moment): boolean => {
  const card = askedCard(moment);
  const read = card === undefined ? undefined : readAnswer(moment, card);
  return read !== undefined || answerIn(moment) !== undefined;
};

/** The facts of a message that were not known, beside the one that was asked. */
export const newFacts = (moment: Moment, frame: Frame): Slots => {
  const card = moment.tools.catalogue.get(frame.intent ?? '');
  const told = card === undefined || moment.choice !== undefined ? {} : gather(moment, card);
  return Object.fromEntries(
    Object.entries(told).filter(
      ([slot]) => slot !== frame.asked && frame.slots[slot] === undefined,
    ),
  );
};
