import { leave } from './absence.ts';
import type { CommandResult } from './agent-command.ts';
import { alarmed } from './alarm.ts';
import type { Instant } from './clock.ts';
import { reopen } from './closing.ts';
import type { Conversation } from './conversation.ts';
import { identityAt } from './identity.ts';
import { type Mask, maskedMessage, maskedSaid } from './mask.ts';
import type { Inbound, Message, Wish } from './message.ts';
import { move, queue } from './moves.ts';
import { openIncidents } from './open-incidents.ts';
import { heardWith, joined, type Patience, startsAnew, type Told } from './pieces.ts';
import type { Known, Query } from './query.ts';
import { wake } from './set-aside.ts';
import type { Notice, Said, Talk } from './talk.ts';
import { withTexts } from './texts.ts';
import { timePasses } from './time-passes.ts';
import { append, say, undelivered } from './transcript.ts';
import type { Understand } from './understanding.ts';
import { checkedIncidents } from './verify.ts';
import { isWish, withWish } from './wish.ts';
import { without } from './without.ts';

/** What a turn works with; none of it has a clock, a file or chance inside. */
export type TurnTools = {
  readonly talk: Talk;
  readonly notice: Notice;
  readonly understand: Understand;
  readonly mask: Mask;
  /** Without it every message is answered at once. */
  readonly patience?: Patience;
};

/** One thing that came in, and the conversation it came into; without one, time has passed. */
export type TurnInput = {
  readonly conversation: Conversation;
  readonly inbound?: Inbound;
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
    const { inbound } = input;
    if (inbound === undefined) return letPass(tools, input);
    const { content } = inbound;
    switch (content.kind) {
      case 'opened':
        return open(tools, input);
      case 'message':
        return isWish(input.conversation, content.wish)
          ? heed(tools, input, { inbound, ...content, wish: content.wish })
          : hear(tools, input, { inbound, message: content.message });
      case 'undelivered':
        return keep(undelivered(input.conversation, input.now, content));
      case 'command':
        return obey(tools, input, content);
      case 'absence':
        return keep(leave({ ...tools, now: input.now }, input.conversation, content));
      default:
        return content satisfies never;
    }
  };

/** What was due happens, and what was heard is answered once it has been quiet long enough. */
const letPass = (tools: TurnTools, input: TurnInput): Outcome => {
  const conversation = timePasses({ ...tools, now: input.now }, input.conversation);
  const quiet = conversation.heard !== undefined && conversation.heard.until <= input.now;
  return quiet ? speak(tools, { ...input, conversation }) : keep(conversation);
};

/** Somebody who is still writing has not come back to be asked what they want. */
const open = (tools: TurnTools, input: TurnInput): Outcome =>
  input.conversation.heard === undefined
    ? answer(tools, input, undefined)
    : { kind: 'done', conversation: input.conversation };

const hear = (tools: TurnTools, input: TurnInput, told: Told): Outcome => {
  const before = startsAnew(input.conversation, told)
    ? speak(tools, input)
    : keep(input.conversation);
  if (before.kind === 'need') return before;
  const { now } = input;
  const { inbound, message } = told;
  const awake = reopen(before.conversation, now);
  const kept = maskedMessage(message, tools.mask, askedIn(awake));
  const said = append(awake, now, { kind: 'message', message: kept, inbound: inbound.id });
  const { network } = inbound;
  const from = network === undefined ? {} : { network };
  const conversation = { ...said, ...from, lastText: shown(kept) };
  if (conversation.holder.kind === 'bot' || conversation.holder.kind === 'queue') {
    return listen(tools, { ...input, conversation }, told);
  }
  const waitingSince = conversation.waitingSince ?? now;
  const waiting = wake({ ...conversation, waitingSince }, now, 'tenant');
  return keep(inDanger(tools, waiting, message) ? alarmed(waiting, now) : waiting);
};

