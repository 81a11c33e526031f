import type { Dialog, IntentCard } from '../bot/index.ts';
import { danger } from './danger.ts';
import { hearAgain } from './hear.ts';
import { answerIn, isSmallTalk, requestsIn } from './meaning.ts';
import { listIn, type Moment, pop, textIn, topOf } from './moment.ts';
import { noteRequests } from './requests.ts';

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
    return danger.interrupt?.(both) ?? (cards.length === 0 ? undefined : noteRequests(both, cards));
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
