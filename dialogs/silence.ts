import type { Choice, Dialog, Frame } from '../bot/index.ts';
import { describeIntent } from './describe.ts';
import { hearAgain } from './hear.ts';
import { answerIn, means, requestsIn } from './meaning.ts';
import { personChoice } from './menu.ts';
import { type Moment, pop, push, remember, say, tell, textIn, topOf, words } from './moment.ts';
import { isDiscreet } from './receipt.ts';
import { noteRequests } from './requests.ts';
import type { SentenceKey } from './sentences.ts';

/** Somebody who comes back after a long time is reminded of what was open, and chooses. */
export const silence: Dialog<Moment> = {
  id: 'silence',
  interrupt: (moment) => {
    if (!wasLong(moment) || topOf(moment)?.dialog === 'silence') return undefined;
    const top = topOf(moment);
    if (top?.dialog === 'report') return comeBack(moment, top);
    const greets = means(moment, 'greet') || means(moment, 'resume_start');
    return top?.dialog === 'after' && greets ? recall(moment, top) : undefined;
  },
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined) return undefined;
    const first = textIn(frame, 'text');
    if (moment.choice === 'silence=new') return startAnew(pop(moment), first);
    if (moment.choice === 'silence=on') return goOn(moment);
    if (moment.choice !== undefined) return undefined;
    if (means(moment, 'cancel_restart') || answerIn(moment) === 'no') {
      return startAnew(pop(moment), first);
    }
    if (answerIn(moment) === 'yes' || means(moment, 'resume_start')) return goOn(moment);
    return requestsIn(moment).length > 0 ? besides(pop(moment)) : undefined;
  },
};

/** Whether so much time went by that a form is not continued blindly. */
export const wasLong = ({ input, tools }: Moment): boolean =>
  input.message !== undefined && input.now - (input.state.lastAt ?? input.now) >= tools.staleAfter;

/** A new request goes first, and the old one is kept; anything else is answered by the question what to do. */
const comeBack = (moment: Moment, frame: Frame): Moment => {
  const fresh = requestsIn(moment).some(({ id }) => id !== frame.intent);
  return fresh && moment.choice === undefined ? besides(moment) : askWhatToDo(moment, frame);
};

const askWhatToDo = (moment: Moment, frame: Frame): Moment => {
  const framed = push(moment, { dialog: 'silence', slots: {}, memory: { text: moment.text } });
  return tell(framed, about(moment, frame, 'silence_form'), {
    choices: [
      { title: words(moment, 'silence_go_on'), value: 'silence=on' },
      { title: words(moment, 'silence_anew'), value: 'silence=new' },
      personChoice(moment),
    ],
  });
};

const about = (moment: Moment, { intent = '', memory }: Frame, key: SentenceKey): string => {
  if (isDiscreet(moment, intent)) return words(moment, 'silence_discreet');
  const what = describeIntent(moment.tools.catalogue, intent, moment.language);
  return words(moment, key, { what, code: String(memory['code'] ?? '') });
};

const recall = (moment: Moment, frame: Frame): Moment =>
  tell(moment, about(moment, frame, 'silence_registered'), { choices: afterChoices(moment) });

const afterChoices = (moment: Moment): readonly Choice[] => [
  { title: words(moment, 'menu_status'), value: 'do:status' },
  { title: words(moment, 'silence_anew'), value: 'do:report' },
  personChoice(moment),
];

/** The question that stood is put again by itself. */
const goOn = (moment: Moment): Moment => pop(moment);

/** The old form is left for good; what was written first may be the new request. */
const startAnew = (moment: Moment, first: string): Moment => {
  const { photos: _, ...state } = remember(pop(moment), { waiting: [] }).state;
  const heard = hearAgain({ ...moment, state }, first);
  const cards = requestsIn(heard);
  return cards.length > 0 ? noteRequests(heard, cards) : say({ ...moment, state }, 'describe_it');
};

/** The old request waits until the new one is registered. */
const besides = (moment: Moment): Moment => {
  const frame = topOf(moment);
  if (frame?.intent === undefined) return moment;
  const kept = { intent: frame.intent, slots: frame.slots };
  const what = describeIntent(moment.tools.catalogue, kept.intent, moment.language);
  const told = say(pop(moment), 'silence_kept', { what });
  const noted = noteRequests(told, requestsIn(moment));
  return remember(noted, { waiting: [...noted.state.waiting, kept] });
};
