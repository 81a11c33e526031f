import {
  type Choice,
  type Known,
  knownBy,
  type Language,
  type Message,
  type Query,
  type TalkInput,
  type Understanding,
} from '../bot/index.ts';
import { choiceNumber } from './choice-number.ts';
import { fold, wordCount } from './fold.ts';
import type { Look, Moment, TalkTools } from './moment.ts';
import { withForeignDanger } from './other-language.ts';

/** A language is recognised from this many words on; shorter answers are given in any language. */
const ENOUGH_WORDS = 3;

/** The moment a turn starts from. */
export const hear = (input: TalkInput, tools: TalkTools): Moment => {
  const { message, state } = input;
  const asked = state.stack.at(-1)?.asked;
  const text = (message?.text ?? '').trim();
  const choice = pressed(message) ?? chosen(text, { tools, offered: state.offered ?? [], asked });
  const context = { language: input.language, ...(asked === undefined ? {} : { asked }) };
  const understood = asOneLine(input.understand(text, context), input);
  const heard = withForeignDanger(withoutPlace(understood, input, asked), tools.content);
  return {
    input,
    tools,
    look: createLook(input.known),
    text,
    ...(choice === undefined ? {} : { choice }),
    heard,
    state,
    language: (choice ?? asked) ? input.language : spoken(input.language, heard, state.greeted),
    replies: [],
    opened: [],
    corrected: [],
    texts: [],
  };
};

/** A sentence that came in pieces may be clearer without the breaks between them. */
const asOneLine = (heard: Understanding, { understand, language }: TalkInput): Understanding => {
  if (heard.outcome === 'sure' || !heard.text.includes('\n')) return heard;
  const line = understand(heard.text.replaceAll('\n', ' '), { language });
  const [best] = line.guesses;
  if (best?.id === 'out_of_scope' || (best?.p ?? 0) <= clearest(heard)) return heard;
  const danger = heard.danger ?? line.danger;
  return { ...line, text: heard.text, ...(danger === undefined ? {} : { danger }) };
};

/** How likely the likeliest request is, by itself or among several. */
const clearest = ({ intents, guesses }: Understanding): number =>
  Math.max(0, ...[...intents, ...guesses].flatMap(({ id, p }) => (id === 'out_of_scope' ? [] : p)));

/** Facts that say where, but not what. */
const WHERE = ['address', 'building', 'staircase', 'floor_level', 'postcode'];

/** An address between the words hides what is wanted: what is left without it may be clearer. */
const withoutPlace = (
  heard: Understanding,
  { understand, language }: TalkInput,
  asked: string | undefined,
): Understanding => {
  const said = WHERE.flatMap((slot) => heard.slots[slot]?.said ?? []);
  if (heard.outcome === 'sure' || asked !== undefined || said.length === 0) return heard;
  const rest = said.reduce((text, part) => text.replace(part, ' '), heard.text);
  const { intents, guesses, outcome, danger } = understand(rest, { language });
  if ((guesses[0]?.p ?? 0) <= (heard.guesses[0]?.p ?? 0)) return heard;
  const found = heard.danger ?? danger;
  return { ...heard, intents, guesses, outcome, ...(found === undefined ? {} : { danger: found }) };
};

/** The same moment with another text: what was said before a question came between. */
export const hearAgain = (moment: Moment, text: string): Moment => {
  const { choice: _, ...rest } = moment;
  const heard = moment.input.understand(text, { language: moment.language });
  return { ...rest, text, heard };
};

/** What a button can stand for. */
const BUTTON = /^(?:do|intent):\w+$|^\w+=[^=]+$/;

/** A title is short; a longer text beside a button is what somebody really wrote. */
const LONGEST_TITLE = 12;

/** The button a client says was pressed. */
const pressed = (message: Message | undefined): string | undefined => {
  const { choice, text = '' } = message ?? {};
  if (choice === undefined || !BUTTON.test(choice)) return undefined;
  return wordCount(text) <= LONGEST_TITLE ? choice : undefined;
};

/** The button whose title or number was typed; figures may be the answer itself where a number was asked. */
const chosen = (
  text: string,
  {
    tools,
    offered,
    asked,
  }: { tools: TalkTools; offered: readonly Choice[]; asked?: string | undefined },
): string | undefined => {
  const typed = fold(text);
  const titled = offered.find(({ title }) => fold(title) === typed);
  if (titled !== undefined || asked === 'indoor_temperature') return titled?.value;
  const number = choiceNumber(tools.content.choiceNumbers, text);
  return number === undefined ? undefined : offered[number - 1]?.value;
};

const spoken = (current: Language, heard: Understanding, greeted: boolean): Language => {
  if (heard.lang !== 'fr' && heard.lang !== 'en') return current;
  const enough = greeted ? ENOUGH_WORDS : 1;
  return wordCount(heard.text) >= enough ? heard.lang : current;
};

/** Looks facts up, and keeps the first one that is not known yet. */
const createLook = (known: Known): Look => {
  const missing: Query[] = [];
  const look = knownBy((query) => {
    const answer = known(query);
    if (answer === undefined) missing.push(query);
    return answer;
  });
  return Object.assign(look, { missing: () => missing[0] });
};
