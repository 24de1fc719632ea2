-- What forms need to know beside the round: document number, dates, where to object.
CREATE TABLE form_facts (
  round_id TEXT PRIMARY KEY REFERENCES rounds (id) ON DELETE CASCADE,
  facts    TEXT NOT NULL CHECK (json_valid(facts))
) STRICT;

-- The office's own template of a form, as it was chosen.
CREATE TABLE form_templates (
  form     TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  sha256   TEXT NOT NULL CHECK (length(sha256) = 64),
  content  BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
