import type { Choice, Frame, HalfDay } from '../bot/index.ts';
import { describeHalfDayShort, describeIntent } from './describe.ts';
import { personChoice } from './menu.ts';
import { countIn, type Moment, swap, tell, words } from './moment.ts';

/** The fact a tenant is asked for. */
export const HALF_DAY = 'slots_wanted';

/** How far ahead a visit can be chosen, half-days. */
const AHEAD = 30;

/** Half-days put before the tenant at once. */
const SHOWN = 3;

/** From one offered half-day to the next, so that three of them are three days. */
const STRIDE = 3;

/** Puts half-days before the tenant, those wished for first; `said` leads to them. */
export const offerHalfDays = (
  moment: Moment,
  frame: Frame,
  {
    said,
    halves,
    kept,
  }: { readonly said: string; readonly halves?: readonly HalfDay[]; readonly kept?: HalfDay },
): Moment => {
  const free = halves ?? spread(offered(moment, kept), countIn(frame, 'round'));
  const shown = free.slice(0, SHOWN);
  const { content } = moment.tools;
  const choices: readonly Choice[] = [
    ...shown.map((half) => ({
      title: describeHalfDayShort(content, half, moment.language),
      value: `${HALF_DAY}=${half.id}`,
    })),
    { title: words(moment, 'appointment_other'), value: `${HALF_DAY}=other` },
    frame.dialog === 'after'
      ? { title: words(moment, 'appointment_later'), value: `${HALF_DAY}=later` }
      : personChoice(moment),
  ];
  const asked = swap(moment, { ...frame, asked: HALF_DAY });
  return tell(asked, said, { ask: HALF_DAY, choices });
};

/** The question when somebody can come for a request. */
export const askWhen = (moment: Moment, intent: string): string =>
  words(moment, 'appointment_when', {
    what: describeIntent(moment.tools.catalogue, intent, moment.language),
  });

/** A morning, an afternoon, a morning, on three days running. */
const spread = (free: readonly HalfDay[], round: number): readonly HalfDay[] =>
  free.filter((_, n) => n % STRIDE === 0).slice(round * SHOWN);

/** What can be offered, without the half-day that is kept already. */
export const offered = ({ tools, input }: Moment, kept: HalfDay | undefined): readonly HalfDay[] =>
  tools.halfDays.offered(input.now, AHEAD).filter(({ id }) => id !== kept?.id);
