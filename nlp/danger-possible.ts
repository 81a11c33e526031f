import type { Row } from './danger-table.ts';
import { remembered } from './remembered.ts';

/** Finds the rows that may fit a text, in their order: those of which it has all that they need. */
export const createPossible = <Ruled extends { readonly row: Row }>(
  rows: readonly Ruled[],
): ((spoken: string) => readonly Ruled[]) => {
  const { needs, lists } = numbered(rows.map(({ row }) => row.needs));
  const metBy = createMetBy(lists);
  return (spoken) => {
    const met = new Uint8Array(lists.length);
    for (const word of spoken.split(' ')) for (const list of metBy(word)) met[list] = 1;
    return rows.filter((_, at) => areMet(needs[at] ?? [], met));
  };
};

const areMet = (needs: readonly number[], met: Uint8Array): boolean => {
  for (const list of needs) if (met[list] === 0) return false;
  return true;
};

/** Every different list of words once, and which of them each row needs. */
const numbered = (rows: readonly Row['needs'][]) => {
  const numbers = new Map<string, number>();
  const needs = rows.map((lists) =>
    lists.map((words) => {
      const list = words.join('|');
      const number = numbers.get(list) ?? numbers.size;
      numbers.set(list, number);
      return number;
    }),
  );
  return { needs, lists: [...numbers.keys()].map((list) => list.split('|')) };
};

/** Finds the lists that have a word, as it stands or by its beginning. */
const createMetBy = (lists: readonly (readonly string[])[]) => {
  const byEntry = new Map<string, number[]>();
  lists.forEach((words, list) => {
    for (const word of new Set(words)) byEntry.set(word, [...(byEntry.get(word) ?? []), list]);
  });
  const beginnings = [...byEntry].flatMap(([entry, found]) =>
    entry.endsWith('*') ? [{ beginning: entry.slice(0, -1), found }] : [],
  );
  return remembered((word): readonly number[] => [
    ...(byEntry.get(word) ?? []),
    ...beginnings.flatMap(({ beginning, found }) => (word.startsWith(beginning) ? found : [])),
  ]);
};
