import { deserialize, serialize } from 'node:v8';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isRecord } from './examples.ts';
import type { Model } from './model.ts';

const FORMAT = 4;

/** A model as bytes. */
export const packModel = (model: Model): Buffer =>
  gzipSync(serialize({ format: FORMAT, ...model }), { level: 6 });

/** The model in the bytes; undefined when they are none. */
export const unpackModel = (packed: Uint8Array): Model | undefined => {
  try {
    const read: unknown = deserialize(gunzipSync(packed));
    return isModel(read) ? read : undefined;
  } catch {
    return undefined;
  }
};

const isModel = (value: unknown): value is Model =>
  isRecord(value) &&
  value['format'] === FORMAT &&
  isRecord(value['classifier']) &&
  Array.isArray(value['classifier']['intents']) &&
  isRecord(value['classifier']['index']) &&
  isRecord(value['classifier']['table']) &&
  isRecord(value['classifier']['linear']) &&
  isRecord(value['classifier']['open']) &&
  isRecord(value['classifier']['closed']) &&
  isRecord(value['thresholds']) &&
  value['vocabulary'] instanceof Map &&
  value['sayings'] instanceof Map;
