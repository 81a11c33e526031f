CREATE TABLE inbound (
    place INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    at INTEGER NOT NULL,
    doc TEXT NOT NULL,
    done INTEGER,
    result TEXT
  ) STRICT;
INSERT INTO inbound VALUES(1,'web:1','c1',1772438400000,'{"id":"web:1","conversation":"c1","channel":"webchat","external":"web-c1","person":{"id":"p1","name":"Zoë"},"at":1772438400000,"content":{"kind":"message","message":{"text":"Ça fuit « ici » 💧 \u0000 \"web:1\"\n","photos":[],"clientId":"web:1"}}}',1772438400000,'{"kind":"lost","holder":{"kind":"bot"}}');
INSERT INTO inbound VALUES(2,'web:2','c1',1772438400000,'{"id":"web:2","conversation":"c1","channel":"webchat","external":"web-c1","person":{"id":"p1","name":"Zoë"},"at":1772438400000,"content":{"kind":"message","message":{"text":"Ça fuit « ici » 💧 \u0000 \"web:2\"\n","photos":[],"clientId":"web:2"}}}',NULL,NULL);
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
INSERT INTO conversation VALUES('c1',2,1,1772438400000,'bot',0,1772438400000,1772438400000,'{"version":1,"id":"c1","channel":"webchat","external":"web-c1","person":{"id":"p1"},"language":"fr","rev":2,"seq":0,"epoch":1,"holder":{"kind":"bot"},"danger":false,"episode":1,"talk":{"stack":[],"waiting":[],"known":{},"greeted":false,"misses":0},"log":[],"changes":[],"handled":[],"outbox":[],"incidents":[],"lastText":"Zoë","openedAt":1772438400000,"updatedAt":1772438400000,"lease":{"owner":"one","until":1772438400001},"due":1772438400000}');
CREATE TABLE entry (
    conversation TEXT NOT NULL,
    seq INTEGER NOT NULL,
    delivery TEXT NOT NULL,
    channel_id TEXT,
    doc TEXT NOT NULL,
    PRIMARY KEY (conversation, seq)
  ) STRICT, WITHOUT ROWID;
INSERT INTO entry VALUES('c1',1,'sent','SM1','{"kind":"reply","by":{"kind":"bot"},"reply":{"text":"ligne 1","language":"fr"},"seq":1,"at":1772438400001}');
INSERT INTO entry VALUES('c1',2,'stored',NULL,'{"kind":"reply","by":{"kind":"bot"},"reply":{"text":"ligne 2","language":"fr"},"seq":2,"at":1772438400002}');
CREATE TABLE code (
    code TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE
  ) STRICT, WITHOUT ROWID;
INSERT INTO code VALUES('BCDFGH','c1:1');
CREATE TABLE incident (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    number INTEGER NOT NULL,
    events INTEGER NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
INSERT INTO incident VALUES('c1:1','BCDFGH','c1',1,2,'{"id":"c1:1","code":"BCDFGH","conversation":"c1","channel":"webchat","language":"fr","intent":"water_leak","priority":"P1","slots":{"floor":{"value":"2","said":"au 2e"}},"photos":[],"openedAt":1772438400000,"due":1772438400002,"status":"received","events":2}');
CREATE TABLE incident_event (
    id TEXT NOT NULL PRIMARY KEY,
    incident TEXT NOT NULL,
    number INTEGER NOT NULL,
    doc TEXT NOT NULL
  ) STRICT;
INSERT INTO incident_event VALUES('c1:1:1','c1:1',1,'{"id":"c1:1:1","incident":"c1:1","at":1772438400001,"by":"tenant","channel":"webchat","kind":"opened","data":{"floor":"1"}}');
INSERT INTO incident_event VALUES('c1:1:2','c1:1',2,'{"id":"c1:1:2","incident":"c1:1","at":1772438400002,"by":"tenant","channel":"webchat","kind":"corrected","data":{"floor":"2"}}');
CREATE TABLE estate (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    place INTEGER NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
INSERT INTO estate VALUES('place','Les Tilleuls',0,'{"id":"Les Tilleuls","kind":"residence","name":"Les Tilleuls","postcode":"75011"}');
INSERT INTO estate VALUES('place','Les Érables',1,'{"id":"Les Érables","kind":"residence","name":"Les Érables","postcode":"75011"}');
INSERT INTO estate VALUES('tenant','t-Les Tilleuls',0,'{"id":"t-Les Tilleuls","name":"Mme Éon","dwelling":"Les Tilleuls"}');
INSERT INTO estate VALUES('tenant','t-Les Érables',1,'{"id":"t-Les Érables","name":"Mme Éon","dwelling":"Les Érables"}');
CREATE TABLE photo (
    id TEXT NOT NULL PRIMARY KEY,
    conversation TEXT NOT NULL,
    doc TEXT NOT NULL,
    bytes BLOB NOT NULL
  ) STRICT;
INSERT INTO photo VALUES('ph1','c1','{"id":"ph1","type":"image/jpeg","bytes":3,"width":1,"height":1}',X'ff00d8');
CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    doc TEXT NOT NULL
  ) STRICT;
INSERT INTO account VALUES('a1','karim@exemple.fr','{"id":"a1","email":"karim@exemple.fr","name":"Karim","role":"agent"}');
CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL,
    created INTEGER NOT NULL,
    expires INTEGER NOT NULL
  ) STRICT;
INSERT INTO session VALUES('s1','a1',1772438400000,1772438460000);
CREATE TABLE kept (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
INSERT INTO kept VALUES('jwt','secret');
CREATE TABLE pulse (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    beat INTEGER NOT NULL
  ) STRICT;
CREATE INDEX inbound_waiting ON inbound (conversation, place, at) WHERE done IS NULL;
CREATE INDEX conversation_due ON conversation (due) WHERE due IS NOT NULL;
CREATE INDEX conversation_queue ON conversation (danger DESC, since, id) WHERE holder = 'queue';
CREATE INDEX conversation_holder ON conversation (holder, updated DESC, id);
CREATE INDEX incident_conversation ON incident (conversation, number);
CREATE INDEX incident_event_incident ON incident_event (incident, number);
CREATE INDEX session_expires ON session (expires);
PRAGMA application_id = 1819240293;
PRAGMA user_version = 1;
