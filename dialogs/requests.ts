import type { Dialog, IntentCard, Slots } from '../bot/index.ts';
import { askSame, toldBefore } from './ask-same.ts';
import { describeIntent } from './describe.ts';
import { wordCount } from './fold.ts';
import { gather, gatherFirst } from './gather.ts';
import { hearAgain } from './hear.ts';
import { requestsIn } from './meaning.ts';
import { type Moment, remember, say } from './moment.ts';
import { placesFor, placeWords } from './place.ts';
import { reminderFact, withoutRepeats } from './reported.ts';
import { isWork, subjectIn } from './service-question.ts';

/** The most urgent request comes first. */
const URGENCY = ['P0', 'P1', 'P2', 'P3', 'P4', 'A1', 'A2'];

/** Takes what a tenant wants: notes every request of the message, most dangerous first. */
export const requests: Dialog<Moment> = {
  id: 'requests',
  begin: (moment) => {
    const pressed = pressedCard(moment);
    if (pressed !== undefined) return noteRequests(moment, [pressed]);
    const cards = withoutRepeats(moment, withoutQuestion(moment, requestsIn(moment)));
    const before = toldBefore(moment, cards);
    if (before !== undefined) return askSame(moment, before);
    return cards.length === 0 ? undefined : noteRequests(moment, cards);
  },
};

const pressedCard = ({ choice, tools }: Moment): IntentCard | undefined => {
  const [kind, id = ''] = choice?.split(':') ?? [];
  return kind === 'intent' ? tools.catalogue.get(id) : undefined;
};

/** "Ma porte est cassée, qui va payer ?" asks who pays for the door: it tells of no rent that is hard to pay. */
const withoutQuestion = (moment: Moment, cards: readonly IntentCard[]): readonly IntentCard[] => {
  const { heard, tools, text } = moment;
  if (subjectIn(moment) !== 'pays') return cards;
  const work = heard.intents.flatMap(({ id }) => tools.catalogue.get(id) ?? []).find(isWork);
  const asked = heard.intents.filter(
    ({ span }) => subjectIn({ ...moment, text: text.slice(span.start, span.end) }) === 'pays',
  );
  const told = cards.filter((card) => isWork(card) || asked.every(({ id }) => id !== card.id));
  if (work === undefined) return cards;
  return told.length === 0 && cards.length > 0 ? [work] : told;
};

/** Puts requests in the waiting list in the order in which they will be handled; several are told back. */
export const noteRequests = (moment: Moment, cards: readonly IntentCard[]): Moment => {
  const sorted = mostUrgentFirst(moment, cards);
  const noted = remember(moment, {
    misses: 0,
    waiting: [
      ...sorted.map((card) => ({
        intent: card.id,
        slots: {
          ...(sorted.length === 1 ? firstFacts(moment, card) : factsOfPart(moment, card)),
          ...(card.id === 'request_status' ? reminderFact(moment) : {}),
        },
      })),
      ...moment.state.waiting.filter(({ intent }) => sorted.every(({ id }) => id !== intent)),
    ],
  });
  return sorted.length < 2 ? noted : sayList(noted, sorted);
};

/** The most dangerous request comes first; equal ones in the order in which they were told. */
export const mostUrgentFirst = (
  { heard }: Moment,
  cards: readonly IntentCard[],
): readonly IntentCard[] => {
  const place = ({ id }: IntentCard): number =>
    heard.intents.find((one) => one.id === id)?.span.start ?? 0;
  const urgency = ({ priority }: IntentCard): number => URGENCY.indexOf(priority);
  return cards.toSorted((one, two) => urgency(one) - urgency(two) || place(one) - place(two));
};

/** What the message that brings a request already tells about it. */
export const firstFacts = (moment: Moment, card: IntentCard): Slots => ({
  ...gatherFirst(moment, card),
  ...placeFact(moment),
});

/** Where one request of a message ends and the next may begin. */
const SEAM =
  /[.!?;,\n]+|\b\d\)|\s(?:et|and|puis|aussi|also|plus)\s|au fait|by the way|\bsvp\b|s.il vous pla[iî]t|please|\s(?:car|parce que|because|pour|for)\s/iu;

/** The parts of a message, each heard by itself. */
export const partsOf = (moment: Moment): readonly Moment[] =>
  moment.text
    .split(SEAM)
    .filter((part) => wordCount(part) > 1)
    .map((part) => hearAgain(moment, part.trim()));

/** Of several requests each takes the facts of its own part of the message: two rooms are not mixed up. */
const factsOfPart = (moment: Moment, card: IntentCard): Slots => {
  const own = partsOf(moment).find(({ heard }) => heard.guesses[0]?.id === card.id);
  return {
    ...householdFacts(moment, card),
    ...(own === undefined ? {} : gatherFirst(own, card)),
    ...placeFact(moment),
  };
};

/** Facts about the people who live there count for every request of the message. */
const HOUSEHOLD = ['vulnerable_person', 'medical_device_at_home', 'child_under_6', 'floor_level'];

const householdFacts = (moment: Moment, card: IntentCard): Slots =>
  Object.fromEntries(
    Object.entries(gather(moment, card)).filter(([slot]) => HOUSEHOLD.includes(slot)),
  );

/** The words of a message that tell a place, when the landlord has such a place. */
const placeFact = (moment: Moment): Slots => {
  const text = placeWords(moment);
  if (moment.text === '' || placesFor(moment, text).length === 0) return {};
  return { place_text: { value: text, said: text } };
};

const sayList = (moment: Moment, cards: readonly IntentCard[]): Moment => {
  const { tools, language } = moment;
  const list = cards.map(
    ({ id }, n) => `${n + 1}. ${describeIntent(tools.catalogue, id, language)}`,
  );
  return say(moment, 'several', { count: cards.length, list: list.join('\n') });
};
