import type { AgentCommand, AgentRef } from './agent-command.ts';
import type { Instant } from './clock.ts';
import type { Undelivered } from './outbox.ts';

/** The doors a person can knock at. */
export type Channel = 'webchat' | 'sms' | 'teams';

/** A photo that was re-encoded without metadata and stored under `id`. */
export type Photo = {
  readonly id: string;
  readonly type: 'image/jpeg';
  /** Size of the stored file, bytes. */
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
};

/** Who writes, as the channel names them; `id` is opaque and stable within the channel. */
export type Person = {
  readonly id: string;
  readonly name?: string;
  /** The number they write from, E.164, where the channel knows it: nobody has to be asked for it. */
  readonly phone?: string;
};

/** What a person wrote in one go. */
export type Message = {
  /** At most `MAX_TEXT` characters, trimmed; empty when only photos or a button came. */
  readonly text: string;
  readonly photos: readonly Photo[];
  /** The value of the button that was pressed, when one was. */
  readonly choice?: string;
  /** The id of the inbound row that this is an edited version of. */
  readonly replaces?: string;
  /** What the client calls this message; sent back unchanged so that it can recognise it. */
  readonly clientId?: string;
};

/** The longest text that is taken from a person in one message; a channel refuses more, kindly. */
export const MAX_TEXT = 4000;

/** Somebody wants no more messages on this channel, or wants them again. */
export type Wish = 'stop' | 'start';

/** What can happen to a conversation from outside. */
export type InboundContent =
  | { readonly kind: 'opened'; readonly locale?: string }
  | {
      readonly kind: 'message';
      readonly message: Message;
      readonly locale?: string;
      /** The whole message is the word by which the channel's people say it. */
      readonly wish?: Wish;
    }
  /** The channel took the reply `seq` and could not bring it to the person after all. */
  | { readonly kind: 'undelivered'; readonly seq: number; readonly why: Undelivered }
  | { readonly kind: 'command'; readonly command: AgentCommand; readonly agent: AgentRef }
  /** The console of the agent who has held it since `since` is gone for good. */
  | { readonly kind: 'absence'; readonly agent: AgentRef; readonly since: Instant };

/** One durable row of what came in; a second row with the same `id` is the same event told twice. */
export type Inbound = {
  /** The channel's own id with the channel before it, such as `web:…` or `desk:…`. */
  readonly id: string;
  readonly conversation: string;
  readonly channel: Channel;
  /** What the channel calls the conversation. */
  readonly external: string;
  readonly person: Person;
  /** The network it came from, as a keyed hash; where the channel knows none, absent. */
  readonly network?: string;
  /** When the server took it. */
  readonly at: Instant;
  readonly content: InboundContent;
};
