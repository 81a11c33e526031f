import type { AgentRef, Answer, HandoffReason } from '../bot/index.ts';
import { describeOpening } from './describe.ts';
import { type Moment, tell, words } from './moment.ts';

/** Reasons for which the tenant waits for an answer; never a danger, which is always answered. */
const WAITS: readonly HandoffReason[] = ['asked', 'unsure'];

type Desk = Extract<Answer, { kind: 'desk' }>;

/** Says honestly how it stands at the desk, when a person is called who may not come at once. */
export const tellWait = (moment: Moment): Moment => {
  const { handoff, input } = moment;
  if (handoff === undefined || !WAITS.includes(handoff.reason)) return moment;
  return input.holder === 'queue' ? moment : tellDesk(moment);
};

/** Says the same to somebody who asks again; whoever is in danger waits for nothing. */
export const tellDesk = (moment: Moment): Moment => {
  const desk = moment.look({ kind: 'desk' });
  if (desk === undefined || desk.danger) return moment;
  const sentence = waitIn(moment, desk);
  return sentence === undefined ? moment : added(moment, sentence, desk);
};

const waitIn = (moment: Moment, { opens, online, ahead }: Desk): string | undefined => {
  if (opens !== undefined) {
    return words(moment, 'wait_closed', describeOpening(opens, moment.language));
  }
  if (online.length === 0) return words(moment, 'wait_nobody');
  if (ahead === 0) return undefined;
  return words(moment, ahead === 1 ? 'wait_one' : 'wait_many', { count: ahead });
};

/** A question that was asked stays last, and then no number is asked for. */
const added = (moment: Moment, sentence: string, { opens, online }: Desk): Moment => {
  const asks = moment.replies.at(-1)?.ask !== undefined;
  if (asks) {
    const { language, replies } = moment;
    return {
      ...moment,
      replies: [...replies.slice(0, -1), { text: sentence, language }, ...replies.slice(-1)],
    };
  }
  const away = opens !== undefined || online.length === 0;
  const known = moment.state.known['callback_phone'] !== undefined;
  if (!away || known) return tell(moment, sentence);
  return tell(moment, `${sentence}\n${words(moment, 'wait_number')}`, { ask: 'callback_phone' });
};

/** Whether this agent is at the desk now; undefined until it is known. */
export const isAtDesk = (moment: Moment, { id }: AgentRef): boolean | undefined =>
  moment.look({ kind: 'desk' })?.online.includes(id);
