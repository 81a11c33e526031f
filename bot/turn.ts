import type { CommandResult } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Conversation } from './conversation.ts';
import { type Mask, maskedMessage, maskedSaid } from './mask.ts';
import type { Inbound, Message } from './message.ts';
import { move, queue, reopen } from './moves.ts';
import { openIncidents } from './open-incidents.ts';
import type { Known, Query } from './query.ts';
import type { Notice, Said, Talk } from './talk.ts';
import { append, say } from './transcript.ts';
import type { Understand } from './understanding.ts';

/** What a turn works with; none of it has a clock, a file or chance inside. */
export type TurnTools = {
  readonly talk: Talk;
  readonly notice: Notice;
  readonly understand: Understand;
  readonly mask: Mask;
};

/** One thing that came in, and the conversation it came into. */
export type TurnInput = {
  readonly conversation: Conversation;
  readonly inbound: Inbound;
  readonly now: Instant;
  readonly known: Known;
};

/** What must happen: the document as it shall be written, or a fact to look up first. */
export type Outcome =
  | { readonly kind: 'need'; readonly query: Query }
  | {
      readonly kind: 'done';
      readonly conversation: Conversation;
      readonly result?: CommandResult;
    };

/** Takes one thing in. Pure: the same input gives the same outcome, however often it is run. */
export type Turn = (input: TurnInput) => Outcome;

/** The shown part of what a tenant wrote last, characters. */
const LAST_TEXT = 120;

/** Builds the turn: who answers now decides what happens. */
export const createTurn =
  (tools: TurnTools): Turn =>
  (input) => {
    const { content } = input.inbound;
    switch (content.kind) {
      case 'opened':
        return answer(tools, input, undefined);
      case 'message':
        return hear(tools, input, content.message);
      case 'command':
        return obey(tools, input, content);
      default:
        return content satisfies never;
    }
  };

const hear = (tools: TurnTools, input: TurnInput, message: Message): Outcome => {
  const { inbound, now } = input;
  const awake = reopen(input.conversation, now);
  const kept = maskedMessage(message, tools.mask);
  const heard = append(awake, now, { kind: 'message', message: kept, inbound: inbound.id });
  const conversation = { ...heard, lastText: shown(kept) };
  if (conversation.holder.kind === 'bot' || conversation.holder.kind === 'queue') {
    return answer(tools, { ...input, conversation }, message);
  }
  const danger = conversation.danger || inDanger(tools, conversation, message);
  const waitingSince = conversation.waitingSince ?? now;
  return { kind: 'done', conversation: { ...conversation, danger, waitingSince } };
};

const answer = (tools: TurnTools, input: TurnInput, message: Message | undefined): Outcome => {
  const { conversation, now, known } = input;
  const { holder, language, channel, incidents, talk: state } = conversation;
  if (holder.kind !== 'bot' && holder.kind !== 'queue') return { kind: 'done', conversation };
  const said = tools.talk({
    state,
    language,
    channel,
    now,
    incidents,
    holder: holder.kind,
    understand: tools.understand,
    known,
    ...(message === undefined ? {} : { message }),
  });
  if (said.kind === 'need') return said;
  return { kind: 'done', conversation: apply(conversation, maskedSaid(said, tools.mask), now) };
};

const apply = (conversation: Conversation, said: Said, now: Instant): Conversation => {
  const told = said.replies.reduce(
    (sofar, reply) => say(sofar, now, { by: { kind: 'bot' }, reply }),
    conversation,
  );
  const stated = { ...told, talk: said.state, language: said.language };
  const opened = openIncidents(stated, said.opened, now);
  const corrected = { ...opened, changes: [...opened.changes, ...(said.corrected ?? [])] };
  return said.handoff === undefined ? corrected : queue(corrected, now, said.handoff);
};

const obey = (
  { notice }: TurnTools,
  { conversation, now }: TurnInput,
  { command, agent }: Extract<Inbound['content'], { kind: 'command' }>,
): Outcome => {
  const moved = move({ conversation, command, agent, now, notice });
  if (moved === undefined) {
    return { kind: 'done', conversation, result: { kind: 'lost', holder: conversation.holder } };
  }
  const result: CommandResult = { kind: 'done', rev: conversation.rev + 1, holder: moved.holder };
  return { kind: 'done', conversation: moved, result };
};

/** What a turn that could not be completed leads to: the message is kept and a human is called. */
export const turnFailed = (
  { notice, mask }: Pick<TurnTools, 'notice' | 'mask'>,
  { conversation: before, inbound, now }: Omit<TurnInput, 'known'>,
): Conversation => {
  const { content } = inbound;
  const awake = reopen(before, now);
  const heard =
    content.kind === 'message'
      ? append(awake, now, {
          kind: 'message',
          message: maskedMessage(content.message, mask),
          inbound: inbound.id,
        })
      : awake;
  if (heard.holder.kind === 'agent') return heard;
  const reply = notice('bot_error', heard.language, {});
  const told = say(heard, now, { by: { kind: 'bot' }, reply });
  return queue({ ...told, talk: { ...told.talk, stack: [] } }, now, { reason: 'bot_error' });
};

const inDanger = (tools: TurnTools, { language }: Conversation, { text }: Message): boolean =>
  tools.understand(text, { language }).danger?.certainty === 'now';

const shown = ({ text, photos }: Message): string =>
  text === '' && photos.length > 0 ? '📷' : text.slice(0, LAST_TEXT);
