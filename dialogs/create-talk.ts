import type { Frame, IntentCard, Talk } from '../bot/index.ts';
import { ask, type Manner } from './ask.ts';
import { withDays } from './dated.ts';
import { heardPlainly } from './denied.ts';
import { describeIntent } from './describe.ts';
import { DIALOGS } from './dialogs.ts';
import { notUnderstood } from './fallback.ts';
import { finish } from './finish.ts';
import { firstOf } from './first-of.ts';
import { advance } from './form.ts';
import { hear } from './hear.ts';
import { knownPlace } from './known-place.ts';
import { isReport } from './meaning.ts';
import { menuChoices } from './menu.ts';
import {
  type Moment,
  pop,
  remember,
  runningOf,
  say,
  swap,
  type TalkTools,
  tell,
  topOf,
  words,
} from './moment.ts';
import { isDiscreet } from './receipt.ts';
import { keepKnown } from './register.ts';
import { startRequest } from './start-request.ts';

/** Builds what the bot says. Pure: facts from outside are asked for, never fetched. */
export const createTalk =
  (tools: TalkTools): Talk =>
  (input) => {
    const moment = hear(input, tools);
    const done = input.message === undefined ? open(moment) : carryOn(listen(moment));
    const query = moment.look.missing();
    return query === undefined ? finish(done) : { kind: 'need', query };
  };

/** Somebody opened the chat without a word: a greeting the first time, the open question after that. */
const open = (moment: Moment): Moment => {
  if (moment.state.greeted) return askStanding(moment);
  return tell(moment, words(moment, 'how_can_i_help'), { choices: menuChoices(moment) });
};

const listen = (heard: Moment): Moment => {
  const moment = keepPhone(keepPhotos(withDays(heard)));
  const resume = DIALOGS.find(({ id }) => id === topOf(moment)?.dialog)?.resume;
  const taken = firstOf(moment, [...DIALOGS.map(({ interrupt }) => interrupt), resume]);
  if (taken !== undefined) return taken;
  const free = letGo(moment);
  return (
    firstOf(
      free,
      DIALOGS.map(({ begin }) => begin),
    ) ?? notUnderstood(free)
  );
};

const keepPhotos = (moment: Moment): Moment => {
  const sent = moment.input.message?.photos ?? [];
  if (sent.length === 0) return moment;
  return remember(moment, {
    photos: [...(moment.state.photos ?? []), ...sent].slice(-MOST_PHOTOS),
  });
};

const MOST_PHOTOS = 5;

/** A telephone number that is told by the way is not asked for any more. */
const keepPhone = (moment: Moment): Moment => {
  const { phone } = heardPlainly(moment).heard.slots;
  if (phone === undefined || moment.choice !== undefined) return moment;
  return topOf(moment)?.dialog === 'after' ? moment : keepKnown(moment, { callback_phone: phone });
};

/** Dialogs that give the floor back when the tenant talks about something else. */
const PASSING = ['choose', 'status', 'appointment', 'same', 'cancel', 'silence'];

const letGo = (moment: Moment): Moment =>
  PASSING.includes(topOf(moment)?.dialog ?? '') ? pop(moment) : moment;

/** After a message was taken: the open question again, or the next request that waits. */
const carryOn = (moment: Moment): Moment => {
  const running = runningOf(moment);
  if (running !== undefined) {
    const back = announceReturn(moment, running);
    return askStanding(back, back === moment);
  }
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

/** A form that was left comes back when the other one is registered. */
const announceReturn = (moment: Moment, { dialog, intent = '' }: Frame): Moment => {
  const { opened, state, input, tools, language } = moment;
  const left = input.state.stack.slice(0, -1).some((one) => one.intent === intent);
  if (opened.length === 0 || dialog !== 'report' || !left || state.stack.length < 2) return moment;
  if (isDiscreet(moment, intent)) return withKnownPlace(moment);
  return withKnownPlace(
    say(moment, 'back_to', { what: describeIntent(tools.catalogue, intent, language) }),
  );
};

/** What was told meanwhile is not asked again. */
const withKnownPlace = (moment: Moment): Moment => {
  const frame = topOf(moment);
  const place = knownPlace(moment.state);
  if (frame?.asked !== 'address' || place['address'] === undefined) return moment;
  return advance(swap(moment, { ...frame, slots: { ...frame.slots, ...place } }));
};

/** Puts the open question again when something else was said in between. */
const askStanding = (moment: Moment, announces = true): Moment => {
  const frame = topOf(moment);
  const asked = moment.replies.some((reply) => reply.ask !== undefined);
  // Whoever waits for a person is not questioned, but a request that was just registered lets the next one go on.
  const calling = moment.handoff !== undefined && moment.opened.length === 0;
  if (frame?.dialog !== 'report' || frame.asked === undefined || asked || calling) return moment;
  // What was asked may have been answered before something more urgent came between.
  const before = announces ? resumed(moment, frame) : {};
  return frame.slots[frame.asked] === undefined
    ? ask(moment, frame, frame.asked, { again: true, ...before })
    : advance(moment, before);
};

/** After another request was registered it is said which one goes on. */
const resumed = (moment: Moment, { intent = '' }: Frame): Manner => {
  const { tools, language, opened } = moment;
  if (opened.length === 0 || isDiscreet(moment, intent)) return {};
  const what = describeIntent(tools.catalogue, intent, language);
  return { before: words(moment, 'next_request', { what }) };
};
