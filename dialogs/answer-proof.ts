import { type Frame, type IdentityProof, identified, type Query } from '../bot/index.ts';
import { ask } from './ask.ts';
import { beginsWith, saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import { advance } from './form.ts';
import { answerIn } from './meaning.ts';
import {
  callPerson,
  countIn,
  type Moment,
  noting,
  remember,
  swap,
  topOf,
  words,
} from './moment.ts';
import { UNKNOWN } from './read-answer.ts';
import { BIRTH, LEASE, type ReadProof, readProof } from './read-proof.ts';
import { asksWho, giveUp, proofsOf, speaker } from './who-speaks.ts';

/** Wrong tries, and answers of any kind, after which a person takes care of it. */
const MOST_WRONG = 2;
const MOST_ANSWERS = 3;

/** Takes what a tenant shows of who they are, the lease and a birth date, together or one after the other; or their no. */
export const answerProof = (moment: Moment): Moment | undefined => {
  const frame = topOf(moment);
  if (frame === undefined || !isAsked(moment, frame)) return undefined;
  const { asked = '' } = frame;
  const shown = moment.choice === undefined ? readProof(moment.text, asked) : {};
  const nothing = shown.lease === undefined && shown.birth === undefined;
  const no = declines(moment);
  if ((nothing && !no) || isPhone(moment, shown)) return undefined;
  const answers = countIn(frame, 'answers') + 1;
  const noted = withLease(noting(frame, { answers }), shown.lease);
  return no && shown.birth === undefined ? goOnWithout(moment, noted) : prove(moment, noted, shown);
};

/** Whether it was asked often enough who it is: one more answer settles it. */
export const hasAnswered = (frame: Frame): boolean => answersTo(frame) >= MOST_ANSWERS - 1;

/** Answers that were read, and those that could not be. */
const answersTo = (frame: Frame): number => countIn(frame, 'answers') + countIn(frame, 'tries');

/** "Non", "plus tard", "je l'ai pas sous la main", in any question about who it is. */
export const declines = (moment: Moment): boolean => {
  if (moment.choice !== undefined) return moment.choice.endsWith(`=${UNKNOWN}`);
  if (beginsWith(moment, 'question')) return false;
  if (saysCue(moment, 'not_now')) return true;
  const answer = answerIn(moment);
  return wordCount(moment.text) <= SHORT && (answer === 'no' || answer === UNKNOWN);
};

const isAsked = ({ tools }: Moment, { asked, intent = '' }: Frame): boolean =>
  (asked === LEASE || asked === BIRTH) && asksWho(tools.catalogue.get(intent));

/** A telephone number, and no date beside it, is no lease. */
const isPhone = ({ heard }: Moment, { birth }: ReadProof): boolean =>
  heard.slots['phone'] !== undefined && birth === undefined;

/** A longer "non" says something else as well. */
const SHORT = 6;

const withLease = (frame: Frame, lease: string | undefined): Frame =>
  lease === undefined
    ? frame
    : { ...frame, slots: { ...frame.slots, [LEASE]: { value: lease, said: lease } } };

const prove = (moment: Moment, frame: Frame, { birth }: ReadProof): Moment => {
  const lease = frame.slots[LEASE]?.value;
  const confirmed = speaker(moment)?.confirmed;
  if (lease === undefined) return askMore(moment, frame, LEASE);
  if (birth !== undefined) {
    return judge(moment, frame, { kind: 'holder', n: proofsOf(moment).tries, lease, birth });
  }
  if (confirmed === undefined || frame.memory['rung'] === true)
    return askMore(moment, frame, BIRTH);
  const rung = noting(frame, { rung: true });
  return judge(moment, rung, {
    kind: 'holder',
    n: proofsOf(moment).tries,
    lease,
    phone: confirmed,
  });
};

const askMore = (moment: Moment, frame: Frame, slot: string): Moment =>
  answersTo(frame) >= MOST_ANSWERS
    ? handOver(moment, frame)
    : ask(moment, frame, slot, { again: slot === LEASE });

type Tried = Extract<Query, { kind: 'holder' }>;

/** Right, or not: nothing that is said tells which part was wrong, or whether there is such a lease. */
const judge = (moment: Moment, frame: Frame, query: Tried): Moment => {
  const answer = moment.look(query);
  if (answer === undefined) return moment;
  const { tenant } = answer;
  const tries = query.n + 1;
  const counted = remember(moment, { proofs: { ...proofsOf(moment), tries } });
  const byBirth = 'birth' in query;
  if (tenant !== undefined)
    return shown(counted, frame, { by: byBirth ? 'birth_date' : 'phone', tenant });
  // That the telephone is not in the lease is no mistake of the tenant's.
  return byBirth ? wrong(counted, frame) : askMore(counted, frame, BIRTH);
};

const shown = (moment: Moment, frame: Frame, proof: IdentityProof): Moment => {
  const identity = identified(proof, moment.input.now, speaker(moment));
  const known = remember(moment, { identity });
  return advance(swap(known, frame), { before: words(moment, 'identity_right') });
};

const wrong = (moment: Moment, frame: Frame): Moment => {
  const noted = noting(frame, { wrong: countIn(frame, 'wrong') + 1 });
  const over = countIn(noted, 'wrong') >= MOST_WRONG || answersTo(noted) >= MOST_ANSWERS;
  if (over) return handOver(moment, noted);
  const { [LEASE]: _, ...slots } = noted.slots;
  const open = { ...noted, slots };
  return ask(moment, open, LEASE, { instead: words(moment, 'identity_wrong') });
};

/** It was tried enough: a person looks, and the request is registered meanwhile. */
const handOver = (moment: Moment, frame: Frame): Moment => {
  const called = callPerson(giveUp(moment), 'review', IDENTITY_OPEN);
  return advance(swap(called, settled(frame)), { before: words(moment, 'identity_gave_up') });
};

/** What the desk reads as the reason. */
const IDENTITY_OPEN = 'identity';

/** Nobody has to: the request is registered, and a person looks before anything is sent. */
const goOnWithout = (moment: Moment, frame: Frame): Moment =>
  advance(swap(giveUp(moment), settled(frame)));

const settled = (frame: Frame): Frame => ({
  ...frame,
  slots: { [LEASE]: { value: UNKNOWN, said: '' }, ...frame.slots },
});
