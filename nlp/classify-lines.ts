import type { Understand, Understanding } from '../bot/index.ts';
import { isRecord, readJson } from './examples.ts';

/** Answers each line, a message or JSON with `text`, with one line of JSON. */
export async function* classifyLines(
  input: AsyncIterable<string>,
  understand: Understand,
): AsyncIterable<string> {
  for await (const line of input) {
    yield JSON.stringify(classify(textOf(line), understand));
  }
}

/** What one message is taken for, as the `classify` command writes it. */
export type Classified = {
  readonly text: string;
  readonly lang: string;
  readonly intents: Understanding['guesses'];
  readonly outcome: Understanding['outcome'];
  readonly p0: boolean;
  readonly slots: Readonly<Record<string, string>>;
  readonly ms: number;
};

/** Understands one message without any context and measures the time it takes. */
export const classify = (text: string, understand: Understand): Classified => {
  const start = performance.now();
  const { lang, intents, outcome, danger, slots } = understand(text, {});
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  return {
    text,
    lang,
    intents: intents.map(({ id, p }) => ({ id, p: Math.round(p * 1000) / 1000 })),
    outcome,
    p0: danger?.certainty === 'now',
    slots: Object.fromEntries(Object.entries(slots).map(([slot, { value }]) => [slot, value])),
    ms,
  };
};

const textOf = (line: string): string => {
  if (!line.trimStart().startsWith('{')) return line;
  const read = readJson(line);
  return isRecord(read) && typeof read['text'] === 'string' ? read['text'] : line;
};
