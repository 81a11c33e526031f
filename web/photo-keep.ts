import type { PhotoKeep } from './keep.ts';

const NAME = 'loge';
const SHELF = 'photos';

/** Keeps photos that wait to be sent in the browser's database; a copy stays in memory for this visit. */
export const createPhotoKeep = (factory: IDBFactory | undefined): PhotoKeep => {
  const memory = new Map<string, readonly Blob[]>();
  return {
    put: async (id, photos) => {
      memory.set(id, photos);
      await ask(factory, 'readwrite', (shelf) => shelf.put([...photos], id));
    },
    get: async (id) => {
      const kept = memory.get(id) ?? (await ask(factory, 'readonly', (shelf) => shelf.get(id)));
      return Array.isArray(kept) ? kept.filter((one) => one instanceof Blob) : [];
    },
    remove: async (id) => {
      memory.delete(id);
      await ask(factory, 'readwrite', (shelf) => shelf.delete(id));
    },
  };
};

/** Makes one request; a browser that refuses answers undefined, and the copy in memory has to do. */
const ask = async (
  factory: IDBFactory | undefined,
  mode: IDBTransactionMode,
  request: (shelf: IDBObjectStore) => IDBRequest,
): Promise<unknown> => {
  if (factory === undefined) return undefined;
  try {
    const database = await open(factory);
    const answer = await settled(request(database.transaction(SHELF, mode).objectStore(SHELF)));
    database.close();
    return answer;
  } catch {
    return undefined;
  }
};

const open = (factory: IDBFactory): Promise<IDBDatabase> => {
  const opening = factory.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
  return settled(opening);
};

const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
