-- The expert's home: tasks opened on this machine and the sheets begun for them.

CREATE TABLE identities (
  -- one pair of keys per commission and expert, so that several experts can share a machine
  commission  TEXT NOT NULL CHECK (length(commission) = 64),
  expert_id   TEXT NOT NULL,
  keys        TEXT NOT NULL CHECK (json_valid(keys)),
  created_at  TEXT NOT NULL,
  PRIMARY KEY (commission, expert_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  id         TEXT PRIMARY KEY,
  statement  TEXT NOT NULL UNIQUE CHECK (length(statement) = 64),
  commission TEXT NOT NULL,
  round_id   TEXT NOT NULL,
  expert_id  TEXT NOT NULL,
  seq        INTEGER NOT NULL CHECK (seq >= 1),
  -- the signed predicate as received
  predicate  TEXT NOT NULL CHECK (json_valid(predicate)),
  -- secret of the activation code: proves the enrolment of the expert's keys
  secret     TEXT,
  opened_at  TEXT NOT NULL
) STRICT;

CREATE TABLE sheets (
  task_id         TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  candidate_id    TEXT NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('scored', 'recused', 'abstained')),
  points          TEXT NOT NULL CHECK (json_valid(points)),
  gates           TEXT NOT NULL CHECK (json_valid(gates)),
  fraud           INTEGER NOT NULL CHECK (fraud IN (0, 1)),
  comment         TEXT NOT NULL,
  reason          TEXT,
  revision        INTEGER NOT NULL,
  first_edited_at TEXT NOT NULL,
  last_edited_at  TEXT NOT NULL,
  PRIMARY KEY (task_id, candidate_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stars (
  task_id      TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  candidate_id TEXT NOT NULL,
  PRIMARY KEY (task_id, candidate_id)
) STRICT, WITHOUT ROWID;

-- Result packages made on this machine, one chain per commission, round and expert.
CREATE TABLE submissions (
  statement    TEXT PRIMARY KEY CHECK (length(statement) = 64),
  -- NULL once the task was removed from the machine: the chain goes on
  task_id      TEXT REFERENCES tasks (id),
  commission   TEXT NOT NULL,
  round_id     TEXT NOT NULL,
  expert_id    TEXT NOT NULL,
  seq          INTEGER NOT NULL CHECK (seq >= 1),
  previous     TEXT,
  reason       TEXT,
  submitted_at TEXT NOT NULL,
  file         TEXT NOT NULL,
  -- sum of the sheets' revisions at that moment: tells whether something changed since
  revisions    INTEGER NOT NULL,
  UNIQUE (commission, round_id, expert_id, seq)
) STRICT;

CREATE TABLE trace (
  seq   INTEGER PRIMARY KEY,
  at    TEXT NOT NULL,
  event TEXT NOT NULL,
  body  TEXT NOT NULL CHECK (json_valid(body)),
  hash  TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
