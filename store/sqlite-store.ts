import type { Store } from '../bot/index.ts';
import { auditVerbs } from './audit-verbs.ts';
import { conversationVerbs } from './conversation-verbs.ts';
import { correctionVerbs } from './correction-verbs.ts';
import { createDatabase } from './database.ts';
import { entryVerbs } from './entry-verbs.ts';
import { estateVerbs } from './estate-verbs.ts';
import { inboundVerbs } from './inbound-verbs.ts';
import { incidentVerbs } from './incident-verbs.ts';
import { limitVerbs } from './limit-verbs.ts';
import type { OpenDatabase } from './open-database.ts';
import { operationVerbs } from './operation-verbs.ts';
import { peopleVerbs } from './people-verbs.ts';
import { photoVerbs } from './photo-verbs.ts';
import { sessionVerbs } from './session-verbs.ts';

/** The store on an open SQLite database. */
export const createSqliteStore = (open: OpenDatabase): Store => {
  const database = createDatabase(open);
  return {
    ...inboundVerbs(database),
    ...conversationVerbs(database),
    ...entryVerbs(database),
    ...incidentVerbs(database),
    ...estateVerbs(database),
    ...photoVerbs(database),
    ...peopleVerbs(database),
    ...limitVerbs(database),
    ...sessionVerbs(database),
    ...correctionVerbs(database),
    ...auditVerbs(database),
    ...operationVerbs(database),
    close: database.close,
  };
};
