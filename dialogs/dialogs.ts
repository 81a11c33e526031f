import type { Dialog } from '../bot/index.ts';
import { afterReport } from './after-report.ts';
import { appointment } from './appointment.ts';
import { numbers } from './ask-number.ts';
import { cancel } from './cancel.ts';
import { changeLanguage, otherLanguage } from './change-language.ts';
import { choose } from './choose.ts';
import { danger } from './danger.ts';
import { doubt } from './doubt.ts';
import type { Moment } from './moment.ts';
import { notNow } from './not-now.ts';
import { otherOne } from './other-one.ts';
import { quiet } from './quiet.ts';
import { report } from './report.ts';
import { requests } from './requests.ts';
import { returning } from './returning.ts';
import { sameRequest } from './same-request.ts';
import { asides, services } from './services.ts';
import { silence } from './silence.ts';
import { smallTalk } from './small-talk.ts';
import { status } from './status.ts';
import { talkToAPerson } from './talk-to-a-person.ts';
import { undo } from './undo.ts';
import { wait } from './wait.ts';

/** Everything the bot can talk about; the first dialog that takes a message has it. */
export const DIALOGS: readonly Dialog<Moment>[] = [
  danger,
  doubt,
  quiet,
  otherLanguage,
  talkToAPerson,
  returning,
  changeLanguage,
  silence,
  notNow,
  undo,
  cancel,
  wait,
  otherOne,
  report,
  afterReport,
  status,
  appointment,
  sameRequest,
  choose,
  numbers,
  services,
  requests,
  asides,
  smallTalk,
];
