import type { Understand } from '../bot/index.ts';
import { type Classified, classify } from './classify-lines.ts';
import type { Answered } from './evaluate-lines.ts';
import { type Example, isRecord, isWords, readJson } from './examples.ts';

/** A message of the past, with what it meant where somebody has said so. */
export type Stored = {
  readonly text: string;
  readonly lang: string;
  readonly intents: readonly string[] | undefined;
  readonly p0: boolean | undefined;
};

/** A message of the past, understood by the present model and by the candidate. */
export type Replayed = {
  readonly message: Stored;
  readonly before: Classified;
  readonly after: Classified;
};

/** Reads the messages to replay, one JSON object `{text, lang?, intents?, p0?}` a line; other lines are passed over. */
export const readWindow = (content: string): readonly Stored[] =>
  content.split(/\r?\n/).flatMap((line) => {
    const read = readJson(line);
    if (!isRecord(read) || typeof read['text'] !== 'string') return [];
    const { text, lang, intents, p0 } = read;
    return [
      {
        text,
        lang: typeof lang === 'string' ? lang : '',
        intents: isWords(intents) ? intents : undefined,
        p0: typeof p0 === 'boolean' ? p0 : undefined,
      },
    ];
  });

/** The messages without the labels of those that are learned from now: they would praise whoever has seen them. */
export const withoutAnswers = (
  window: readonly Stored[],
  learned: readonly Example[],
): readonly Stored[] => {
  const seen = new Set(learned.map(({ text }) => text.trim()));
  return window.map((message) =>
    seen.has(message.text.trim()) ? { ...message, intents: undefined } : message,
  );
};

/** Lets both models understand every message; nobody gets an answer. */
export const replay = (
  window: readonly Stored[],
  models: { readonly before: Understand; readonly after: Understand },
): readonly Replayed[] =>
  window.map((message) => ({
    message,
    before: classify(message.text, models.before),
    after: classify(message.text, models.after),
  }));

/** The labelled messages as one of the two models answered them. */
export const answeredBy = (
  replayed: readonly Replayed[],
  who: 'before' | 'after',
): readonly Answered[] =>
  replayed.flatMap(({ message: { lang, intents, p0 }, [who]: got }) =>
    intents === undefined ? [] : [{ lang, intents, p0, got }],
  );

const firstOf = ({ intents }: Classified): string => intents[0]?.id ?? 'none';

/** Whether a message would be answered otherwise: another first request, or danger heard by one of the two only. */
export const isChanged = ({ before, after }: Replayed): boolean =>
  firstOf(before) !== firstOf(after) || before.p0 !== after.p0;

/** The dangers that are heard now and not by the candidate, unless somebody has said that there was none. */
export const lostDangers = (replayed: readonly Replayed[]): readonly string[] =>
  replayed
    .filter(({ message, before, after }) => before.p0 && !after.p0 && message.p0 !== false)
    .map(({ message }) => message.text);
