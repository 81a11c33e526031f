import type { Frame } from '../../bot/index.ts';
import type { Act } from './danger-acts.ts';
import { findFault, type Ghost, NO_GHOST } from './danger-rules.ts';
import type { Loge } from './loge.ts';
import { hear, newVisit, type Visit } from './visit.ts';

/** A state of the talk, how it was reached, and what has been said of danger so far. */
type Node = { readonly visit: Visit; readonly ghost: Ghost; readonly path: readonly string[] };

/** What a walk found: each state once, every act in each. */
export type Walk = {
  readonly states: number;
  readonly moves: number;
  /** Who holds, what has the floor, and what it asked, for each state. */
  readonly kinds: ReadonlySet<string>;
  readonly faults: readonly string[];
  /** No state was left out. */
  readonly complete: boolean;
};

/** Which acts are tried in each state, which of them lead on, and how many states are enough. */
export type Bounds = {
  readonly acts: readonly Act[];
  readonly leadsOn: (act: Act, path: readonly string[]) => boolean;
  readonly most: number;
};

/** Walks the talk breadth first from its beginning; each act is tried in each state and judged by the rules. */
export const walk = (loge: Loge, { acts, leadsOn, most }: Bounds): Walk => {
  // Codes can be sent: there is one more thing that could be asked too early.
  const first: Node = { visit: { ...newVisit(), canText: true }, ghost: NO_GHOST, path: [] };
  const queue = [first];
  const key = keyWith(loge);
  const seen = new Set([key(first)]);
  const kinds = new Set<string>();
  const faults: string[] = [];
  let moves = 0;
  for (const node of queue) {
    if (faults.length > MANY) break;
    kinds.add(kindOf(node.visit));
    const tried = [...acts, ...buttonsOf(loge, node.visit)];
    const steps = tried.map((act) => ({ act, next: stepFrom(loge, node, act) }));
    moves += steps.length;
    faults.push(...steps.flatMap(({ next }) => next.fault ?? []));
    for (const { act, next } of steps) {
      const isNew = leadsOn(act, node.path) && !seen.has(key(next));
      if (!isNew || queue.length >= most) continue;
      seen.add(key(next));
      queue.push(next);
    }
  }
  return { states: queue.length, moves, kinds, faults, complete: queue.length < most };
};

/** A walk that has met this many faults need not go on. */
const MANY = 50;

const stepFrom = (loge: Loge, node: Node, act: Act): Node & { readonly fault?: string } => {
  const after = hear(loge, node.visit, act.message);
  const path = [...node.path, act.name];
  const { ghost, fault } = findFault(loge, { before: node.visit, act, after }, node.ghost);
  const told = fault === undefined ? {} : { fault: `${path.join(' → ')}: ${fault}` };
  return { visit: after, path, ghost, ...told };
};

/** Every button on the screen is an act too. */
const buttonsOf = ({ catalogue }: Loge, { state }: Visit): readonly Act[] =>
  (state.offered ?? []).map(({ title, value }) => {
    const [, id = ''] = value.split(':');
    return {
      name: `[${title}]`,
      message: { text: title, photos: [], choice: value },
      ...(catalogue.get(id)?.domain === 'emergency' ? { now: id } : {}),
      ...(value === 'doubt=no' ? { no: true } : {}),
    };
  });

/** States that differ only in what is no matter to danger are one: facts, counts, codes, earlier words and requests. */
const keyWith =
  ({ catalogue }: Loge) =>
  ({ visit, ghost }: Node): string => {
    const { state, holder, language } = visit;
    const matters = ({ dialog, intent = '' }: Frame) =>
      dialog !== 'after' || catalogue.get(intent)?.domain === 'emergency';
    const below = state.stack.slice(0, -1).filter(matters);
    const keys = [...new Set(below.map((frame) => frameKey(frame, false)))];
    const top = state.stack.slice(-1).map((frame) => frameKey(frame, true));
    return JSON.stringify([keys, top, state.waiting.length > 0, holder, language, ghost]);
  };

/** A form that waits under another keeps its question for later; which one does not matter before. */
const frameKey = ({ dialog, intent, asked }: Frame, onTop: boolean): string =>
  [dialog, intent, ...(onTop ? [asked] : [])].join('/');

const kindOf = ({ state, holder }: Visit): string => {
  const top = state.stack.at(-1);
  const floor = top === undefined ? 'idle' : [top.dialog, top.intent, top.asked].join('/');
  return `${holder} ${floor}${state.waiting.length > 0 ? ' and more waiting' : ''}`;
};
