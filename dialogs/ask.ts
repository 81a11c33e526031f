import type { Choice, Frame } from '../bot/index.ts';
import { type SlotCard, slotCard } from './content.ts';
import { isFreeText, warnOnce } from './free-text.ts';
import { listIn, type Moment, swap, tell, words } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';
import { SMS_CODE } from './read-proof.ts';

/** Buttons that fit on a phone without scrolling. */
const SHOWN = 5;

/**
 * How a question is put: the first time, or again in other words; `before` is said in the same breath, `instead` in
 * place of the question.
 */
export type Manner = {
  readonly again?: boolean;
  readonly before?: string;
  readonly instead?: string;
};

/** Asks for one fact. */
export const ask = (moment: Moment, frame: Frame, slot: string, manner: Manner = {}): Moment => {
  const card = slotCard(moment.tools.content, slot, frame.intent);
  if (card === undefined) return moment;
  if (isOffered(frame, slot)) return offerAgain(moment, frame, manner);
  const again = card.again[moment.language];
  const fresh = manner.again === true && !justSaid(moment, again);
  const question = manner.instead ?? (fresh ? again : card.ask[moment.language]);
  const free = isFreeText(card, moment.tools.catalogue.get(frame.intent ?? ''));
  const put = free ? warnOnce(moment, question) : { moment, text: question };
  const text = manner.before === undefined ? put.text : `${manner.before}\n${put.text}`;
  const asked = swap(put.moment, { ...frame, asked: slot });
  const choices = choicesOf(moment, card);
  return tell(asked, text, { ask: slot, ...(choices.length === 0 ? {} : { choices }) });
};

/** Other words twice in a row are the same words. */
const justSaid = ({ input }: Moment, question: string): boolean =>
  input.state.recent?.at(-1)?.endsWith(question) === true;

/** What was put as buttons is put as buttons again. */
const isOffered = (frame: Frame, slot: string): boolean =>
  frame.asked === slot && OFFERED.includes(slot) && listIn(frame, 'offered').length > 0;

const offerAgain = (moment: Moment, frame: Frame, { before, instead }: Manner): Moment => {
  const offered = frame.asked === LIFT ? offerLifts(moment, frame) : offerPlaces(moment, frame);
  const last = offered.replies.at(-1);
  if (last === undefined) return offered;
  const question = instead ?? last.text;
  const text = before === undefined ? question : `${before}\n${question}`;
  return { ...offered, replies: [...offered.replies.slice(0, -1), { ...last, text }] };
};

const choicesOf = (moment: Moment, card: SlotCard): readonly Choice[] => {
  const { language } = moment;
  const shown = card.choices.slice(0, card.shown ?? SHOWN).map((choice) => ({
    title: choice[language],
    value: `${card.id}=${choice.value}`,
  }));
  if (card.kind === 'code') return [{ title: words(moment, 'menu_person'), value: 'do:person' }];
  const last = card.kind === 'phone' || card.id === SMS_CODE ? 'skip' : 'dont_know';
  return [...shown, { title: words(moment, last), value: `${card.id}=${UNKNOWN}` }];
};

/** Puts places before the tenant as buttons; a single one is to be confirmed. */
export const offerPlaces = (moment: Moment, frame: Frame): Moment => {
  const labels = listIn(frame, 'labels');
  const [only = ''] = labels;
  const one = labels.length === 1;
  const text = one ? words(moment, 'place_confirm', { place: only }) : words(moment, 'place_which');
  const titles = one ? [words(moment, 'yes')] : labels;
  const no = { title: words(moment, 'place_no'), value: 'address=no' };
  const choices = [...offeredChoices(frame, 'address', titles), no];
  return tell(swap(moment, { ...frame, asked: 'address' }), text, { ask: 'address', choices });
};

/** Puts the lifts of a building before the tenant as buttons. */
export const offerLifts = (moment: Moment, frame: Frame): Moment => {
  const text = slotCard(moment.tools.content, LIFT, frame.intent)?.ask[moment.language] ?? '';
  const unknown = { title: words(moment, 'dont_know'), value: `${LIFT}=${UNKNOWN}` };
  const choices = [...offeredChoices(frame, LIFT, listIn(frame, 'labels')), unknown];
  return tell(swap(moment, { ...frame, asked: LIFT }), text, { ask: LIFT, choices });
};

const LIFT = 'lift_id';

const OFFERED: readonly string[] = ['address', LIFT];

const offeredChoices = (frame: Frame, slot: string, titles: readonly string[]) =>
  listIn(frame, 'offered').map((id, n) => ({ title: titles[n] ?? id, value: `${slot}=${id}` }));
