import type { Photo, Store } from '../bot/index.ts';
import { asDocument, asKey, asPhotoBytes, fromDocument } from './bounds.ts';
import type { Database } from './database.ts';

type Verbs = Pick<Store, 'addPhoto' | 'photo'>;

const ADD = `
  INSERT INTO photo (id, conversation, doc, bytes) VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO NOTHING`;

const FIND = 'SELECT conversation, doc, bytes FROM photo WHERE id = ?';

/** Photos, each with the conversation it belongs to. */
export const photoVerbs = ({ read, write }: Database): Verbs => ({
  addPhoto: (photo, conversation, bytes) =>
    write((sql) => {
      const { id } = photo;
      const doc = asDocument(id, photo);
      sql.run(ADD, asKey(id), asKey(conversation), doc, asPhotoBytes(id, bytes));
    }),

  photo: (id) =>
    read((sql) => {
      const row = sql.get<{ conversation: string; doc: string; bytes: Uint8Array }>(FIND, id);
      if (row === undefined) return undefined;
      const { conversation, doc, bytes } = row;
      return { photo: fromDocument<Photo>(doc), conversation, bytes };
    }),
});
