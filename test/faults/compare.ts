import { expect } from 'vitest';
import type { Activity, StubbornTenant } from './stubborn-tenant.ts';

/** Codes and hours differ from run to run; everything else must not. */
const CODE = /\b[BCDFGHJKMNPQRTVWXZ]{6}\b/g;
const DATE =
  /\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b[^.\n]*|\d{1,2}\s*h\s*\d{0,2}/g;

const LINK = /\/photo\/[\w-]+/g;

/** Texts as they can be compared between two runs. */
export const plainly = (texts: readonly string[]): readonly string[] =>
  texts.map((text) =>
    text.replaceAll(CODE, 'CODE').replaceAll(DATE, 'DATE').replaceAll(LINK, '/photo/LINK'),
  );

const lineOf = ({ from, text = '' }: Activity): string =>
  `${from.role}: ${text.replaceAll(CODE, 'CODE').replaceAll(DATE, 'DATE')}`;

/** A transcript as lines that can be compared between two runs. */
export const linesOf = (activities: readonly Activity[]): readonly string[] =>
  activities.map(lineOf);

/** How long a transcript must stay as it is to count as finished, ms. */
const QUIET = 400;

/** The longest wait for it, ms. */
const PATIENCE = 30_000;

/** Waits until every message is there, at least `length` lines stand in all, and nothing more comes. */
export const settled = async (
  tenant: StubbornTenant,
  messages: number,
  length = 0,
): Promise<readonly Activity[]> => {
  const end = Date.now() + PATIENCE;
  let found = await tenant.transcript();
  while (Date.now() < end) {
    await new Promise((go) => setTimeout(go, QUIET));
    const again = await tenant.transcript();
    const complete = again.filter(({ from }) => from.role === 'user').length >= messages;
    if (complete && again.length >= length && again.length === found.length) return again;
    found = again;
  }
  return found;
};

/** What must hold for a disturbed run beside an undisturbed one. */
export const expectUndisturbed = (
  disturbed: readonly Activity[],
  undisturbed: readonly Activity[],
  sent: readonly string[],
): void => {
  const ids = disturbed.flatMap(({ from, channelData }) =>
    from.role === 'user' ? [channelData?.clientActivityID] : [],
  );
  expect(ids).toEqual(sent);
  expect(new Set(disturbed.map(({ id }) => id)).size).toBe(disturbed.length);
  expect(linesOf(disturbed)).toEqual(linesOf(undisturbed));
};
