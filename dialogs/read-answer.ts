import type { SlotValue } from '../bot/index.ts';
import type { SlotCard, SlotChoice } from './content.ts';
import { findDates } from './find-dates.ts';
import { fold, says, shorten, wordCount } from './fold.ts';
import { answerIn } from './meaning.ts';
import type { Moment } from './moment.ts';

/** "I don't know", as an answer. */
export const UNKNOWN = 'unknown';

/** Facts that share their name with a question they do not answer: the number of a door does not say which kind it is. */
const NAMESAKES: readonly string[] = ['door'];

/** The fact that was said under the name of a question. */
export const factSaid = ({ heard }: Moment, slot: string): SlotValue | undefined =>
  NAMESAKES.includes(slot) ? undefined : heard.slots[slot];

/** The answer to a question in what was said, or nothing when there is none. */
export const readAnswer = (moment: Moment, card: SlotCard): SlotValue | undefined => {
  const { text, heard } = moment;
  if (moment.choice !== undefined) return pressed(moment, card, moment.choice);
  switch (card.kind) {
    case 'yes_no':
      return bare(moment, card) ?? worded(moment, card) ?? slotSaid(moment, card);
    case 'choice':
      return worded(moment, card) ?? slotSaid(moment, card) ?? bare(moment, card);
    case 'when':
      return timeSaid(moment) ?? dayIn(moment) ?? worded(moment, card);
    case 'date':
      return worded(moment, card) ?? heard.slots['date'] ?? bare(moment, card);
    case 'number':
      return heard.slots[card.id];
    case 'phone':
      return heard.slots['phone'] ?? phoneIn(text);
    case 'code':
      return heard.slots['code'] ?? codeIn(text);
    case 'place':
    case 'lift':
    case 'proof':
      return undefined;
    default:
      return card.kind satisfies never;
  }
};

/** The answer a pressed button stands for, when it is a button of this question. */
const pressed = (moment: Moment, card: SlotCard, choice: string): SlotValue | undefined => {
  const [slot, value = ''] = choice.split('=');
  if (slot !== card.id) return undefined;
  if (value === UNKNOWN) return { value, said: moment.text };
  const found = card.choices.find((one) => one.value === value);
  return found === undefined ? undefined : { value, said: found[moment.language] };
};

const bare = (moment: Moment, card: SlotCard): SlotValue | undefined => {
  const answer = answerIn(moment);
  if (answer === undefined) return undefined;
  if (answer === UNKNOWN) return { value: UNKNOWN, said: moment.text };
  const found = card.choices.find(({ means }) => means === answer);
  return found === undefined ? undefined : { value: found.value, said: moment.text };
};

const slotSaid = (moment: Moment, card: SlotCard): SlotValue | undefined => {
  const { heard, language } = moment;
  const said = factSaid(moment, card.id) ?? (card.id === 'rooms' ? heard.slots['room'] : undefined);
  if (said === undefined) return undefined;
  const choice = card.choices.find(({ value }) => value === said.value);
  return choice === undefined ? said : { value: choice.value, said: choice[language] };
};

/** The choice whose words were said; the longest words decide: "pas de fuite" is not "fuite". */
export const worded = ({ text, language }: Moment, card: SlotCard): SlotValue | undefined => {
  const folded = fold(text);
  const [best] = card.choices
    .map((choice) => ({ choice, length: longest(folded, choice) }))
    .filter(({ length }) => length > 0)
    .sort((one, two) => two.length - one.length);
  return best === undefined ? undefined : { value: best.choice.value, said: best.choice[language] };
};

const longest = (folded: string, { words }: SlotChoice): number =>
  Math.max(0, ...words.filter((word) => says(folded, word)).map((word) => word.length));

/** The day or time that was said; "vers 18h" is an hour of the day, not eighteen hours. */
const timeSaid = ({ heard }: Moment): SlotValue | undefined => {
  const { since_when: since, hour, date } = heard.slots;
  return since?.value.startsWith('PT') === true ? (hour ?? since) : (since ?? date);
};

/** "Le 12" is the last twelfth that has been. */
const dayIn = ({ text, input }: Moment): SlotValue | undefined => {
  const day = Number(/(?:^|\s)(?:le|the)\s(\d{1,2})(?:er|th|st|nd|rd)?\b/iu.exec(text)?.[1]);
  const today = new Date(input.now);
  const back = day > today.getUTCDate() ? 1 : 0;
  const date = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, day));
  if (!(day >= 1 && day <= 31) || date.getUTCDate() !== day) return undefined;
  return { value: date.toISOString().slice(0, 10), said: text };
};

const phoneIn = (text: string): SlotValue | undefined => {
  const digits = text.replace(/[^\d+]/g, '');
  // The figures of a date beside another number make no telephone number.
  if (findDates(text).some(({ compact }) => !compact)) return undefined;
  return /^\+?\d{10,15}$/.test(digits) ? { value: digits, said: text } : undefined;
};

const codeIn = (text: string): SlotValue | undefined => {
  const letters = text.toUpperCase().replace(/[\s.\-_]/g, '');
  return /^[BCDFGHJKMNPQRTVWXZ]{6}$/.test(letters) ? { value: letters, said: text } : undefined;
};

/** The text as it stands, for questions to which any text is an answer. */
export const asWritten = ({ text }: Moment, card: SlotCard): SlotValue | undefined =>
  card.free === true && wordCount(text) > 0 && (card.figures !== true || /\d/.test(text))
    ? { value: shorten(text), said: shorten(text) }
    : undefined;
