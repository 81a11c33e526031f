import { z } from 'zod';
import { BotError } from './bot/index.ts';
import { parseOfficeHours } from './incidents/index.ts';

const origin = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be written as +33939980000');
const base = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));

/** One secret, and while it is being changed the other one after a comma. */
const rotating = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  )
  .pipe(z.array(z.string().min(8, 'must have 8 characters or more')).max(2));
const OFFICE_HOURS_HINT =
  'must be days and hours such as 1-5 09:00-12:30 14:00-17:30; 6 09:00-12:00';
const secret = z.string().min(32, 'must have 32 characters or more');

/** Without TLS only this machine is spoken to. */
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|\/|$)/;
/** Several values, separated by commas. */
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

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
  SECOND_FACTOR: z
    .enum(['optional', 'required'])
    .default('optional')
    .describe('required makes supervisors and administrators set a second factor first.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || LOOPBACK.test(url), 'must begin with https:')
    .optional()
    .describe('Lets agents sign in with their organisation, such as Entra ID (OpenID Connect).'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('What Loge is called there.'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('Proves there that it is Loge.'),
  OIDC_ROLES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((one) => /^(?<group>.*)=(?<role>.*)$/.exec(one)?.groups ?? { group: one })
        .map(({ group, role }) => ({ group: group?.trim(), role: role?.trim() }))
        .filter(({ group }) => group !== ''),
    )
    .pipe(z.array(z.object({ group: z.string(), role: z.enum(['agent', 'supervisor', 'admin']) })))
    .describe('Which group has which role: group=agent,other=supervisor; nobody else gets in.'),
  WEB_ORIGINS: list
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
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'must be AC and 32 figures or letters a to f')
    .optional()
    .describe('SMS through Twilio: the account.'),
  TWILIO_AUTH_TOKEN: rotating.describe(
    'SMS through Twilio: its token; while it is being changed, the new one, a comma and the old one.',
  ),
  TWILIO_PHONE_NUMBER: phone
    .optional()
    .describe('SMS through Twilio: the number people write to, such as +33939980000.'),
  TWILIO_API_URL: base
    .optional()
    .describe('SMS through Twilio: where its API is, when it is not api.twilio.com.'),
  SMSFACTOR_TOKEN: z
    .string()
    .min(8, 'must have 8 characters or more')
    .optional()
    .describe('SMS through SMSFactor: the token of its API.'),
  SMSFACTOR_NUMBER: z
    .string()
    .regex(/^(\+[1-9]\d{6,14}|\d{3,6})$/, 'must be written as +33939980000, or be a short number')
    .optional()
    .describe('SMS through SMSFactor: the number people write to, such as +33939980000.'),
  SMSFACTOR_SECRET: rotating.describe(
    'SMS through SMSFactor: the signature of its webhooks; while it is being changed, both, with a comma.',
  ),
  SMSFACTOR_API_URL: base
    .optional()
    .describe('SMS through SMSFactor: where its API is, when it is not api.smsfactor.com.'),
  SMS_PER_SECOND: z.coerce
    .number()
    .min(0.1)
    .max(100)
    .default(5)
    .describe('SMS that the provider carries each second from one number.'),
  HOLIDAYS: z
    .enum(['france', 'alsace-moselle'])
    .default('france')
    .describe('Public holidays that due dates skip.'),
  OFFICE_HOURS: z
    .string()
    .refine((text) => parseOfficeHours(text) !== undefined, OFFICE_HOURS_HINT)
    .optional()
    .describe(
      'Opening hours of the desk (1 is Monday), such as 1-5 09:00-12:30 14:00-17:30; 6 09:00-12:00.',
    ),
  ALARM_EMAIL: list
    .pipe(z.array(z.email()))
    .describe('E-mail addresses told of a danger nobody attends to, separated by commas.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server for these, such as smtp://user:password@mail.example.fr:587.'),
  SMTP_FROM: z.email().default('loge@localhost.localdomain').describe('Sender of these e-mails.'),
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
  'OIDC_CLIENT_SECRET',
  'TOKEN_SECRET',
  'IDENTITY_SECRET',
  'TWILIO_AUTH_TOKEN',
  'SMSFACTOR_TOKEN',
  'SMSFACTOR_SECRET',
  'SMTP_URL',
] as const;

/** Settings of which either all are there or none: what they belong to, and what it needs beside its own. */
const TOGETHER: readonly { readonly what: string; readonly keys: readonly (keyof Config)[] }[] = [
  {
    what: 'SMS through Twilio',
    keys: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER'],
  },
  {
    what: 'signing in through an organisation',
    keys: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_ROLES'],
  },
  {
    what: 'SMS through SMSFactor',
    keys: ['SMSFACTOR_TOKEN', 'SMSFACTOR_NUMBER', 'SMSFACTOR_SECRET'],
  },
];

/** The settings of a running program, checked. */
export type Config = z.infer<typeof SETTINGS>;

/** Reads the settings once and names every wrong one in a single BotError 'bad-settings'. */
export const readConfig = (
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Config => {
  const parsed = SETTINGS.safeParse(withSecrets(given(env), readFile));
  const faults = parsed.success
    ? [...TOGETHER.flatMap((group) => halfSet(parsed.data, group)), ...twoProviders(parsed.data)]
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new BotError(
    `Wrong settings:\n  ${faults.join('\n  ')}\nSee .env.example.`,
    'bad-settings',
  );
};

/** What is missing where something was begun to be set up. */
const halfSet = (config: Config, { what, keys }: (typeof TOGETHER)[number]): readonly string[] => {
  if (!keys.some((key) => isSet(config[key]))) return [];
  return [...keys, 'PUBLIC_URL' as const]
    .filter((key) => !isSet(config[key]))
    .map((key) => `${key}: is missing, ${what} needs it`);
};

/** One number is answered by one provider. */
const twoProviders = ({ TWILIO_PHONE_NUMBER, SMSFACTOR_NUMBER }: Config): readonly string[] =>
  TWILIO_PHONE_NUMBER === undefined || SMSFACTOR_NUMBER === undefined
    ? []
    : ['SMSFACTOR_NUMBER: SMS goes through Twilio already, keep the settings of one provider'];

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined;

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
