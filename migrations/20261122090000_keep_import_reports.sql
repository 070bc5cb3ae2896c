-- What became of each file of an import, so that a report can be read again, an import that ended in the middle can go
-- on, and a batch can be taken back with all that came with it.

-- Set when a person takes the batch back, cleared when it is brought again; both are lines of the journal.
ALTER TABLE import_batch ADD COLUMN undone_at TEXT;
ALTER TABLE import_batch ADD COLUMN source TEXT NOT NULL DEFAULT 'files'
    CHECK (source IN ('files', 'uploads', 'watch', 'hand'));
-- `running` while it runs and after a crash; the program that runs it knows which of the two.
ALTER TABLE import_batch ADD COLUMN state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('running', 'done', 'cancelled'));
-- What was asked for, so that it can go on: paths, athlete, choices. Last in its row, for it may be long.
ALTER TABLE import_batch ADD COLUMN request TEXT NOT NULL DEFAULT 'null' CHECK (json_valid(request));

-- Few batches are ever taken back: asking this index costs next to nothing.
CREATE INDEX import_batch_taken_back ON import_batch (id) WHERE undone_at IS NOT NULL;

CREATE TABLE batch_file (
    batch_id TEXT NOT NULL REFERENCES import_batch (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    path     TEXT NOT NULL,
    hash     TEXT,
    outcome  TEXT NOT NULL,
    report   TEXT NOT NULL CHECK (json_valid(report)),
    PRIMARY KEY (batch_id, position)
) STRICT;

CREATE INDEX batch_file_by_outcome ON batch_file (batch_id, outcome);
CREATE INDEX batch_file_by_hash ON batch_file (hash) WHERE hash IS NOT NULL;

CREATE TRIGGER batch_file_never_changes BEFORE UPDATE ON batch_file
BEGIN SELECT RAISE(ABORT, 'append-only: batch_file'); END;
CREATE TRIGGER batch_file_never_forgets BEFORE DELETE ON batch_file
BEGIN SELECT RAISE(ABORT, 'append-only: batch_file'); END;

-- A file too large to copy into the roster (an export of a whole phone) is known by its hash and stays where it was.
ALTER TABLE raw_source ADD COLUMN kept INTEGER NOT NULL DEFAULT 1 CHECK (kept IN (0, 1));
-- Bytes laid out by column before they were packed: the length of a row. 0 for bytes as they stand.
ALTER TABLE raw_source ADD COLUMN stride INTEGER NOT NULL DEFAULT 0 CHECK (stride BETWEEN 0 AND 255);

-- Devices and templates that came with a batch go with it.
ALTER TABLE device ADD COLUMN batch_id TEXT REFERENCES import_batch (id);
ALTER TABLE session_template ADD COLUMN batch_id TEXT REFERENCES import_batch (id);

-- More of what a file tells about an activity.
ALTER TABLE activity ADD COLUMN lengths TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lengths));
ALTER TABLE activity ADD COLUMN pool_m REAL;
ALTER TABLE activity ADD COLUMN sets TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sets));
ALTER TABLE activity ADD COLUMN utc_offset_s INTEGER;
ALTER TABLE activity ADD COLUMN comment TEXT;
ALTER TABLE activity ADD COLUMN place TEXT CHECK (place IS NULL OR json_valid(place));
ALTER TABLE activity ADD COLUMN session_id TEXT;

CREATE INDEX activity_by_start ON activity (start_utc);
-- Counting activities and finding the newest asks the index alone: the rows lie far apart, among their channels.
DROP INDEX activity_by_day;
CREATE INDEX activity_by_day ON activity (athlete_id, start_local, start_utc, batch_id, id);

-- One word on whether an activity is a copy of another, by the importer (with a score) or by a person (without). Of the
-- words about two activities, whichever way round, the newest counts.
CREATE TABLE activity_link (
    id          TEXT PRIMARY KEY NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    activity_id TEXT NOT NULL REFERENCES activity (id),
    of_id       TEXT NOT NULL REFERENCES activity (id),
    same        INTEGER NOT NULL CHECK (same IN (0, 1)),
    score       REAL,
    evidence    TEXT NOT NULL CHECK (json_valid(evidence)),
    batch_id    TEXT REFERENCES import_batch (id),
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    clock       TEXT NOT NULL,
    pair        TEXT GENERATED ALWAYS AS (MIN(activity_id, of_id) || MAX(activity_id, of_id)) STORED,
    CHECK (activity_id <> of_id)
) STRICT;

CREATE INDEX activity_link_by_activity ON activity_link (activity_id);
CREATE INDEX activity_link_by_of ON activity_link (of_id);
CREATE INDEX activity_link_by_pair ON activity_link (pair, clock);

CREATE TRIGGER activity_link_never_changes BEFORE UPDATE ON activity_link
BEGIN SELECT RAISE(ABORT, 'append-only: activity_link'); END;
CREATE TRIGGER activity_link_never_forgets BEFORE DELETE ON activity_link
BEGIN SELECT RAISE(ABORT, 'append-only: activity_link'); END;

