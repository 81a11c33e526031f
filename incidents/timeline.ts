import type { Incident, IncidentView, ViewIncident } from '../bot/index.ts';
import { normalisePhone } from './phone.ts';

/** Subjects that must not show on a screen somebody else may look at. */
const DISCREET: ReadonlySet<string> = new Set(['violence_or_threat', 'payment_difficulty']);

/** Subjects that do not show even to those who know the phone number or the postcode: they may live there too. */
const SECRET: ReadonlySet<string> = new Set(['violence_or_threat']);

/** What happened behind the desk's door: notes, and how it was shown who asks. */
const KEPT: ReadonlySet<string> = new Set(['note', 'identity']);

/** The timeline of an incident: bare for those who hold its code, whole for those who also prove who they are. */
export const timeline: ViewIncident = ({ incident, events, proof }) => {
  const { code, intent, status, openedAt, due, place, phone } = incident;
  const secret = SECRET.has(intent);
  const proven = !secret && proof !== undefined && isProof(proof, incident);
  return {
    code,
    ...(proven || !DISCREET.has(intent) ? { intent } : {}),
    status,
    openedAt,
    due,
    provable: !secret && (place?.postcode !== undefined || phone !== undefined),
    steps: events
      .filter(({ kind }) => !KEPT.has(kind))
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, by, kind }) => ({ at, by, kind })),
    ...(proven ? { personal: personalOf(incident) } : {}),
  };
};

const personalOf = ({
  place,
  phone,
  slots,
  photos,
}: Incident): NonNullable<IncidentView['personal']> => ({
  ...(place === undefined ? {} : { place: place.label }),
  ...(phone === undefined ? {} : { phone }),
  slots,
  photos,
});

/** The postcode of the place or the phone number that was given, however it is typed. */
const isProof = (typed: string, { place, phone }: Incident): boolean => {
  const bare = typed.trim().replace(/\s/g, '');
  if (bare === '') return false;
  if (/^\d{5}$/.test(bare)) return bare === place?.postcode;
  const number = normalisePhone(typed);
  return number !== undefined && phone !== undefined && number === normalisePhone(phone);
};
