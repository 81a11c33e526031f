import { SETTLE } from './bot/index.ts';
import { createSmsFactor, createTwilio, type SmsProvider } from './channels/index.ts';
import type { Config } from './config.ts';

/** An answer that has not come by then, of the time an attempt may take to turn up, will not come. */
const PATIENCE = 1 / 6;

/** The provider that carries texts, as the settings say; undefined without one. */
export const smsProvider = (config: Config, settle = SETTLE): SmsProvider | undefined => {
  const patience = Math.round(settle * PATIENCE);
  return twilio(config, patience) ?? smsFactor(config, patience);
};

const twilio = (config: Config, patience: number): SmsProvider | undefined => {
  const { PUBLIC_URL: publicUrl, TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN } = config;
  const { TWILIO_PHONE_NUMBER: number, TWILIO_API_URL: apiUrl } = config;
  const [token, ...others] = TWILIO_AUTH_TOKEN;
  if (publicUrl === undefined || accountSid === undefined) return undefined;
  if (number === undefined || token === undefined) return undefined;
  const tokens = [token, ...others] as const;
  return createTwilio({ accountSid, tokens, number, publicUrl, apiUrl, patience });
};

const smsFactor = (config: Config, patience: number): SmsProvider | undefined => {
  const { SMSFACTOR_TOKEN: token, SMSFACTOR_NUMBER: number, SMSFACTOR_API_URL: apiUrl } = config;
  const [secret, ...others] = config.SMSFACTOR_SECRET;
  if (token === undefined || number === undefined || secret === undefined) return undefined;
  const secrets = [secret, ...others] as const;
  return createSmsFactor({ token, number, secrets, apiUrl, patience, now: Date.now });
};
