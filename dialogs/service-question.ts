import type { IntentCard } from '../bot/index.ts';
import type { AsideSubject, Cue } from './content.ts';
import { beginsWith, saysCue } from './cue.ts';
import { fold, wordCount } from './fold.ts';
import { hearAgain } from './hear.ts';
import { guessesIn, requestsIn } from './meaning.ts';
import { type Moment, type TalkTools, topOf } from './moment.ts';

/** By which words people ask; who pays comes first. */
const SUBJECTS: readonly { readonly cue: Cue; readonly subject: AsideSubject }[] = [
  { cue: 'who_pays', subject: 'pays' },
  { cue: 'who_acts', subject: 'acts' },
  { cue: 'how_long', subject: 'delay' },
];

/** "C'est à ma charge" is a question without its mark; longer sentences need one. */
const SHORT = 6;

/** What a message asks about a request: who pays, who acts, how long it takes; nothing when it asks none of it. */
export const subjectIn = (moment: Moment): AsideSubject | undefined =>
  moment.choice === undefined && isAsking(moment)
    ? SUBJECTS.find(({ cue }) => saysCue(moment, cue))?.subject
    : undefined;

const isAsking = (moment: Moment): boolean =>
  moment.text.includes('?') || beginsAsking(moment) || asksAloud(moment);

/** "Si je perds mon badge combien ça coûte" asks without a mark; in a paper "c'est ma mère qui paie" tells a fact. */
const asksAloud = (moment: Moment): boolean => {
  const form = moment.tools.catalogue.get(topOf(moment)?.intent ?? '');
  if (form?.domain === 'admin') return false;
  return wordCount(moment.text) <= SHORT || saysCue(moment, 'who_pays');
};

/** Whether a part of a message begins like a question: "la porte est cassée, qui va payer". */
const beginsAsking = (moment: Moment): boolean =>
  moment.text.split(SEAM).some((text) => beginsWith({ ...moment, text }, 'question'));

/** Where what is reported may end and the question begin; "pour" and "et" belong to the question. */
const SEAM = /[.!;,\n]+/;

/** Whether a request is for work, with a place and a bill; papers have answers of their own. */
export const isWork = ({ domain }: IntentCard): boolean => WORK.includes(domain);

const WORK: readonly IntentCard['domain'][] = [
  'technical_dwelling',
  'technical_common',
  'neighbourhood',
];

/** The work a question names, heard without the words that ask: "qui paie pour un robinet qui fuit ?" */
export const workNamed = (moment: Moment): IntentCard | undefined => {
  const rest = restOf(moment);
  return rest === undefined ? undefined : requestsIn(rest).find(isWork);
};

/** The work a question is about, or most likely about: an answer does no harm, its subject can be read in it. */
export const workIn = (moment: Moment): IntentCard | undefined => {
  const rest = restOf(moment);
  if (rest === undefined) return undefined;
  return [...requestsIn(rest), ...requestsIn(moment), ...likeliest(rest)].find(isWork);
};

const restOf = (moment: Moment): Moment | undefined => {
  const rest = withoutCues(moment);
  return rest === '' ? undefined : hearAgain(moment, rest);
};

const likeliest = (moment: Moment): readonly IntentCard[] => {
  const [best] = moment.heard.guesses;
  const worth = wordCount(moment.text) > 1 && best !== undefined && best.p >= WORTH_ANSWERING;
  return worth ? guessesIn(moment).slice(0, 1) : [];
};

const WORTH_ANSWERING = 0.2;

const withoutCues = ({ text, tools }: Moment): string => {
  const cues = SUBJECTS.flatMap(({ cue }) => tools.content.cues.get(cue) ?? []);
  const longestFirst = cues.toSorted((one, two) => two.length - one.length);
  const rest = longestFirst.reduce((left, cue) => left.replaceAll(` ${cue}`, ' '), fold(text));
  const words = rest.trim().split(/ +/);
  const more = new Set([...opening(tools), ...(tools.content.cues.get('more') ?? [])]);
  const first = words.findIndex((word) => !more.has(word));
  return first < 0 ? '' : words.slice(first).join(' ');
};

/** Words with which a question opens: "est-ce que je". */
const opening = ({ content }: TalkTools): readonly string[] =>
  (content.cues.get('question') ?? []).flatMap((cue) => cue.split(' '));

/** Whether a message reports something beside what it asks: "le volet est cassé. Qui paie ?" */
export const reportsToo = (moment: Moment): boolean =>
  besides(moment).some((part) => requestsIn(part).length > 0);

/** The parts of a message that tell something, each heard by itself. */
export const besides = (moment: Moment): readonly Moment[] =>
  moment.text
    .split(SEAM)
    .filter((part) => wordCount(part) > 1)
    .map((part) => hearAgain(moment, part.trim()))
    .filter((part) => subjectIn(part) === undefined);
