import type { Frame } from '../bot/index.ts';
import { offerLifts } from './ask.ts';
import { listIn, type Moment, noting, swap } from './moment.ts';
import { WRITTEN } from './place.ts';
import { UNKNOWN } from './read-answer.ts';

/** Finds the lift of a building: asks only when there are several; nothing is asked of a tenant who cannot know. */
export const settleLift = (moment: Moment, frame: Frame): Moment => {
  const { address } = frame.slots;
  const known = address !== undefined && address.value !== UNKNOWN && address.value !== WRITTEN;
  const text = `ascenseur ${address?.said ?? ''}`;
  const found = known ? (moment.look({ kind: 'place', text })?.matches ?? []) : [];
  const lifts = found.filter(({ kind }) => kind === 'lift');
  const [only] = lifts;
  if (only === undefined) return keepLift(moment, frame, UNKNOWN, '');
  if (lifts.length === 1) return keepLift(moment, frame, only.id, only.label);
  const labels = shortLabels(
    lifts.map(({ label }) => label),
    address?.said ?? '',
  );
  return offerLifts(moment, noting(frame, { offered: lifts.map(({ id }) => id), labels }));
};

/** The building is known; what tells its lifts apart is enough for a button. */
const shortLabels = (labels: readonly string[], address: string): readonly string[] => {
  const parts = labels.map((label) => label.replace(`${address}, `, '').split(', '));
  const last = parts[0]?.at(-1);
  const same = parts.every((one) => one.length > 1 && one.at(-1) === last);
  return parts.map((one) => capital((same ? one.slice(0, -1) : one).join(', ')));
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Takes the lift whose button was pressed or whose name was written. */
export const chooseLift = (moment: Moment, frame: Frame): Moment => {
  const id = moment.choice?.split('=')[1] ?? '';
  const label = listIn(frame, 'labels')[listIn(frame, 'offered').indexOf(id)];
  return label === undefined
    ? keepLift(moment, frame, UNKNOWN, moment.text)
    : keepLift(moment, frame, id, label);
};

const keepLift = (moment: Moment, frame: Frame, value: string, said: string): Moment =>
  swap(moment, { ...frame, slots: { ...frame.slots, lift_id: { value, said } } });
