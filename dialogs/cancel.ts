import type { Dialog } from '../bot/index.ts';
import { beginsWith, saysCue } from './cue.ts';
import { dropWaiting } from './drop-waiting.ts';
import { wordCount } from './fold.ts';
import { answerIn, means } from './meaning.ts';
import { menuChoices } from './menu.ts';
import {
  callPerson,
  listIn,
  type Moment,
  pop,
  push,
  remember,
  runningOf,
  say,
  tell,
  textIn,
  topOf,
  words,
} from './moment.ts';
import { report } from './report.ts';

/** With this many answers given, cancelling is asked about once. */
const MUCH = 3;

/** Cancels the request in progress. */
export const cancel: Dialog<Moment> = {
  id: 'cancel',
  interrupt: (moment) => {
    if (moment.choice !== undefined || topOf(moment)?.dialog === 'cancel') return undefined;
    if (isSolved(moment)) return askToCancel(moment, 'solved_ask');
    const wanted = saysCancel(moment) || isOver(moment);
    if (!wanted || beginsWith(moment, 'back')) return undefined;
    return (
      dropWaiting(moment) ??
      (runningOf(moment) === undefined ? cancelNothing(moment) : cancelRunning(moment))
    );
  },
  resume: (moment) => {
    const again = moment.choice === undefined && saysCue(moment, 'starts_again');
    const keeps = moment.choice === undefined && saysCue(moment, 'keep');
    const no = moment.choice === 'cancel=no' || again || keeps || answerIn(moment) === 'no';
    if (no) return say(pop(moment), 'cancel_kept');
    const yes = moment.choice === 'cancel=yes' || saysCancel(moment);
    if (yes || (moment.choice === undefined && answerIn(moment) === 'yes')) {
      return stop(pop(moment));
    }
    return report.resume?.(pop(moment));
  },
};

/** "Ça recommence" sounds like a new start, and is none. */
const saysCancel = (moment: Moment): boolean =>
  means(moment, 'cancel_restart') && !saysCue(moment, 'starts_again');

/** A remark that it works again is short. */
const A_REMARK = 10;

/** "En fait c'est bon, ça remarche", in the middle of a form. */
const isSolved = (moment: Moment): boolean =>
  runningOf(moment)?.dialog === 'report' &&
  !isUrgent(moment) &&
  wordCount(moment.text) <= A_REMARK &&
  saysCue(moment, 'solved');

/** "C’était une blague", "c’est réparé", said of a danger that is in progress or registered. */
const isOver = (moment: Moment): boolean => {
  const about = moment.tools.catalogue.get(topOf(moment)?.intent ?? '');
  const still = moment.heard.danger?.certainty === 'now';
  return about?.domain === 'emergency' && !still && saysCue(moment, 'over');
};

const cancelRunning = (moment: Moment): Moment => {
  const frame = runningOf(moment);
  const answered = frame === undefined ? 0 : listIn(frame, 'order').length;
  if (answered < MUCH || isUrgent(moment)) return stop(moment);
  return askToCancel(moment, 'cancel_ask');
};

const askToCancel = (moment: Moment, question: 'cancel_ask' | 'solved_ask'): Moment => {
  const choices = [
    { title: words(moment, 'cancel_yes'), value: 'cancel=yes' },
    { title: words(moment, 'cancel_no'), value: 'cancel=no' },
  ];
  const framed = push(moment, { dialog: 'cancel', slots: {}, memory: {} });
  return tell(framed, words(moment, question), { choices });
};

const isUrgent = (moment: Moment): boolean =>
  moment.tools.catalogue.get(runningOf(moment)?.intent ?? '')?.domain === 'emergency';

const stop = (moment: Moment): Moment => {
  const { photos: _, ...state } = pop(moment).state;
  const frame = topOf(moment);
  const kept = frame?.dialog === 'report' ? { ...state, cancelled: frame } : state;
  return say({ ...moment, state: kept }, isUrgent(moment) ? 'cancel_danger' : 'cancelled');
};

/** A request that is registered is a promise: a person takes it back with the tenant. */
const cancelNothing = (moment: Moment): Moment => {
  const after = topOf(moment);
  const waiting = remember(moment, { waiting: [] });
  if (after === undefined) {
    return tell(waiting, words(moment, 'nothing_to_cancel'), { choices: menuChoices(moment) });
  }
  const code = textIn(after, 'code');
  return callPerson(say(waiting, 'cancel_registered', { code }), 'review', 'cancel_restart');
};
