/** A JSON object whose values are not known yet. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Reads unknown JSON piece by piece and notes every fault instead of stopping at the first. */
export type JsonReader = {
  readonly faults: readonly string[];
  readonly note: (path: string, fault: string) => void;
  /** An object with no other keys than `keys`; empty when it is none. */
  readonly record: (value: unknown, path: string, keys: readonly string[]) => JsonRecord;
  readonly list: (value: unknown, path: string) => readonly unknown[];
  readonly text: (value: unknown, path: string) => string;
  readonly texts: (value: unknown, path: string) => readonly string[];
  readonly number: (value: unknown, path: string) => number;
  /** One of the allowed words; the first one when it is none of them. */
  readonly oneOf: <T extends string>(
    value: unknown,
    path: string,
    words: readonly [T, ...T[]],
  ) => T;
};

/** Builds a reader that starts without faults. */
export const createJsonReader = (): JsonReader => {
  const faults: string[] = [];
  const note = (path: string, fault: string): void => {
    faults.push(`${path}: ${fault}`);
  };
  const text = (value: unknown, path: string): string => {
    if (typeof value === 'string' && value.trim() !== '') return value;
    note(path, 'write a text here');
    return '';
  };
  const list = (value: unknown, path: string): readonly unknown[] => {
    if (Array.isArray(value)) return value;
    note(path, 'write a list here, [ … ]');
    return [];
  };
  return {
    faults,
    note,
    text,
    list,
    texts: (value, path) => list(value, path).map((item, at) => text(item, `${path}[${at}]`)),
    record: (value, path, keys) => readRecord({ value, path, keys, note }),
    number: (value, path) => {
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      note(path, 'write a number here');
      return 0;
    },
    oneOf: (value, path, words) => {
      const found = words.find((word) => word === value);
      if (found === undefined) note(path, `write one of ${words.join(', ')}`);
      return found ?? words[0];
    },
  };
};

const readRecord = ({
  value,
  path,
  keys,
  note,
}: {
  readonly value: unknown;
  readonly path: string;
  readonly keys: readonly string[];
  readonly note: JsonReader['note'];
}): JsonRecord => {
  if (!isRecord(value)) {
    note(path, 'write an object here, { … }');
    return {};
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) note(path, `"${key}" is not known here (known: ${keys.join(', ')})`);
  }
  return value;
};

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
