import type { Dialog, Frame, Slots } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { requestsIn } from './meaning.ts';
import { callPerson, type Moment, pop, push, say, topOf } from './moment.ts';
import {
  askAgain,
  askWhich,
  codeSaid,
  leavesCode,
  meantHere,
  namedHere,
  reminderFact,
} from './reported.ts';
import { tellStatus } from './tell-status.ts';

/** Tells what became of a request, and takes the reminder of somebody who still waits. */
export const status: Dialog<Moment> = {
  id: 'status',
  begin: (moment) => {
    const [kind, code] = moment.choice?.split('=') ?? [];
    if (moment.choice === undefined)
      return asksForNews(moment) ? openStatus(moment, {}) : undefined;
    if (kind !== 'remind' || code === undefined) return undefined;
    return tellStatus(moment, code, { value: 'yes', said: moment.text }) ?? giveUp(moment);
  },
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined) return undefined;
    const code = codeSaid(moment) ?? namedHere(moment)?.code;
    if (code !== undefined) return show(moment, frame, code);
    return moment.choice !== undefined || leavesCode(moment) ? undefined : giveUp(pop(moment));
  },
};

/** "Vous en êtes où ?", where it is not understood as a request by itself. */
const asksForNews = (moment: Moment): boolean =>
  requestsIn(moment).length === 0 && saysCue(moment, 'news');

/** Shows the status of the request that is meant, or asks which one it is. */
export const openStatus = (moment: Moment, { reminder }: Slots): Moment => {
  const slots = reminder === undefined ? reminderFact(moment) : { reminder };
  const frame: Frame = { dialog: 'status', slots, memory: {} };
  const framed = push(moment, frame);
  const code = moment.heard.slots['code']?.value ?? meantHere(moment)?.code;
  return code === undefined ? askWhich(framed, frame) : show(framed, frame, code);
};

const show = (moment: Moment, frame: Frame, code: string): Moment =>
  tellStatus(pop(moment), code, frame.slots['reminder']) ?? notFound(moment, frame, code);

const notFound = (moment: Moment, frame: Frame, code: string): Moment =>
  askAgain(moment, frame, code) ?? callPerson(say(pop(moment), 'status_give_up'), 'unsure', 'code');

const giveUp = (moment: Moment): Moment =>
  callPerson(say(moment, 'status_no_code'), 'unsure', 'request_status');
