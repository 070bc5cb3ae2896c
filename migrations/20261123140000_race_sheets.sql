-- What coach and athlete agreed on for a race: every change is a version of its own, the newest counts.

CREATE TABLE race_sheet (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    race_id    TEXT NOT NULL REFERENCES race (id),
    version    INTEGER NOT NULL CHECK (version > 0),
    sheet      TEXT NOT NULL CHECK (json_valid(sheet)),
    clock      TEXT NOT NULL,
    UNIQUE (race_id, version)
) STRICT;

CREATE TRIGGER race_sheet_never_changes BEFORE UPDATE ON race_sheet
BEGIN SELECT RAISE(ABORT, 'append-only: race_sheet'); END;
CREATE TRIGGER race_sheet_never_forgets BEFORE DELETE ON race_sheet
BEGIN SELECT RAISE(ABORT, 'append-only: race_sheet'); END;
