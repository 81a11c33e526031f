import type { Frame, HalfDay, Incident } from '../bot/index.ts';
import { comingOf, keepAppointment } from './appointment-of.ts';
import { describeHalfDay } from './describe.ts';
import { HALF_DAY, offered, offerHalfDays } from './half-day-offer.ts';
import { wishIn } from './half-day-wish.ts';
import { answerIn, requestsIn } from './meaning.ts';
import { callPerson, countIn, type Moment, noting, say, words } from './moment.ts';

/** After this many rounds of other days a person finds a time. */
const ROUNDS = 3;

/** What a message chooses: one half-day, several that may be meant, another round, later, or nothing of the kind. */
export type Chosen =
  | { readonly kind: 'one'; readonly half: HalfDay }
  | { readonly kind: 'some'; readonly halves: readonly HalfDay[] }
  | { readonly kind: 'none' | 'other' | 'later' };

/** Reads which half-day a message chooses, by button or in words; a day that cannot be had is `none`. */
export const chosenIn = (moment: Moment, kept: HalfDay | undefined): Chosen | undefined => {
  const [slot, pressed] = moment.choice?.split('=') ?? [];
  const all = offered(moment, kept);
  if (moment.choice === undefined) return inWords(moment, all, kept);
  if (slot !== HALF_DAY) return undefined;
  if (pressed === 'other' || pressed === 'later') return { kind: pressed };
  const half = all.find(({ id }) => id === pressed);
  return half === undefined ? { kind: 'none' } : { kind: 'one', half };
};

const inWords = (
  moment: Moment,
  all: readonly HalfDay[],
  kept: HalfDay | undefined,
): Chosen | undefined => {
  const wished = wishIn(moment, all, kept);
  if (wished === undefined) return undefined;
  const [half, second] = wished;
  if (half === undefined) return { kind: 'none' };
  return second === undefined ? { kind: 'one', half } : { kind: 'some', halves: wished };
};

/** Takes the answer to the question for a half-day; nothing when the message is about something else. */
export const takeHalfDay = (
  moment: Moment,
  frame: Frame,
  incident: Incident,
): Moment | undefined => {
  const kept = comingOf(moment, incident);
  const others = kept === undefined ? {} : { kept };
  const chosen = chosenIn(moment, kept) ?? refusal(moment, frame);
  switch (chosen?.kind) {
    case undefined:
      return undefined;
    case 'one':
      return settle(moment, incident, chosen.half);
    case 'some':
      return offerHalfDays(moment, frame, {
        said: words(moment, 'appointment_offer'),
        halves: chosen.halves,
      });
    case 'none':
      return offerHalfDays(moment, frame, {
        said: words(moment, 'appointment_not_then'),
        ...others,
      });
    case 'other':
      return another(moment, frame, others);
    case 'later':
      return say(moment, 'phone_skipped');
    default:
      return chosen satisfies never;
  }
};

/** A bare no means none of these, or no visit where one was only offered. */
const refusal = (moment: Moment, { dialog }: Frame): Chosen | undefined =>
  moment.choice === undefined && answerIn(moment) === 'no' && requestsIn(moment).length === 0
    ? { kind: dialog === 'after' ? 'later' : 'other' }
    : undefined;

const another = (moment: Moment, frame: Frame, others: { readonly kept?: HalfDay }): Moment => {
  const round = countIn(frame, 'round') + 1;
  if (round >= ROUNDS) return callPerson(say(moment, 'appointment_person'), 'review', HALF_DAY);
  const said = words(moment, 'appointment_other_days');
  return offerHalfDays(moment, noting(frame, { round }), { said, ...others });
};

const settle = (moment: Moment, incident: Incident, half: HalfDay): Moment => {
  const moved = comingOf(moment, incident) !== undefined;
  const when = describeHalfDay(moment.tools.content, half, moment.language);
  const kept = keepAppointment(moment, incident, half);
  return say(kept, moved ? 'appointment_moved' : 'appointment_kept', { when, code: incident.code });
};
