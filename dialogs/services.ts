import type { Dialog } from '../bot/index.ts';
import { asideFor, asideSubject, isQuestion } from './aside.ts';
import { ask } from './ask.ts';
import { firstOf } from './first-of.ts';
import { personChoice } from './menu.ts';
import { type Moment, remember, tell, textIn, topOf, words } from './moment.ts';
import { openHere } from './reported.ts';
import { reportsToo, subjectIn, workIn } from './service-question.ts';
import { serviceAnswer } from './service-words.ts';
import { promiseLines } from './tell-status.ts';

/** Answers who pays and how long it takes to somebody who only asks, and offers to note the request. */
export const services: Dialog<Moment> = {
  id: 'services',
  begin: (moment) => {
    const subject = subjectIn(moment);
    const card = subject === undefined || reportsToo(moment) ? undefined : workIn(moment);
    if (subject === undefined || card === undefined) return undefined;
    const open = openHere(moment).some(({ intent }) => intent === card.id);
    if (open && subject === 'delay') return undefined;
    const answer = serviceAnswer(moment, subject, { intent: card.id, slots: {} });
    const heard = remember(moment, { misses: 0 });
    if (answer === undefined) return undefined;
    return open ? tell(heard, answer) : offerToNote(heard, card.id, answer);
  },
};

const offerToNote = (moment: Moment, intent: string, answer: string): Moment =>
  tell(
    moment,
    [answer, words(moment, 'service_more', { intent }), words(moment, 'service_offer')].join('\n'),
    {
      choices: [
        { title: words(moment, 'service_note'), value: `intent:${intent}` },
        personChoice(moment),
      ],
    },
  );

/** The questions that are asked in passing, outside a form. */
export const asides: Dialog<Moment> = {
  id: 'asides',
  begin: (moment) =>
    moment.choice === undefined ? firstOf(moment, [tellPromise, tellAside]) : undefined,
};

/** After the receipt the date is known: it is told, not announced. */
const tellPromise = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const asked = isQuestion(moment) && asideSubject(moment) === 'delay';
  if (frame?.dialog !== 'after' || !asked) return undefined;
  const found = moment.look({ kind: 'incident', code: textIn(frame, 'code') });
  if (found === undefined) return moment;
  const lines = found.incident === undefined ? [] : promiseLines(moment, found.incident);
  return lines.length === 0 ? undefined : backTo(moment, lines.join('\n'));
};

const tellAside = (moment: Moment): Moment | undefined => {
  const found = asideFor(moment);
  const fits = found !== undefined && (found.told || isQuestion(moment));
  return fits ? backTo(moment, found.text) : undefined;
};

/** The number that was asked for with the receipt is asked for again in the same bubble. */
const backTo = (moment: Moment, text: string): Moment => {
  const frame = topOf(moment);
  return frame?.asked === PHONE ? ask(moment, frame, PHONE, { before: text }) : tell(moment, text);
};

const PHONE = 'callback_phone';
