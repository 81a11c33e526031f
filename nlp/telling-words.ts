import { type Classifier, DANGER_LABEL } from './classifier.ts';
import { knownFeatures } from './feature-index.ts';
import { featuresOf } from './features.ts';
import { sumIn } from './table.ts';
import { isMark } from './words.ts';

const MOST = 3;
const MOST_READ = 60;

/** The words and pairs of words that speak most for a label of the linear classifier, the most telling first. */
export const tellingWords = (
  { index, linear, table }: Classifier,
  words: readonly string[],
  label: string = DANGER_LABEL,
): readonly string[] => {
  const column = linear.labels.indexOf(label);
  if (column < 0) return [];
  const read = words.filter((word) => !isMark(word)).slice(0, MOST_READ);
  const told = [...new Set(read)].map((word) => ({
    word,
    weight: sumIn(table, knownFeatures(featuresOf([word]), index), column),
  }));
  return told
    .filter(({ weight }) => weight > 0)
    .sort((one, two) => two.weight - one.weight)
    .slice(0, MOST)
    .map(({ word }) => word);
};
