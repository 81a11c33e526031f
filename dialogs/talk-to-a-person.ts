import type { Dialog, IntentCard } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { isReport, mentions, requestsIn } from './meaning.ts';
import { callPerson, type Moment, runningOf, say } from './moment.ts';
import { noteRequests, partsOf } from './requests.ts';
import { preferring } from './returning.ts';
import { tellDesk } from './tell-wait.ts';

/** Calls a human as soon as one is asked for, whatever is going on. */
export const talkToAPerson: Dialog<Moment> = {
  id: 'person',
  interrupt: (moment) => {
    const pressed = moment.choice === 'do:person';
    const asked =
      moment.choice === undefined && (mentions(moment, 'talk_to_human') || wantsTheHead(moment));
    return pressed || asked ? callAPerson(moment) : undefined;
  },
};

/** "Je veux parler au directeur", in the middle of a form, asks for a person; alone it is a complaint. */
const wantsTheHead = (moment: Moment): boolean =>
  runningOf(moment)?.dialog === 'report' && saysCue(moment, 'head');

const callAPerson = (moment: Moment): Moment => {
  if (moment.input.holder === 'queue') return tellDesk(say(moment, 'person_coming'));
  const busy = runningOf(moment)?.dialog === 'report';
  const requests = busy ? [] : besideTheWish(moment);
  const goesOn = busy || requests.some(isReport);
  const told = say(moment, goesOn ? 'person_called_form' : 'person_called');
  const called = preferring(callPerson(told, 'asked'), moment.input.returning);
  return requests.length === 0 ? called : noteRequests(called, requests);
};

/** What a human is wanted for, when the same message says so. */
const besideTheWish = (moment: Moment): readonly IntentCard[] => {
  const requests = requestsIn(moment);
  if (requests.length > 0 || moment.choice !== undefined) return requests;
  return partsOf(moment).flatMap((part) => (wishes(part) ? [] : requestsIn(part)));
};

const wishes = (part: Moment): boolean => mentions(part, 'talk_to_human');
