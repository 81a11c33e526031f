import type { Frame, IntentCard, Slots } from '../bot/index.ts';
import { knownPlace } from './known-place.ts';
import type { Moment } from './moment.ts';

/** A form that has just begun, with what is known of the tenant already. */
export const newForm = ({ state }: Moment, { id }: IntentCard, slots: Slots): Frame => {
  const place = knownPlace(state);
  const { place_text: text, ...facts } = slots;
  const { tenant_ref: tenant } = state.known;
  return {
    dialog: 'report',
    intent: id,
    slots: { ...facts, ...place, ...(tenant === undefined ? {} : { tenant_ref: tenant }) },
    memory: text === undefined || place['address'] !== undefined ? {} : { place_text: text.value },
  };
};
