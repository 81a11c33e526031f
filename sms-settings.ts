import { SETTLE } from './bot/index.ts';
import { createTwilio, type SmsProvider } from './channels/index.ts';
import type { Config } from './config.ts';

type SmsConfig = Pick<
  Config,
  | 'PUBLIC_URL'
  | 'TWILIO_ACCOUNT_SID'
  | 'TWILIO_AUTH_TOKEN'
  | 'TWILIO_PHONE_NUMBER'
  | 'TWILIO_API_URL'
>;

/** An answer that has not come by then, of the time an attempt may take to turn up, will not come. */
const PATIENCE = 1 / 6;

/** The provider that carries texts, as the settings say; undefined without one. */
export const smsProvider = (config: SmsConfig, settle = SETTLE): SmsProvider | undefined => {
  const { PUBLIC_URL, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER } = config;
  const patience = Math.round(settle * PATIENCE);
  if (PUBLIC_URL === undefined) return undefined;
  if (TWILIO_ACCOUNT_SID === undefined || TWILIO_PHONE_NUMBER === undefined) return undefined;
  const [token, ...others] = TWILIO_AUTH_TOKEN;
  if (token === undefined) return undefined;
  return createTwilio({
    accountSid: TWILIO_ACCOUNT_SID,
    tokens: [token, ...others],
    number: TWILIO_PHONE_NUMBER,
    publicUrl: PUBLIC_URL,
    apiUrl: config.TWILIO_API_URL,
    patience,
  });
};
