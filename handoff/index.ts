export { type AlarmMailWords, parseAlarmMailWords } from './alarm-mail.ts';
export { type Attendance, absencesIn, createAttendance } from './attendance.ts';
export { createDesk, type Desk } from './create-desk.ts';
export { firstAdministrator } from './first-administrator.ts';
export { mailAlarms } from './mail-alarms.ts';
export type { OidcSettings } from './oidc.ts';
export { createSessions } from './sessions.ts';
export { createSmtp } from './smtp.ts';
