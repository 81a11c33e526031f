/** An agent as other agents and tenants see them. */
export type Agent = { readonly id: string; readonly name: string };

/** The person this page is signed in as, and until when. */
export type Me = {
  readonly agent: Agent & {
    readonly email: string;
    readonly role: 'agent' | 'supervisor' | 'admin';
  };
  readonly expiresAt: number;
  /** The second factor: none yet, set, or that of whoever signs this person in elsewhere. */
  readonly factor: 'none' | 'set' | 'elsewhere';
  /** Must set one before anything else. */
  readonly owesFactor: boolean;
};

/** Who answers a conversation. */
export type Holder =
  | { readonly kind: 'bot' }
  | {
      readonly kind: 'queue';
      readonly reason: string;
      readonly since: number;
      readonly preferred?: Agent;
    }
  | {
      readonly kind: 'agent';
      readonly agent: Agent;
      readonly since: number;
      /** Set aside until then. */
      readonly snoozed?: number;
    }
  | {
      readonly kind: 'closed';
      readonly since: number;
      /** Who closed it, while that can be undone. */
      readonly undo?: { readonly by: Agent };
    };

/** A conversation as a list knows it. */
export type Summary = {
  readonly id: string;
  readonly channel: string;
  readonly language: 'fr' | 'en';
  /** The language the tenant writes, when it is neither French nor English. */
  readonly speaks?: string;
  readonly rev: number;
  readonly seq: number;
  readonly holder: Holder;
  readonly danger: boolean;
  /** How often a danger nobody attends to has rung again. */
  readonly rung?: number;
  readonly episode: number;
  readonly incidents: readonly string[];
  readonly lastText: string;
  readonly name?: string;
  /** The last two figures of the number they write from. */
  readonly ends?: string;
  readonly place?: string;
  readonly waitingSince?: number;
  readonly openedAt: number;
  readonly updatedAt: number;
};

/** A fact, as it is kept and as it was said. */
export type Fact = { readonly id: string; readonly value: string; readonly said: string };

/** A subject, by its id and by its name where it has one. */
export type Subject = {
  readonly intent: string;
  readonly name?: { readonly fr: string; readonly en: string };
  readonly slots: readonly Fact[];
};

/** An incident that was opened in the conversation. */
export type Opened = Subject & {
  readonly code: string;
  readonly priority: string;
  readonly due: number;
  readonly openedAt: number;
  readonly place?: string;
  readonly phone?: string;
};

/** Something that could be told to the tenant, in the tenant's language. */
export type Suggestion = { readonly about: 'pays' | 'delay' | 'proof'; readonly text: string };

/** Who speaks, how surely, and what showed it. */
export type Identity = {
  readonly level: string;
  readonly by: 'code' | 'birth_date' | 'phone' | 'agent' | 'link';
  readonly at: number;
  readonly until: number;
  /** The tenant of the estate who was matched. */
  readonly tenant?: string;
  readonly agent?: Agent;
};

/** What is known of one conversation. */
export type Detail = Summary & {
  readonly identity?: Identity;
  /** The word of the agent who passed it on last. */
  readonly pinned?: { readonly agent: Agent; readonly text: string; readonly at: number };
  readonly known: readonly Fact[];
  readonly understood: readonly Subject[];
  readonly opened: readonly Opened[];
  readonly suggestions: readonly Suggestion[];
};

/** What happened to a conversation. */
export type Move =
  | { readonly kind: 'queued'; readonly reason: string; readonly why?: string }
  | {
      readonly kind: 'transferred';
      readonly agent: Agent;
      readonly to?: Agent;
      readonly note: string;
    }
  | {
      readonly kind: 'taken' | 'closed' | 'close_undone' | 'agent_gone';
      readonly agent: Agent;
    }
  | { readonly kind: 'released'; readonly agent: Agent; readonly summary?: string }
  | { readonly kind: 'taken_over'; readonly agent: Agent; readonly from: Agent }
  | { readonly kind: 'snoozed'; readonly agent: Agent; readonly until: number }
  | { readonly kind: 'woken'; readonly agent: Agent; readonly by: 'agent' | 'tenant' | 'time' }
  | { readonly kind: 'escalated'; readonly rung: number }
  | { readonly kind: 'reopened' | 'muted' | 'unmuted' }
  | { readonly kind: 'undelivered'; readonly reply: number; readonly why: string }
  | { readonly kind: 'identified'; readonly by: Identity['by']; readonly agent?: Agent }
  | { readonly kind: 'unidentified'; readonly agent: Agent };

