import type { Answer, Instant, OfficeHours, Store } from './bot/index.ts';
import type { Attendance } from './handoff/index.ts';

/** Conversations looked at for a place in the queue; further back the place is told as this one. */
const MOST_WAITING = 1_000;

/** Builds what the bot may say of the desk: open or not, who is there, how many are answered first. */
export const createAtDesk =
  (parts: {
    readonly store: Store;
    readonly attendance: Attendance;
    readonly hours: OfficeHours;
    readonly now: () => Instant;
  }) =>
  async (id: string): Promise<Extract<Answer, { kind: 'desk' }>> => {
    const { store, attendance, hours, now } = parts;
    const [queue, accounts, own] = await Promise.all([
      store.conversationsHeldBy('queue', MOST_WAITING),
      store.accounts(),
      store.conversation(id),
    ]);
    const place = queue.findIndex((one) => one.id === id);
    const opens = hours.opensAfter(now());
    return {
      kind: 'desk',
      ahead: place === -1 ? queue.length : place,
      online: accounts.map((account) => account.id).filter(attendance.isOnline),
      danger: own?.danger === true,
      ...(opens === undefined ? {} : { opens }),
    };
  };
