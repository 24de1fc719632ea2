-- The key that signed a result, as far as a package got to say so: whom its receipt is for.
ALTER TABLE intake ADD COLUMN fingerprint TEXT;

-- 回执: what the office has answered, one chain per expert in a round. The packages lie beside, by statement hash.
CREATE TABLE receipts (
  statement TEXT PRIMARY KEY CHECK (length(statement) = 64),
  intake    TEXT NOT NULL REFERENCES intake (id),
  round_id  TEXT NOT NULL REFERENCES rounds (id),
  expert_id TEXT NOT NULL REFERENCES experts (id),
  seq       INTEGER NOT NULL CHECK (seq >= 1),
  issued_at TEXT NOT NULL,
  UNIQUE (round_id, expert_id, seq)
) STRICT;

CREATE INDEX receipts_by_intake ON receipts (intake);
