import { describe, expect, test } from 'vitest';
import { type AgentCommand, type Conversation, createTurn, type Inbound } from '../../bot/index.ts';
import { noMask } from '../no-mask.ts';
import {
  KARIM,
  later,
  after as next,
  ordered,
  plainNotice,
  row,
  SOPHIE,
  START,
  understandGas,
  wrote,
} from './turns.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const through = (...history: readonly Inbound[]): Conversation =>
  history.reduce((sofar, event) => next(sofar, event).conversation, START);

const by = (agent: typeof SOPHIE, command: AgentCommand): Inbound => ordered('c', command, agent);
const take = by(SOPHIE, { type: 'take' });
const close = by(SOPHIE, { type: 'close' });

const said = ({ log }: Conversation) =>
  log.flatMap((entry) => (entry.kind === 'reply' ? [entry.reply.text] : []));
const moves = ({ log }: Conversation) =>
  log.flatMap((entry) => (entry.kind === 'move' ? [entry.move.kind] : []));

describe('taking over from a colleague', () => {
  const over = by(KARIM, { type: 'take_over', from: SOPHIE.id });

  test('changes who holds it, tells the tenant, and names both for the desk', () => {
    const taken = through(take, over);
    expect(taken.holder).toMatchObject({ kind: 'agent', agent: KARIM });
    expect(said(taken).at(-1)).toBe('agent_changed Karim');
    expect(taken.log.at(-1)).toMatchObject({
      move: { kind: 'taken_over', agent: KARIM, from: SOPHIE },
    });
  });

  test('is lost when it is not that colleague who holds it any more', () => {
    const waiting = through(wrote('1', 'un humain'));
    expect(next(waiting, over).result?.kind).toBe('lost');
    const ofKarim = through(by(KARIM, { type: 'take' }));
    const third = { id: 'lea', name: 'Léa' };
    const late = next(ofKarim, by(third, { type: 'take_over', from: SOPHIE.id }));
    expect(late.result).toEqual({ kind: 'lost', holder: ofKarim.holder });
  });

  test('leaves the colleague without the right to answer', () => {
    const taken = through(take, over);
    const reply = by(SOPHIE, { type: 'reply', text: 'Bonjour' });
    expect(next(taken, reply).result).toEqual({ kind: 'lost', holder: taken.holder });
  });
});

describe('setting aside', () => {
  const aside = by(SOPHIE, { type: 'snooze', until: HOUR });

  test('keeps the agent, and wakes at its time with a line of the transcript', () => {
    const snoozed = through(take, aside);
    expect(snoozed.holder).toMatchObject({ agent: SOPHIE, snoozed: HOUR });
    expect(later(snoozed, HOUR - 1).conversation).toEqual(snoozed);
    const woken = later(snoozed, HOUR).conversation;
    expect(woken.holder).toEqual({ kind: 'agent', agent: SOPHIE, since: HOUR });
    expect(woken.log.at(-1)).toMatchObject({ at: HOUR, move: { kind: 'woken', by: 'time' } });
  });

  test.each([
    ['tenant', wrote('2', 'vous êtes là ?')],
    ['agent', by(SOPHIE, { type: 'reply', text: 'Me voici' })],
    ['agent', take],
  ])('wakes by the %s', (who, event) => {
    const woken = next(through(take, aside), event, MINUTE).conversation;
    expect(woken.holder).toEqual({ kind: 'agent', agent: SOPHIE, since: MINUTE });
    expect(moves(woken)).toContain('woken');
    expect(
      woken.log.find((entry) => entry.kind === 'move' && entry.move.kind === 'woken'),
    ).toMatchObject({ move: { by: who } });
  });

  test('is for whoever holds it', () => {
    const snooze = by(KARIM, { type: 'snooze', until: HOUR });
    expect(next(through(take), snooze).result?.kind).toBe('lost');
  });
});

