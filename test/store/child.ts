import { openStore } from '../../store/index.ts';
import { aConversation, anEntry, anInbound, NINE } from './samples.ts';

// Run as a process of its own: opens the store it is told, and says aloud what was acknowledged.

const [url = '', work = 'hold'] = process.argv.slice(2);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Writes without end, in several conversations at once; every line is an acknowledgement. */
const traffic = async (store: Awaited<ReturnType<typeof openStore>>, id: string): Promise<void> => {
  for (let n = 1; ; n += 1) {
    await store.addInbound(anInbound(`${id}:${n}`, id));
    say(`inbound ${id} ${n}`);
    const claim = { fresh: aConversation(id), owner: 'child', until: NINE + 1, now: NINE };
    const held = await store.claim(claim);
    if (held === undefined) throw new Error('The lease of this owner was refused to it.');
    if (!(await store.save({ ...held, rev: held.rev + 1, seq: n }, held))) {
      throw new Error('Nobody else writes, and yet the write was lost.');
    }
    say(`saved ${id} ${n}`);
    await store.addEntries(id, [anEntry(n, 'x'.repeat(500))], 'sent');
    say(`entry ${id} ${n}`);
  }
};

try {
  const store = await openStore(url);
  say('open');
  if (work === 'hold') setInterval(() => undefined, 60_000);
  else await Promise.all(['a', 'b', 'c', 'd'].map((id) => traffic(store, id)));
} catch (cause) {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  say(`refused ${'code' in error ? error.code : ''} ${error.message}`);
}
