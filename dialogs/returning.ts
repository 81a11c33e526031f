import type { AgentRef, Dialog } from '../bot/index.ts';
import { hearAgain } from './hear.ts';
import { answerIn, means, requestsIn } from './meaning.ts';
import { callPerson, type Moment, pop, push, say, tell, textIn, topOf, words } from './moment.ts';
import { noteRequests } from './requests.ts';
import { isAtDesk } from './tell-wait.ts';

/** Who comes back within a day may go on with the same agent, when that agent is at the desk. */
export const returning: Dialog<Moment> = {
  id: 'returning',
  interrupt: (moment) => {
    const { returning: agent, message } = moment.input;
    if (agent === undefined || message === undefined || moment.choice !== undefined)
      return undefined;
    // Who only thanks or says good-bye does not come back.
    if (means(moment, 'thanks_bye')) return undefined;
    return isAtDesk(moment, agent) === true ? offer(moment, agent) : undefined;
  },
  resume: (moment) => {
    const frame = topOf(moment);
    if (frame === undefined) return undefined;
    const agent = { id: textIn(frame, 'id'), name: textIn(frame, 'name') };
    const first = textIn(frame, 'text');
    const answer = moment.choice === undefined ? answerIn(moment) : moment.choice;
    if (answer === 'yes' || answer === 'returning=yes') return goOnWith(pop(moment), agent);
    if (answer === 'no' || answer === 'returning=no') return withoutAgent(pop(moment), first);
    const both = pop(hearAgain(moment, `${first}. ${moment.text}`));
    const cards = requestsIn(both);
    return cards.length === 0 ? undefined : noteRequests(both, cards);
  },
};

const offer = (moment: Moment, { id, name }: AgentRef): Moment => {
  const memory = { text: moment.text, id, name };
  const framed = push(moment, { dialog: 'returning', slots: {}, memory });
  return tell(framed, words(moment, 'returning_ask', { agent: name }), {
    choices: [
      { title: words(moment, 'returning_yes', { agent: name }), value: 'returning=yes' },
      { title: words(moment, 'returning_no'), value: 'returning=no' },
    ],
  });
};

const goOnWith = (moment: Moment, agent: AgentRef): Moment =>
  preferring(callPerson(say(moment, 'person_called'), 'asked'), agent);

const withoutAgent = (moment: Moment, first: string): Moment => {
  const heard = hearAgain(moment, first);
  const cards = requestsIn(heard);
  return cards.length > 0 ? noteRequests(heard, cards) : say(moment, 'describe_it');
};

/** Calls the person the tenant knows, if that one is at the desk. */
export const preferring = (moment: Moment, agent: AgentRef | undefined): Moment =>
  agent === undefined || moment.handoff === undefined || isAtDesk(moment, agent) !== true
    ? moment
    : { ...moment, handoff: { ...moment.handoff, preferred: agent } };
