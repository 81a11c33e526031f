const CELL = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))$/;

/** Nobody who rents was born before. */
const OLDEST_YEAR = 1900;

/** A birth date in a cell, `14/03/1984` or `1984-03-14`, as `1984-03-14`; nothing when it is none. */
export const readBirthCell = (cell: string): string | undefined => {
  const [, y1, m1, d1, d2, m2, y2] = CELL.exec(cell) ?? [];
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && year >= OLDEST_YEAR ? date.toISOString().slice(0, 10) : undefined;
};
