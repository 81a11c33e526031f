import {
  type Frame,
  IDENTITY,
  type Incident,
  identified,
  identityFact,
  type SlotValue,
} from '../bot/index.ts';
import { declines } from './answer-proof.ts';
import { ask } from './ask.ts';
import { changeOf } from './correct-incident.ts';
import {
  countIn,
  type Moment,
  noting,
  remember,
  say,
  swap,
  textIn,
  unasked,
  words,
} from './moment.ts';
import { offerVisit } from './offer-visit.ts';
import { findCode, SMS_CODE } from './read-proof.ts';
import { isDiscreet } from './receipt.ts';
import { proofsOf, speaker } from './who-speaks.ts';

/** How long a code is good, ms, and how often it may be typed. */
const LIFE = 10 * 60_000;
const MOST_TRIES = 3;

/** Sends a code to a mobile number that was just told, and asks for it; nothing where that is not possible or no use. */
export const offerCode = (
  moment: Moment,
  frame: Frame,
  { phone, before }: { readonly phone: SlotValue; readonly before: string },
): Moment | undefined => {
  const { texts, ...proofs } = proofsOf(moment);
  if (!isOfUse(moment, frame)) return undefined;
  const allowed = moment.look({ kind: 'may_text', n: texts, phone: phone.value });
  if (allowed === undefined) return moment;
  const { to } = allowed;
  if (to === undefined || speaker(moment)?.confirmed === to) return undefined;
  const { now } = moment.input;
  const draft = { n: texts, to, language: moment.language, until: now + LIFE };
  const counted = remember(moment, { proofs: { ...proofs, texts: texts + 1 } });
  const sent = { code_to: to, code_n: texts, code_until: draft.until, code_tries: 0 };
  const asked = ask(counted, noting(frame, sent), SMS_CODE, { before });
  return { ...asked, texts: [...asked.texts, draft] };
};

/** Who writes by SMS is reached already; in a danger, or where nothing may show, nothing is sent to a telephone. */
const isOfUse = (moment: Moment, { intent = '' }: Frame): boolean =>
  moment.input.channel !== 'sms' &&
  moment.tools.catalogue.get(intent)?.domain !== 'emergency' &&
  !isDiscreet(moment, intent);

/** Takes the code, or goes on without it. */
export const answerCode = (moment: Moment, frame: Frame): Moment | undefined => {
  if (frame.asked !== SMS_CODE) return undefined;
  const typed = moment.choice === undefined ? findCode(moment.text)?.code : undefined;
  const found = moment.look({ kind: 'incident', code: textIn(frame, 'code') });
  if (found === undefined) return moment;
  const { incident } = found;
  if (typed === undefined) {
    return declines(moment) ? goOn(say(moment, 'code_over'), frame, incident) : undefined;
  }
  if (moment.input.now > countIn(frame, 'code_until')) {
    return goOn(say(moment, 'code_expired'), frame, incident);
  }
  return judge(moment, frame, { typed, incident });
};

const judge = (
  moment: Moment,
  frame: Frame,
  { typed, incident }: { readonly typed: string; readonly incident: Incident | undefined },
): Moment => {
  const to = textIn(frame, 'code_to');
  const answer = moment.look({ kind: 'code_sent', n: countIn(frame, 'code_n'), to, typed });
  if (answer === undefined) return moment;
  if (answer.right) return confirmed(moment, frame, { to, incident });
  const tries = countIn(frame, 'code_tries') + 1;
  if (tries >= MOST_TRIES) return goOn(say(moment, 'code_over'), frame, incident);
  const instead = words(moment, 'code_wrong');
  return ask(moment, noting(frame, { code_tries: tries }), SMS_CODE, { instead });
};

const confirmed = (
  moment: Moment,
  frame: Frame,
  { to, incident }: { readonly to: string; readonly incident: Incident | undefined },
): Moment => {
  const before = speaker(moment);
  const { now } = moment.input;
  const proof = { by: 'code', phone: to } as const;
  // Who was matched with a lease already is not known less surely now.
  const identity =
    before === undefined || before.by === 'code'
      ? identified(proof, now, before)
      : { ...before, confirmed: to };
  const known = say(remember(moment, { identity }), 'code_right');
  if (incident === undefined) return goOn(known, frame, incident);
  const fact = identityFact(proof);
  const slots = { [IDENTITY]: fact, ...incident.slots };
  const data = { [IDENTITY]: fact.value };
  const change = changeOf(moment, { ...incident, slots }, { kind: 'identity', data });
  return goOn({ ...known, corrected: [...known.corrected, change] }, frame, change.incident);
};

/** The code is no matter any more: what comes after a telephone number. */
const goOn = (moment: Moment, frame: Frame, incident: Incident | undefined): Moment => {
  const { code = '' } = frame.memory;
  const settled = swap(moment, { ...unasked(frame), memory: { code } });
  return incident === undefined ? settled : offerVisit(settled, incident);
};
