import { expect, test } from 'vitest';
import type { Hint } from '../../bot/index.ts';
import { localBus } from '../../store/index.ts';

const HINT: Hint = { conversation: 'c1', rev: 3 };

test('every listener hears a hint until it stops listening', () => {
  const bus = localBus();
  const heard: string[] = [];
  const stop = bus.listen(({ rev }) => heard.push(`one ${rev}`));
  bus.listen(({ rev }) => heard.push(`two ${rev}`));
  bus.ring(HINT);
  stop();
  stop();
  bus.ring({ ...HINT, rev: 4 });
  expect(heard).toEqual(['one 3', 'two 3', 'two 4']);
});

test('the same function listening twice hears twice, and stops one at a time', () => {
  const bus = localBus();
  const heard: Hint[] = [];
  const hear = (hint: Hint) => heard.push(hint);
  const stop = bus.listen(hear);
  bus.listen(hear);
  stop();
  bus.ring(HINT);
  expect(heard).toEqual([HINT]);
});

test('a listener that fails takes the hint from nobody, nor harms who rings', () => {
  const bus = localBus();
  const heard: Hint[] = [];
  bus.listen(() => {
    throw new Error('closed');
  });
  bus.listen((hint) => heard.push(hint));
  bus.ring(HINT);
  expect(heard).toEqual([HINT]);
});

test('a listener that stops while it hears keeps nothing from the others', () => {
  const bus = localBus();
  const heard: Hint[] = [];
  const stop = bus.listen(() => stop());
  bus.listen((hint) => heard.push(hint));
  bus.ring(HINT);
  bus.ring(HINT);
  expect(heard).toEqual([HINT, HINT]);
});
