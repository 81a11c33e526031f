export {
  type Account,
  type AccountChange,
  type AccountChanged,
  type AccountFacts,
  canSignIn,
  type Role,
  type SecondFactor,
  type Session,
} from './account.ts';
export type { AgentCommand, AgentRef, CommandResult } from './agent-command.ts';
export { AUDIT_ACTS, type AuditAct, type AuditRow, type StoredAudit } from './audit.ts';
export type { Bot, CommandRow } from './bot.ts';
export { BotError, type BotErrorCode } from './bot-error.ts';
export type { Bus, Hint } from './bus.ts';
export type { Catalogue, Condition, Delay, IntentCard, PriorityRule } from './catalogue.ts';
export type { Clock, Instant } from './clock.ts';
export type {
  Alarm,
  Conversation,
  Handled,
  HandoffReason,
  Holder,
  Lease,
  Pinned,
} from './conversation.ts';
export type { Correction, CorrectionState, StoredCorrection } from './correction.ts';
export { CRASH_POINTS, type CrashPoint, type Reach } from './crash-point.ts';
export { type BotParts, createBot } from './create-bot.ts';
export {
  type Delivered,
  type DeliveryStep,
  intend,
  judgeSend,
  judgeSettled,
  nextDelivery,
  SETTLE,
} from './deliver.ts';
export type { Dialog } from './dialog.ts';
export type { Delivery, Entry, Line, Move, Speaker, StoredEntry } from './entry.ts';
export type { HalfDay, HalfDays } from './half-day.ts';
export {
  IDENTITY,
  type Identity,
  type IdentityLevel,
  type IdentityProof,
  identified,
  identityAt,
  identityFact,
  levelOf,
  reaches,
  TO_CHECK,
} from './identity.ts';
export type {
  Incident,
  IncidentChange,
  IncidentEvent,
  IncidentPlace,
  Priority,
  Qualification,
  Qualify,
} from './incident.ts';
export type { IncidentView, PersonalView, ViewIncident } from './incident-view.ts';
export type { Language, Translated } from './language.ts';
export type { Log, LogFields } from './log.ts';
export { type Mask, maskedMessage, maskedSaid, withoutNumbers } from './mask.ts';
export type {
  Channel,
  Inbound,
  InboundContent,
  Message,
  Person,
  Photo,
  Wish,
} from './message.ts';
export { MAX_TEXT } from './message.ts';
export type { OfficeHours } from './office-hours.ts';
export type { Address, OutboxEntry, Send, SendResult, Undelivered } from './outbox.ts';
export type { Patience } from './pieces.ts';
export type { Estate, Place, PlaceKind, PlaceMatch, ReadEstate, Tenant } from './place.ts';
export { type Answer, type Asker, type Known, knownBy, type Lookup, type Query } from './query.ts';
export { queuePlace } from './queue-place.ts';
export type { Choice, Receipt, Reply } from './reply.ts';
export { PAYERS, type Payer, type ServiceSheet, type ServiceSheets } from './service-sheet.ts';
export type { Store } from './store.ts';
export type { Suggest, Suggestion } from './suggestion.ts';
export type {
  Handoff,
  IncidentDraft,
  Need,
  Notice,
  NoticeKind,
  Said,
  Talk,
  TalkInput,
} from './talk.ts';
export { FRESH_TALK, type Frame, type TalkState } from './talk-state.ts';
export type { TextDraft, TextEntry, Texting, Texts } from './texts.ts';
export { createTurn, type Outcome, type Turn, type TurnInput, type TurnTools } from './turn.ts';
export type {
  Danger,
  IntentGuess,
  Request,
  Slots,
  SlotValue,
  Span,
  Understand,
  UnderstandContext,
  Understanding,
} from './understanding.ts';
