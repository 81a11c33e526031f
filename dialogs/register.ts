import type { Frame, IncidentDraft, Slots, TalkState } from '../bot/index.ts';
import { ask } from './ask.ts';
import { knownPlace } from './known-place.ts';
import { personChoice } from './menu.ts';
import {
  callPerson,
  type Moment,
  remember,
  runningOf,
  say,
  topOf,
  unasked,
  words,
} from './moment.ts';
import { offerVisit } from './offer-visit.ts';
import { placeOf } from './place.ts';
import { UNKNOWN } from './read-answer.ts';
import { BIRTH } from './read-proof.ts';
import { isDiscreet, sayReceipt } from './receipt.ts';
import { whoAsked } from './who-speaks.ts';

/** Opens the incident of a form that is complete, tells the tenant, and asks for a number to call when none is known. */
export const register = (moment: Moment, frame: Frame, before?: string): Moment => {
  const n = moment.input.incidents.length + moment.opened.length;
  const code = moment.look({ kind: 'code', n })?.code;
  if (code === undefined || frame.intent === undefined) return moment;
  const { now } = moment.input;
  const { priority, due, review } = moment.tools.qualify({
    intent: frame.intent,
    slots: frame.slots,
    now,
  });
  const draft = draftOf(moment, frame, { code, intent: frame.intent, priority, due });
  const opened = { ...moment, opened: [...moment.opened, draft] };
  const told = sayReceipt(closeForm(opened, frame, code), draft, {
    ...(before === undefined ? {} : { before }),
  });
  const reviewed = review || frame.memory['review'] === true;
  const kept = keepTenant(told, frame);
  return askLast(reviewed ? callPerson(kept, 'review', frame.intent) : kept, draft);
};

/** Who somebody is holds for later requests too. */
const keepTenant = (moment: Moment, { slots }: Frame): Moment => {
  const { tenant_ref: tenant } = slots;
  return tenant === undefined || tenant.value === UNKNOWN
    ? moment
    : keepKnown(moment, { tenant_ref: tenant });
};

const draftOf = (
  moment: Moment,
  frame: Frame,
  decided: Pick<IncidentDraft, 'code' | 'intent' | 'priority' | 'due'>,
): IncidentDraft => {
  const { state } = moment;
  const place = placeOf(frame);
  const phone = state.known['callback_phone']?.value;
  return {
    ...decided,
    slots: { ...factsOf(frame.slots), ...whoAsked(moment, frame) },
    photos: state.photos ?? [],
    ...(place === undefined ? {} : { place }),
    ...(phone === undefined ? {} : { phone }),
  };
};

/** What is kept among the facts; the place and the phone number have fields of their own. */
const factsOf = (slots: Slots): Slots => {
  const { address: _, postcode: __, callback_phone: ___, [BIRTH]: ____, ...facts } = slots;
  return facts;
};

/** The form gives the floor back; the request stays at hand for corrections. */
const closeForm = (moment: Moment, frame: Frame, code: string): Moment => {
  const below = moment.state.stack.slice(0, -1);
  const earlier = below.filter(({ dialog }) => dialog === 'after').slice(-MOST_EARLIER);
  const others = below
    .filter(({ dialog }) => dialog !== 'after')
    .map((one) => placed(one, moment.state));
  const { asked: _, ...rest } = frame;
  const after: Frame = { ...rest, dialog: 'after', memory: { code } };
  const { photos: __, ...state }: TalkState = moment.state;
  return { ...moment, state: { ...state, stack: [...earlier.map(unasked), after, ...others] } };
};

/** A form that waited need not ask for the place that was told meanwhile. */
const placed = (frame: Frame, state: TalkState): Frame =>
  frame.dialog === 'report' && frame.slots['address'] === undefined
    ? { ...frame, slots: { ...frame.slots, ...knownPlace(state) } }
    : frame;

/** Earlier requests that stay at hand for corrections. */
const MOST_EARLIER = 4;

/** Tells that a person was called, and asks the last question: where to call, or when to come if that is known. */
const askLast = (moment: Moment, draft: IncidentDraft): Moment => {
  const frame = topOf(moment);
  const { waiting, known } = moment.state;
  const busy = waiting.length > 0 || runningOf(moment) !== undefined;
  const called = moment.handoff?.reason === 'review' && moment.input.holder === 'bot';
  const silent = frame === undefined || isDiscreet(moment, draft.intent);
  if (silent || busy || known['callback_phone'] !== undefined) {
    const told = called ? say(moment, 'status_person') : moment;
    return silent || busy ? told : offerVisit(told, draft);
  }
  const before = called ? { before: words(moment, 'status_person') } : {};
  return withPerson(ask(moment, frame, 'callback_phone', before), draft.intent);
};

/** Where a person helps more than a program, one is a button away. */
const withPerson = (moment: Moment, intent: string): Moment => {
  const last = moment.replies.at(-1);
  const person = moment.tools.content.guidance.get(intent)?.person === true;
  if (last === undefined || !person || moment.handoff !== undefined) return moment;
  const choices = [...(last.choices ?? []), personChoice(moment)];
  return { ...moment, replies: [...moment.replies.slice(0, -1), { ...last, choices }] };
};

/** Keeps a fact about the person for all later requests. */
export const keepKnown = (moment: Moment, facts: Slots): Moment =>
  remember(moment, { known: { ...moment.state.known, ...facts } });
