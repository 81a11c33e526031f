import type { Frame, IntentCard } from '../bot/index.ts';
import { ask, type Manner } from './ask.ts';
import { describeIntent } from './describe.ts';
import { advance } from './form.ts';
import { isReport } from './meaning.ts';
import { type Moment, remember, runningOf, say, topOf, words } from './moment.ts';
import { isDiscreet } from './receipt.ts';
import { startRequest } from './start-request.ts';

/** After a message was taken: the open question again, or the next request that waits. */
export const carryOn = (moment: Moment): Moment => {
  if (runningOf(moment) !== undefined) return askStanding(moment);
  const [first, ...waiting] = moment.state.waiting;
  const card = first === undefined ? undefined : moment.tools.catalogue.get(first.intent);
  const freed = remember(moment, { waiting });
  if (first === undefined) return moment;
  if (card === undefined) return carryOn(freed);
  const fresh = isFresh(moment);
  const announced = !fresh || waiting.length > 0;
  const ready = fresh ? freed : announce(freed, card);
  return carryOn(startRequest(ready, card, { slots: first.slots, announced }));
};

/** A request that was noted in this very turn needs no announcement. */
const isFresh = ({ state, input, opened }: Moment): boolean =>
  state.waiting !== input.state.waiting && opened.length === 0;

const announce = (moment: Moment, card: IntentCard): Moment => {
  const what = describeIntent(moment.tools.catalogue, card.id, moment.language);
  return isReport(card) ? say(moment, 'next_request', { what }) : moment;
};

/** Puts the open question again when something else was said in between. */
export const askStanding = (moment: Moment): Moment => {
  const frame = topOf(moment);
  const asked = moment.replies.some((reply) => reply.ask !== undefined);
  // Whoever waits for a person is not questioned, but a request that was just registered lets the next one go on.
  const calling = moment.handoff !== undefined && moment.opened.length === 0;
  if (frame?.dialog !== 'report' || frame.asked === undefined || asked || calling) return moment;
  // What was asked may have been answered before something more urgent came between.
  const before = resumed(moment, frame);
  return frame.slots[frame.asked] === undefined
    ? ask(moment, frame, frame.asked, { again: true, ...before })
    : advance(moment, before);
};

/** A form that was left comes back when the other one is registered: it is said which. */
const resumed = (moment: Moment, { intent = '' }: Frame): Manner => {
  const { tools, language, opened } = moment;
  if (opened.length === 0 || isDiscreet(moment, intent)) return {};
  const what = describeIntent(tools.catalogue, intent, language);
  return { before: words(moment, 'back_to', { what }) };
};
