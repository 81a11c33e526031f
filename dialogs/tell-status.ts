import type { Choice, Incident, IncidentEvent, SlotValue } from '../bot/index.ts';
import { appointmentOf } from './appointment-of.ts';
import { changeOf } from './correct-incident.ts';
import { describeDue, describeHalfDay, describeIntent } from './describe.ts';
import { personChoice } from './menu.ts';
import { callPerson, type Moment, tell, words } from './moment.ts';
import { isDiscreet } from './receipt.ts';

/** With this many reminders a person looks, whatever was promised. */
const PATIENCE = 2;

/** Tells the state of an incident, with the reminder noted on it; nothing when no incident has this code. */
export const tellStatus = (
  moment: Moment,
  code: string,
  reminder: SlotValue | undefined,
): Moment | undefined => {
  const found = moment.look({ kind: 'incident', code });
  if (found === undefined) return moment;
  const { incident, events } = found;
  if (incident === undefined) return undefined;
  const reminded = reminder === undefined ? moment : remind(moment, incident, reminder);
  const pressed = reminder !== undefined && remindersIn(events) + 1 >= PATIENCE;
  const escalated = pressed || isLate(moment, incident) || isMissed(moment, incident);
  const lines = [
    subjectLine(moment, incident),
    ...(reminder === undefined ? [] : [words(moment, 'reminder_noted')]),
    ...promiseLines(moment, incident),
    ...(escalated ? [words(moment, 'status_person')] : []),
    words(moment, 'status_link', { code }),
  ];
  const choices = choicesFor(moment, code, { reminded: reminder !== undefined, escalated });
  const told = tell(reminded, lines.join('\n'), choices.length === 0 ? {} : { choices });
  return escalated ? callPerson(told, 'review', `${incident.intent} ${code}`) : told;
};

/** A reminder is a fact of the incident, in the words of the tenant. */
const remind = (moment: Moment, incident: Incident, { said }: SlotValue): Moment => {
  const change = changeOf(moment, incident, { kind: 'reminder', data: { said } });
  return { ...moment, corrected: [...moment.corrected, change] };
};

const remindersIn = (events: readonly IncidentEvent[]): number =>
  events.filter(({ kind }) => kind === 'reminder').length;

const isLate = ({ input }: Moment, { due }: Incident): boolean => due < input.now;

const isMissed = (moment: Moment, incident: Incident): boolean =>
  (appointmentOf(moment, incident)?.to ?? Number.POSITIVE_INFINITY) < moment.input.now;

const choicesFor = (
  moment: Moment,
  code: string,
  { reminded, escalated }: { readonly reminded: boolean; readonly escalated: boolean },
): readonly Choice[] => {
  if (escalated) return [];
  const remindIt = { title: words(moment, 'reminder_add'), value: `remind=${code}` };
  return [...(reminded ? [] : [remindIt]), personChoice(moment)];
};

const subjectLine = (moment: Moment, { code, intent }: Incident): string =>
  isDiscreet(moment, intent)
    ? words(moment, 'status_discreet', { code })
    : words(moment, 'status_what', {
        code,
        what: describeIntent(moment.tools.catalogue, intent, moment.language),
      });

/** What was promised, and the visit that was agreed. */
export const promiseLines = (moment: Moment, incident: Incident): readonly string[] => {
  const { content } = moment.tools;
  const due = describeDue(content, incident.due, moment.language);
  const visit = appointmentOf(moment, incident);
  const promise = words(moment, isLate(moment, incident) ? 'status_late' : 'status_due', { due });
  if (visit === undefined) return [promise];
  const when = describeHalfDay(content, visit, moment.language);
  const key = isMissed(moment, incident) ? 'status_missed' : 'status_appointment';
  return [promise, words(moment, key, { when })];
};
