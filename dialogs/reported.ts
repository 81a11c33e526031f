import type { Frame, Incident, IntentCard, Slots } from '../bot/index.ts';
import { ask } from './ask.ts';
import { slotCard } from './content.ts';
import { saysCue } from './cue.ts';
import { describeIntent } from './describe.ts';
import { shorten } from './fold.ts';
import { isReport, isSmallTalk, requestsIn } from './meaning.ts';
import { personChoice } from './menu.ts';
import { countIn, type Moment, noting, swap, tell, words } from './moment.ts';
import { readAnswer, UNKNOWN } from './read-answer.ts';

/** The question for the code of an incident. */
export const CODE = 'case_ref_or_identity';

/** The last incidents of a conversation that are looked at. */
const LOOKED_AT = 5;

/** A guess this likely says which incident is meant. */
const TELLING = 0.2;

/** The incidents this conversation opened, newest first. */
export const openHere = ({ input, look }: Moment): readonly Incident[] =>
  input.incidents
    .slice(-LOOKED_AT)
    .toReversed()
    .flatMap((code) => look({ kind: 'incident', code })?.incident ?? []);

/** The code a message tells, typed or by a button. */
export const codeSaid = (moment: Moment): string | undefined => {
  const [slot, pressed] = moment.choice?.split('=') ?? [];
  if (moment.choice !== undefined) return slot === CODE ? pressed : undefined;
  const card = slotCard(moment.tools.content, CODE);
  const said = card === undefined ? undefined : readAnswer(moment, card);
  return said?.value === UNKNOWN ? undefined : said?.value;
};

/** The incident of this conversation that a message names by its subject. */
export const namedHere = (moment: Moment): Incident | undefined => {
  const open = openHere(moment);
  const [first, second] = moment.heard.guesses
    .filter(({ p }) => p >= TELLING)
    .flatMap(({ id }) => open.filter(({ intent }) => intent === id));
  return second === undefined ? first : undefined;
};

/** The incident of this conversation that a message is about: the one it names, or the only one. */
export const meantHere = (moment: Moment): Incident | undefined => {
  const named = namedHere(moment);
  const [only, other] = openHere(moment);
  if (named !== undefined) return named;
  return other === undefined && !namesAnother(moment) ? only : undefined;
};

const namesAnother = (moment: Moment): boolean => requestsIn(moment).some(isReport);

/** Asks which incident is meant: by buttons where several are known, else by its code. */
export const askWhich = (moment: Moment, frame: Frame): Moment => {
  const open = openHere(moment);
  if (open.length === 0 || namesAnother(moment)) return ask(moment, frame, CODE);
  const choices = open.map(({ code, intent }) => ({
    title: words(moment, 'status_choice', {
      what: describeIntent(moment.tools.catalogue, intent, moment.language),
      code,
    }),
    value: `${CODE}=${code}`,
  }));
  const asked = swap(moment, { ...frame, asked: CODE });
  return tell(asked, words(moment, 'status_which'), {
    ask: CODE,
    choices: [...choices, personChoice(moment)],
  });
};

/** A code is asked for this often. */
const TRIES = 2;

/** A code that no incident has is asked for once more; nothing when that has been done. */
export const askAgain = (moment: Moment, frame: Frame, code: string): Moment | undefined => {
  const tries = countIn(frame, 'tries') + 1;
  if (tries >= TRIES) return undefined;
  const instead = words(moment, 'status_unknown', { code });
  return ask(moment, noting(frame, { tries }), CODE, { instead });
};

/** Whether somebody who was asked for a code talks about something new; what was reported before is not new. */
export const leavesCode = (moment: Moment): boolean => {
  const others = requestsIn(moment).some(isReport);
  const reported = saysCue(moment, 'no_code') || saysCue(moment, 'reported');
  return isSmallTalk(moment) || (others && !reported);
};

/** The fact that a message presses for something already reported, in its own words. */
export const reminderFact = (moment: Moment): Slots => {
  if (!saysCue(moment, 'reminder')) return {};
  return { reminder: { value: 'yes', said: shorten(moment.text) } };
};

/** The requests of a message; what is asked news of, or is open here and pressed for, is followed up, not noted again. */
export const withoutRepeats = (
  moment: Moment,
  cards: readonly IntentCard[],
): readonly IntentCard[] => {
  const follow = moment.tools.catalogue.get('request_status');
  if (follow === undefined) return cards;
  if (cards.length === 1 && saysCue(moment, 'news')) return cards.map(() => follow);
  if (!saysCue(moment, 'reminder')) return cards;
  const open = openHere(moment).map(({ intent }) => intent);
  const told = cards.filter(isReport);
  if (open.length === 0 && told.length > 0) return cards.filter((card) => card !== follow);
  const fresh = cards.filter(({ id }) => !open.includes(id));
  if (fresh.length === cards.length || fresh.includes(follow)) return fresh;
  return [...fresh, follow];
};