/** Asks for silence, or for messages again; then what was open is asked once more. */
const heed = (
  tools: TurnTools,
  input: TurnInput,
  wished: Told & { readonly wish: Wish },
): Outcome => {
  const conversation = withWish(input.conversation, input.now, {
    ...wished,
    message: maskedMessage(wished.message, tools.mask, askedIn(input.conversation)),
  });
  return wished.wish === 'stop'
    ? keep(conversation)
    : answer(tools, { ...input, conversation }, undefined);
};

const keep = (conversation: Conversation): Outcome => ({ kind: 'done', conversation });

/** Answers, or waits for more: nobody in danger and nobody who presses a button waits. */
const listen = (tools: TurnTools, input: TurnInput, told: Told): Outcome => {
  const { conversation, now } = input;
  const heard = heardWith(tools, conversation, told);
  if (heard.until > now) return keep({ ...conversation, heard });
  return speak(tools, { ...input, conversation: { ...conversation, heard } });
};

/** Answers what was heard, all pieces as one message. */
const speak = (tools: TurnTools, input: TurnInput): Outcome => {
  const { heard, ...conversation } = input.conversation;
  if (heard === undefined) return keep(conversation);
  return answer(tools, { ...input, conversation }, joined(heard.pieces));
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
    ...(conversation.returning === undefined ? {} : { returning: conversation.returning }),
  });
  if (said.kind === 'need') return said;
  const met = without(conversation, 'returning');
  return { kind: 'done', conversation: apply(met, maskedSaid(said, tools.mask), now) };
};

/** What the tenant was asked last. */
const askedIn = ({ talk }: Conversation): string | undefined => talk.stack.at(-1)?.asked;

const apply = (before: Conversation, said: Said, now: Instant): Conversation => {
  const conversation = withNewIdentity(before, said, now);
  const told = said.replies.reduce(
    (sofar, reply) => say(sofar, now, { by: { kind: 'bot' }, reply }),
    conversation,
  );
  const stated = { ...told, talk: said.state, language: said.language };
  const opened = openIncidents(stated, said.opened, now);
  const corrected = { ...opened, changes: [...opened.changes, ...(said.corrected ?? [])] };
  const texted = withTexts(corrected, said.texts ?? [], now);
  return said.handoff === undefined ? texted : queue(texted, now, said.handoff);
};

/** That somebody showed who they are stands in the transcript, for the desk. */
const withNewIdentity = (
  conversation: Conversation,
  { state }: Said,
  now: Instant,
): Conversation => {
  const identity = identityAt(state.identity, now);
  if (identity === undefined || identity.at === conversation.talk.identity?.at) return conversation;
  return append(conversation, now, { kind: 'move', move: { kind: 'identified', by: identity.by } });
};

const obey = (
  { notice }: TurnTools,
  { conversation, now, known }: TurnInput,
  { command, agent }: Extract<Inbound['content'], { kind: 'command' }>,
): Outcome => {
  const moved = move({ conversation, command, agent, now, notice });
  if (moved === undefined) {
    return { kind: 'done', conversation, result: { kind: 'lost', holder: conversation.holder } };
  }
  const checked =
    command.type === 'verify'
      ? checkedIncidents(moved, { by: command.by, now, known })
      : { kind: 'found' as const, changes: [] };
  if (checked.kind === 'need') return checked;
  const changes = [...moved.changes, ...checked.changes];
  const result: CommandResult = { kind: 'done', rev: conversation.rev + 1, holder: moved.holder };
  return { kind: 'done', conversation: { ...moved, changes }, result };
};

/** What a turn that could not be completed leads to: the message is kept and a human is called. */
export const turnFailed = (
  { notice, mask }: Pick<TurnTools, 'notice' | 'mask'>,
  { conversation: { heard: _, ...before }, inbound, now }: Omit<TurnInput, 'known'>,
): Conversation => {
  const awake = reopen(before, now);
  const heard =
    inbound?.content.kind === 'message'
      ? append(awake, now, {
          kind: 'message',
          message: maskedMessage(inbound.content.message, mask, askedIn(before)),
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
