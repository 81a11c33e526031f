import { describe, expect, test } from 'vitest';
import type { Conversation, Inbound } from '../../bot/index.ts';
import { after, KARIM, ordered, SOPHIE, START, wrote } from './turns.ts';

const through = (...history: readonly Inbound[]): Conversation =>
  history.reduce((sofar, event) => after(sofar, event).conversation, START);

const said = ({ log }: Conversation) =>
  log.flatMap((entry) => (entry.kind === 'reply' ? [entry.reply.text] : []));

const take = (agent = SOPHIE) => ordered('take', { type: 'take' }, agent);

describe('an agent and a conversation', () => {
  test('asking for a human puts it in the queue in that turn', () => {
    expect(through(wrote('1', 'un humain')).holder).toMatchObject({
      kind: 'queue',
      reason: 'asked',
    });
  });

  test('taking it tells the tenant who joined, once', () => {
    const taken = through(wrote('1', 'un humain'), take(), take());
    expect(taken.holder).toMatchObject({ kind: 'agent', agent: SOPHIE });
    expect(said(taken)).toEqual(['Vous dites : un humain', 'agent_joined Sophie']);
  });

  test('a colleague who is slower loses and reads who was faster', () => {
    const taken = through(take());
    expect(after(taken, take(KARIM)).result).toEqual({ kind: 'lost', holder: taken.holder });
  });

  test('a reply to a waiting conversation takes it in the same write', () => {
    const reply = ordered('r', { type: 'reply', text: 'Bonjour' }, KARIM);
    const answered = through(wrote('1', 'un humain'), reply);
    expect(answered.holder).toMatchObject({ kind: 'agent', agent: KARIM });
    expect(said(answered).at(-1)).toBe('Bonjour');
    expect(answered.waitingSince).toBeUndefined();
  });

  test('released, the bot says it is back and answers again', () => {
    const back = through(take(), ordered('x', { type: 'release' }), wrote('2', 'merci'));
    expect(said(back).slice(-2)).toEqual(['bot_back Sophie', 'Vous dites : merci']);
  });

  test('transferred without a colleague, it waits in the queue with the note', () => {
    const passed = through(take(), ordered('t', { type: 'transfer', note: 'chauffage' }));
    expect(passed.holder).toMatchObject({ kind: 'queue', reason: 'transfer' });
    expect(passed.log.at(-1)).toMatchObject({ move: { kind: 'transferred', note: 'chauffage' } });
  });

  test('#12 after resolve and reopen the bot never comes back (chatwoot#4008): a new message starts the next episode with it', () => {
    const again = through(take(), ordered('x', { type: 'close' }), wrote('2', 'bonjour'));
    expect(again).toMatchObject({ episode: 2, holder: { kind: 'bot' }, danger: false });
  });

  test('a danger raises a conversation that already waits', () => {
    const raised = through(wrote('1', 'un humain'), wrote('2', 'ça sent le gaz'));
    expect(raised.holder).toMatchObject({ kind: 'queue', reason: 'danger' });
  });
});
