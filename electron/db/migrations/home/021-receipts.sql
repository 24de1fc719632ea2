-- What a receipt for the package must name: its mode, and the key that signed it. NULL in submissions made before this step.
ALTER TABLE submissions ADD COLUMN mode TEXT CHECK (mode IN ('official', 'demo'));
ALTER TABLE submissions ADD COLUMN fingerprint TEXT;

-- 回执 of the office for result packages made here; the envelope is kept as proof of delivery.
CREATE TABLE receipts (
  statement     TEXT PRIMARY KEY CHECK (length(statement) = 64),
  result        TEXT NOT NULL REFERENCES submissions (statement),
  commission    TEXT NOT NULL,
  round_id      TEXT NOT NULL,
  expert_id     TEXT NOT NULL,
  seq           INTEGER NOT NULL CHECK (seq >= 1),
  previous      TEXT,
  verdict       TEXT NOT NULL CHECK (verdict IN ('accepted', 'superseded', 'refused')),
  code          TEXT,
  signer        TEXT NOT NULL CHECK (length(signer) = 64),
  issued_at     TEXT NOT NULL,
  received_at   TEXT NOT NULL,
  -- the head of the office's log that it echoes
  trace_entries INTEGER NOT NULL,
  trace_head    TEXT NOT NULL CHECK (length(trace_head) = 64),
  envelope      TEXT NOT NULL,
  UNIQUE (commission, round_id, expert_id, seq)
) STRICT;

CREATE INDEX receipts_by_result ON receipts (result, seq);
