-- Who is coached, with what holds from a day on: settings, availability, consent.

CREATE TABLE squad (
    id   TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE athlete (
    id         TEXT PRIMARY KEY NOT NULL,
    name       TEXT NOT NULL,
    sex        TEXT CHECK (sex IN ('female', 'male')),
    born       TEXT,
    zone       TEXT NOT NULL,
    squad_id   TEXT REFERENCES squad (id),
    unassigned INTEGER NOT NULL DEFAULT 0 CHECK (unassigned IN (0, 1))
) STRICT;

CREATE TABLE device (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    maker      TEXT,
    product    TEXT,
    serial     INTEGER,
    first_seen TEXT NOT NULL,
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX device_by_athlete ON device (athlete_id);
CREATE INDEX device_by_serial ON device (serial, clock) WHERE serial IS NOT NULL;

-- A later row of the same day counts; the earlier one stays.
CREATE TABLE athlete_settings (
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    from_day   TEXT NOT NULL,
    clock      TEXT NOT NULL,
    settings   TEXT NOT NULL CHECK (json_valid(settings)),
    PRIMARY KEY (athlete_id, clock)
) STRICT;

CREATE TABLE availability (
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    from_day   TEXT NOT NULL,
    clock      TEXT NOT NULL,
    minutes    TEXT NOT NULL CHECK (json_valid(minutes)),
    PRIMARY KEY (athlete_id, clock)
) STRICT;

CREATE TABLE consent (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    category   TEXT NOT NULL CHECK (category IN ('training', 'wellness', 'health', 'location', 'notes')),
    purpose    TEXT NOT NULL CHECK (purpose IN ('coaching', 'team-sharing', 'model-training')),
    given      INTEGER NOT NULL CHECK (given IN (0, 1)),
    from_day   TEXT NOT NULL,
    by_whom    TEXT NOT NULL,
    at         TEXT NOT NULL,
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX consent_by_use ON consent (athlete_id, category, purpose, clock);

CREATE TRIGGER athlete_settings_never_change BEFORE UPDATE ON athlete_settings
BEGIN SELECT RAISE(ABORT, 'append-only: athlete_settings'); END;
CREATE TRIGGER athlete_settings_never_forget BEFORE DELETE ON athlete_settings
BEGIN SELECT RAISE(ABORT, 'append-only: athlete_settings'); END;
CREATE TRIGGER availability_never_changes BEFORE UPDATE ON availability
BEGIN SELECT RAISE(ABORT, 'append-only: availability'); END;
CREATE TRIGGER availability_never_forgets BEFORE DELETE ON availability
BEGIN SELECT RAISE(ABORT, 'append-only: availability'); END;
CREATE TRIGGER consent_never_changes BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'append-only: consent'); END;
CREATE TRIGGER consent_never_forgets BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'append-only: consent'); END;
