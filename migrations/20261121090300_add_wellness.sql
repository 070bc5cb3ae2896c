-- What athletes say and measure each morning: a history per field; the newest entry of a day and field counts.

CREATE TABLE wellness_entry (
    id          TEXT PRIMARY KEY NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    batch_id    TEXT REFERENCES import_batch (id),
    day         TEXT NOT NULL,
    field       TEXT NOT NULL,
    value       REAL NOT NULL,
    source      TEXT NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX wellness_by_day ON wellness_entry (athlete_id, day);

CREATE TRIGGER wellness_entry_never_changes BEFORE UPDATE ON wellness_entry
BEGIN SELECT RAISE(ABORT, 'append-only: wellness_entry'); END;
CREATE TRIGGER wellness_entry_never_forgets BEFORE DELETE ON wellness_entry
BEGIN SELECT RAISE(ABORT, 'append-only: wellness_entry'); END;
