-- Personal columns and activation codes are sealed. Everybody may write them, with the public half of a key that the
-- workspace makes itself; only who has unlocked the commission's keys can open its other half.

CREATE TABLE column_key (
  id         INTEGER PRIMARY KEY CHECK (id = 1),
  -- X25519, base64 of the SPKI DER encoding
  public_key TEXT NOT NULL,
  -- the PKCS #8 DER of the other half as an age file for the commission's recipient, base64
  secret     TEXT NOT NULL,
  -- base64; makes the marks of telephone numbers the workspace's own
  salt       TEXT NOT NULL
) STRICT;

-- 12 bits that tell whether a telephone number is the same, of a billion and more: too few to find it by.
ALTER TABLE experts ADD COLUMN phone_mark TEXT NOT NULL DEFAULT '';

-- Sealed numbers differ each time they are sealed: who is who is decided when experts are taken.
DROP INDEX experts_by_person;
CREATE INDEX experts_by_person ON experts (name, unit);

-- Stands until nothing plain is left in the file, its log and its backups.
CREATE TABLE plain_leftovers (
  since TEXT NOT NULL
) STRICT;
