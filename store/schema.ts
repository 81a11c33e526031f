/** Every version of the database, oldest first; a step that was released is never changed. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE inbound (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    at INTEGER NOT NULL,
    doc TEXT NOT NULL,
    done INTEGER,
    result TEXT
  ) STRICT;
  CREATE INDEX inbound_waiting ON inbound (conversation, place, at) WHERE done IS NULL;

  CREATE TABLE conversation (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    due INTEGER,
    holder TEXT NOT NULL,
    danger INTEGER NOT NULL,
    since INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX conversation_due ON conversation (due) WHERE due IS NOT NULL;
  CREATE INDEX conversation_queue ON conversation (danger DESC, since, id) WHERE holder = 'queue';
  CREATE INDEX conversation_holder ON conversation (holder, updated DESC, id);

  CREATE TABLE entry (
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    channel_id TEXT,
    doc TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE code (
    code TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE incident (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    number INTEGER NOT NULL,
    events INTEGER NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX incident_conversation ON incident (conversation, number);

  CREATE TABLE incident_event (
    id TEXT NOT NULL PRIMARY KEY,
    incident TEXT NOT NULL,
    number INTEGER NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX incident_event_incident ON incident_event (incident, number);

  CREATE TABLE estate (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;

  CREATE TABLE photo (
    id TEXT NOT NULL PRIMARY KEY,
    conversation TEXT NOT NULL,
    doc TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    doc TEXT NOT NULL
  ) STRICT;

  CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_expires ON session (expires);

  CREATE TABLE kept (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pulse (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    beat INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE attempt (
    place INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (key, id)
  ) STRICT;
  CREATE INDEX attempt_at ON attempt (at);
  `,
  // What people do at the desk: added to, never changed, forgotten after a year (in ms) and not before.
  `
  CREATE TABLE audit (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    key TEXT UNIQUE,
    doc TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_at ON audit (at);
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'The audit is never changed.'); END;
  CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
  WHEN OLD.at > (SELECT max(at) FROM audit) - 31536000000
  BEGIN SELECT RAISE(ABORT, 'The audit is kept for a year.'); END;
  `,
  // Sessions are listed by the person they belong to.
  `
  ALTER TABLE session ADD COLUMN browser TEXT;
  CREATE INDEX session_account ON session (account, created DESC);
  `,
  // People whom an organisation signs in are found by what it calls them.
  `
  ALTER TABLE account ADD COLUMN external TEXT;
  CREATE UNIQUE INDEX account_external ON account (external) WHERE external IS NOT NULL;
  `,
  // What agents say messages meant, one a message.
  `
  CREATE TABLE correction (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    doc TEXT NOT NULL,
    UNIQUE (conversation, seq)
  ) STRICT;
  CREATE INDEX correction_state ON correction (state, place);
  `,
];
