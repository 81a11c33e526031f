import type { Instant } from '../bot/index.ts';

/** A message as it was posted. */
export type Post = {
  readonly inbound: string;
  readonly gist: string;
  readonly at: Instant;
  /** Whether "kept" went out to the client. */
  readonly answered: boolean;
};

/** What this process saw of the talk with one client. */
export type Trace = {
  /** The client has proved that it holds everything up to this sequence number. */
  readonly seen: () => number;
  /** The last messages that came, oldest first. */
  readonly posts: readonly Post[];
};

/** Remembers, in memory only, what clients sent and are known to hold; forgetting it is harmless. */
export type Traces = {
  readonly of: (conversation: string) => Trace;
  readonly see: (conversation: string, seq: number) => void;
  readonly post: (conversation: string, post: Post) => void;
  readonly answer: (conversation: string, inbound: string) => void;
  readonly rename: (conversation: string, inbound: string, name: string) => void;
  /** The names under which a message was sent again, as long as the client has not proved to hold it. */
  readonly laterNames: (conversation: string, inbound: string, seq: number) => readonly string[];
};

/** Conversations remembered at once. */
const MOST = 5_000;

/** Messages of one conversation remembered at once. */
const MOST_POSTS = 30;

/** Names of one message remembered at once. */
const MOST_NAMES = 5;

type Kept = {
  readonly seen: number;
  readonly posts: readonly Post[];
  readonly names: Readonly<Record<string, readonly string[]>>;
};

const NOTHING: Kept = { seen: 0, posts: [], names: {} };

/** Builds the memory. */
export const createTraces = (): Traces => {
  const all = new Map<string, Kept>();
  const of = (conversation: string): Kept => all.get(conversation) ?? NOTHING;
  const change = (conversation: string, to: (kept: Kept) => Kept): void => {
    const next = to(of(conversation));
    all.delete(conversation);
    all.set(conversation, next);
    const [oldest] = all.keys();
    if (all.size > MOST && oldest !== undefined) all.delete(oldest);
  };
  return {
    of: (conversation) => ({
      seen: () => of(conversation).seen,
      posts: of(conversation).posts,
    }),
    see: (conversation, seq) => {
      if (seq > of(conversation).seen) change(conversation, (kept) => ({ ...kept, seen: seq }));
    },
    post: (conversation, post) => change(conversation, (kept) => withPost(kept, post)),
    answer: (conversation, inbound) =>
      change(conversation, (kept) => ({
        ...kept,
        posts: kept.posts.map((post) =>
          post.inbound === inbound ? { ...post, answered: true } : post,
        ),
      })),
    rename: (conversation, inbound, name) =>
      change(conversation, (kept) => withName(kept, inbound, name)),
    laterNames: (conversation, inbound, seq) => {
      const { seen, names } = of(conversation);
      return seen >= seq ? [] : (names[inbound] ?? []);
    },
  };
};

const withPost = (kept: Kept, post: Post): Kept => {
  if (kept.posts.some(({ inbound }) => inbound === post.inbound)) return kept;
  const posts = [...kept.posts, post].slice(-MOST_POSTS);
  const names = Object.entries(kept.names).filter(([name]) =>
    posts.some(({ inbound }) => inbound === name),
  );
  return { ...kept, posts, names: Object.fromEntries(names) };
};

const withName = (kept: Kept, inbound: string, name: string): Kept => {
  const others = (kept.names[inbound] ?? []).filter((other) => other !== name);
  return { ...kept, names: { ...kept.names, [inbound]: [...others, name].slice(-MOST_NAMES) } };
};