describe('giving back', () => {
  test('pins what the agent wants the next one to know, and the bot says it is back', () => {
    const back = through(take, by(SOPHIE, { type: 'release', summary: 'attend le plombier' }));
    expect(back.pinned).toEqual({ agent: SOPHIE, text: 'attend le plombier', at: 1 });
    expect(said(back).at(-1)).toBe('bot_back Sophie');
    const move = { kind: 'released', agent: SOPHIE, summary: 'attend le plombier' };
    expect(back.log).toContainEqual(expect.objectContaining({ move }));
  });

  test('the note of a transfer is pinned too', () => {
    const passed = through(take, by(SOPHIE, { type: 'transfer', to: KARIM, note: 'bail' }));
    expect(passed.pinned).toMatchObject({ agent: SOPHIE, text: 'bail' });
  });
});

describe('closing', () => {
  test('tells the tenant when it can no longer be undone, once', () => {
    const closed = through(take, close);
    expect(said(closed)).not.toContain('closed');
    const done = later(later(closed, 10_001).conversation, 20_000).conversation;
    expect(said(done).filter((text) => text === 'closed')).toHaveLength(1);
    expect(done.holder).toEqual({ kind: 'closed', since: 1, by: SOPHIE });
  });

  test('undone within ten seconds, it is as it was and the tenant has heard nothing', () => {
    const before = through(wrote('1', 'un humain'), take, wrote('2', 'bonjour'));
    const undo = by(SOPHIE, { type: 'undo_close' });
    const back = next(next(before, close, 5_000).conversation, undo, 14_999).conversation;
    expect(back.holder).toEqual(before.holder);
    expect(back.waitingSince).toBe(before.waitingSince);
    expect(said(back)).toEqual(said(before));
    expect(moves(back).slice(-2)).toEqual(['closed', 'close_undone']);
    expect(later(back, HOUR).conversation).toEqual(back);
  });

  test('undone from the queue, it waits in its place', () => {
    const before = through(wrote('1', 'un humain'));
    const back = through(wrote('1', 'un humain'), close, by(SOPHIE, { type: 'undo_close' }));
    expect(back.holder).toEqual(before.holder);
  });

  test.each([
    ['too late', 10_001, SOPHIE],
    ['by somebody else', 2, KARIM],
  ])('%s it stays closed', (_, now, agent) => {
    const undo = by(agent, { type: 'undo_close' });
    expect(next(through(take, close), undo, now).result?.kind).toBe('lost');
  });

  test('somebody who writes meanwhile is answered by the bot, and the close cannot be undone', () => {
    const again = through(take, close, wrote('2', 'encore une chose'));
    expect(again).toMatchObject({ episode: 2, holder: { kind: 'bot' } });
    expect(said(again).at(-1)).toBe('Vous dites : encore une chose');
    expect(said(again)).not.toContain('closed');
    expect(next(again, by(SOPHIE, { type: 'undo_close' })).result?.kind).toBe('lost');
  });
});

describe('an agent who is gone', () => {
  const gone = (since: number) => row('gone', { kind: 'absence', agent: SOPHIE, since });

  test('leaves the conversation at the front of the queue; the tenant is told once', () => {
    const left = next(next(through(take), gone(1), 200).conversation, gone(1), 300).conversation;
    expect(left.holder).toEqual({ kind: 'queue', reason: 'agent_gone', since: 200 });
    expect(left.waitingSince).toBe(200);
    expect(said(left).filter((text) => text === 'agent_gone Sophie')).toHaveLength(1);
    expect(moves(left).at(-1)).toBe('agent_gone');
  });

  test('is forgotten when the conversation has moved on', () => {
    const passed = through(take, by(SOPHIE, { type: 'transfer', to: KARIM, note: 'bail' }));
    expect(next(passed, gone(1)).conversation).toEqual(passed);
    const again = through(take, by(SOPHIE, { type: 'release' }));
    const retaken = next(again, take, 50).conversation;
    expect(next(retaken, gone(1)).conversation).toEqual(retaken);
  });

  test('keeps what was set aside until it wakes', () => {
    const snoozed = through(take, by(SOPHIE, { type: 'snooze', until: HOUR }));
    expect(next(snoozed, gone(1)).conversation).toEqual(snoozed);
    const woken = later(snoozed, HOUR).conversation;
    expect(next(woken, gone(HOUR), HOUR + 1).conversation.holder.kind).toBe('queue');
  });
});

