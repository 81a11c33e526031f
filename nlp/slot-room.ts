import rooms from './rooms.json' with { type: 'json' };
import { findPhrase } from './slot-phrases.ts';

/** What says least about where in a home it is. */
const WIDE: ReadonlySet<string> = new Set(['whole_home', 'hall']);

/** The room, under one name for all languages. */
export const roomOf = findPhrase(rooms, WIDE);
