export { classifyLines } from './classify-lines.ts';
export { createUnderstand } from './create-understand.ts';
export { evaluateLines } from './evaluate-lines.ts';
export { type Example, readExamples } from './examples.ts';
export { loadModel } from './load-model.ts';
export { trainModel } from './train-model.ts';
