import type { Frame, Incident, IncidentChange, Slots, SlotValue } from '../bot/index.ts';
import { correctIncident } from './correct-incident.ts';
import { describeIntent } from './describe.ts';
import { type Moment, say } from './moment.ts';
import { placesFor, WRITTEN } from './place.ts';
import { correctedPlace } from './place-answer.ts';
import { sayReceipt } from './receipt.ts';
import { registered, replaceFacts } from './registered.ts';

/** A wrong address is wrong for every request that was reported with it; nothing while one is still looked up. */
export const correctPlace = (moment: Moment, frame: Frame): Moment | undefined => {
  const before = frame.slots['address'];
  const address = placeSaid(moment, before?.said);
  const frames = registered(moment).filter(({ slots }) => slots['address']?.said === before?.said);
  const place = placeFrom(address);
  const changes = frames.flatMap(
    (one) => correctIncident(moment, one, { kind: 'corrected', place }) ?? [],
  );
  if (changes.length < frames.length) return undefined;
  const known = { ...moment.state.known, ...address };
  const next = frames.reduce(
    (sofar, one) => replaceFacts(sofar, one, { ...one.slots, ...address }),
    moment,
  );
  return tellAll({ ...next, state: { ...next.state, known }, corrected: changes }, changes);
};

const tellAll = (moment: Moment, changes: readonly IncidentChange[]): Moment => {
  const [first, ...more] = changes.map(({ incident }) => incident);
  if (first === undefined) return moment;
  if (more.length === 0) return sayReceipt(moment, first, { again: true });
  return say(moment, 'corrected_all', {
    count: changes.length,
    list: [first, ...more].map((one) => lineOf(moment, one)).join('\n'),
    place: first.place?.label ?? '',
  });
};

const lineOf = ({ tools, language }: Moment, { intent, code }: Incident): string =>
  `${code} ${describeIntent(tools.catalogue, intent, language)}`;

type Address = { readonly address: SlotValue } & Slots;

const placeSaid = (moment: Moment, before: string | undefined): Address => {
  const text = correctedPlace(moment, before);
  const [match, other] = placesFor(moment, text);
  if (match === undefined || other !== undefined)
    return { address: { value: WRITTEN, said: text } };
  const { postcode } = match;
  return {
    address: { value: match.id, said: match.label },
    ...(postcode === undefined ? {} : { postcode: { value: postcode, said: postcode } }),
  };
};

const placeFrom = ({ address, postcode }: Address) => ({
  label: address.said,
  ...(address.value === WRITTEN ? {} : { id: address.value }),
  ...(postcode === undefined ? {} : { postcode: postcode.value }),
});
