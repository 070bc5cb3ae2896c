-- What devices recorded: the raw bytes once by content, the activities in them, one blob per channel.

CREATE TABLE import_batch (
    id     TEXT PRIMARY KEY NOT NULL,
    at     TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT;

CREATE TABLE raw_source (
    hash       TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT REFERENCES athlete (id),
    batch_id   TEXT NOT NULL REFERENCES import_batch (id),
    name       TEXT NOT NULL,
    at         TEXT NOT NULL,
    routed     TEXT,
    size       INTEGER NOT NULL CHECK (size >= 0),
    packed     BLOB NOT NULL
) STRICT;

CREATE INDEX raw_source_by_batch ON raw_source (batch_id);

CREATE TABLE activity (
    id           TEXT PRIMARY KEY NOT NULL,
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    batch_id     TEXT NOT NULL REFERENCES import_batch (id),
    source       TEXT NOT NULL REFERENCES raw_source (hash),
    part         INTEGER NOT NULL CHECK (part >= 0),
    sport        TEXT NOT NULL,
    sport_detail TEXT,
    start_utc    TEXT NOT NULL,
    start_local  TEXT NOT NULL,
    timer_s      REAL NOT NULL,
    elapsed_s    REAL NOT NULL,
    distance_m   REAL,
    laps         TEXT NOT NULL CHECK (json_valid(laps)),
    pauses       TEXT NOT NULL CHECK (json_valid(pauses)),
    device       TEXT CHECK (json_valid(device)),
    totals       TEXT NOT NULL CHECK (json_valid(totals)),
    records      INTEGER NOT NULL CHECK (records >= 0),
    repairs      TEXT NOT NULL CHECK (json_valid(repairs)),
    rpe          REAL,
    summary      TEXT NOT NULL CHECK (json_valid(summary)),
    load_points  REAL GENERATED ALWAYS AS (json_extract(summary, '$.load.points')) STORED,
    load_source  TEXT GENERATED ALWAYS AS (json_extract(summary, '$.load.source')) STORED,
    method       INTEGER GENERATED ALWAYS AS (json_extract(summary, '$.method')) STORED,
    basis        TEXT GENERATED ALWAYS AS (json_extract(summary, '$.basis')) STORED,
    UNIQUE (source, part)
) STRICT;

CREATE INDEX activity_by_day ON activity (athlete_id, start_local);
CREATE INDEX activity_by_batch ON activity (batch_id);

-- Times and values of one measured quantity, packed: see the store's codec.
CREATE TABLE channel (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    kind        TEXT NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    samples     INTEGER NOT NULL CHECK (samples >= 0),
    packed      BLOB NOT NULL,
    PRIMARY KEY (activity_id, kind)
) STRICT;

CREATE TRIGGER raw_source_never_changes BEFORE UPDATE ON raw_source
BEGIN SELECT RAISE(ABORT, 'append-only: raw_source'); END;
CREATE TRIGGER raw_source_never_forgets BEFORE DELETE ON raw_source
BEGIN SELECT RAISE(ABORT, 'append-only: raw_source'); END;
