-- At rest: what a thief of the disk could read is sealed under the home's random key, which slots wrap.

-- Each slot holds the home's key as an age file under a passphrase or an activation code; any of them opens the home.
CREATE TABLE key_slots (
  id      INTEGER PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('passphrase', 'code')),
  wrapped BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- A sheet is one sealed text: points, comment and state alike. What stood open before is sealed at the first unlock.
ALTER TABLE sheets RENAME TO plain_sheets;
ALTER TABLE stars RENAME TO plain_stars;

CREATE TABLE sheets (
  task_id      TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
  candidate_id TEXT NOT NULL,
  sealed       TEXT NOT NULL,
  PRIMARY KEY (task_id, candidate_id)
) STRICT, WITHOUT ROWID;

-- All ☆ marks of a task in one sealed text.
CREATE TABLE stars (
  task_id TEXT PRIMARY KEY REFERENCES tasks (id) ON DELETE CASCADE,
  sealed  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Stands until nothing plain is left in the file, its log, its backups and the dossiers.
CREATE TABLE plain_leftovers (
  since TEXT NOT NULL
) STRICT;
