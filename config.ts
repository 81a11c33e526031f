import { z } from 'zod';
import { BotError } from './bot/index.ts';

const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);
const secret = z.string().min(32, 'must have 32 characters or more');

/** Every setting of the program: its form, its safe default and what it is for. */
const SETTINGS = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3978)
    .describe('TCP port everything is served on.'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for every network of the machine.'),
  PUBLIC_URL: origin
    .optional()
    .describe(
      'Address people reach Loge at, such as https://loge.example.fr; default http://localhost:PORT.',
    ),
  DATABASE_URL: z
    .string()
    .min(1)
    .default('sqlite:./data/loge.db')
    .describe('Where everything is kept.'),
  DEMO: z
    .enum(['0', '1'])
    .default('1')
    .describe('1 loads a demonstration landlord into an empty database.'),
  PIECES: z
    .enum(['0', '1'])
    .default('1')
    .describe('1 waits up to 2 s for the rest of a message sent in pieces; 0 answers each piece.'),
  FORM_HOURS: z.coerce
    .number()
    .min(1)
    .default(24)
    .describe('Hours after which an unfinished request is not continued without asking.'),
  ADMIN_EMAIL: z
    .email()
    .optional()
    .describe('First administrator of the desk; without it a one-time link is printed at start.'),
  ADMIN_PASSWORD: z
    .string()
    .min(8)
    .optional()
    .describe('Password of the first administrator, 8 characters or more.'),
  WEB_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    )
    .pipe(z.array(origin))
    .describe('Web sites that may show the widget, separated by commas; PUBLIC_URL always may.'),
  DIRECT_LINE_SECRET: secret
    .optional()
    .describe('Lets a back-end of yours ask for web chat tokens; 32 characters or more.'),
  TOKEN_SECRET: secret
    .optional()
    .describe('Signs web chat tokens; made once and kept in the database by default.'),
  IDENTITY_SECRET: secret
    .optional()
    .describe(
      'Keys the hashes of birth dates and codes; made once and kept in the database by default. After a change, import again.',
    ),
  HOLIDAYS: z
    .enum(['france', 'alsace-moselle'])
    .default('france')
    .describe('Public holidays that due dates skip.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('Number of reverse proxies in front of Loge.'),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'])
    .default('info')
    .describe('How much the program says on standard output.'),
});

/** Settings that may also be read from a file named by `<KEY>_FILE`. */
const SECRETS = [
  'ADMIN_PASSWORD',
  'DIRECT_LINE_SECRET',
  'TOKEN_SECRET',
  'IDENTITY_SECRET',
] as const;

/** The settings of a running program, checked. */
export type Config = z.infer<typeof SETTINGS>;

/** Reads the settings once and names every wrong one in a single BotError 'bad-settings'. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Config => {
  const parsed = SETTINGS.safeParse(withSecrets(given(env), readFile));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  throw new BotError(`Wrong settings:\n${faults.join('\n')}\nSee .env.example.`, 'bad-settings');
};

/** An empty variable is one that is not set. */
const given = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, value]],
    ),
  );

const withSecrets = (
  env: Record<string, string>,
  readFile: (path: string) => string,
): Record<string, string> => {
  const files = SECRETS.flatMap((key) => {
    const path = env[`${key}_FILE`];
    return path === undefined ? [] : [[key, readFile(path).trim()] as const];
  });
  return { ...env, ...Object.fromEntries(files) };
};

/** The text of `.env.example`: every setting with its meaning and its default. */
export const envExample = (): string => {
  const defaults: Readonly<Record<string, unknown>> = SETTINGS.parse({});
  const blocks = Object.entries(SETTINGS.shape).map(([key, schema]) => {
    const value = defaults[key];
    const shown = value === undefined || Array.isArray(value) ? '' : String(value);
    return `# ${schema.description ?? ''}\n${shown === '' ? '# ' : ''}${key}=${shown}\n`;
  });
  return `# Settings of Loge; copy to .env or set them in the environment.\n\n${blocks.join('\n')}`;
};
