import type { AgentCommand } from './agent-command.ts';
import type { Incident, IncidentChange, IncidentPlace } from './incident.ts';
import type { Inbound, InboundContent, Message } from './message.ts';
import type { Reply } from './reply.ts';
import type { IncidentDraft, Said } from './talk.ts';
import type { Frame, TalkState } from './talk-state.ts';
import type { Slots, SlotValue } from './understanding.ts';

/** Takes out of a text what must not be kept; a text that was masked stays as it is. */
export type Mask = {
  /** Without account, card and social security numbers: for all that is stored. */
  readonly numbers: (text: string) => string;
  /** Without those and without details of health and offences: for what was understood already. */
  readonly all: (text: string) => string;
  /** The same for the answer to a question (`asked`): what shows who somebody is goes as well. */
  readonly answer: (text: string, asked: string) => string;
  /** Facts of which only yes or no is kept. */
  readonly yesNoOnly: readonly string[];
};

/** What came in, without numbers; what an agent tells a tenant is the landlord's own word and stays. */
export const withoutNumbers = <Row extends Inbound>(row: Row, { numbers }: Mask): Row => ({
  ...row,
  content: contentWithout(row.content, numbers),
});

type Masking = (text: string) => string;

const contentWithout = <Content extends InboundContent>(
  content: Content,
  numbers: Masking,
): InboundContent => {
  switch (content.kind) {
    case 'opened':
    case 'undelivered':
    case 'absence':
      return content;
    case 'message':
      return { ...content, message: wordsMasked(content.message, numbers) };
    case 'command':
      return { ...content, command: commandWithout(content.command, numbers) };
    default:
      return content satisfies never;
  }
};

const commandWithout = (command: AgentCommand, numbers: Masking): AgentCommand => {
  if (command.type === 'note') return { ...command, text: numbers(command.text) };
  if (command.type === 'transfer') return { ...command, note: numbers(command.note) };
  if (command.type !== 'release' || command.summary === undefined) return command;
  return { ...command, summary: numbers(command.summary) };
};

const wordsMasked = ({ text, choice, ...rest }: Message, mask: Masking): Message => ({
  ...rest,
  text: mask(text),
  ...(choice === undefined ? {} : { choice: mask(choice) }),
});

/** A message as it is kept once it was understood; `asked` is the question it may answer. */
export const maskedMessage = (message: Message, mask: Mask, asked: string | undefined): Message =>
  wordsMasked(message, asked === undefined ? mask.all : (text) => mask.answer(text, asked));

/** What the bot says and remembers, as it is kept: it may repeat the words of the tenant. */
export const maskedSaid = (said: Said, mask: Mask): Said => ({
  ...said,
  replies: said.replies.map((reply) => maskedReply(reply, mask)),
  state: maskedState(said.state, mask),
  opened: said.opened.map((draft) => maskedIncident(draft, mask)),
  ...(said.corrected === undefined
    ? {}
    : { corrected: said.corrected.map((change) => maskedChange(change, mask)) }),
  ...(said.handoff?.why === undefined
    ? {}
    : { handoff: { ...said.handoff, why: mask.all(said.handoff.why) } }),
});

const maskedReply = ({ text, ...rest }: Reply, { all }: Mask): Reply => ({
  ...rest,
  text: all(text),
});

const maskedState = (state: TalkState, mask: Mask): TalkState => ({
  ...state,
  stack: state.stack.map((frame) => maskedFrame(frame, mask)),
  waiting: state.waiting.map(({ intent, slots }) => ({
    intent,
    slots: maskedSlots(slots, mask),
  })),
  known: maskedSlots(state.known, mask),
  ...(state.recent === undefined ? {} : { recent: state.recent.map(mask.all) }),
});

const maskedFrame = (frame: Frame, mask: Mask): Frame => ({
  ...frame,
  slots: maskedSlots(frame.slots, mask),
  memory: Object.fromEntries(
    Object.entries(frame.memory).map(([key, value]) => [key, maskedMemory(value, mask)]),
  ),
});

type Memory = Frame['memory'][string];

const maskedMemory = (value: Memory, { all }: Mask): Memory => {
  if (typeof value === 'string') return all(value);
  return typeof value === 'object' ? value.map(all) : value;
};

const maskedSlots = (slots: Slots, mask: Mask): Slots =>
  Object.fromEntries(Object.entries(slots).map(([id, value]) => [id, maskedSlot(id, value, mask)]));

const maskedSlot = (id: string, value: SlotValue, { all, yesNoOnly }: Mask): SlotValue =>
  yesNoOnly.includes(id)
    ? { value: yesOrNo(value.value), said: '' }
    : { ...value, value: all(value.value), said: all(value.said) };

const yesOrNo = (value: string): string => (value === 'no' || value === 'unknown' ? value : 'yes');

type Told = Pick<IncidentDraft, 'slots' | 'place' | 'phone'>;

const maskedIncident = <Draft extends Told>(draft: Draft, mask: Mask): Draft => ({
  ...draft,
  slots: maskedSlots(draft.slots, mask),
  ...(draft.place === undefined ? {} : { place: maskedPlace(draft.place, mask) }),
  ...(draft.phone === undefined ? {} : { phone: mask.all(draft.phone) }),
});

const maskedPlace = (place: IncidentPlace, { all }: Mask): IncidentPlace => ({
  ...place,
  label: all(place.label),
});

const maskedChange = ({ incident, event }: IncidentChange, mask: Mask): IncidentChange => ({
  incident: maskedIncident<Incident>(incident, mask),
  event: {
    ...event,
    data: Object.fromEntries(
      Object.entries(event.data).map(([id, value]) => [
        id,
        mask.yesNoOnly.includes(id) ? yesOrNo(value) : mask.all(value),
      ]),
    ),
  },
});
