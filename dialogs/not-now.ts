import type { Dialog } from '../bot/index.ts';
import { answerProof } from './answer-proof.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { type Moment, topOf } from './moment.ts';
import { answerCode } from './texted-code.ts';

/** "Plus tard" is short; a longer sentence says something else as well. */
const SHORT = 8;

/** Takes "plus tard" as the answer to who it is: nothing is cancelled by it. */
export const notNow: Dialog<Moment> = {
  id: 'not-now',
  interrupt: (moment) => {
    const frame = topOf(moment);
    const short = moment.choice === undefined && wordCount(moment.text) <= SHORT;
    if (frame === undefined || !short || !saysCue(moment, 'not_now')) return undefined;
    return frame.dialog === 'report' ? answerProof(moment) : answerCode(moment, frame);
  },
};
