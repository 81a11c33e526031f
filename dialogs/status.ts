import type { Dialog, Incident } from '../bot/index.ts';
import { ask } from './ask.ts';
import { slotCard } from './content.ts';
import { describeDue, describeIntent } from './describe.ts';
import { answerIn, requestsIn } from './meaning.ts';
import {
  callPerson,
  countIn,
  type Moment,
  noting,
  pop,
  push,
  say,
  swap,
  tell,
  topOf,
  words,
} from './moment.ts';
import { readAnswer, UNKNOWN } from './read-answer.ts';
import { isDiscreet } from './receipt.ts';

const CODE = 'case_ref_or_identity';

/** A code is asked for this often, then a person looks. */
const TRIES = 2;

/** Tells what became of a request, by its code. */
export const status: Dialog<Moment> = {
  id: 'status',
  resume: (moment) => {
    const card = slotCard(moment.tools.content, CODE);
    if (topOf(moment) === undefined || card === undefined) return undefined;
    const said = readAnswer(moment, card);
    if (said !== undefined && said.value !== UNKNOWN) return showStatus(moment, said.value);
    if (moment.choice !== undefined || isElsewhere(moment)) return undefined;
    return answerIn(moment) === UNKNOWN ? giveUp(moment) : askOnce(moment);
  },
};

const isElsewhere = (moment: Moment): boolean =>
  requestsIn(moment).some(({ id }) => id !== 'request_status');

/** Shows the status of the request whose code was told, or of the last one of this conversation, or asks. */
export const askCode = (moment: Moment): Moment => {
  const framed = push(moment, { dialog: 'status', slots: {}, memory: {} });
  const code = moment.heard.slots['code']?.value ?? moment.input.incidents.at(-1);
  const frame = topOf(framed);
  if (code !== undefined) return showStatus(framed, code);
  return frame === undefined ? moment : ask(framed, frame, CODE);
};

const showStatus = (moment: Moment, code: string): Moment => {
  const found = moment.look({ kind: 'incident', code });
  if (found === undefined) return moment;
  if (found.incident === undefined) return notFound(moment, code);
  return tell(pop(moment), statusLines(moment, found.incident).join('\n'));
};

const statusLines = (moment: Moment, { code, intent, due }: Incident): readonly string[] => {
  const { tools, language, input } = moment;
  const what = describeIntent(tools.catalogue, intent, language);
  const subject = isDiscreet(moment, intent)
    ? words(moment, 'status_discreet', { code })
    : words(moment, 'status_what', { code, what });
  const late = due < input.now;
  const promised = { due: describeDue(tools.content, due, language) };
  return [
    subject,
    words(moment, late ? 'status_late' : 'status_due', promised),
    words(moment, 'status_link', { code }),
  ];
};

const notFound = (moment: Moment, code: string): Moment => {
  const frame = topOf(moment);
  const tries = frame === undefined ? TRIES : countIn(frame, 'tries') + 1;
  if (frame === undefined || tries >= TRIES) return giveUp(moment);
  const instead = words(moment, 'status_unknown', { code });
  return ask(moment, noting(frame, { tries }), CODE, { instead });
};

const askOnce = (moment: Moment): Moment => {
  const frame = topOf(moment);
  const tries = frame === undefined ? TRIES : countIn(frame, 'tries') + 1;
  if (frame === undefined || tries >= TRIES) return giveUp(moment);
  return ask(swap(moment, frame), noting(frame, { tries }), CODE, { again: true });
};

const giveUp = (moment: Moment): Moment =>
  callPerson(say(pop(moment), 'status_give_up'), 'unsure', 'request_status');
