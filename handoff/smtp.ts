import { createTransport } from 'nodemailer';
import type { Mail } from './alarm-mail.ts';

/** A mail server that does not answer within this long, ms, is given up for this time. */
const PATIENCE = 10_000;

/** Sends one e-mail, or throws. */
export type SendMail = (mail: Mail) => Promise<void>;

/** Builds the sending through a mail server; `url` is `smtp://` or `smtps://`, with a user where it wants one. */
export const createSmtp = (settings: {
  readonly url: string;
  readonly from: string;
  readonly to: readonly string[];
}): SendMail => {
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  return async (mail) => {
    await transport.sendMail({ ...mail, from: settings.from, to: [...settings.to] });
  };
};
