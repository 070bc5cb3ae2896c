-- What people change about activities: each change a row of its own, and what was recorded kept as it was decoded. The rows
-- of `activity` and `channel` hold the version in force; they are computed from here whenever a change is made or taken back.

-- A change, or (with `undoes`) the word that takes one back. Moments in `change` are seconds since the recorded start.
CREATE TABLE activity_revision (
    id          TEXT PRIMARY KEY NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    activity_id TEXT NOT NULL REFERENCES activity (id),
    change      TEXT CHECK (change IS NULL OR json_valid(change)),
    undoes      TEXT UNIQUE REFERENCES activity_revision (id),
    reason      TEXT NOT NULL,
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    clock       TEXT NOT NULL,
    CHECK ((change IS NULL) <> (undoes IS NULL))
) STRICT;

CREATE INDEX activity_revision_by_activity ON activity_revision (activity_id, clock);

CREATE TRIGGER activity_revision_never_changes BEFORE UPDATE ON activity_revision
BEGIN SELECT RAISE(ABORT, 'append-only: activity_revision'); END;
CREATE TRIGGER activity_revision_never_forgets BEFORE DELETE ON activity_revision
BEGIN SELECT RAISE(ABORT, 'append-only: activity_revision'); END;

-- Activities that count or do not count because of a change: the whole that was split, its parts, and what was merged in.
CREATE TABLE revision_member (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    revision_id TEXT NOT NULL REFERENCES activity_revision (id),
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    role        TEXT NOT NULL CHECK (role IN ('whole', 'part', 'merged')),
    PRIMARY KEY (activity_id, revision_id)
) STRICT;

CREATE INDEX revision_member_by_revision ON revision_member (revision_id);

CREATE TRIGGER revision_member_never_changes BEFORE UPDATE ON revision_member
BEGIN SELECT RAISE(ABORT, 'append-only: revision_member'); END;
CREATE TRIGGER revision_member_never_forgets BEFORE DELETE ON revision_member
BEGIN SELECT RAISE(ABORT, 'append-only: revision_member'); END;

-- What was recorded, of activities that somebody changed: kept with the first change. Whose it is now says the activity.
CREATE TABLE recorded_activity (
    activity_id  TEXT PRIMARY KEY NOT NULL REFERENCES activity (id),
    athlete_id   TEXT NOT NULL REFERENCES athlete (id),
    sport        TEXT NOT NULL,
    sport_detail TEXT,
    start_utc    TEXT NOT NULL,
    start_local  TEXT NOT NULL,
    timer_s      REAL NOT NULL,
    elapsed_s    REAL NOT NULL,
    distance_m   REAL,
    records      INTEGER NOT NULL CHECK (records >= 0),
    pool_m       REAL,
    utc_offset_s INTEGER,
    comment      TEXT,
    shapes       TEXT NOT NULL CHECK (json_valid(shapes))
) STRICT;

CREATE INDEX recorded_activity_by_start ON recorded_activity (start_utc);

CREATE TRIGGER recorded_activity_never_changes BEFORE UPDATE ON recorded_activity
BEGIN SELECT RAISE(ABORT, 'append-only: recorded_activity'); END;
CREATE TRIGGER recorded_activity_never_forgets BEFORE DELETE ON recorded_activity
BEGIN SELECT RAISE(ABORT, 'append-only: recorded_activity'); END;

CREATE TABLE recorded_channel (
    activity_id TEXT NOT NULL REFERENCES recorded_activity (activity_id),
    kind        TEXT NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    samples     INTEGER NOT NULL CHECK (samples >= 0),
    packed      BLOB NOT NULL,
    PRIMARY KEY (activity_id, kind)
) STRICT;

CREATE TRIGGER recorded_channel_never_changes BEFORE UPDATE ON recorded_channel
BEGIN SELECT RAISE(ABORT, 'append-only: recorded_channel'); END;
CREATE TRIGGER recorded_channel_never_forgets BEFORE DELETE ON recorded_channel
BEGIN SELECT RAISE(ABORT, 'append-only: recorded_channel'); END;

-- Activities that do not count, because others count instead: a part whose split was taken back, and, while the change
-- stands and the activity it was made on is here, the split whole and what was merged into another.
CREATE VIEW replaced_activity AS
SELECT m.activity_id, m.role, m.revision_id, r.activity_id AS of_id
FROM revision_member AS m
CROSS JOIN activity_revision AS r
CROSS JOIN activity AS o
WHERE r.id = m.revision_id AND o.id = r.activity_id
  AND (m.role = 'part') = EXISTS (SELECT 1 FROM activity_revision AS u WHERE u.undoes = r.id)
  AND (m.role = 'part' OR NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = o.batch_id));

-- As before, and without those.
DROP VIEW visible_activity;

CREATE VIEW visible_activity AS
SELECT * FROM readable_activity AS a
WHERE NOT EXISTS (SELECT 1 FROM replaced_activity AS r WHERE r.activity_id = a.id)
  AND ((NOT EXISTS (SELECT 1 FROM activity_link AS l WHERE l.activity_id = a.id)
        AND NOT EXISTS (SELECT 1 FROM activity_link AS l WHERE l.of_id = a.id))
   OR NOT EXISTS (
    WITH RECURSIVE twin (id) AS (
        SELECT a.id
        UNION SELECT w.of_id FROM twin CROSS JOIN activity_word AS w WHERE w.activity_id = twin.id AND w.same = 1
        UNION SELECT w.activity_id FROM twin CROSS JOIN activity_word AS w WHERE w.of_id = twin.id AND w.same = 1)
    SELECT 1 FROM twin CROSS JOIN present_activity AS o CROSS JOIN present_activity AS mine
    WHERE twin.id <> a.id AND o.id = twin.id AND mine.id = a.id
      AND (o.copied, -o.records, o.id) < (mine.copied, -mine.records, mine.id)
      AND (o.athlete_id = a.athlete_id OR EXISTS (SELECT 1 FROM athlete AS n WHERE n.id = a.athlete_id AND n.unassigned))
      AND NOT EXISTS (
        SELECT 1 FROM activity_word AS w
        WHERE w.pair = MIN(a.id, o.id) || MAX(a.id, o.id) AND w.same = 0)));

-- What was recorded, for those who may see the activity; positions with consent to locations only.
CREATE VIEW visible_recorded_channel AS
SELECT ch.* FROM recorded_channel AS ch JOIN readable_activity AS a ON a.id = ch.activity_id
WHERE ch.kind NOT IN ('latitude', 'longitude')
   OR COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;
