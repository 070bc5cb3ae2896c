-- The season, the coach's own session templates, and the weeks: what the model proposed, what the coach changed and
-- what anybody noted, kept apart. Nothing here is overwritten; an undo is one more row.

CREATE TABLE race (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    name       TEXT NOT NULL,
    day        TEXT NOT NULL,
    sport      TEXT NOT NULL,
    distance_m REAL,
    priority   TEXT NOT NULL CHECK (priority IN ('A', 'B', 'C'))
) STRICT;

CREATE INDEX race_by_day ON race (athlete_id, day);

CREATE TABLE season_phase (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    kind       TEXT NOT NULL,
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;

CREATE INDEX season_phase_by_day ON season_phase (athlete_id, from_day);

-- `athlete_id` is for a template made for one athlete; the coach's general ones have none.
CREATE TABLE session_template (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT REFERENCES athlete (id),
    clock      TEXT NOT NULL,
    template   TEXT NOT NULL CHECK (json_valid(template))
) STRICT;

CREATE TABLE plan_week (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    week       TEXT NOT NULL,
    UNIQUE (athlete_id, week)
) STRICT;

CREATE TABLE plan_export (
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    at           TEXT NOT NULL,
    path         TEXT NOT NULL,
    fingerprint  TEXT NOT NULL,
    PRIMARY KEY (plan_week_id, at, path)
) STRICT;

CREATE TABLE proposal (
    id           TEXT PRIMARY KEY NOT NULL,
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    version      INTEGER NOT NULL CHECK (version >= 1),
    engine       TEXT NOT NULL,
    inputs       TEXT NOT NULL,
    made_at      TEXT NOT NULL,
    target_load  REAL,
    reasons      TEXT NOT NULL CHECK (json_valid(reasons)),
    confidence   TEXT NOT NULL CHECK (json_valid(confidence)),
    abstained    INTEGER NOT NULL CHECK (abstained IN (0, 1)),
    UNIQUE (plan_week_id, version)
) STRICT;

CREATE TABLE proposed_session (
    id           TEXT PRIMARY KEY NOT NULL,
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    day          TEXT NOT NULL,
    session      TEXT NOT NULL CHECK (json_valid(session))
) STRICT;

CREATE INDEX proposed_session_by_week ON proposed_session (plan_week_id);

-- Which sessions a version consists of. A session carried into the next version keeps its row; the reasons are the version's own.
CREATE TABLE proposal_session (
    proposal_id TEXT NOT NULL REFERENCES proposal (id),
    session_id  TEXT NOT NULL REFERENCES proposed_session (id),
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    position    INTEGER NOT NULL,
    reasons     TEXT NOT NULL CHECK (json_valid(reasons)),
    PRIMARY KEY (proposal_id, session_id)
) STRICT;

-- `session_id` names a proposed session, or for an added one the session the override itself brings.
CREATE TABLE session_override (
    id           TEXT PRIMARY KEY NOT NULL,
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    session_id   TEXT NOT NULL,
    undoes       TEXT REFERENCES session_override (id),
    change       TEXT NOT NULL CHECK (json_valid(change)),
    before       TEXT CHECK (json_valid(before)),
    tag          TEXT NOT NULL,
    text         TEXT,
    insisted     TEXT NOT NULL CHECK (json_valid(insisted)),
    author       TEXT NOT NULL,
    at           TEXT NOT NULL,
    clock        TEXT NOT NULL
) STRICT;

CREATE INDEX session_override_by_week ON session_override (plan_week_id, clock);

-- `week` is the week a note is about, where it has one: of its session, its day or the week itself.
CREATE TABLE annotation (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    subject    TEXT NOT NULL CHECK (json_valid(subject)),
    week       TEXT,
    text       TEXT NOT NULL,
    shared     INTEGER NOT NULL CHECK (shared IN (0, 1)),
    author     TEXT NOT NULL,
    at         TEXT NOT NULL,
    supersedes TEXT REFERENCES annotation (id),
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX annotation_by_week ON annotation (athlete_id, week);

CREATE TRIGGER plan_export_never_changes BEFORE UPDATE ON plan_export
BEGIN SELECT RAISE(ABORT, 'append-only: plan_export'); END;
CREATE TRIGGER plan_export_never_forgets BEFORE DELETE ON plan_export
BEGIN SELECT RAISE(ABORT, 'append-only: plan_export'); END;
CREATE TRIGGER proposal_never_changes BEFORE UPDATE ON proposal
BEGIN SELECT RAISE(ABORT, 'append-only: proposal'); END;
CREATE TRIGGER proposal_never_forgets BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'append-only: proposal'); END;
CREATE TRIGGER proposed_session_never_changes BEFORE UPDATE ON proposed_session
BEGIN SELECT RAISE(ABORT, 'append-only: proposed_session'); END;
CREATE TRIGGER proposed_session_never_forgets BEFORE DELETE ON proposed_session
BEGIN SELECT RAISE(ABORT, 'append-only: proposed_session'); END;
CREATE TRIGGER proposal_session_never_changes BEFORE UPDATE ON proposal_session
BEGIN SELECT RAISE(ABORT, 'append-only: proposal_session'); END;
CREATE TRIGGER proposal_session_never_forgets BEFORE DELETE ON proposal_session
BEGIN SELECT RAISE(ABORT, 'append-only: proposal_session'); END;
CREATE TRIGGER session_override_never_changes BEFORE UPDATE ON session_override
BEGIN SELECT RAISE(ABORT, 'append-only: session_override'); END;
CREATE TRIGGER session_override_never_forgets BEFORE DELETE ON session_override
BEGIN SELECT RAISE(ABORT, 'append-only: session_override'); END;
CREATE TRIGGER annotation_never_changes BEFORE UPDATE ON annotation
BEGIN SELECT RAISE(ABORT, 'append-only: annotation'); END;
CREATE TRIGGER annotation_never_forgets BEFORE DELETE ON annotation
BEGIN SELECT RAISE(ABORT, 'append-only: annotation'); END;
