-- The commission's workspace: a projection of the packages and decisions that it keeps.
-- Points are integers in hundredths; times are RFC 3339 UTC; JSON columns hold values parsed by shared/ schemas.

CREATE TABLE rounds (
  id              TEXT PRIMARY KEY,
  title           TEXT NOT NULL CHECK (length(title) > 0),
  mode            TEXT NOT NULL CHECK (mode IN ('official', 'demo')),
  status          TEXT NOT NULL CHECK (status IN ('draft', 'issued', 'locked')),
  created_at      TEXT NOT NULL,
  deadline        TEXT,
  design          TEXT NOT NULL CHECK (json_valid(design)),
  -- how the experts were last assigned: a number of experts per candidate, 'all', or NULL
  assignment_rule TEXT
) STRICT;

CREATE TABLE candidates (
  id        TEXT PRIMARY KEY,
  round_id  TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  code      TEXT NOT NULL CHECK (length(code) > 0),
  name      TEXT NOT NULL CHECK (length(name) > 0),
  unit      TEXT NOT NULL,
  track_id  TEXT NOT NULL,
  fields    TEXT NOT NULL CHECK (json_valid(fields)),
  -- 材料: the file or folder that the spreadsheet names; empty when it names none
  dossier   TEXT NOT NULL,
  -- personal fields that never leave the workspace
  sealed    TEXT NOT NULL CHECK (json_valid(sealed)),
  UNIQUE (round_id, code)
) STRICT;

CREATE TABLE dossier_files (
  candidate_id TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
  sha256       TEXT NOT NULL CHECK (length(sha256) = 64),
  position     INTEGER NOT NULL,
  size         INTEGER NOT NULL CHECK (size >= 0),
  media_type   TEXT NOT NULL,
  name         TEXT NOT NULL,
  PRIMARY KEY (candidate_id, sha256)
) STRICT, WITHOUT ROWID;

