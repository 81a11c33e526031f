import type { Catalogue, IntentCard } from '../bot/index.ts';
import { saysCue } from './cue.ts';
import { wordCount } from './fold.ts';
import type { Moment } from './moment.ts';

/** How likely a control intent must be when the text is otherwise unsure. */
const CLEAR = 0.5;

/** A request this likely is taken up at once: the tenant sees what was understood and can correct it. */
const LIKELY = 0.6;

/** One that is less likely must be this likely, and leave the next one far behind. */
const ALONE = 0.4;
const FAR_BEHIND = 2;

/** The requests in what was said, best first, when that is sure enough; control intents are no requests. */
export const requestsIn = ({ heard, tools }: Moment): readonly IntentCard[] => {
  const { outcome, intents, guesses } = heard;
  if (outcome === 'sure') return cardsOf(tools.catalogue, intents);
  const likely = intents.filter(({ p }) => p >= LIKELY);
  if (likely.length > 0) return cardsOf(tools.catalogue, likely);
  const [best, next] = guesses.filter(({ id }) => tools.catalogue.has(id));
  const first = best !== undefined && best.id === guesses[0]?.id && best.p >= ALONE;
  return first && best.p >= FAR_BEHIND * (next?.p ?? 0) ? cardsOf(tools.catalogue, [best]) : [];
};

/** The likeliest requests, sure or not. */
export const guessesIn = ({ heard, tools }: Moment): readonly IntentCard[] =>
  cardsOf(tools.catalogue, heard.guesses);

const cardsOf = (
  catalogue: Catalogue,
  guesses: readonly { readonly id: string }[],
): readonly IntentCard[] =>
  guesses.flatMap(({ id }) => {
    const card = catalogue.get(id);
    return card === undefined ? [] : [card];
  });

/** Whether what was said is, above all, this control intent. */
export const means = ({ heard }: Moment, intent: string): boolean => {
  const [best] = heard.intents;
  return best?.id === intent && (heard.outcome === 'sure' || best.p >= CLEAR);
};

/** Whether this control intent was said at all, beside whatever else. */
export const mentions = ({ heard }: Moment, intent: string): boolean =>
  heard.intents.some(({ id, p }) => id === intent && (heard.outcome === 'sure' || p >= CLEAR));

/** A yes, a no, or "I don't know"; nothing when it is none of them. */
export const answerIn = (moment: Moment): 'yes' | 'no' | 'unknown' | undefined => {
  // "Non je sais pas" is no no.
  if (moment.choice === undefined && saysCue(moment, 'dont_know')) return 'unknown';
  const slot = moment.heard.slots['yes_no'];
  // "Y a 3 jours" is no yes.
  const said = slot?.said === 'y' && wordCount(moment.text) > 1 ? undefined : slot?.value;
  if (said === 'yes' || said === 'no' || said === 'unknown') return said;
  if (means(moment, 'affirm')) return 'yes';
  if (means(moment, 'deny')) return 'no';
  return means(moment, 'dont_know') ? 'unknown' : undefined;
};

/** Requests about an incident that is already there. */
const FOLLOW_UPS: readonly string[] = ['request_status', 'appointment_manage'];

/** Whether a request becomes an incident of its own through the form. */
export const isReport = ({ id, domain }: IntentCard): boolean =>
  domain !== 'emergency' && !FOLLOW_UPS.includes(id);

const SMALL_TALK = [
  'greet',
  'thanks_bye',
  'help_menu',
  'bot_identity',
  'abuse',
  'stop_optout',
  'privacy_rights',
];

/** Whether a message is about the conversation itself: a greeting, thanks, a question about the bot. */
export const isSmallTalk = (moment: Moment): boolean =>
  SMALL_TALK.some((intent) => means(moment, intent));
