import { parseArgs } from 'node:util';
import { BotError } from './bot/index.ts';
import { learnCorrections, type Place, type Told } from './learn-corrections.ts';
import { loadUnderstanding } from './load-understanding.ts';
import { rollBack } from './roll-back.ts';

const USAGE =
  'npm run train, npm run train -- --with CORRECTIONS [--window MESSAGES], or npm run train -- --rollback';

/** Learns from the examples, from corrections too, or goes back to the corrections before the last ones. */
export const trainAsAsked = async (
  {
    root,
    log,
    corrections,
  }: Omit<Place, 'corrections'> & { readonly corrections: string | undefined },
  args: readonly string[],
): Promise<Told> => {
  const asked = read(args);
  if (asked.file === undefined && !asked.rollback) {
    await loadUnderstanding(root, log, asked.own ? undefined : corrections);
    return { kind: 'done', text: 'The model is ready.' };
  }
  if (corrections === undefined) {
    throw new BotError('Corrections need a database in a file: set DATABASE_URL.', 'bad-settings');
  }
  const place = { root, log, corrections };
  if (asked.rollback || asked.file === undefined) return rollBack(place);
  return learnCorrections(place, { file: asked.file, window: asked.window });
};

type Asked = {
  readonly file: string | undefined;
  readonly window: string | undefined;
  readonly rollback: boolean;
  /** Only what ships with Loge: the tests do not depend on a landlord's corrections. */
  readonly own: boolean;
};

const OPTIONS = {
  with: { type: 'string' },
  window: { type: 'string' },
  rollback: { type: 'boolean' },
  own: { type: 'boolean' },
} as const;

const read = (args: readonly string[]): Asked => {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    const { with: file, window, rollback = false, own = false } = values;
    return { file, window, rollback, own };
  } catch (cause) {
    throw new BotError(`Not understood. There is: ${USAGE}.`, 'bad-settings', { cause });
  }
};
