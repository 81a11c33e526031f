import type { Dialog } from '../bot/index.ts';
import { mentions, requestsIn } from './meaning.ts';
import { callPerson, type Moment, runningOf, say } from './moment.ts';
import { noteRequests } from './requests.ts';

/** Calls a human as soon as one is asked for, whatever is going on. */
export const talkToAPerson: Dialog<Moment> = {
  id: 'person',
  interrupt: (moment) => {
    const pressed = moment.choice === 'do:person';
    const asked = moment.choice === undefined && mentions(moment, 'talk_to_human');
    return pressed || asked ? callAPerson(moment) : undefined;
  },
};

const callAPerson = (moment: Moment): Moment => {
  if (moment.input.holder === 'queue') return say(moment, 'person_coming');
  const busy = runningOf(moment)?.dialog === 'report';
  const called = callPerson(say(moment, busy ? 'person_called_form' : 'person_called'), 'asked');
  const requests = busy ? [] : requestsIn(moment);
  return requests.length === 0 ? called : noteRequests(called, requests);
};
