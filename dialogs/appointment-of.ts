import type { HalfDay, Incident } from '../bot/index.ts';
import { changeOf } from './correct-incident.ts';
import { describeHalfDay } from './describe.ts';
import type { Moment } from './moment.ts';

/** The fact under which an incident keeps its appointment. */
const APPOINTMENT = 'appointment';

/** What stands there once it is cancelled. */
const CANCELLED = 'cancelled';

/** The appointment of an incident, if it has one. */
export const appointmentOf = ({ tools }: Moment, { slots }: Incident): HalfDay | undefined =>
  tools.halfDays.read(slots[APPOINTMENT]?.value ?? '');

/** The appointment of an incident that is still to come. */
export const comingOf = (moment: Moment, incident: Incident): HalfDay | undefined => {
  const half = appointmentOf(moment, incident);
  return half === undefined || half.to < moment.input.now ? undefined : half;
};

/** Keeps an appointment with its incident, or that it is cancelled: a fact that can be traced. */
export const keepAppointment = (
  moment: Moment,
  incident: Incident,
  half: HalfDay | undefined,
): Moment => {
  const value = half?.id ?? CANCELLED;
  const said =
    half === undefined ? '' : describeHalfDay(moment.tools.content, half, moment.language);
  const next = { ...incident, slots: { ...incident.slots, [APPOINTMENT]: { value, said } } };
  const change = changeOf(moment, next, { kind: 'appointment', data: { [APPOINTMENT]: value } });
  return { ...moment, corrected: [...moment.corrected, change] };
};
