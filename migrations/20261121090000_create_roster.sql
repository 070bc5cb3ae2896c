-- The roster itself: facts about the file, and the journal every write leaves a line in.
-- Ids are UUIDs as text; times are UTC with nine decimals, so that text order is time order; days are `YYYY-MM-DD`.
-- `clock` is a hybrid logical clock, `milliseconds.counter` padded with zeros: it orders rows even when the wall clock jumps back.

CREATE TABLE meta (
    key   TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
    id         TEXT PRIMARY KEY NOT NULL,
    clock      TEXT NOT NULL,
    at         TEXT NOT NULL,
    author     TEXT NOT NULL,
    origin     TEXT NOT NULL,
    action     TEXT NOT NULL,
    athlete_id TEXT,
    subject    TEXT,
    before     TEXT NOT NULL CHECK (json_valid(before))
) STRICT;

CREATE INDEX journal_by_clock ON journal (clock);
CREATE INDEX journal_by_athlete ON journal (athlete_id, clock);

CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;
CREATE TRIGGER journal_never_forgets BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'append-only: journal'); END;
