-- Whose keys are known, and where changes that came in files are from. Every word about a key is one more row; the newest
-- counts.

CREATE TABLE key_word (
    position INTEGER PRIMARY KEY NOT NULL,
    key      TEXT NOT NULL,
    name     TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('known', 'trusted', 'revoked')),
    why      TEXT,
    author   TEXT NOT NULL,
    at       TEXT NOT NULL,
    clock    TEXT NOT NULL
) STRICT;

-- What stands beside a change that was taken from a file: which file and whose, and the signed changes behind it as they
-- came, so that they can be passed on and proven.
CREATE TABLE override_source (
    override_id TEXT PRIMARY KEY NOT NULL REFERENCES session_override (id),
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    source      TEXT NOT NULL CHECK (json_valid(source)),
    origins     TEXT NOT NULL CHECK (json_valid(origins))
) STRICT;

CREATE INDEX override_source_by_athlete ON override_source (athlete_id);

CREATE TRIGGER key_word_never_changes BEFORE UPDATE ON key_word
BEGIN SELECT RAISE(ABORT, 'append-only: key_word'); END;
CREATE TRIGGER key_word_never_forgets BEFORE DELETE ON key_word
BEGIN SELECT RAISE(ABORT, 'append-only: key_word'); END;
CREATE TRIGGER override_source_never_changes BEFORE UPDATE ON override_source
BEGIN SELECT RAISE(ABORT, 'append-only: override_source'); END;
CREATE TRIGGER override_source_never_forgets BEFORE DELETE ON override_source
BEGIN SELECT RAISE(ABORT, 'append-only: override_source'); END;
