-- The commission's roster as its signed statements say it: a projection of packages/rosters.

CREATE TABLE rosters (
  seq       INTEGER PRIMARY KEY CHECK (seq >= 1),
  statement TEXT NOT NULL UNIQUE CHECK (length(statement) = 64),
  signed_at TEXT NOT NULL
) STRICT;

CREATE TABLE members (
  id          TEXT PRIMARY KEY,
  name        TEXT NOT NULL CHECK (length(name) > 0),
  role        TEXT NOT NULL CHECK (role IN ('admin', 'staff')),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
  public_key  TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  since       TEXT NOT NULL,
  -- NULL while the member may sign in
  until       TEXT
) STRICT;

CREATE UNIQUE INDEX active_members ON members (name) WHERE until IS NULL;

-- Revocations, as the roster says them; a key keeps its row.
ALTER TABLE expert_keys ADD COLUMN revoked_at TEXT;
ALTER TABLE expert_keys ADD COLUMN revoked_reason TEXT;
