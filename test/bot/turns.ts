import {
  type AgentCommand,
  type Conversation,
  createTurn,
  FRESH_TALK,
  type Inbound,
  type InboundContent,
  knownBy,
  type Notice,
  type Talk,
  type Understand,
} from '../../bot/index.ts';
import { noMask } from '../no-mask.ts';

/** Understands one word: "gaz" is a danger. */
export const understandGas: Understand = (text) => ({
  text,
  lang: 'fr',
  intents: [],
  guesses: [],
  outcome: 'unsure',
  slots: {},
  ...(text.includes('gaz')
    ? { danger: { intent: 'gas_smell', certainty: 'now', why: 'gaz' } }
    : {}),
});

/** A bot that repeats, calls a human for "humain", "avec elle" and danger, and opens an incident for "fuite". */
export const parrot: Talk = (input) => {
  const { state, message, language, understand, known, incidents, returning } = input;
  const text = message?.text ?? 'bonjour';
  const danger = understand(text, {}).danger !== undefined;
  const code = text.includes('fuite') ? known({ kind: 'code', n: incidents.length }) : undefined;
  if (text.includes('fuite') && code === undefined) {
    return { kind: 'need', query: { kind: 'code', n: incidents.length } };
  }
  return {
    kind: 'said',
    replies: [{ text: `Vous dites : ${text}`, language }],
    state: { ...state, greeted: true },
    language,
    opened: code === undefined ? [] : [leak(code.code)],
    ...(danger ? { handoff: { reason: 'danger' } } : {}),
    ...(text.includes('humain') ? { handoff: { reason: 'asked' } } : {}),
    ...(text.includes('avec elle') && returning !== undefined
      ? { handoff: { reason: 'asked', preferred: returning } }
      : {}),
  };
};

const leak = (code: string) =>
  ({ code, intent: 'water_leak', priority: 'P1', due: 4, slots: {}, photos: [] }) as const;

/** Words notices by their kind. */
export const plainNotice: Notice = (kind, language, { agent }) => ({
  text: `${kind} ${agent ?? ''}`.trim(),
  language,
});

/** The pure turn of that bot. */
export const parrotTurn = createTurn({
  talk: parrot,
  notice: plainNotice,
  understand: understandGas,
  mask: noMask,
});

export const SOPHIE = { id: 'sophie', name: 'Sophie' };
export const KARIM = { id: 'karim', name: 'Karim' };

const ROW = {
  conversation: 'webchat-1',
  channel: 'webchat',
  external: '1',
  person: { id: 'dl_1' },
  at: 0,
} as const;

export const row = (id: string, content: InboundContent): Inbound => ({ ...ROW, id, content });

export const wrote = (id: string, text: string): Inbound =>
  row(id, { kind: 'message', message: { text, photos: [] } });

export const ordered = (id: string, command: AgentCommand, agent = SOPHIE): Inbound =>
  row(id, { kind: 'command', command, agent });

export const START: Conversation = {
  version: 1,
  id: ROW.conversation,
  channel: ROW.channel,
  external: ROW.external,
  person: ROW.person,
  language: 'fr',
  rev: 0,
  seq: 0,
  epoch: 0,
  holder: { kind: 'bot' },
  danger: false,
  episode: 1,
  talk: FRESH_TALK,
  log: [],
  changes: [],
  handled: [],
  outbox: [],
  incidents: [],
  lastText: '',
  openedAt: 0,
  updatedAt: 0,
};

const known = knownBy(({ kind }) => (kind === 'code' ? { kind, code: 'BCDFGH' } : undefined));

/** Runs one turn to its end; the parrot asks for nothing but codes. */
export const after = (conversation: Conversation, inbound: Inbound, now = 1) =>
  done({ conversation, inbound, now });

/** Lets time pass until a moment. */
export const later = (conversation: Conversation, now: number) => done({ conversation, now });

const done = (input: { conversation: Conversation; inbound?: Inbound; now: number }) => {
  const outcome = parrotTurn({ ...input, known });
  if (outcome.kind !== 'done') throw new Error('The parrot asked for a fact that is known.');
  return outcome;
};
