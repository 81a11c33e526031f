import type { Dialog } from '../bot/index.ts';
import { ask } from './ask.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { requestsIn } from './meaning.ts';
import { type Moment, runningOf, say, words } from './moment.ts';

/** "Attendez 2 min" is short; a longer sentence says something else. */
const SHORT = 7;

/** Waits for a tenant who goes and looks: nothing is asked again until they write. */
export const wait: Dialog<Moment> = {
  id: 'wait',
  interrupt: (moment) => {
    if (moment.choice !== undefined || !asksToWait(moment)) return undefined;
    const frame = runningOf(moment);
    if (frame?.dialog !== 'report' || frame.asked === undefined) {
      return say(moment, 'take_your_time');
    }
    return ask(moment, frame, frame.asked, { instead: words(moment, 'take_your_time') });
  },
};

const asksToWait = (moment: Moment): boolean =>
  saysCue(moment, 'wait') && wordCount(moment.text) <= SHORT && !wantsSomething(moment);

/** "L'ascenseur" beside it is a request: "j'attends toujours le plombier". */
const wantsSomething = (moment: Moment): boolean =>
  requestsIn(moment).length > 0 && !moment.heard.intents.every(({ p }) => p < SURELY);

const SURELY = 0.95;
