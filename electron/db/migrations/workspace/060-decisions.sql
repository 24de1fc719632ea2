-- Decisions with their minutes, taking back, settlements and adopted rules; final rankings signed by an admin.

CREATE TABLE decisions_with_minutes (
  id           TEXT PRIMARY KEY,
  round_id     TEXT NOT NULL REFERENCES rounds (id),
  kind         TEXT NOT NULL CHECK (kind IN ('veto', 'void-expert', 'tie', 'reinstate', 'fraud', 'policy')),
  candidate_id TEXT,
  expert_id    TEXT,
  track_id     TEXT,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  reason       TEXT NOT NULL,
  note         TEXT NOT NULL,
  minutes      TEXT NOT NULL DEFAULT '',
  people       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(people)),
  recorded_by  TEXT,
  decided_at   TEXT NOT NULL,
  -- the later decision that took this one back
  taken_back_by TEXT REFERENCES decisions_with_minutes (id)
) STRICT;

INSERT INTO decisions_with_minutes (id, round_id, kind, candidate_id, expert_id, track_id, body, reason, note, decided_at)
  SELECT id, round_id, kind, candidate_id, expert_id, track_id, body, reason, note, decided_at FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_with_minutes RENAME TO decisions;
CREATE INDEX decisions_by_round ON decisions (round_id, id);

-- Lists for the record; the signed statements lie in packages/rankings by their hash.
CREATE TABLE final_rankings (
  statement   TEXT PRIMARY KEY CHECK (length(statement) = 64),
  round_id    TEXT NOT NULL REFERENCES rounds (id),
  result_hash TEXT NOT NULL CHECK (length(result_hash) = 64),
  signed_by   TEXT NOT NULL,
  signed_at   TEXT NOT NULL,
  note        TEXT NOT NULL,
  -- when and why the round was reopened; NULL while the list stands
  reopened_at TEXT,
  reopened_by TEXT,
  reopen_note TEXT
) STRICT;

CREATE UNIQUE INDEX standing_final_ranking ON final_rankings (round_id) WHERE reopened_at IS NULL;
