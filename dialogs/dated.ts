import type { Frame, Instant, SlotValue } from '../bot/index.ts';
import { type Moment, remember } from './moment.ts';
import { wasLong } from './silence.ts';

const DAY = 24 * 3_600_000;

/** Days before the day on which they were said. */
const AGO: Readonly<Record<string, number>> = { today: 0, yesterday: 1 };

/** Forms taken up later: "hier" was said then, so it becomes the day that was meant. */
export const withDays = (moment: Moment): Moment => {
  const { stack, lastAt } = moment.input.state;
  if (lastAt === undefined || !wasLong(moment)) return moment;
  return remember(moment, {
    stack: stack.map((one) => (one.dialog === 'report' ? dated(one, lastAt) : one)),
  });
};

const dated = (frame: Frame, said: Instant): Frame => {
  const since = frame.slots['since_when'];
  const days = since === undefined ? undefined : daysAgo(since);
  if (since === undefined || days === undefined) return frame;
  const value = new Date(said - days * DAY).toISOString().slice(0, 10);
  return { ...frame, slots: { ...frame.slots, since_when: { ...since, value } } };
};

const daysAgo = ({ value }: SlotValue): number | undefined => {
  const [, count] = /^P(\d+)D$/.exec(value) ?? [];
  return AGO[value] ?? (count === undefined ? undefined : Number(count));
};
