import type { Frame, IntentCard } from '../bot/index.ts';
import { ask } from './ask.ts';
import type { SlotCard } from './content.ts';
import { describeIntent } from './describe.ts';
import { wordCount } from './fold.ts';
import { gatherFirst } from './gather.ts';
import { answerIn, requestsIn } from './meaning.ts';
import { type Moment, remember, topOf, words } from './moment.ts';
import { readAnswer, worded } from './read-answer.ts';
import { mostUrgentFirst } from './requests.ts';
import { askedCard, take } from './take-answer.ts';

/** A sentence this long can be a request of its own; shorter ones are answers. */
const A_REQUEST = 4;

/** Notes a request that comes up in the middle of a form; the question stands. */
export const otherRequest = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  const card = askedCard(moment);
  const others = moment.choice === undefined ? othersIn(moment, frame) : [];
  if (frame?.asked === undefined || card === undefined || others.length === 0) return undefined;
  if (isAnswer(moment, frame, card)) return undefined;
  const { catalogue } = moment.tools;
  const names = others.map(({ id }) => describeIntent(catalogue, id, moment.language));
  const before = words(moment, 'noted_for_later', { what: names.join(', ') });
  const waiting = mostUrgentFirst(moment, others).map((other) => ({
    intent: other.id,
    slots: gatherFirst(moment, other),
  }));
  const noted = remember(moment, { waiting: [...moment.state.waiting, ...waiting] });
  const value = answerIn(moment) === undefined ? undefined : readAnswer(moment, card);
  return value === undefined
    ? ask(noted, frame, frame.asked, { again: true, before })
    : take(noted, frame, value, before);
};

/** Papers are told in words of other papers: an answer that was offered stays an answer. */
const isAnswer = (moment: Moment, { intent = '' }: Frame, card: SlotCard): boolean =>
  moment.tools.catalogue.get(intent)?.domain === 'admin' && worded(moment, card) !== undefined;

/** Requests that are surely not what the form is about. */
const othersIn = (moment: Moment, frame: Frame | undefined): readonly IntentCard[] => {
  const current = moment.tools.catalogue.get(frame?.intent ?? '');
  if (current === undefined || wordCount(moment.text) < A_REQUEST) return [];
  return requestsIn(moment).filter(
    ({ id, confusable, domain }) =>
      id !== current.id &&
      domain !== 'emergency' &&
      !current.confusable.includes(id) &&
      !confusable.includes(current.id) &&
      moment.state.waiting.every(({ intent }) => intent !== id),
  );
};
