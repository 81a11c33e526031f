import {
  BayesClassifier,
  LogisticRegressionClassifier,
} from 'natural/lib/natural/classifiers/index.js';
import { OUT_OF_SCOPE } from './nlu-data.ts';
import type { Answer, Learned, System } from './nlu-measure.ts';

/** The naive Bayes of `natural`, with the stop words kept, which suits it better than its default. */
export const naturalBayes: System = {
  name: 'natural Bayes',
  learn: async (lines) => learnedBy(new BayesClassifier(), lines),
};

/** The logistic regression of `natural`; its time grows so fast that it is only for a few hundred lines. */
export const naturalLogistic: System = {
  name: 'natural logistic',
  learn: async (lines) => learnedBy(new LogisticRegressionClassifier(), lines),
};

const learnedBy = (
  classifier: BayesClassifier | LogisticRegressionClassifier,
  lines: Parameters<System['learn']>[0],
): Learned => {
  classifier.setOptions({ keepStops: true });
  for (const { text, intent } of lines) classifier.addDocument(text, intent);
  classifier.train();
  return { ask: (text) => bestOf(classifier.getClassifications(text)) };
};

/** The values are likelihoods, smaller the longer the text: each counts by its share. */
const bestOf = (found: readonly { readonly label: string; readonly value: number }[]): Answer => {
  const sum = found.reduce((sofar, { value }) => sofar + value, 0) || 1;
  const best = found.find(({ label }) => label !== OUT_OF_SCOPE);
  return { intent: best?.label ?? '', score: (best?.value ?? 0) / sum };
};