-- Past which values an athlete's samples are marked as suspect; the newest row counts, null means the usual limits.
CREATE TABLE repair_limits (
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    clock      TEXT NOT NULL,
    limits     TEXT NOT NULL CHECK (json_valid(limits)),
    PRIMARY KEY (athlete_id, clock)
) STRICT;

CREATE TRIGGER repair_limits_never_change BEFORE UPDATE ON repair_limits
BEGIN SELECT RAISE(ABORT, 'append-only: repair_limits'); END;
CREATE TRIGGER repair_limits_never_forget BEFORE DELETE ON repair_limits
BEGIN SELECT RAISE(ABORT, 'append-only: repair_limits'); END;

-- What the columns of tables with these headings mean; the newest row counts.
CREATE TABLE column_map (
    headings TEXT NOT NULL CHECK (json_valid(headings)),
    clock    TEXT NOT NULL,
    uses     TEXT NOT NULL CHECK (json_valid(uses)),
    PRIMARY KEY (headings, clock)
) STRICT;

-- The views again: a batch that was taken back shows nothing, of an activity and its copies one shows, and where an
-- activity began is a location.
DROP VIEW visible_channel;
DROP VIEW visible_activity;
DROP VIEW visible_wellness;
DROP VIEW visible_annotation;

CREATE VIEW taken_back AS
SELECT id FROM import_batch INDEXED BY import_batch_taken_back WHERE undone_at IS NOT NULL;

-- What is said now of two activities. A word that came with a batch goes with it, and what was said before counts again.
CREATE VIEW activity_word AS
SELECT l.activity_id, l.of_id, l.pair, l.same, l.score, l.evidence, l.author, l.at, l.clock FROM activity_link AS l
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = l.batch_id)
  AND NOT EXISTS (
    SELECT 1 FROM activity_link AS n
    WHERE n.pair = l.pair AND n.clock > l.clock
      AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = n.batch_id));

-- Every activity a coach may see, copies too. `shapes` is what is kept as JSON, as one object: a list reads one column
-- for it, not nine.
CREATE VIEW readable_activity AS
SELECT a.id, a.athlete_id, a.batch_id, a.source, a.part, a.sport, a.sport_detail, a.start_utc, a.start_local, a.timer_s,
       a.elapsed_s, a.distance_m, a.records, a.pool_m, a.utc_offset_s, a.comment, a.session_id, a.rpe,
       '{"laps":' || a.laps || ',"pauses":' || a.pauses || ',"device":' || COALESCE(a.device, 'null')
       || ',"totals":' || a.totals || ',"repairs":' || a.repairs || ',"summary":' || a.summary
       || ',"lengths":' || a.lengths || ',"sets":' || a.sets || ',"place":'
       || CASE WHEN a.place IS NULL OR COALESCE((
            SELECT c.given FROM consent AS c
            WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = 'coaching'
              AND c.from_day <= substr(a.start_local, 1, 10)
            ORDER BY c.clock DESC LIMIT 1), 1) = 0 THEN 'null' ELSE a.place END || '}' AS shapes
FROM activity AS a
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id)
  AND COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

-- Every activity that is here, consent apart. `copied`: a word makes it a copy of one that is here.
CREATE VIEW present_activity AS
SELECT a.id, a.athlete_id, a.records,
       EXISTS (
        SELECT 1 FROM activity_word AS w JOIN activity AS o ON o.id = w.of_id
        WHERE w.activity_id = a.id AND w.same = 1
          AND NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = o.batch_id)) AS copied
FROM activity AS a
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id);

-- What lists, loads and plans are made of: each activity once. Of the recordings of one activity, followed from word to
-- word, the one shows that is nobody's copy; among several (their original was taken back) the one with most records. So
-- at least one of them always shows. A recording of another athlete never stands for one's own; a stand-in's recordings
-- are anybody's.
CREATE VIEW visible_activity AS
SELECT * FROM readable_activity AS a
WHERE (NOT EXISTS (SELECT 1 FROM activity_link AS l WHERE l.activity_id = a.id)
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
        WHERE w.pair = MIN(a.id, o.id) || MAX(a.id, o.id) AND w.same = 0));

CREATE VIEW visible_channel AS
SELECT ch.* FROM channel AS ch JOIN readable_activity AS a ON a.id = ch.activity_id
WHERE ch.kind NOT IN ('latitude', 'longitude')
   OR COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

CREATE VIEW visible_wellness AS
SELECT * FROM wellness_entry AS w
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = w.batch_id)
  AND COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = w.athlete_id
      AND c.category = CASE WHEN w.field IN ('illness', 'pain') THEN 'health' ELSE 'wellness' END
      AND c.purpose = 'coaching' AND c.from_day <= w.day
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

-- A note on an activity that was taken back is kept, and shows again with it.
CREATE VIEW visible_annotation AS
SELECT * FROM annotation AS n
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = n.athlete_id AND c.category = 'notes' AND c.purpose = 'coaching'
      AND c.from_day <= substr(n.at, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1
  AND NOT EXISTS (
    SELECT 1 FROM activity AS a JOIN taken_back AS b ON b.id = a.batch_id
    WHERE a.id = json_extract(n.subject, '$.activity'));
