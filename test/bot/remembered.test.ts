import { expect, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { parrotBot } from './started-bot.ts';
import { understandGas, wrote } from './turns.ts';

test('a text is understood once in a turn that asks for facts, and anew when it is said again much later', async () => {
  const store = await openStore('sqlite::memory:');
  let calls = 0;
  const bot = parrotBot(store, {
    understand: (text, context) => {
      calls += 1;
      return understandGas(text, context);
    },
  });
  await bot.accept(wrote('web:1', 'fuite'));
  await bot.drain();
  expect(calls).toBe(1);
  for (let n = 0; n < 100; n += 1) await bot.accept(wrote(`web:n${n}`, `message ${n}`));
  await bot.accept(wrote('web:2', 'fuite'));
  await bot.drain();
  expect(calls).toBe(102);
  await store.close();
});
