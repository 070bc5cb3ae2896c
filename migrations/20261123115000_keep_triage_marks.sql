-- What the coach decided about rows of the triage table (reviewed, snoozed, on the call list), and filters kept by name.
-- A decision is taken back by a later row.

CREATE TABLE triage_mark (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    kind       TEXT NOT NULL,
    mark       TEXT NOT NULL CHECK (json_valid(mark)),
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX triage_mark_by_athlete ON triage_mark (athlete_id, kind, clock);

-- The newest row of a name counts; one without a filter takes it away.
CREATE TABLE triage_filter (
    name   TEXT NOT NULL,
    filter TEXT CHECK (json_valid(filter)),
    author TEXT NOT NULL,
    clock  TEXT PRIMARY KEY NOT NULL
) STRICT;

-- The newest note of each athlete is asked for all at once, those that were replaced left out.
CREATE INDEX annotation_by_replaced ON annotation (supersedes) WHERE supersedes IS NOT NULL;

CREATE TRIGGER triage_mark_never_changes BEFORE UPDATE ON triage_mark
BEGIN SELECT RAISE(ABORT, 'append-only: triage_mark'); END;
CREATE TRIGGER triage_mark_never_forgets BEFORE DELETE ON triage_mark
BEGIN SELECT RAISE(ABORT, 'append-only: triage_mark'); END;
CREATE TRIGGER triage_filter_never_changes BEFORE UPDATE ON triage_filter
BEGIN SELECT RAISE(ABORT, 'append-only: triage_filter'); END;
CREATE TRIGGER triage_filter_never_forgets BEFORE DELETE ON triage_filter
BEGIN SELECT RAISE(ABORT, 'append-only: triage_filter'); END;
