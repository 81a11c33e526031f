import { expect, test } from 'vitest';
import { addActivities } from '../../web/chat-state.ts';
import { readBatch } from '../../web/wire.ts';

test('activities stand in the order of the sequence, each once, whatever order they come in', () => {
  const activity = (order: number) => ({
    type: 'message',
    id: `a${order}`,
    from: { role: 'bot' },
    channelData: { 'webchat:sequence-id': order },
  });
  const { activities } = readBatch({ activities: [3, 1, 2, 3, 1].map(activity) });
  const messages = activities.filter((one) => one.kind === 'message');
  expect(addActivities([], messages).map(({ id }) => id)).toEqual(['a1', 'a2', 'a3']);
});

test('whatever a server sends, the widget only takes what it can show', () => {
  const odd = [
    undefined,
    3,
    'x',
    [],
    {},
    { activities: 'x' },
    { activities: [null, 1, { type: 'trace' }] },
  ];
  for (const value of odd) expect(readBatch(value).activities).toEqual([]);
  const evil = {
    type: 'message',
    id: '1',
    attachments: [{ contentType: 'image/png', contentUrl: 'javascript:x' }],
  };
  expect(readBatch({ activities: [evil] }).activities).toMatchObject([{ photos: [] }]);
});