describe('a danger nobody attends to', () => {
  const smelt = wrote('1', 'ça sent le gaz');
  const rings = (conversation: Conversation) =>
    moves(conversation).filter((kind) => kind === 'escalated').length;

  test('rings again after 5 minutes, then ever more slowly, until somebody takes it', () => {
    let held = through(smelt);
    const rung: number[] = [];
    for (let now = 0; now <= 2 * HOUR; now += MINUTE) {
      const before = rings(held);
      held = later(held, 1 + now).conversation;
      if (rings(held) > before) rung.push(now / MINUTE);
    }
    expect(rung).toEqual([5, 15, 35, 75]);
    const taken = next(held, take, 2 * HOUR).conversation;
    expect(later(taken, 9 * HOUR).conversation).toEqual(taken);
  });

  test('rings once after a long stop of the program, not for every time it missed', () => {
    expect(rings(later(through(smelt), 9 * HOUR).conversation)).toBe(1);
  });

  test('said to an agent who does not answer, rings too; an answer ends it', () => {
    const told = through(take, smelt);
    expect(rings(later(told, 5 * MINUTE + 1).conversation)).toBe(1);
    const reply = by(SOPHIE, { type: 'reply', text: 'Sortez' });
    const answered = next(told, reply).conversation;
    expect(later(answered, HOUR).conversation).toEqual(answered);
  });

  test('is alarmed anew when its agent goes or gives it to the queue', () => {
    const taken = through(smelt, take);
    const left = next(
      taken,
      row('g', { kind: 'absence', agent: SOPHIE, since: 1 }),
      9,
    ).conversation;
    expect(left.alarm).toMatchObject({ since: 9, rung: 0 });
    const passed = through(smelt, take, by(SOPHIE, { type: 'transfer', note: 'gaz' }));
    expect(passed.alarm).toMatchObject({ rung: 0 });
  });
});

describe('somebody who comes back after a close', () => {
  const DAY = 24 * HOUR;
  const closed = later(through(take, close), 10_001).conversation;

  /** Of whom the bot is told with the first message after a close, and with the second. */
  const told = (conversation: Conversation, now: number) => {
    const heard: (typeof SOPHIE | undefined)[] = [];
    const turn = createTurn({
      talk: ({ returning, state, language }) => {
        heard.push(returning);
        return { kind: 'said', replies: [], state, language, opened: [] };
      },
      notice: plainNotice,
      understand: understandGas,
      mask: noMask,
    });
    const input = { now, known: () => undefined };
    const first = turn({ ...input, conversation, inbound: wrote('2', 'encore moi') });
    if (first.kind === 'done') turn({ ...input, ...first, inbound: wrote('3', 'allo') });
    return heard;
  };

  test('within a day the bot is told whom they had, once; the agent does not hold it any more', () => {
    const back = next(closed, wrote('2', 'encore moi'), DAY).conversation;
    expect(back).toMatchObject({ episode: 2, holder: { kind: 'bot' } });
    expect(back).not.toHaveProperty('returning');
    expect(told(closed, DAY)).toEqual([SOPHIE, undefined]);
  });

  test('after a day, or when no agent had it, it is told of nobody', () => {
    expect(told(closed, DAY + 1)).toEqual([undefined, undefined]);
    const idle = later(through(wrote('1', 'bonjour'), close), 10_001).conversation;
    expect(told(idle, HOUR)).toEqual([undefined, undefined]);
  });

  test('whom they would like to have stands in the queue', () => {
    const wished = next(closed, wrote('2', 'avec elle'), HOUR).conversation;
    expect(wished.holder).toMatchObject({ kind: 'queue', preferred: SOPHIE });
  });
});
