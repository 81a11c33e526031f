import { BotError, type Store } from '../bot/index.ts';
import { asKey } from './bounds.ts';
import { copyDatabase } from './copy-database.ts';
import type { Database } from './database.ts';

type Verbs = Pick<Store, 'keepOnce' | 'check' | 'backup'>;

const KEEP = 'INSERT INTO kept (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING';
const KEPT = 'SELECT value FROM kept WHERE name = ?';
const BEAT = `
  INSERT INTO pulse (one, beat) VALUES (1, 1)
  ON CONFLICT (one) DO UPDATE SET beat = beat + 1 RETURNING beat`;
const FELT = 'SELECT beat FROM pulse WHERE one = 1';

/** What those who run Loge need. */
export const operationVerbs = ({ read, write, copy }: Database): Verbs => ({
  keepOnce: (name, value) =>
    write((sql) => {
      sql.run(KEEP, asKey(name), value);
      return sql.get<{ value: string }>(KEPT, name)?.value ?? value;
    }),

  check: async () => {
    const beat = await write((sql) => sql.get<{ beat: number }>(BEAT)?.beat ?? 0);
    const felt = await read((sql) => sql.get<{ beat: number }>(FELT)?.beat ?? 0);
    // Another check may have written meanwhile.
    if (beat > 0 && felt >= beat) return;
    throw new BotError('The database lost what it was given: restore a backup.', 'store-unusable');
  },

  backup: (file) => copy((source) => copyDatabase(source, file)),
});