/** Words of the tenant's side, with the photos and the button that came with them. */
type Written = {
  readonly text: string;
  readonly photos: readonly {
    readonly id: string;
    readonly width: number;
    readonly height: number;
  }[];
};

/** Words of our side. */
type Said = {
  readonly text: string;
  readonly language: 'fr' | 'en';
  readonly lang?: string;
  readonly choices?: readonly { readonly title: string }[];
  readonly safety?: string;
};

/** One line of a transcript. */
export type Entry = { readonly seq: number; readonly at: number; readonly delivery: string } & (
  | { readonly kind: 'message'; readonly message: Written }
  | {
      readonly kind: 'reply';
      readonly by: { readonly kind: 'bot' } | { readonly kind: 'agent'; readonly agent: Agent };
      readonly reply: Said;
    }
  | { readonly kind: 'note'; readonly agent: Agent; readonly text: string }
  | { readonly kind: 'move'; readonly move: Move }
);

/** A list with the number each tab shows. */
export type Listed = {
  readonly counts: Readonly<Record<Holder['kind'], number>>;
  readonly conversations: readonly Summary[];
};

/** A conversation with some of its entries; `more` follow. */
export type Thread = {
  readonly conversation: Detail;
  readonly entries: readonly Entry[];
  readonly more: boolean;
};

/** Who looks at a conversation, and who writes there. */
export type Present = {
  readonly conversation: string;
  readonly agents: readonly (Agent & { readonly doing: 'viewing' | 'typing' })[];
};

/** What a one-time link is for. */
export type LinkUse =
  | { readonly kind: 'first' }
  | { readonly kind: 'invited'; readonly name: string; readonly email: string };

const has = <K extends string>(body: unknown, ...keys: readonly K[]): body is Record<K, unknown> =>
  typeof body === 'object' && body !== null && keys.every((key) => key in body);

// The server is the same program as this page: what is checked is that the answer is the one that was asked for.
/** Whether an answer is the person who is signed in. */
export const isMe = (body: unknown): body is Me => has(body, 'agent', 'expiresAt');
/** Whether an answer is a list. */
export const isListed = (body: unknown): body is Listed => has(body, 'counts', 'conversations');
/** Whether an answer is a conversation. */
export const isThread = (body: unknown): body is Thread => has(body, 'conversation', 'entries');
/** Whether an answer is what a link is for. */
export const isLinkUse = (body: unknown): body is LinkUse => has(body, 'kind');
/** Whether an answer is a holder. */
export const isHeld = (body: unknown): body is { readonly holder: Holder } => has(body, 'holder');
/** Whether an answer is a link for a colleague. */
export const isInvited = (body: unknown): body is { readonly link: string } => has(body, 'link');
/** Whether an answer is a hint. */
export const isHint = (
  body: unknown,
): body is { readonly conversation: string; readonly rev: number } =>
  has(body, 'conversation', 'rev');
/** Whether an answer says who is there. */
export const isPresent = (body: unknown): body is Present => has(body, 'conversation', 'agents');
/** Whether an answer is the colleagues. */
export const isColleagues = (body: unknown): body is { readonly agents: readonly Agent[] } =>
  has(body, 'agents');
/** Whether an answer is anything at all. */
export const isAnything = (body: unknown): body is unknown => body !== null || body === null;
/** The word with which the server refused; empty when it gave none. */
export const errorIn = (body: unknown): string => (has(body, 'error') ? String(body.error) : '');
