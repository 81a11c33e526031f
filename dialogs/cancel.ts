import type { Dialog } from '../bot/index.ts';
import { beginsWith, saysCue } from './cue.ts';
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
    const wanted =
      moment.choice === undefined && (means(moment, 'cancel_restart') || isOver(moment));
    if (!wanted || beginsWith(moment, 'back') || topOf(moment)?.dialog === 'cancel')
      return undefined;
    return runningOf(moment) === undefined ? cancelNothing(moment) : cancelRunning(moment);
  },
  resume: (moment) => {
    const yes = moment.choice === 'cancel=yes' || means(moment, 'cancel_restart');
    if (yes || (moment.choice === undefined && answerIn(moment) === 'yes')) {
      return stop(pop(moment));
    }
    const no = moment.choice === 'cancel=no' || answerIn(moment) === 'no';
    return no ? say(pop(moment), 'cancel_kept') : report.resume?.(pop(moment));
  },
};

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
  const choices = [
    { title: words(moment, 'cancel_yes'), value: 'cancel=yes' },
    { title: words(moment, 'cancel_no'), value: 'cancel=no' },
  ];
  const framed = push(moment, { dialog: 'cancel', slots: {}, memory: {} });
  return tell(framed, words(moment, 'cancel_ask'), { choices });
};

const isUrgent = (moment: Moment): boolean =>
  moment.tools.catalogue.get(runningOf(moment)?.intent ?? '')?.domain === 'emergency';

const stop = (moment: Moment): Moment => {
  const { photos: _, ...state } = pop(moment).state;
  return say({ ...moment, state }, isUrgent(moment) ? 'cancel_danger' : 'cancelled');
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