-- The roster of people: one row per expert, whatever the rounds.
CREATE TABLE experts (
  id    TEXT PRIMARY KEY,
  name  TEXT NOT NULL CHECK (length(name) > 0),
  unit  TEXT NOT NULL,
  title TEXT NOT NULL,
  phone TEXT NOT NULL,
  field TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX experts_by_person ON experts (name, unit, phone);

CREATE TABLE round_experts (
  round_id    TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  expert_id   TEXT NOT NULL REFERENCES experts (id),
  position    INTEGER NOT NULL,
  leader      INTEGER NOT NULL CHECK (leader IN (0, 1)),
  -- JSON arrays of units to avoid and of track ids; no track means every track
  avoid_units TEXT NOT NULL CHECK (json_valid(avoid_units)),
  tracks      TEXT NOT NULL CHECK (json_valid(tracks)),
  PRIMARY KEY (round_id, expert_id)
) STRICT, WITHOUT ROWID;

-- Conflicts declared by people; those that follow from the data are computed.
CREATE TABLE declared_conflicts (
  round_id     TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  expert_id    TEXT NOT NULL REFERENCES experts (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
  note         TEXT NOT NULL,
  PRIMARY KEY (round_id, expert_id, candidate_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
  round_id     TEXT NOT NULL REFERENCES rounds (id) ON DELETE CASCADE,
  expert_id    TEXT NOT NULL REFERENCES experts (id),
  candidate_id TEXT NOT NULL REFERENCES candidates (id) ON DELETE CASCADE,
  PRIMARY KEY (round_id, expert_id, candidate_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  statement TEXT PRIMARY KEY CHECK (length(statement) = 64),
  round_id  TEXT NOT NULL REFERENCES rounds (id),
  expert_id TEXT NOT NULL REFERENCES experts (id),
  seq       INTEGER NOT NULL CHECK (seq >= 1),
  code      TEXT NOT NULL,
  file      TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  -- candidate ids in the task's order
  candidates TEXT NOT NULL CHECK (json_valid(candidates)),
  UNIQUE (round_id, expert_id, seq)
) STRICT;

-- Keys that a first accepted result has tied to an expert.
CREATE TABLE expert_keys (
  expert_id   TEXT NOT NULL REFERENCES experts (id),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  public_key  TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  pinned_at   TEXT NOT NULL,
  PRIMARY KEY (expert_id, fingerprint)
) STRICT, WITHOUT ROWID;

-- Everything that came in, whatever became of it.
CREATE TABLE intake (
  id          TEXT PRIMARY KEY,
  file        TEXT NOT NULL,
  verdict     TEXT NOT NULL CHECK (verdict IN ('accepted', 'superseded', 'duplicate', 'refused')),
  code        TEXT,
  detail      TEXT NOT NULL CHECK (json_valid(detail)),
  round_id    TEXT,
  expert_id   TEXT,
  seq         INTEGER,
  statement   TEXT,
  sheets      INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  CHECK ((verdict = 'refused') = (code IS NOT NULL))
) STRICT;

CREATE INDEX intake_by_round ON intake (round_id, received_at);

-- Accepted result packages; `current` is the one that counts for its expert in its round.
CREATE TABLE results (
  statement   TEXT PRIMARY KEY CHECK (length(statement) = 64),
  round_id    TEXT NOT NULL REFERENCES rounds (id),
  expert_id   TEXT NOT NULL REFERENCES experts (id),
  fingerprint TEXT NOT NULL,
  seq         INTEGER NOT NULL CHECK (seq >= 1),
  previous    TEXT,
  task        TEXT NOT NULL REFERENCES tasks (statement),
  reason      TEXT,
  received_at TEXT NOT NULL,
  current     INTEGER NOT NULL CHECK (current IN (0, 1)),
  UNIQUE (round_id, expert_id, fingerprint, seq)
) STRICT;

CREATE UNIQUE INDEX current_result ON results (round_id, expert_id) WHERE current = 1;

CREATE TABLE sheets (
  id              INTEGER PRIMARY KEY,
  result          TEXT NOT NULL REFERENCES results (statement),
  round_id        TEXT NOT NULL REFERENCES rounds (id),
  expert_id       TEXT NOT NULL REFERENCES experts (id),
  candidate_id    TEXT NOT NULL REFERENCES candidates (id),
  state           TEXT NOT NULL CHECK (state IN ('scored', 'recused', 'abstained')),
  -- sum of the points, exact; 0 unless scored
  total           INTEGER NOT NULL,
  points          TEXT NOT NULL,
  gates           TEXT NOT NULL,
  fraud           INTEGER NOT NULL CHECK (fraud IN (0, 1)),
  comment         TEXT NOT NULL,
  reason          TEXT,
  revision        INTEGER NOT NULL,
  first_edited_at TEXT NOT NULL,
  last_edited_at  TEXT NOT NULL,
  UNIQUE (result, candidate_id)
) STRICT;

CREATE INDEX sheets_by_candidate ON sheets (round_id, candidate_id);

-- Recorded acts of people that a ranking depends on.
CREATE TABLE decisions (
  id           TEXT PRIMARY KEY,
  round_id     TEXT NOT NULL REFERENCES rounds (id),
  kind         TEXT NOT NULL CHECK (kind IN ('veto', 'void-expert', 'tie')),
  candidate_id TEXT,
  expert_id    TEXT,
  track_id     TEXT,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  reason       TEXT NOT NULL,
  note         TEXT NOT NULL,
  decided_at   TEXT NOT NULL
) STRICT;

-- 留痕: every act, each entry bound to the one before by SHA-256.
CREATE TABLE trace (
  seq   INTEGER PRIMARY KEY,
  at    TEXT NOT NULL,
  event TEXT NOT NULL,
  body  TEXT NOT NULL CHECK (json_valid(body)),
  hash  TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
