import equipment from './equipment.json' with { type: 'json' };
import { findPhrase } from './slot-phrases.ts';

/** Parts of every home that are mostly named to say where the broken thing is. */
const SURROUNDINGS: ReadonlySet<string> = new Set(['door', 'wall', 'floor', 'ceiling', 'cupboard']);

/** The equipment that is talked about, under one name for all languages. */
export const equipmentOf = findPhrase(equipment, SURROUNDINGS);
