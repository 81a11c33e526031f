import type { Dialog } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { describeIntent } from './describe.ts';
import { wordCount } from './fold.ts';
import { advance } from './form.ts';
import { type Moment, push, runningOf, words } from './moment.ts';

/** "Non attendez, gardez les WC" is short. */
const SHORT = 8;

/** Takes a request up again that was cancelled one message before. */
export const undo: Dialog<Moment> = {
  id: 'undo',
  interrupt: (moment) => {
    const frame = moment.state.cancelled;
    const asked = frame !== undefined && moment.choice === undefined && saysCue(moment, 'keep');
    if (!asked || runningOf(moment) !== undefined || wordCount(moment.text) > SHORT)
      return undefined;
    const what = describeIntent(moment.tools.catalogue, frame.intent ?? '', moment.language);
    return advance(push(moment, frame), { before: words(moment, 'cancel_undone', { what }) });
  },
};
