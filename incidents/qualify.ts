import {
  BotError,
  type Catalogue,
  type Condition,
  type Instant,
  type IntentCard,
  type PriorityRule,
  type Qualification,
  type Qualify,
  type Slots,
} from '../bot/index.ts';
import type { Calendar } from './calendar.ts';

type Facts = { readonly slots: Slots; readonly now: Instant };

/** Builds the one source of every priority and every promised date: facts in, never words. */
export const createQualify =
  ({
    catalogue,
    calendar,
  }: {
    readonly catalogue: Catalogue;
    readonly calendar: Calendar;
  }): Qualify =>
  ({ intent, slots, now }) => {
    const facts = { slots, now };
    const card = cardOf(catalogue, intent);
    const rule = ruleFor(card, facts, calendar);
    if (rule?.route === undefined) return qualification({ card, rule, now, calendar });
    const target = cardOf(catalogue, rule.route);
    const there = ruleFor(withoutRoutes(target), facts, calendar);
    const found = qualification({ card: target, rule: there, now, calendar });
    return { ...found, route: rule.route, review: found.review || rule.review === true };
  };

const cardOf = (catalogue: Catalogue, intent: string): IntentCard => {
  const card = catalogue.get(intent);
  if (card !== undefined) return card;
  throw new BotError(`The catalogue has no intent "${intent}": add its card.`, 'bad-content');
};

/** A request moves once: the facts that led to another intent cannot send it on or back. */
const withoutRoutes = (card: IntentCard): IntentCard => ({
  ...card,
  rules: card.rules.filter(({ route }) => route === undefined),
});

const ruleFor = (card: IntentCard, facts: Facts, calendar: Calendar): PriorityRule | undefined =>
  card.rules.find(({ when }) =>
    when.some((group) => group.every((condition) => holds(condition, facts, calendar))),
  );

const holds = (condition: Condition, { slots, now }: Facts, calendar: Calendar): boolean => {
  if ('season' in condition) {
    return calendar.isHeatingSeason(now) === (condition.season === 'heating');
  }
  const value = slots[condition.slot]?.value;
  if (value === undefined) return false;
  return 'is' in condition ? condition.is.includes(value) : isBelow(value, condition.below);
};

const isBelow = (value: string, limit: number): boolean => {
  const number = Number(value.replace(',', '.'));
  return value.trim() !== '' && number < limit;
};

const qualification = ({
  card,
  rule,
  now,
  calendar,
}: {
  readonly card: IntentCard;
  readonly rule: PriorityRule | undefined;
  readonly now: Instant;
  readonly calendar: Calendar;
}): Qualification => {
  const priority = rule?.priority ?? card.priority;
  const delay = card.delays[priority];
  if (delay === undefined) {
    throw new BotError(`Intent "${card.id}" has no delay for ${priority}: add one.`, 'bad-content');
  }
  return { priority, due: calendar.due(delay, now), review: rule?.review === true };
};
