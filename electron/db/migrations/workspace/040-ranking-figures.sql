-- What a ranking needs of the sheets of one result, packed: made from `sheets` when first ranked, never changed afterwards,
-- since a result and its sheets never change. `basis` names the rubrics and candidates for which it was packed; for another basis it is packed anew.
CREATE TABLE ranking_figures (
  result  TEXT PRIMARY KEY REFERENCES results (statement) ON DELETE CASCADE,
  basis   TEXT NOT NULL CHECK (length(basis) = 64),
  -- SHA-256 of the canonical text of the sheets, a part of what inputsHash is taken of
  digest  TEXT NOT NULL CHECK (length(digest) = 64),
  figures BLOB NOT NULL
) STRICT;
