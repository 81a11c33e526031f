import type { Dialog, IntentCard } from '../bot/index.ts';
import { hearAgain } from './hear.ts';
import { answerIn, guessesIn, isSmallTalk, means, requestsIn } from './meaning.ts';
import { intentChoice, menuChoices, personChoice } from './menu.ts';
import {
  callPerson,
  listIn,
  type Moment,
  pop,
  push,
  remember,
  say,
  tell,
  textIn,
  topOf,
  words,
} from './moment.ts';
import { noteRequests } from './requests.ts';

/** A guess less likely than this is not worth a tenant's time. */
const WORTH_OFFERING = 0.08;

/** What happens to a message nobody took: two guesses once, then a person. */
export const notUnderstood = (moment: Moment): Moment => {
  const { misses } = moment.state;
  const counted = remember(moment, { misses: misses + 1 });
  if (moment.input.holder === 'queue')
    return misses === 0 ? say(counted, 'noted_for_person') : counted;
  if (moment.text === '' && moment.choice === undefined) return say(moment, 'photo_first');
  if (misses > 0) return callPerson(say(counted, 'miss_person'), 'unsure', 'not understood');
  const guesses = means(moment, 'out_of_scope') ? [] : worthOffering(moment);
  return guesses.length === 0 ? openMenu(counted) : offerGuesses(counted, guesses);
};

const worthOffering = (moment: Moment): readonly IntentCard[] => {
  const likely = moment.heard.guesses.filter(({ p }) => p >= WORTH_OFFERING).map(({ id }) => id);
  return guessesIn(moment)
    .filter(({ id }) => likely.includes(id))
    .slice(0, 2);
};

const openMenu = (moment: Moment): Moment =>
  tell(moment, words(moment, means(moment, 'out_of_scope') ? 'help' : 'miss_open'), {
    choices: menuChoices(moment),
  });

const offerGuesses = (moment: Moment, guesses: readonly IntentCard[]): Moment => {
  const other = { title: words(moment, 'menu_other'), value: 'do:other' };
  const choices = guesses.map(({ id }) => intentChoice(moment, id));
  const framed = push(moment, {
    dialog: 'choose',
    slots: {},
    memory: { text: moment.text, guesses: guesses.map(({ id }) => id) },
  });
  const key = moment.heard.outcome === 'torn' ? 'torn' : 'miss';
  return tell(framed, words(moment, key), { choices: [...choices, other, personChoice(moment)] });
};

/** Takes the guess that was chosen, or makes sense of what was added, together with what was said first. */
export const choose: Dialog<Moment> = {
  id: 'choose',
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined || requestsIn(moment).length > 0) return undefined;
    const first = textIn(frame, 'text');
    const card = chosenCard(moment, listIn(frame, 'guesses'));
    if (card !== undefined) return noteRequests(pop(hearAgain(moment, first)), [card]);
    if (moment.choice !== undefined || isSmallTalk(moment)) return undefined;
    const both = pop(hearAgain(moment, `${first}. ${moment.text}`));
    const cards = requestsIn(both);
    return cards.length === 0 ? undefined : noteRequests(both, cards);
  },
};

/** The guess whose button was pressed; a yes is enough when there was only one. */
const chosenCard = (moment: Moment, guesses: readonly string[]): IntentCard | undefined => {
  const [kind, pressed = ''] = moment.choice?.split(':') ?? [];
  const [only, other] = guesses;
  const yes = moment.choice === undefined && answerIn(moment) === 'yes' && other === undefined;
  const id = kind === 'intent' ? pressed : yes ? only : undefined;
  return id === undefined ? undefined : moment.tools.catalogue.get(id);
};
