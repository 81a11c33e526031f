export { type Attendance, absencesIn, createAttendance } from './attendance.ts';
export { createDesk, type Desk } from './create-desk.ts';
export { firstAdministrator } from './first-administrator.ts';
export { createSessions } from './sessions.ts';
