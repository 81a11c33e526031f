import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Counted, countMessages, median } from './count-messages.ts';

/** Where the transcripts are. */
const FOLDER = 'test/dialogs';

/** Requests about something that is broken. */
const TECHNICAL = ['technical_dwelling', 'technical_common'];

/** Every technical report of every transcript below a folder, with the messages it took. */
export const countedIn = (folder: string, catalogue: string): readonly Counted[] => {
  const technical = technicalIntents(catalogue);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.chat'))
    .flatMap((name) => countMessages(readFileSync(join(folder, name), 'utf8')))
    .filter(({ intent }) => technical.includes(intent));
};

type Card = { readonly id: string; readonly domain: string };

const technicalIntents = (catalogue: string): readonly string[] => {
  const { intents }: { readonly intents: readonly Card[] } = JSON.parse(catalogue);
  return intents.filter(({ domain }) => TECHNICAL.includes(domain)).map(({ id }) => id);
};

/** The table that is printed: one line for each kind of report, and one for all. */
export const tableOf = (counted: readonly Counted[]): string => {
  const kinds = [...new Set(counted.map(({ intent }) => intent))].toSorted();
  const rows = kinds.map((kind) => [
    kind,
    ...figures(counted.filter((one) => one.intent === kind)),
  ]);
  return [['report', 'times', 'median', 'most'], ...rows, ['all', ...figures(counted)]]
    .map(([name = '', ...rest]) => [name.padEnd(28), ...rest.map(right)].join(' '))
    .join('\n');
};

const figures = (counted: readonly Counted[]): readonly string[] => {
  const messages = counted.map((one) => one.messages);
  return [messages.length, median(messages), Math.max(...messages)].map(String);
};

const right = (text: string): string => text.padStart(6);

/** Prints how many messages a technical report takes a tenant, over all transcripts. */
export const printMessages = (): void => {
  const catalogue = readFileSync('dialogs/content/catalogue.json', 'utf8');
  console.log(tableOf(countedIn(FOLDER, catalogue)));
};
