-- What is measured on activities beside the summary, what an athlete did in races and tests, days on which the usual does
-- not hold, and a squad's say in its rules.

-- Computed from an activity's channels and the settings of its day; made again when either changes, so rows are replaced.
-- `method` and `basis` say from what, `source` is that of the load: they are plain columns, for an index that has generated
-- ones is not asked alone. `measures` is last, for it is long.
CREATE TABLE activity_measures (
    activity_id TEXT PRIMARY KEY NOT NULL REFERENCES activity (id),
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    sport       TEXT NOT NULL,
    source      TEXT,
    method      INTEGER NOT NULL,
    basis       TEXT NOT NULL,
    measures    TEXT NOT NULL CHECK (json_valid(measures))
) STRICT;

-- Finding what is out of date asks this index and the one by day: the rows lie far apart.
CREATE INDEX activity_measures_by_basis ON activity_measures (activity_id, sport, source, method, basis);

-- Best means by duration, packed: see the store's curves. They depend on the channels and the method alone.
CREATE TABLE activity_curve (
    activity_id TEXT NOT NULL REFERENCES activity (id),
    quantity    TEXT NOT NULL CHECK (quantity IN ('power', 'speed', 'heart-rate')),
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    method      INTEGER NOT NULL,
    packed      BLOB NOT NULL,
    PRIMARY KEY (activity_id, quantity)
) STRICT;

-- What the numbers of each activity stand on, copies too; nothing where only a summary is there.
CREATE VIEW activity_footing AS
SELECT a.id, a.athlete_id, a.start_local, m.sport, m.source, m.method, m.basis
FROM activity AS a INDEXED BY activity_by_day
LEFT JOIN activity_measures AS m INDEXED BY activity_measures_by_basis ON m.activity_id = a.id
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id)
  AND COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

-- Races run and tests taken. Corrected and taken back by a later row.
CREATE TABLE result (
    id          TEXT PRIMARY KEY NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    day         TEXT NOT NULL,
    outcome     TEXT NOT NULL CHECK (json_valid(outcome)),
    clock       TEXT NOT NULL
) STRICT;

CREATE INDEX result_by_day ON result (athlete_id, day);

CREATE TRIGGER result_never_changes BEFORE UPDATE ON result
BEGIN SELECT RAISE(ABORT, 'append-only: result'); END;
CREATE TRIGGER result_never_forgets BEFORE DELETE ON result
BEGIN SELECT RAISE(ABORT, 'append-only: result'); END;

CREATE TABLE context_mark (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    kind       TEXT NOT NULL CHECK (kind IN ('travel', 'altitude', 'heat', 'cycle', 'illness', 'other')),
    from_day   TEXT NOT NULL,
    mark       TEXT NOT NULL CHECK (json_valid(mark)),
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX context_mark_by_day ON context_mark (athlete_id, from_day);

CREATE TRIGGER context_mark_never_changes BEFORE UPDATE ON context_mark
BEGIN SELECT RAISE(ABORT, 'append-only: context_mark'); END;
CREATE TRIGGER context_mark_never_forgets BEFORE DELETE ON context_mark
BEGIN SELECT RAISE(ABORT, 'append-only: context_mark'); END;

-- The athlete's own word on marks of the cycle; the newest counts, and nothing said is a no. It is apart from consent to
-- health data, so that taking it back hides nothing else.
CREATE TABLE cycle_word (
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    given      INTEGER NOT NULL CHECK (given IN (0, 1)),
    by_whom    TEXT NOT NULL,
    at         TEXT NOT NULL,
    clock      TEXT NOT NULL,
    PRIMARY KEY (athlete_id, clock)
) STRICT;

CREATE TRIGGER cycle_word_never_changes BEFORE UPDATE ON cycle_word
BEGIN SELECT RAISE(ABORT, 'append-only: cycle_word'); END;
CREATE TRIGGER cycle_word_never_forgets BEFORE DELETE ON cycle_word
BEGIN SELECT RAISE(ABORT, 'append-only: cycle_word'); END;

-- The newest row of a squad and rule counts; no squad: the whole club.
CREATE TABLE rule_setting (
    squad_id TEXT REFERENCES squad (id),
    rule     TEXT NOT NULL,
    clock    TEXT NOT NULL,
    author   TEXT NOT NULL,
    setting  TEXT NOT NULL CHECK (json_valid(setting)),
    PRIMARY KEY (rule, clock)
) STRICT;

CREATE TRIGGER rule_setting_never_changes BEFORE UPDATE ON rule_setting
BEGIN SELECT RAISE(ABORT, 'append-only: rule_setting'); END;
CREATE TRIGGER rule_setting_never_forgets BEFORE DELETE ON rule_setting
BEGIN SELECT RAISE(ABORT, 'append-only: rule_setting'); END;

-- Finding the newest lines of one kind does not read the whole journal.
CREATE INDEX journal_by_action ON journal (action, clock);

-- Injury and fever are health data, as illness and pain are.
DROP VIEW visible_wellness;
CREATE VIEW visible_wellness AS
SELECT * FROM wellness_entry AS w
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = w.batch_id)
  AND COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = w.athlete_id
      AND c.category = CASE WHEN w.field IN ('illness', 'pain', 'injured', 'fever') THEN 'health' ELSE 'wellness' END
      AND c.purpose = 'coaching' AND c.from_day <= w.day
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

-- Results under the consent to training data.
CREATE VIEW visible_result AS
SELECT r.id, r.athlete_id, r.day, r.outcome, r.clock FROM result AS r
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = r.athlete_id AND c.category = 'training' AND c.purpose = 'coaching' AND c.from_day <= r.day
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

-- Marks are health data; those of the cycle show only while the athlete's own newest word on them is a yes.
CREATE VIEW visible_mark AS
SELECT m.id, m.athlete_id, m.kind, m.from_day, m.mark, m.clock FROM context_mark AS m
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = m.athlete_id AND c.category = 'health' AND c.purpose = 'coaching' AND c.from_day <= m.from_day
    ORDER BY c.clock DESC LIMIT 1), 1) = 1
  AND (m.kind <> 'cycle' OR COALESCE((
    SELECT w.given FROM cycle_word AS w WHERE w.athlete_id = m.athlete_id ORDER BY w.clock DESC LIMIT 1), 0) = 1);
