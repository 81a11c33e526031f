import { expect, test } from 'vitest';
import { after, ordered, START, wrote } from './turns.ts';

const isReply = ({ kind }: { readonly kind: string }): boolean => kind === 'reply';

test('a danger told to an agent is no matter for the bot: it is silent, and the alarm is raised', () => {
  const held = after(START, ordered('1', { type: 'take' })).conversation;
  const calm = after(held, wrote('2', 'merci')).conversation;
  expect(calm.danger).toBe(false);
  const told = after(calm, wrote('3', 'attendez ça sent le gaz')).conversation;
  expect(told).toMatchObject({ danger: true, holder: { kind: 'agent' } });
  expect(told.log.filter(isReply)).toEqual(held.log.filter(isReply));
});
