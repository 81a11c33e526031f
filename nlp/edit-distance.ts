const FAR = 9;

type Row = readonly number[];

/** Edits between two words: letters added, left out, changed or swapped with their neighbour. */
export const distance = (one: string, two: string): number => {
  if (Math.abs(one.length - two.length) > 3) return FAR;
  let before: Row = [];
  let last: Row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = nextRow({ one, two, row }, before, last);
    before = last;
    last = next;
  }
  return last[two.length] ?? FAR;
};

const nextRow = (
  { one, two, row }: { readonly one: string; readonly two: string; readonly row: number },
  before: Row,
  last: Row,
): Row => {
  const next = [row];
  for (let column = 1; column <= two.length; column += 1) {
    const changed = (last[column - 1] ?? FAR) + (one[row - 1] === two[column - 1] ? 0 : 1);
    const swapped = one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
    const ways = [changed, (last[column] ?? FAR) + 1, (next[column - 1] ?? FAR) + 1];
    next.push(Math.min(...ways, swapped ? (before[column - 2] ?? FAR) + 1 : FAR));
  }
  return next;
};
