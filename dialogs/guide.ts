import type { Frame, IntentCard, Slots } from '../bot/index.ts';
import type { Advice } from './content.ts';
import { personChoice } from './menu.ts';
import { listIn, type Moment, noting, pop, swap, tell, topOf } from './moment.ts';

/** Says the short useful answer to a request before anything is asked; nothing where there is none. */
export const answerFirst = (
  moment: Moment,
  { id }: IntentCard,
  before: readonly string[],
): Moment | undefined => {
  const { tools, language } = moment;
  const answer = tools.content.guidance.get(id)?.[language];
  const frame = topOf(moment);
  if (answer === undefined || frame === undefined) return undefined;
  return isGrave(moment, id, frame.slots) ? moment : tell(moment, [...before, answer].join('\n'));
};

/** Whether the facts are such that few words are said about them: a death. */
export const isGrave = ({ tools }: Moment, intent: string, slots: Slots): boolean =>
  tools.content.advice.some(
    (one) =>
      one.alone === true &&
      one.intents.includes(intent) &&
      one.is.includes(slots[one.slot]?.value ?? ''),
  );

/** Says what the facts of a form make worth knowing, each thing once. */
export const adviseOn = (moment: Moment, frame: Frame): Moment => {
  const news = newsFor(moment, frame);
  if (news.length === 0) return moment;
  const advised = [...listIn(frame, 'advised'), ...news.map(({ id }) => id)];
  const text = news.map((one) => one[moment.language]).join('\n');
  return tell(swap(moment, noting(frame, { advised })), text);
};

/** Ends a form to which an advice is the whole answer; a person stays within reach. */
export const answered = (moment: Moment, frame: Frame): Moment | undefined => {
  const enough = newsFor(moment, frame).find((one) => one.enough === true);
  if (enough === undefined) return undefined;
  return tell(pop(moment), enough[moment.language], { choices: [personChoice(moment)] });
};

const newsFor = ({ tools }: Moment, frame: Frame): readonly Advice[] => {
  const { intent = '', slots } = frame;
  const said = listIn(frame, 'advised');
  return tools.content.advice.filter(
    ({ id, intents, slot, is }) =>
      intents.includes(intent) && is.includes(slots[slot]?.value ?? '') && !said.includes(id),
  );
};
