import type {
  Frame,
  Incident,
  IncidentChange,
  IncidentEvent,
  IncidentPlace,
  Photo,
  Slots,
} from '../bot/index.ts';
import { type Moment, textIn } from './moment.ts';

/** What a tenant changes of an incident that is open. */
export type Correction = {
  readonly kind: 'corrected' | 'photo';
  readonly slots?: Slots;
  readonly place?: IncidentPlace;
  readonly phone?: string;
  readonly photos?: readonly Photo[];
};

/** The change a correction makes; nothing while the incident is still being looked up, or when there is none. */
export const correctIncident = (
  moment: Moment,
  after: Frame,
  correction: Correction,
): IncidentChange | undefined => {
  const code = textIn(after, 'code');
  const before = moment.look({ kind: 'incident', code })?.incident;
  if (before === undefined) return undefined;
  return changeOf(moment, qualified(moment, changed(before, correction)), {
    kind: correction.kind,
    data: dataOf(correction),
  });
};

/** An incident as it becomes, with the event that says what the tenant did. */
export const changeOf = (
  { input }: Moment,
  next: Incident,
  what: Pick<IncidentEvent, 'kind' | 'data'>,
): IncidentChange => {
  const events = next.events + 1;
  const incident = { ...next, events };
  const { now: at, channel } = input;
  const id = `${next.id}:${events}`;
  return { incident, event: { id, incident: next.id, at, by: 'tenant', channel, ...what } };
};

const changed = (before: Incident, { slots, place, phone, photos }: Correction): Incident => ({
  ...before,
  slots: { ...before.slots, ...slots },
  photos: [...before.photos, ...(photos ?? [])],
  ...(place === undefined ? {} : { place }),
  ...(phone === undefined ? {} : { phone }),
});

/** Other facts may make it more or less urgent; the delay still counts from when it was reported. */
const qualified = ({ tools }: Moment, incident: Incident): Incident => {
  const { intent, slots, openedAt: now } = incident;
  const { priority, due, route } = tools.qualify({ intent, slots, now });
  return route === undefined ? { ...incident, priority, due } : incident;
};

const dataOf = ({ slots = {}, place, phone, photos = [] }: Correction) => ({
  ...Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value])),
  ...(place === undefined ? {} : { place: place.label }),
  ...(phone === undefined ? {} : { phone }),
  ...(photos.length === 0 ? {} : { photos: photos.map(({ id }) => id).join(' ') }),
});
