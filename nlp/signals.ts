/** The scores of one text by all three, and how strange its words are. */
export type Seen = {
  readonly shares: Float64Array;
  readonly seen: Readonly<Record<'linear' | 'open' | 'closed', Float64Array>>;
  readonly byOpen: Float64Array;
  readonly byClosed: Float64Array;
  readonly count: number;
  readonly unknown: number;
  readonly familiar: number;
};

/** What tells a right answer from a wrong one. */
export const signalsOf = ({
  shares,
  seen,
  byOpen,
  byClosed,
  count,
  unknown,
  familiar,
}: Seen): readonly number[] => {
  const [first, second] = topTwo(shares);
  const [linearFirst, linearSecond] = topTwo(seen.linear.subarray(0, count));
  const strange = seen.closed[count] ?? 0;
  return [
    first,
    first - second,
    linearFirst,
    linearFirst - linearSecond,
    seen.linear[count] ?? -1,
    topTwo(byOpen)[0],
    topTwo(seen.open)[0] / 10,
    topTwo(seen.closed.subarray(0, count))[0] / 10,
    byClosed[count] ?? 0,
    (logSum(seen.closed.subarray(0, count)) - strange) / 10,
    byOpen.reduce((sum, p) => sum - p * Math.log(p + 1e-9), 0),
    unknown,
    familiar,
  ];
};

/** The two largest numbers. */
export const topTwo = (numbers: Float64Array): readonly [number, number] => {
  let [first, second] = [-Infinity, -Infinity];
  for (const number of numbers) {
    if (number > first) [first, second] = [number, first];
    else if (number > second) second = number;
  }
  return [first, second];
};

const logSum = (scores: Float64Array): number => {
  const most = topTwo(scores)[0];
  return most + Math.log(scores.reduce((sum, score) => sum + Math.exp(score - most), 0));
};
