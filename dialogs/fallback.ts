import type { IntentCard } from '../bot/index.ts';
import { guessesIn, means } from './meaning.ts';
import { intentChoice, menuChoices, personChoice } from './menu.ts';
import { callPerson, type Moment, push, remember, say, tell, words } from './moment.ts';

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
  const key = moment.heard.outcome === 'torn' ? 'torn' : 'miss';
  return guesses.length === 0 ? openMenu(counted) : offerGuesses(counted, guesses, key);
};

/** The likeliest requests, when they are worth a tenant's time. */
export const worthOffering = (moment: Moment): readonly IntentCard[] => {
  const likely = moment.heard.guesses.filter(({ p }) => p >= WORTH_OFFERING).map(({ id }) => id);
  return guessesIn(moment)
    .filter(({ id }) => likely.includes(id))
    .slice(0, 2);
};

const openMenu = (moment: Moment): Moment =>
  tell(moment, words(moment, means(moment, 'out_of_scope') ? 'help' : 'miss_open'), {
    choices: menuChoices(moment),
  });

/** Puts guesses before the tenant as buttons. */
export const offerGuesses = (
  moment: Moment,
  guesses: readonly IntentCard[],
  key: 'torn' | 'miss',
): Moment => {
  const other = { title: words(moment, 'menu_other'), value: 'do:other' };
  const choices = guesses.map(({ id }) => intentChoice(moment, id));
  const framed = push(moment, {
    dialog: 'choose',
    slots: {},
    memory: { text: moment.text, guesses: guesses.map(({ id }) => id) },
  });
  return tell(framed, words(moment, key), { choices: [...choices, other, personChoice(moment)] });
};
