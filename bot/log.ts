/** Fields of a log line: identifiers, counts and durations, never what a person wrote or who they are. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined | Error>>;

/** Where the program says what it does, for those who run it. */
export type Log = {
  readonly info: (fields: LogFields, what: string) => void;
  readonly warn: (fields: LogFields, what: string) => void;
  readonly error: (fields: LogFields, what: string) => void;
};
