-- What is left of a person who was erased, which is nothing about them; and how long things are kept.

-- `digest` is a hash of the athlete's id (random, so it cannot be guessed back): it refuses the same id another time.
-- `pending` is that id itself and the ids of their activities, only until the copies the program made are clean as well;
-- then it is taken out.
CREATE TABLE erasure (
    id      TEXT PRIMARY KEY NOT NULL,
    day     TEXT NOT NULL,
    reason  TEXT NOT NULL CHECK (reason IN ('asked', 'left', 'mistake', 'retention')),
    removed TEXT NOT NULL CHECK (json_valid(removed)),
    models  TEXT NOT NULL CHECK (json_valid(models)),
    digest  TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    pending TEXT CHECK (pending IS NULL OR json_valid(pending))
) STRICT;

CREATE TRIGGER erasure_never_changes BEFORE UPDATE ON erasure
WHEN OLD.pending IS NULL OR NEW.pending IS NOT NULL
  OR (NEW.id, NEW.day, NEW.reason, NEW.removed, NEW.models, NEW.digest)
     IS NOT (OLD.id, OLD.day, OLD.reason, OLD.removed, OLD.models, OLD.digest)
BEGIN SELECT RAISE(ABORT, 'append-only: erasure'); END;
CREATE TRIGGER erasure_never_forgets BEFORE DELETE ON erasure
BEGIN SELECT RAISE(ABORT, 'append-only: erasure'); END;

-- The newest row of a kind counts; one without months switches it off. Nothing is removed by a rule alone: a person
-- applies it.
CREATE TABLE retention_rule (
    kind   TEXT NOT NULL CHECK (kind IN ('location', 'originals', 'left')),
    months INTEGER CHECK (months > 0),
    author TEXT NOT NULL,
    at     TEXT NOT NULL,
    clock  TEXT PRIMARY KEY NOT NULL
) STRICT;

CREATE TRIGGER retention_rule_never_changes BEFORE UPDATE ON retention_rule
BEGIN SELECT RAISE(ABORT, 'append-only: retention_rule'); END;
CREATE TRIGGER retention_rule_never_forgets BEFORE DELETE ON retention_rule
BEGIN SELECT RAISE(ABORT, 'append-only: retention_rule'); END;
