-- Who acted, as JSON; NULL in entries made before this step, whose hash does not cover it.
ALTER TABLE trace ADD COLUMN actor TEXT CHECK (actor IS NULL OR json_valid(actor));

-- Against slips and careless tools. Who writes to the file itself is found by the chain and its signed heads.
CREATE TRIGGER trace_keeps_entries BEFORE DELETE ON trace
BEGIN
  SELECT RAISE(ABORT, 'the trace is append-only');
END;

CREATE TRIGGER trace_keeps_words BEFORE UPDATE ON trace
BEGIN
  SELECT RAISE(ABORT, 'the trace is append-only');
END;

-- Also against INSERT OR REPLACE, which deletes without asking.
CREATE TRIGGER trace_grows_at_its_end BEFORE INSERT ON trace
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM trace)
BEGIN
  SELECT RAISE(ABORT, 'the trace grows at its end');
END;
