import {
  type Frame,
  IDENTITY,
  type Identity,
  type IntentCard,
  identityAt,
  identityFact,
  reaches,
  type Slots,
} from '../bot/index.ts';
import { type Moment, remember } from './moment.ts';
import { UNKNOWN } from './read-answer.ts';
import { BIRTH, LEASE } from './read-proof.ts';

/** Who speaks, as far as it was shown and still holds. */
export const speaker = ({ state, input }: Moment): Identity | undefined =>
  identityAt(state.identity, input.now);

/** Whether a request asks for who it is: it would send something personal. */
export const asksWho = (card: IntentCard | undefined): boolean =>
  card !== undefined && !reaches(undefined, card.level) && card.slots.required.includes(LEASE);

/** The questions of a form with those that show who it is: last, only where it is needed, and never again after a no. */
export const withProof = (
  moment: Moment,
  { card, slots }: { readonly card: IntentCard; readonly slots: Slots },
  questions: readonly string[],
): readonly string[] => {
  if (!asksWho(card)) return questions;
  if (reaches(speaker(moment), card.level) || gaveUp(moment)) {
    return questions.filter((slot) => slot !== LEASE);
  }
  return slots[LEASE]?.value === UNKNOWN ? questions : [...questions, BIRTH];
};

/** Who could not or would not show who they are is not asked again for this long, ms. */
const PATIENCE = 24 * 3_600_000;

const gaveUp = ({ state, input }: Moment): boolean =>
  state.proofs?.gaveUp !== undefined && input.now - state.proofs.gaveUp < PATIENCE;

/** Notes that who it is stays open. */
export const giveUp = (moment: Moment): Moment =>
  remember(moment, { proofs: { ...proofsOf(moment), gaveUp: moment.input.now } });

/** How often it was tried in this conversation. */
export const proofsOf = ({ state }: Moment): NonNullable<Moment['state']['proofs']> =>
  state.proofs ?? { tries: 0, texts: 0 };

/** Who asked, as a fact of the incident: how it was shown, or that a person has to look; nothing where it is no matter. */
export const whoAsked = (moment: Moment, { intent = '' }: Frame): Slots => {
  const card = moment.tools.catalogue.get(intent);
  const known = speaker(moment);
  if (card === undefined || (known === undefined && reaches(undefined, card.level))) return {};
  return { [IDENTITY]: identityFact(reaches(known, card.level) ? known : undefined) };
};
