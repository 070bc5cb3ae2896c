-- The season, dated exceptions, fixed things of the club, the coach's limits and switches, approvals, what the engine was
-- told, changes of a running week, and what came of all of it.

-- A season of an athlete. Edited, copied and taken back by a later row.
CREATE TABLE season_plan (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    start_week TEXT NOT NULL,
    season     TEXT NOT NULL CHECK (json_valid(season)),
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX season_plan_by_athlete ON season_plan (athlete_id, clock);

-- Races and phases that were taken back. A correction takes back and adds.
CREATE TABLE race_withdrawn (
    race_id    TEXT PRIMARY KEY NOT NULL REFERENCES race (id),
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    author     TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;

CREATE TABLE phase_withdrawn (
    phase_id   TEXT PRIMARY KEY NOT NULL REFERENCES season_phase (id),
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    author     TEXT NOT NULL,
    at         TEXT NOT NULL
) STRICT;

-- Sports that are possible on each weekday, as a JSON list of seven lists; an empty list means any.
ALTER TABLE availability ADD COLUMN sports TEXT CHECK (json_valid(sports));

-- Days on which the usual time does not hold.
CREATE TABLE availability_exception (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    exception  TEXT NOT NULL CHECK (json_valid(exception)),
    clock      TEXT NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;

CREATE INDEX availability_exception_by_day ON availability_exception (athlete_id, from_day);

-- Group sessions, hall times, camps. They belong to the club, not to one athlete.
CREATE TABLE club_block (
    id       TEXT PRIMARY KEY NOT NULL,
    squad_id TEXT REFERENCES squad (id),
    from_day TEXT NOT NULL,
    to_day   TEXT NOT NULL,
    block    TEXT NOT NULL CHECK (json_valid(block)),
    clock    TEXT NOT NULL,
    CHECK (from_day <= to_day)
) STRICT;

CREATE INDEX club_block_by_day ON club_block (from_day, to_day);

-- The coach's own limits; the newest row of a scope counts. The scope is the club where both are null.
CREATE TABLE plan_bounds (
    squad_id   TEXT REFERENCES squad (id),
    athlete_id TEXT REFERENCES athlete (id),
    bounds     TEXT NOT NULL CHECK (json_valid(bounds)),
    author     TEXT NOT NULL,
    clock      TEXT PRIMARY KEY NOT NULL,
    CHECK (squad_id IS NULL OR athlete_id IS NULL)
) STRICT;

-- Switches of the planner: habits by their code (`habit <code>`), the learned correction (`correction`). The newest counts.
CREATE TABLE plan_switch (
    name   TEXT NOT NULL,
    is_on  INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    author TEXT NOT NULL,
    clock  TEXT PRIMARY KEY NOT NULL
) STRICT;

-- Own templates that were taken back: it holds for what was kept under that name before.
CREATE TABLE template_withdrawn (
    template_id TEXT NOT NULL REFERENCES session_template (id),
    at          TEXT NOT NULL,
    clock       TEXT PRIMARY KEY NOT NULL
) STRICT;

CREATE INDEX template_withdrawn_by_template ON template_withdrawn (template_id, clock);

-- The coach's word that a week stands, and that it no longer does.
CREATE TABLE plan_approval (
    id           TEXT PRIMARY KEY NOT NULL,
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    proposal_id  TEXT NOT NULL REFERENCES proposal (id),
    withdrawn    INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    author       TEXT NOT NULL,
    at           TEXT NOT NULL,
    clock        TEXT NOT NULL
) STRICT;

CREATE INDEX plan_approval_by_week ON plan_approval (plan_week_id, clock);

-- Which proposed sessions stand for a block of the club.
CREATE TABLE proposed_block (
    session_id TEXT PRIMARY KEY NOT NULL REFERENCES proposed_session (id),
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    block_id   TEXT NOT NULL REFERENCES club_block (id)
) STRICT;

-- What the engine was told, by digest: zstd of the canonical JSON. With it any proposal can be made again.
CREATE TABLE proposal_input (
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    digest     TEXT NOT NULL,
    size       INTEGER NOT NULL CHECK (size >= 0),
    packed     BLOB NOT NULL,
    PRIMARY KEY (athlete_id, digest)
) STRICT;

-- Changes proposed for a running week, with the coach's decision; and the overrides an applied one made.
CREATE TABLE adaptation (
    id           TEXT PRIMARY KEY NOT NULL,
    plan_week_id TEXT NOT NULL REFERENCES plan_week (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    week         TEXT NOT NULL,
    decided      TEXT NOT NULL CHECK (json_valid(decided)),
    clock        TEXT NOT NULL
) STRICT;

CREATE INDEX adaptation_by_week ON adaptation (athlete_id, week);

CREATE TABLE adaptation_override (
    override_id   TEXT PRIMARY KEY NOT NULL REFERENCES session_override (id),
    adaptation_id TEXT NOT NULL REFERENCES adaptation (id),
    athlete_id    TEXT NOT NULL REFERENCES athlete (id)
) STRICT;

-- A week later: what came of each session. Computed from everything else, so rows are replaced.
CREATE TABLE follow_up (
    session_id TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    week       TEXT NOT NULL,
    day        TEXT NOT NULL,
    row        TEXT NOT NULL CHECK (json_valid(row))
) STRICT;

CREATE INDEX follow_up_by_week ON follow_up (athlete_id, week);

-- That somebody is ill or injured is health data; how much time there is on a day is not. Where the first is withheld the
-- days stay, without the why.
CREATE VIEW visible_exception AS
SELECT e.id, e.athlete_id, e.from_day, e.clock,
       CASE WHEN json_extract(e.exception, '$.kind') IN ('illness', 'injury') AND COALESCE((
                SELECT c.given FROM consent AS c
                WHERE c.athlete_id = e.athlete_id AND c.category = 'health' AND c.purpose = 'coaching'
                  AND c.from_day <= e.from_day
                ORDER BY c.clock DESC LIMIT 1), 1) = 0
            THEN json_set(e.exception, '$.kind', 'other', '$.note', NULL)
            ELSE e.exception END AS exception
FROM availability_exception AS e;

-- A follow-up joins what was trained with readiness and with reports of illness: it is read only while all three may be.
CREATE VIEW visible_follow_up AS
SELECT f.session_id, f.athlete_id, f.week, f.day, f.row FROM follow_up AS f
WHERE NOT EXISTS (
    SELECT 1 FROM consent AS c
    WHERE c.athlete_id = f.athlete_id AND c.category IN ('training', 'wellness', 'health') AND c.purpose = 'coaching'
      AND c.from_day <= f.day AND c.given = 0
      AND c.clock = (
        SELECT MAX(n.clock) FROM consent AS n
        WHERE n.athlete_id = c.athlete_id AND n.category = c.category AND n.purpose = c.purpose
          AND n.from_day <= f.day));

-- An approved week takes no new proposal, whoever asks.
CREATE TRIGGER proposal_respects_approval BEFORE INSERT ON proposal
WHEN (SELECT withdrawn FROM plan_approval WHERE plan_week_id = NEW.plan_week_id ORDER BY clock DESC LIMIT 1) = 0
BEGIN SELECT RAISE(ABORT, 'approved: plan_week'); END;

CREATE TRIGGER season_plan_never_changes BEFORE UPDATE ON season_plan
BEGIN SELECT RAISE(ABORT, 'append-only: season_plan'); END;
CREATE TRIGGER season_plan_never_forgets BEFORE DELETE ON season_plan
BEGIN SELECT RAISE(ABORT, 'append-only: season_plan'); END;
CREATE TRIGGER race_withdrawn_never_changes BEFORE UPDATE ON race_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: race_withdrawn'); END;
CREATE TRIGGER race_withdrawn_never_forgets BEFORE DELETE ON race_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: race_withdrawn'); END;
CREATE TRIGGER phase_withdrawn_never_changes BEFORE UPDATE ON phase_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: phase_withdrawn'); END;
CREATE TRIGGER phase_withdrawn_never_forgets BEFORE DELETE ON phase_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: phase_withdrawn'); END;
CREATE TRIGGER availability_exception_never_changes BEFORE UPDATE ON availability_exception
BEGIN SELECT RAISE(ABORT, 'append-only: availability_exception'); END;
CREATE TRIGGER availability_exception_never_forgets BEFORE DELETE ON availability_exception
BEGIN SELECT RAISE(ABORT, 'append-only: availability_exception'); END;
CREATE TRIGGER club_block_never_changes BEFORE UPDATE ON club_block
BEGIN SELECT RAISE(ABORT, 'append-only: club_block'); END;
CREATE TRIGGER club_block_never_forgets BEFORE DELETE ON club_block
BEGIN SELECT RAISE(ABORT, 'append-only: club_block'); END;
CREATE TRIGGER plan_bounds_never_changes BEFORE UPDATE ON plan_bounds
BEGIN SELECT RAISE(ABORT, 'append-only: plan_bounds'); END;
CREATE TRIGGER plan_bounds_never_forgets BEFORE DELETE ON plan_bounds
BEGIN SELECT RAISE(ABORT, 'append-only: plan_bounds'); END;
CREATE TRIGGER plan_switch_never_changes BEFORE UPDATE ON plan_switch
BEGIN SELECT RAISE(ABORT, 'append-only: plan_switch'); END;
CREATE TRIGGER plan_switch_never_forgets BEFORE DELETE ON plan_switch
BEGIN SELECT RAISE(ABORT, 'append-only: plan_switch'); END;
CREATE TRIGGER template_withdrawn_never_changes BEFORE UPDATE ON template_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: template_withdrawn'); END;
CREATE TRIGGER template_withdrawn_never_forgets BEFORE DELETE ON template_withdrawn
BEGIN SELECT RAISE(ABORT, 'append-only: template_withdrawn'); END;
CREATE TRIGGER plan_approval_never_changes BEFORE UPDATE ON plan_approval
BEGIN SELECT RAISE(ABORT, 'append-only: plan_approval'); END;
CREATE TRIGGER plan_approval_never_forgets BEFORE DELETE ON plan_approval
BEGIN SELECT RAISE(ABORT, 'append-only: plan_approval'); END;
CREATE TRIGGER proposed_block_never_changes BEFORE UPDATE ON proposed_block
BEGIN SELECT RAISE(ABORT, 'append-only: proposed_block'); END;
CREATE TRIGGER proposed_block_never_forgets BEFORE DELETE ON proposed_block
BEGIN SELECT RAISE(ABORT, 'append-only: proposed_block'); END;
CREATE TRIGGER proposal_input_never_changes BEFORE UPDATE ON proposal_input
BEGIN SELECT RAISE(ABORT, 'append-only: proposal_input'); END;
CREATE TRIGGER proposal_input_never_forgets BEFORE DELETE ON proposal_input
BEGIN SELECT RAISE(ABORT, 'append-only: proposal_input'); END;
CREATE TRIGGER adaptation_never_changes BEFORE UPDATE ON adaptation
BEGIN SELECT RAISE(ABORT, 'append-only: adaptation'); END;
CREATE TRIGGER adaptation_never_forgets BEFORE DELETE ON adaptation
BEGIN SELECT RAISE(ABORT, 'append-only: adaptation'); END;
CREATE TRIGGER adaptation_override_never_changes BEFORE UPDATE ON adaptation_override
BEGIN SELECT RAISE(ABORT, 'append-only: adaptation_override'); END;
CREATE TRIGGER adaptation_override_never_forgets BEFORE DELETE ON adaptation_override
BEGIN SELECT RAISE(ABORT, 'append-only: adaptation_override'); END;
