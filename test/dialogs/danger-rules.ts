import type { Frame, Reply } from '../../bot/index.ts';
import type { Act } from './danger-acts.ts';
import type { Loge } from './loge.ts';
import type { Visit } from './visit.ts';

/** What has been said of danger before this turn: which texts were read, which doubts were asked and denied. */
export type Ghost = {
  readonly owed: readonly string[];
  readonly denied: readonly string[];
};

/** Nothing has been said yet. */
export const NO_GHOST: Ghost = { owed: [], denied: [] };

type Turn = { readonly before: Visit; readonly act: Act; readonly after: Visit };

/** The first rule that a turn breaks, if any, and what is remembered of it. */
export const findFault = (
  loge: Loge,
  turn: Turn,
  ghost: Ghost,
): { readonly fault?: string; readonly ghost: Ghost } => {
  const signal = signalled(loge, turn);
  const owed = signal === undefined ? ghost.owed : [...ghost.owed, signal];
  const told = { ...ghost, owed };
  const fault = firstFault(loge, turn, told, signal);
  return { ghost: remembered(loge, turn, told), ...(fault === undefined ? {} : { fault }) };
};

const top = ({ state }: Visit): Frame | undefined => state.stack.at(-1);
const isSilent = ({ state }: Visit): boolean =>
  state.stack.some(({ dialog }) => dialog === 'silent');

/** The danger that a turn brings: said, pressed, a doubt that was not clearly denied, or raised by an answer. */
const signalled = (loge: Loge, { before, act, after }: Turn): string | undefined => {
  const frame = top(before);
  const inForm = frame?.dialog === 'report' ? frame.intent : undefined;
  if (act.now !== undefined) return act.now === inForm ? undefined : act.now;
  if (frame?.dialog === 'doubt' && act.message !== undefined && act.no !== true) {
    return frame.intent;
  }
  return after.state.stack
    .filter(({ dialog, intent = '' }) => dialog === 'report' && loge.content.dangers.has(intent))
    .map(({ intent }) => intent)
    .find((intent) => !before.state.stack.some((old) => old.intent === intent));
};

const firstFault = (
  loge: Loge,
  turn: Turn,
  ghost: Ghost,
  signal: string | undefined,
): string | undefined => {
  const { after, before } = turn;
  if (isSilent(before)) return silentFault(loge, turn, signal);
  if (signal !== undefined) {
    if (after.said[0]?.safety !== safetyOf(loge, signal)) return `${signal}: not warned first`;
    if (after.handoff !== 'danger') return `${signal}: nobody was called`;
  }
  return (
    askedTooEarly(loge, after.said, ghost) ??
    doubtFault(loge, turn, ghost) ??
    identityFault(loge, turn)
  );
};

const safetyOf = (loge: Loge, danger: string): string =>
  loge.catalogue.get(danger)?.safety ?? 'no text';

/** Questions about who it is. */
const WHO: readonly string[] = ['tenant_ref', 'birth_date', 'sms_code'];

/** While a danger has the floor nobody is asked who they are, and nothing is sent to a telephone. */
const identityFault = (loge: Loge, { before, after }: Turn): string | undefined => {
  const frame = top(after);
  const danger = loge.content.dangers.has(frame?.intent ?? '') ? frame?.intent : undefined;
  if (danger === undefined) return undefined;
  const asked = after.said.find(({ ask = '' }) => WHO.includes(ask));
  if (asked !== undefined) return `${danger}: "${asked.text}" asks who it is`;
  return after.texts.length > before.texts.length ? `${danger}: a code was sent` : undefined;
};

/** No question, whatever it asks for, may stand before the text of a danger that was told. */
const askedTooEarly = (loge: Loge, said: readonly Reply[], { owed }: Ghost): string | undefined => {
  const asked = said.findIndex(({ ask, choices }) => ask !== undefined || choices !== undefined);
  if (asked === -1) return undefined;
  const read = said.slice(0, asked).flatMap(({ safety }) => safety ?? []);
  const unread = owed.find((danger) => !read.includes(safetyOf(loge, danger)));
  return unread === undefined
    ? undefined
    : `${unread}: "${said[asked]?.text}" asked before its text`;
};

/** The doubt about a danger that is neither known nor denied is asked at once, alone, and never twice. */
const doubtFault = (loge: Loge, { before, act, after }: Turn, ghost: Ghost): string | undefined => {
  const asked = after.said.filter(isDoubt).length;
  const about = asked === 0 ? undefined : top(after)?.intent;
  if (about !== undefined && ghost.denied.includes(about)) return `${about}: denied, asked again`;
  if (act.doubt === undefined || top(before)?.dialog === 'doubt') return undefined;
  const settled =
    ghost.denied.includes(act.doubt) ||
    before.state.stack.some(({ intent }) => intent === act.doubt);
  if (settled) return undefined;
  const questions = after.said.filter(({ ask }) => ask !== undefined).length;
  return asked === 1 &&
    questions === 1 &&
    about === act.doubt &&
    loge.content.dangers.has(act.doubt)
    ? undefined
    : `${act.doubt}: the doubt was not asked alone`;
};

const isDoubt = ({ choices = [] }: Reply): boolean =>
  choices.some(({ value }) => value === 'doubt=yes');

/** Where writing is not safe nothing is said but the text of another danger. */
const silentFault = (
  loge: Loge,
  { act, after }: Turn,
  signal: string | undefined,
): string | undefined => {
  const told = signal ?? act.doubt;
  const loud = signal !== undefined && loge.content.dangers.get(signal)?.discreet !== true;
  const said = after.said.map(({ safety }) => safety);
  if (told !== undefined && after.handoff !== 'danger') return `${told}: nobody was called`;
  const wanted = loud ? [safetyOf(loge, signal)] : [];
  return JSON.stringify(said) === JSON.stringify(wanted) ? undefined : 'spoke into silence';
};

const remembered = (loge: Loge, { before, act, after }: Turn, ghost: Ghost): Ghost => {
  const read = after.said.flatMap(({ safety }) => safety ?? []);
  const frame = top(before);
  const no = frame?.dialog === 'doubt' && act.no === true && act.now === undefined;
  return {
    owed: isSilent(after) ? [] : ghost.owed.filter((one) => !read.includes(safetyOf(loge, one))),
    denied: no ? [...new Set([...ghost.denied, frame.intent ?? ''])].sort() : ghost.denied,
  };
};
