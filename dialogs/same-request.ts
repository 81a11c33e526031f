import type { Dialog } from '../bot/index.ts';
import { hearAgain } from './hear.ts';
import { answerIn } from './meaning.ts';
import { type Moment, pop, textIn, topOf } from './moment.ts';
import { noteRequests } from './requests.ts';
import { tellStatus } from './tell-status.ts';

/** Takes the answer: the same thing is pressed for, another one is noted. */
export const sameRequest: Dialog<Moment> = {
  id: 'same',
  resume: (moment) => {
    const frame = topOf(moment);
    const card = moment.tools.catalogue.get(frame?.intent ?? '');
    const said = moment.choice === undefined ? answerIn(moment) : moment.choice.split('=')[1];
    if (frame === undefined || card === undefined) return undefined;
    const text = textIn(frame, 'text');
    if (said === 'no') return noteRequests(pop(hearAgain(moment, text)), [card]);
    if (said !== 'yes') return undefined;
    return tellStatus(pop(moment), textIn(frame, 'code'), { value: 'yes', said: text });
  },
};
