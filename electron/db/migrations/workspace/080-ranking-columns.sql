-- What a ranking needs of a round and of the sheets of its results, packed as 32-bit little-endian columns: made when first
-- ranked. Results and their sheets never change; what else the packing rests on is watched here.
DROP TABLE ranking_figures;

CREATE TABLE ranking_rounds (
  round_id TEXT PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
  -- names the rubrics, and which of them each track uses
  basis    TEXT NOT NULL CHECK (length(basis) = 64),
  -- by bytes of the candidates' codes: the place of each one's track in the design
  tracks   BLOB NOT NULL
) STRICT;

CREATE TABLE ranking_figures (
  result   TEXT PRIMARY KEY REFERENCES results (statement) ON DELETE CASCADE,
  round_id TEXT NOT NULL REFERENCES ranking_rounds (round_id) ON DELETE CASCADE,
  -- SHA-256 of the canonical text of the sheets, a part of what inputsHash is taken of
  digest   TEXT NOT NULL CHECK (length(digest) = 64),
  sheets   INTEGER NOT NULL CHECK (sheets >= 0),
  figures  BLOB NOT NULL,
  -- what a ranking mostly does without
  details  BLOB NOT NULL
) STRICT;

CREATE INDEX ranking_figures_by_round ON ranking_figures (round_id);

-- Sheets name candidates by their places, so a list of candidates that changes makes them void.
CREATE TRIGGER candidate_added AFTER INSERT ON candidates BEGIN
  DELETE FROM ranking_rounds WHERE round_id = new.round_id;
END;

CREATE TRIGGER candidate_removed AFTER DELETE ON candidates BEGIN
  DELETE FROM ranking_rounds WHERE round_id = old.round_id;
END;

CREATE TRIGGER candidate_moved AFTER UPDATE OF id, round_id, code, track_id ON candidates BEGIN
  DELETE FROM ranking_rounds WHERE round_id IN (old.round_id, new.round_id);
END;
