import type { Dialog, Frame } from '../bot/index.ts';
import { ask } from './ask.ts';
import { slotCard } from './content.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { requestsIn } from './meaning.ts';
import { listIn, type Moment, runningOf, say, words } from './moment.ts';

/** "Attendez 2 min" is short; a longer sentence says something else. */
const SHORT = 7;

/** Waits for a tenant who goes and looks: nothing is asked again until they write. */
export const wait: Dialog<Moment> = {
  id: 'wait',
  interrupt: (moment) => {
    if (moment.choice !== undefined) return undefined;
    const frame = runningOf(moment);
    // The question that stood is put again by itself.
    if (frame?.dialog === 'report' && isBack(moment, frame)) return moment;
    if (!asksToWait(moment)) return undefined;
    if (frame?.dialog !== 'report' || frame.asked === undefined) {
      return say(moment, 'take_your_time');
    }
    return ask(moment, frame, frame.asked, { instead: words(moment, 'take_your_time') });
  },
};

/** "C'est bon" after a wait says that the tenant is here again; it answers nothing. */
const isBack = (moment: Moment, frame: Frame): boolean =>
  moment.state.recent?.at(-1) === words(moment, 'take_your_time') &&
  saysCue(moment, 'here_again') &&
  wordCount(moment.text) <= SHORT &&
  !(takesYes(moment, frame) && moment.heard.slots['yes_no'] !== undefined);

const takesYes = ({ tools }: Moment, frame: Frame): boolean =>
  listIn(frame, 'offered').length > 0 ||
  slotCard(tools.content, frame.asked ?? '', frame.intent)?.choices.some(
    ({ means }) => means === 'yes',
  ) === true;

const asksToWait = (moment: Moment): boolean =>
  saysCue(moment, 'wait') &&
  !saysCue(moment, 'keep') &&
  wordCount(moment.text) <= SHORT &&
  !wantsSomething(moment);

/** "L'ascenseur" beside it is a request: "j'attends toujours le plombier". */
const wantsSomething = (moment: Moment): boolean =>
  requestsIn(moment).length > 0 && !moment.heard.intents.every(({ p }) => p < SURELY);

const SURELY = 0.95;
