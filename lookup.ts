import { type Answer, BotError, type Lookup, type PlaceMatch, type Store } from './bot/index.ts';
import type { IdentityChecks } from './identity/index.ts';

/** Codes drawn before giving up: with 34 million codes the second draw is already rare. */
const DRAWS = 50;

/** Finds the facts dialogs ask for, in the store and the estate. */
export const createLookup =
  (parts: {
    readonly store: Store;
    readonly findPlaces: (text: string) => readonly PlaceMatch[];
    readonly drawCode: () => string;
    readonly identity: IdentityChecks;
    readonly atDesk: (conversation: string) => Promise<Extract<Answer, { kind: 'desk' }>>;
  }): Lookup =>
  async (query, conversation, asker) => {
    switch (query.kind) {
      case 'place':
        return { kind: 'place', matches: parts.findPlaces(query.text) };
      case 'code':
        return { kind: 'code', code: await reserve(parts, `${conversation}:${query.n}`) };
      case 'incident':
        return { kind: 'incident', ...(await incidentOf(parts.store, query.code)) };
      case 'may_text':
        return parts.identity.mayText(query, conversation, asker);
      case 'code_sent':
        return parts.identity.codeSent(query, conversation, asker);
      case 'holder':
        return parts.identity.holder(query, conversation, asker);
      case 'desk':
        return parts.atDesk(conversation);
      default:
        return query satisfies never;
    }
  };

const reserve = async (
  { store, drawCode }: { readonly store: Store; readonly drawCode: () => string },
  key: string,
): Promise<string> => {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const code = await store.reserveCode(key, drawCode());
    if (code !== undefined) return code;
  }
  throw new BotError(`No free incident code in ${DRAWS} draws for ${key}.`, 'store-unusable');
};

const incidentOf = async (store: Store, code: string) => {
  const incident = await store.incidentByCode(code);
  if (incident === undefined) return { events: [] };
  return { incident, events: await store.incidentEvents(incident.id) };
};
