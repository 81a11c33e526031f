import type { Reply, Said, TalkState } from '../bot/index.ts';
import { tellMasked } from './free-text.ts';
import { lookAfterChild } from './look-after-child.ts';
import { menuChoices } from './menu.ts';
import { callPerson, type Moment, tell, words } from './moment.ts';
import { inTheirLanguage } from './other-language.ts';
import { isSilent } from './quiet.ts';
import { isDiscreet } from './receipt.ts';

/** Bubbles in one turn. */
const MOST_REPLIES = 3;

/** How many of the last things said are remembered. */
const REMEMBERED = 2;

/** What is said and done in the end: the program says that it is one, is brief, and does not repeat itself. */
export const finish = (moment: Moment): Said => {
  const heard = isSilent(moment) ? moment : inTheirLanguage(moment);
  const done = discreet(varied(fewer(introduced(tellMasked(lookAfterChild(heard))))));
  const { replies, state, language, opened, corrected, texts, handoff } = done;
  const { offered: _, ...rest } = withoutOldCancel(moment, state);
  const last = replies.at(-1);
  const kept =
    last === undefined ? withoutOldCancel(moment, state) : { ...rest, ...offeredBy(last) };
  const recent = last === undefined ? (state.recent ?? []) : [...(state.recent ?? []), last.text];
  return {
    kind: 'said',
    replies,
    state: { ...kept, recent: recent.slice(-REMEMBERED), lastAt: moment.input.now },
    language,
    opened,
    ...(corrected.length === 0 ? {} : { corrected }),
    ...(texts.length === 0 ? {} : { texts }),
    ...(handoff === undefined ? {} : { handoff }),
  };
};

/** What was cancelled can be taken up again in the next message, not later. */
const withoutOldCancel = ({ input }: Moment, state: TalkState): TalkState => {
  const { cancelled, ...rest } = state;
  return cancelled === undefined || cancelled === input.state.cancelled ? rest : state;
};

/** Where violence is spoken of nothing that is said may show outside. */
const discreet = (moment: Moment): Moment =>
  moment.state.stack.some(({ intent = '' }) => isDiscreet(moment, intent))
    ? { ...moment, replies: moment.replies.map((reply) => ({ ...reply, discreet: true })) }
    : moment;

const offeredBy = ({ choices }: Reply) => (choices === undefined ? {} : { offered: choices });

/** At first contact the bot says what it is; nothing stands before a safety text. */
const introduced = (moment: Moment): Moment => {
  const { replies, state } = moment;
  if (state.greeted || replies.length === 0) return moment;
  const alarmed = replies[0]?.safety !== undefined;
  const text = words(moment, alarmed ? 'program' : 'hello_program');
  const at = replies.findIndex(({ safety }) => safety === undefined);
  const greeted = { ...moment, state: { ...state, greeted: true } };
  if (at < 0) return tell(greeted, text);
  return {
    ...greeted,
    replies: replies.map((reply, n) => (n === at ? after(text, reply) : reply)),
  };
};

const after = (text: string, reply: Reply): Reply => ({ ...reply, text: `${text}\n${reply.text}` });

/** Joins bubbles until few are left; a safety text stays alone, and no question and no receipt is lost. */
const fewer = (moment: Moment): Moment => {
  const { replies } = moment;
  if (replies.length <= MOST_REPLIES) return moment;
  const at = [leadsOn, mayJoin, isPair].map((fits) =>
    replies.findIndex((one, n) => fits(one, replies[n + 1])),
  );
  const first = at.find((found) => found >= 0) ?? 0;
  const [one, two] = replies.slice(first, first + 2);
  if (one === undefined || two === undefined) return moment;
  const joined = { ...one, ...two, text: `${one.text}\n${two.text}` };
  return fewer({
    ...moment,
    replies: [...replies.slice(0, first), joined, ...replies.slice(first + 2)],
  });
};

const isPair = (one: Reply, two: Reply | undefined): boolean =>
  two !== undefined &&
  one.safety === undefined &&
  two.safety === undefined &&
  one.lang === two.lang;

/** A sentence that only leads to the next bubble belongs to it. */
const leadsOn = (one: Reply, two: Reply | undefined): boolean =>
  mayJoin(one, two) && one.incident === undefined && one.choices === undefined;

/** Nothing that a channel shows in a special way gets lost. */
const mayJoin = (one: Reply, two: Reply | undefined): boolean => {
  const bothReceipts = one.incident !== undefined && two?.incident !== undefined;
  return isPair(one, two) && one.ask === undefined && !bothReceipts;
};

/** While a human is on the way nothing is said twice running; with the bot nothing is said three times running. */
const varied = (moment: Moment): Moment => {
  const { replies, state, input } = moment;
  const recent = state.recent ?? [];
  const last = replies.at(-1);
  if (last === undefined || last.safety !== undefined) return moment;
  if (input.holder === 'queue' && recent.at(-1) === last.text) {
    return { ...moment, replies: replies.slice(0, -1) };
  }
  const stuck = recent.length === REMEMBERED && recent.every((text) => text === last.text);
  return stuck ? otherwise(moment, last) : moment;
};

/** A question nobody answers is one for a human; a pleasantry is answered in other words. */
const otherwise = (moment: Moment, last: Reply): Moment => {
  const before = { ...moment, replies: moment.replies.slice(0, -1) };
  if (last.ask !== undefined) {
    return callPerson(tell(before, words(before, 'miss_person')), 'unsure', 'repeated question');
  }
  return tell(before, words(before, 'listening'), { choices: menuChoices(moment) });
};
