-- What athletes agreed to, by kind of data and purpose, and who reads: one rule for every query.
--
-- `reading` says for what and as what this connection reads. Here it is the head coach, for coaching. A connection that
-- is opened for another purpose or role gets a temporary `reading` of its own and a temporary copy of every view below
-- and before (see the store's scope.rs); temporary views stand before these, so that no query needs to know of it.

DROP VIEW visible_follow_up;
DROP VIEW visible_exception;
DROP VIEW visible_mark;
DROP VIEW visible_result;
DROP VIEW visible_wellness;
DROP VIEW visible_annotation;
DROP VIEW activity_footing;
DROP VIEW visible_recorded_channel;
DROP VIEW visible_channel;
DROP VIEW visible_activity;
DROP VIEW readable_activity;

-- Everything said so far, with the new kinds of data and purposes, an end, a guardian and the text that was agreed to.
-- What was said of "wellness" holds for HRV, sleep and wellness; of "health" for illness and injury; of "training" for
-- training. A word on marks of the cycle is a consent like any other.
CREATE TEMP TABLE said AS SELECT * FROM consent;
CREATE TEMP TABLE said_of_cycle AS SELECT * FROM cycle_word;
DROP TABLE consent;
DROP TABLE cycle_word;

CREATE TABLE consent (
    id                TEXT PRIMARY KEY NOT NULL,
    athlete_id        TEXT NOT NULL REFERENCES athlete (id),
    category          TEXT NOT NULL CHECK (category IN ('training', 'heart', 'hrv', 'sleep', 'wellness', 'injury',
                                                        'cycle', 'location', 'notes')),
    purpose           TEXT NOT NULL CHECK (purpose IN ('coach', 'assistant', 'team-share', 'model-training',
                                                       'research')),
    given             INTEGER NOT NULL CHECK (given IN (0, 1)),
    from_day          TEXT NOT NULL,
    to_day            TEXT CHECK (to_day IS NULL OR (given = 1 AND from_day <= to_day)),
    guardian          TEXT,
    guardian_relation TEXT,
    text_version      TEXT,
    text_language     TEXT,
    text_hash         TEXT,
    by_whom           TEXT NOT NULL,
    at                TEXT NOT NULL,
    clock             TEXT NOT NULL,
    CHECK ((guardian IS NULL) = (guardian_relation IS NULL)),
    CHECK ((text_version IS NULL) = (text_hash IS NULL) AND (text_version IS NULL) = (text_language IS NULL))
) STRICT;

-- The first word made of another keeps its id; the others get one of their own.
INSERT INTO consent (id, athlete_id, category, purpose, given, from_day, by_whom, at, clock)
SELECT COALESCE(s.id, lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)
                            || '-a' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))),
       s.athlete_id, s.category, s.purpose, s.given, s.from_day, s.by_whom, s.at, s.clock
FROM (
    SELECT CASE WHEN n.first THEN o.id END AS id, o.athlete_id, n.category,
           CASE o.purpose WHEN 'coaching' THEN 'coach' WHEN 'team-sharing' THEN 'team-share'
             ELSE o.purpose END AS purpose,
           o.given, o.from_day, o.by_whom, o.at, o.clock
    FROM said AS o
    JOIN (SELECT column1 AS old, column2 AS category, column3 AS first FROM (VALUES
            ('training', 'training', 1), ('wellness', 'wellness', 1), ('wellness', 'hrv', 0), ('wellness', 'sleep', 0),
            ('health', 'injury', 1), ('location', 'location', 1), ('notes', 'notes', 1))) AS n ON n.old = o.category
    UNION ALL
    SELECT NULL, athlete_id, 'cycle', 'coach', given, '0001-01-01', by_whom, at, clock FROM said_of_cycle) AS s;

DROP TABLE said;
DROP TABLE said_of_cycle;

CREATE INDEX consent_by_use ON consent (athlete_id, category, purpose, clock);
-- Those that hold something back: of most athletes there is none, and one look at this index says so.
CREATE INDEX consent_restricting ON consent (purpose, category, athlete_id) WHERE given = 0 OR to_day IS NOT NULL;

CREATE TRIGGER consent_never_changes BEFORE UPDATE ON consent
BEGIN SELECT RAISE(ABORT, 'append-only: consent'); END;
CREATE TRIGGER consent_never_forgets BEFORE DELETE ON consent
BEGIN SELECT RAISE(ABORT, 'append-only: consent'); END;

-- A minor's yes needs somebody who speaks for them. The age is a setting of the club.
CREATE TRIGGER consent_of_a_minor_has_a_guardian BEFORE INSERT ON consent
WHEN NEW.given = 1 AND NEW.guardian IS NULL AND EXISTS (
    SELECT 1 FROM athlete AS a
    WHERE a.id = NEW.athlete_id
      AND date(a.born, '+' || COALESCE((SELECT value FROM meta WHERE key = 'consent-age'), '16') || ' years')
          > substr(NEW.at, 1, 10))
BEGIN SELECT RAISE(ABORT, 'guardian: consent'); END;

-- Who uses this roster. A change of name or role, and leaving, is a later row.
CREATE TABLE person (
    id    TEXT NOT NULL,
    name  TEXT NOT NULL,
    role  TEXT NOT NULL CHECK (role IN ('head-coach', 'assistant', 'physio', 'viewer')),
    gone  INTEGER NOT NULL CHECK (gone IN (0, 1)),
    by_whom TEXT NOT NULL,
    at    TEXT NOT NULL,
    clock TEXT PRIMARY KEY NOT NULL
) STRICT;

CREATE INDEX person_by_id ON person (id, clock);

CREATE TRIGGER person_never_changes BEFORE UPDATE ON person
BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;
CREATE TRIGGER person_never_forgets BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'append-only: person'); END;

CREATE VIEW reading AS SELECT 'coach' AS purpose, 'head-coach' AS role;

-- Whose data of a kind must be looked at day by day. Everybody else's are read without asking for each row.
CREATE VIEW restricted AS
SELECT c.athlete_id, c.category FROM consent AS c
WHERE c.purpose = (SELECT purpose FROM reading) AND (c.given = 0 OR c.to_day IS NOT NULL)
  AND NOT EXISTS (
    SELECT 1 FROM consent AS n
    WHERE n.athlete_id = c.athlete_id AND n.category = c.category AND n.purpose = c.purpose AND n.clock > c.clock
      AND n.given = 1 AND n.to_day IS NULL AND n.from_day <= COALESCE(date(c.to_day, '+1 day'), c.from_day))
UNION ALL
SELECT a.id, k.category FROM reading AS r CROSS JOIN athlete AS a CROSS JOIN (
    SELECT column1 AS category FROM (VALUES ('training'), ('heart'), ('hrv'), ('sleep'), ('wellness'), ('injury'),
                                            ('cycle'), ('location'), ('notes'))) AS k
WHERE r.purpose <> 'coach';

-- Of whom what was worked out before a moment rests on data that may no longer be read: reasons, inputs, what stood
-- before in the journal. What was worked out after that moment never had them. A withdrawal is over once all of it was
-- given again. What is worked out is worked out as the head coach reads, and looks back 60 weeks: another reader gets
-- it once what they were given reaches so far back.
CREATE VIEW silenced AS
SELECT c.athlete_id, c.at, c.clock FROM consent AS c
WHERE c.purpose = (SELECT purpose FROM reading) AND c.given = 0 AND c.category <> 'notes'
  AND NOT EXISTS (
    SELECT 1 FROM consent AS n
    WHERE n.athlete_id = c.athlete_id AND n.category = c.category AND n.purpose = c.purpose AND n.clock > c.clock
      AND n.given = 1 AND n.to_day IS NULL AND n.from_day <= c.from_day)
UNION ALL
SELECT y.id, y.since, printf('%015d', unixepoch(y.since) * 1000) FROM (
    SELECT a.id, (
        SELECT date(MAX(COALESCE((
            SELECT CASE WHEN c.given = 1 AND c.to_day IS NULL THEN c.from_day END FROM consent AS c
            WHERE c.athlete_id = a.id AND c.category = k.column1 AND c.purpose = r.purpose
            ORDER BY c.clock DESC LIMIT 1), '9000-01-01')), '+420 days')
        FROM (VALUES ('training'), ('heart'), ('hrv'), ('sleep'), ('wellness'), ('injury')) AS k) AS since
    FROM reading AS r CROSS JOIN athlete AS a WHERE r.purpose <> 'coach') AS y;

-- Every activity a reader may see, copies too, without the numbers that may not be read. `shapes` is what is kept as
-- JSON, as one object; `points` is the load, as the index by day has it.
CREATE VIEW readable_activity AS
SELECT a.id, a.athlete_id, a.batch_id, a.source, a.part, a.sport, a.sport_detail, a.start_utc, a.start_local, a.timer_s,
       a.elapsed_s, a.distance_m, a.records, a.pool_m, a.utc_offset_s,
       CASE WHEN (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))) THEN a.comment END AS comment,
       a.session_id, a.rpe,
       '{"laps":' || a.laps || ',"pauses":' || a.pauses || ',"device":' || COALESCE(a.device, 'null')
       || CASE WHEN (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
          THEN ',"totals":' || a.totals || ',"summary":'
            -- What numbers were computed from names the body mass.
            || CASE WHEN a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'wellness')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'wellness' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
                 THEN a.summary ELSE json_set(a.summary, '$.basis', '') END
          ELSE ',"totals":' || json_set(a.totals, '$.avg_hr', NULL, '$.max_hr', NULL, '$.tss', NULL, '$.kcal', NULL)
            || ',"summary":' || json_set(a.summary, '$.avg_hr', NULL, '$.max_hr', NULL, '$.trimp', NULL, '$.basis', '',
                 '$.load', CASE WHEN a.load_source = 'heart-rate' THEN NULL ELSE json_extract(a.summary, '$.load') END)
          END
       || ',"repairs":' || a.repairs || ',"lengths":' || a.lengths || ',"sets":' || a.sets || ',"place":'
       || CASE WHEN a.place IS NULL OR (SELECT role FROM reading) = 'physio' OR NOT
    (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'location')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
          THEN 'null' ELSE a.place END || '}' AS shapes,
       CASE WHEN a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
         THEN json_extract(a.summary, '$.load.points')
         ELSE (SELECT CASE WHEN h.load_source = 'heart-rate' AND NOT COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(h.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = h.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(h.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
                 THEN NULL ELSE json_extract(h.summary, '$.load.points') END FROM activity AS h WHERE h.id = a.id)
       END AS points
FROM activity AS a
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id)
  AND (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'training')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)));

-- As before.
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
      AND (o.athlete_id = a.athlete_id
           OR EXISTS (SELECT 1 FROM athlete AS n WHERE n.id = a.athlete_id AND n.unassigned))
      AND NOT EXISTS (
        SELECT 1 FROM activity_word AS w
        WHERE w.pair = MIN(a.id, o.id) || MAX(a.id, o.id) AND w.same = 0)));

-- What the numbers of each activity stand on, copies too; nothing where only a summary is there.
CREATE VIEW activity_footing AS
SELECT a.id, a.athlete_id, a.start_local, m.sport, m.source, m.method, m.basis
FROM activity AS a INDEXED BY activity_by_day
LEFT JOIN activity_measures AS m INDEXED BY activity_measures_by_basis ON m.activity_id = a.id
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id)
  AND (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'training')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)));

-- Positions with consent to locations only, beats with consent to the heart; a physiotherapist reads the short form of
-- training, not its samples.
CREATE VIEW visible_channel AS
SELECT ch.* FROM channel AS ch JOIN readable_activity AS a ON a.id = ch.activity_id
WHERE (SELECT role FROM reading) <> 'physio'
  AND (ch.kind NOT IN ('latitude', 'longitude') OR
    (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'location')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (ch.kind NOT IN ('heart-rate', 'rr-interval') OR
    (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (ch.kind <> 'rr-interval' OR (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'hrv')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'hrv' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))));

-- What was recorded, by the same rule.
CREATE VIEW visible_recorded_channel AS
SELECT ch.* FROM recorded_channel AS ch JOIN readable_activity AS a ON a.id = ch.activity_id
WHERE (SELECT role FROM reading) <> 'physio'
  AND (ch.kind NOT IN ('latitude', 'longitude') OR
    (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'location')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (ch.kind NOT IN ('heart-rate', 'rr-interval') OR
    (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (ch.kind <> 'rr-interval' OR (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'hrv')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'hrv' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))));

-- Numbers made from heart rate go with it, and so does a load where it was made from it; what was made from the body
-- mass goes with wellness.
CREATE VIEW visible_measures AS
SELECT m.activity_id, m.athlete_id,
       CASE WHEN m.athlete_id NOT IN (
                SELECT athlete_id FROM restricted WHERE category IN ('heart', 'hrv', 'wellness'))
       THEN m.measures ELSE (
        SELECT CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(w.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'wellness' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(w.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
          THEN w.measures
          ELSE json_set(json_remove(w.measures, '$.values."leg-stiffness"'), '$.basis', '') END
        FROM (
        SELECT a.athlete_id, a.start_local, CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'hrv' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
          THEN h.measures ELSE json_remove(h.measures, '$.values."resting-rmssd"') END AS measures
        FROM (SELECT a.athlete_id, a.start_local, CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN m.measures
              ELSE json_set(json_remove(m.measures, '$.values."efficiency-factor"', '$.values."decoupling"',
                     '$.values."avg-hr"', '$.values."max-hr"', '$.values."trimp"', '$.values."trimp-edwards"',
                     '$.values."trimp-lucia"', '$.values."trimp-individual"', '$.values."hr-tss"',
                     '$.values."polarisation-index"',
                     CASE WHEN m.source = 'heart-rate' THEN '$.values."load"' ELSE '$.none' END),
                   '$.basis', '', '$.zones', json((
                     SELECT json_group_array(json(z.value)) FROM json_each(m.measures, '$.zones') AS z
                     WHERE json_extract(z.value, '$.quantity') <> 'heart-rate'))) END AS measures
              FROM activity AS a WHERE a.id = m.activity_id) AS h CROSS JOIN activity AS a
        WHERE a.id = m.activity_id) AS w)
       END AS measures
FROM activity_measures AS m;

CREATE VIEW visible_curve AS
SELECT c.activity_id, c.quantity, c.athlete_id, c.method, c.packed FROM activity_curve AS c
WHERE c.quantity <> 'heart-rate'
   OR c.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
   OR (SELECT COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
       FROM activity AS a WHERE a.id = c.activity_id);

-- Thresholds without those of the heart, the mass, the need of sleep and the words where they may not be read.
CREATE VIEW visible_settings AS
SELECT s.athlete_id, s.from_day, s.clock,
       CASE WHEN s.athlete_id NOT IN (
                SELECT athlete_id FROM restricted WHERE category IN ('heart', 'wellness', 'sleep', 'notes'))
         THEN s.settings
       ELSE json_remove(s.settings,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.lthr' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.hr_max' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.hr_rest' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.vt1' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.vt2' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.impulse' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'wellness' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.body_mass' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'sleep' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))
          THEN '$.none' ELSE '$.sleep_need_h' END,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR s.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = s.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= s.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.note' END)
       END AS settings
FROM athlete_settings AS s;

-- Each value under the consents it needs, as `WellnessField::categories` says; a test compares the two.
CREATE VIEW visible_wellness AS
SELECT * FROM wellness_entry AS w
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = w.batch_id)
  AND (w.field NOT IN ('rmssd', 'sdnn', 'device-stress', 'device-readiness') OR
    (w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'hrv')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR w.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'hrv' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= w.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (w.field NOT IN ('sleep', 'sleep-quality', 'sleep-score') OR
    (w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'sleep')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR w.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'sleep' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= w.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (w.field NOT IN ('illness', 'pain', 'injured', 'fever') OR
    (w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'injury')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR w.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'injury' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= w.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (w.field <> 'resting-hr' OR (w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR w.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= w.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))))
  AND (w.field IN ('rmssd', 'sdnn', 'device-stress', 'device-readiness', 'sleep', 'sleep-quality', 'sleep-score',
                   'illness', 'pain', 'injured', 'fever') OR
    (w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'wellness')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR w.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'wellness' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= w.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))));

-- A note on an activity that was taken back is kept, and shows again with it. What a coach keeps private only coaches
-- read.
CREATE VIEW visible_annotation AS
SELECT * FROM annotation AS n
WHERE (n.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(n.at, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = n.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(n.at, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (n.shared = 1 OR (SELECT purpose IN ('coach', 'assistant') AND role IN ('head-coach', 'assistant') FROM reading))
  AND NOT EXISTS (
    SELECT 1 FROM activity AS a JOIN taken_back AS b ON b.id = a.batch_id
    WHERE a.id = json_extract(n.subject, '$.activity'));

CREATE VIEW visible_result AS
SELECT r.id, r.athlete_id, r.day,
       CASE WHEN r.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category IN ('heart', 'notes'))
       THEN r.outcome ELSE json_set(json_remove(r.outcome,
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR r.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = r.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= r.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.heart' END),
         CASE WHEN COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR r.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = r.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= r.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)) THEN '$.none' ELSE '$.note' END, NULL)
       END AS outcome, r.clock
FROM result AS r
WHERE (r.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'training')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR r.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = r.athlete_id AND c.category = 'training' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= r.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)));

-- Marks say why a body is not as usual. Those of the cycle need its own consent too, those of places that of locations.
CREATE VIEW visible_mark AS
SELECT m.id, m.athlete_id, m.kind, m.from_day, m.mark, m.clock FROM context_mark AS m
WHERE (m.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'injury')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR m.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = m.athlete_id AND c.category = 'injury' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= m.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (m.kind <> 'cycle'
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR m.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = m.athlete_id AND c.category = 'cycle' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= m.from_day
        ORDER BY c.clock DESC LIMIT 1), 0))
  AND (m.kind NOT IN ('travel', 'altitude', 'heat')
       OR ((SELECT role FROM reading) <> 'physio' AND
    (m.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'location')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR m.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = m.athlete_id AND c.category = 'location' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= m.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))));

-- That somebody is ill or injured is health data; how much time there is on a day is not. Where the first is withheld
-- the days stay, without the why.
CREATE VIEW visible_exception AS
SELECT e.id, e.athlete_id, e.from_day, e.clock,
       CASE WHEN json_extract(e.exception, '$.kind') IN ('illness', 'injury') AND NOT
    (e.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'injury')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR e.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = e.athlete_id AND c.category = 'injury' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= e.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
            THEN json_set(e.exception, '$.kind', 'other', '$.note', NULL)
            WHEN NOT (e.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR e.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = e.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= e.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
            THEN json_set(e.exception, '$.note', NULL)
            ELSE e.exception END AS exception
FROM availability_exception AS e;

-- A follow-up joins what was trained with readiness and with reports of illness: it is read only while all of it may
-- be.
CREATE VIEW visible_follow_up AS
SELECT f.session_id, f.athlete_id, f.week, f.day, f.row FROM follow_up AS f
WHERE (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'training')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'training' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'hrv')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'hrv' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'sleep')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'sleep' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'wellness')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'wellness' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
  AND (f.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'injury')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR f.day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = f.athlete_id AND c.category = 'injury' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= f.day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)));

-- Proposals stand; what they were told, and the numbers in their reasons, are not read once one of the data they may
-- rest on is withheld. What was made after that never had them.
CREATE VIEW visible_proposal AS
SELECT p.id, p.plan_week_id, p.athlete_id, p.version, p.engine, p.inputs, p.made_at, p.target_load,
       CASE WHEN p.hidden THEN '[]' ELSE p.reasons END AS reasons,
       CASE WHEN p.hidden THEN json_set(p.confidence, '$.lowered_by', json('[]')) ELSE p.confidence END AS confidence,
       p.abstained
FROM (SELECT o.*, EXISTS (SELECT 1 FROM silenced AS s WHERE s.athlete_id = o.athlete_id AND s.at > o.made_at) AS hidden
      FROM proposal AS o) AS p;

CREATE VIEW visible_proposal_session AS
SELECT l.proposal_id, l.session_id, l.athlete_id, l.position,
       CASE WHEN EXISTS (
            SELECT 1 FROM silenced AS s CROSS JOIN proposal AS p
            WHERE s.athlete_id = l.athlete_id AND p.id = l.proposal_id AND s.at > p.made_at)
         THEN '[]' ELSE l.reasons END AS reasons
FROM proposal_session AS l;

CREATE VIEW visible_proposal_input AS
SELECT i.athlete_id, i.digest, i.size, i.packed FROM proposal_input AS i
WHERE NOT EXISTS (
    SELECT 1 FROM silenced AS s
    WHERE s.athlete_id = i.athlete_id AND s.at > COALESCE((
        SELECT MAX(p.made_at) FROM plan_week AS w CROSS JOIN proposal AS p
        WHERE w.athlete_id = i.athlete_id AND p.plan_week_id = w.id AND p.inputs = i.digest), ''));

CREATE VIEW visible_adaptation AS
SELECT d.id, d.plan_week_id, d.athlete_id, d.week, d.decided, d.clock FROM adaptation AS d
WHERE NOT EXISTS (SELECT 1 FROM silenced AS s WHERE s.athlete_id = d.athlete_id AND s.clock > d.clock);

-- A change of the plan stands; what the person wrote beside it is a note, and the limits it broke are reasons.
CREATE VIEW visible_override AS
SELECT o.id, o.plan_week_id, o.athlete_id, o.session_id, o.undoes, o.change, o.before, o.tag,
       CASE WHEN (o.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(o.at, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = o.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(o.at, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))) THEN o.text END AS text,
       CASE WHEN EXISTS (SELECT 1 FROM silenced AS s WHERE s.athlete_id = o.athlete_id AND s.clock > o.clock)
         THEN '[]' ELSE o.insisted END AS insisted,
       o.author, o.at, o.clock
FROM session_override AS o;

-- What to ask in a call is a note that coaches keep.
CREATE VIEW visible_triage_mark AS
SELECT m.id, m.athlete_id, m.kind,
       CASE WHEN m.kind <> 'call-list' OR ((SELECT role IN ('head-coach', 'assistant') FROM reading)
              AND (m.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(json_extract(m.mark, '$.at'), 1, 10) <= c.to_day)
        FROM consent AS c
        WHERE c.athlete_id = m.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(json_extract(m.mark, '$.at'), 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))) THEN m.mark
         ELSE json_set(m.mark, '$.decision.line', NULL) END AS mark, m.clock
FROM triage_mark AS m;

-- The journal says who did what and when to everybody. What stood there before may be the very data that are withheld:
-- of an athlete of whom anything is, no line shows it; a line of nobody's shows it to the head coach only.
CREATE VIEW visible_journal AS
SELECT j.id, j.clock, j.at, j.author, j.origin, j.action, j.athlete_id, j.subject,
       CASE WHEN j.athlete_id IS NULL AND (SELECT role = 'head-coach' AND purpose = 'coach' FROM reading) THEN j.before
         WHEN j.athlete_id IS NULL THEN 'null'
         WHEN j.athlete_id IN (SELECT athlete_id FROM restricted) THEN 'null'
         ELSE j.before END AS before
FROM journal AS j;

-- Files as they came hold everything in them. They are handed out only while nothing that may be in them is held back;
-- whether one tells a place is looked at when it is.
CREATE VIEW visible_raw_source AS
SELECT r.* FROM raw_source AS r
WHERE (SELECT role FROM reading) = 'head-coach'
  AND NOT EXISTS (
    SELECT 1 FROM restricted AS s
    WHERE s.category NOT IN ('cycle', 'location')
      AND (s.athlete_id = r.athlete_id
           OR s.athlete_id IN (SELECT a.athlete_id FROM activity AS a WHERE a.source = r.hash)));

-- Why somebody changed an activity, and a comment put in the place of the file's, are notes.
CREATE VIEW visible_revision AS
SELECT r.id, r.activity_id, r.athlete_id, r.undoes, r.author, r.at, r.clock,
       CASE WHEN r.told OR json_extract(r.change, '$.do') IS NOT 'comment' THEN r.change
         ELSE json_set(r.change, '$.comment', NULL) END AS change,
       CASE WHEN r.told THEN r.reason ELSE '' END AS reason
FROM (
    SELECT o.*, (o.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(o.at, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = o.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(o.at, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))) AS told
    FROM activity_revision AS o) AS r;

-- What was recorded of an activity that somebody changed, for showing; it is computed with as it stands.
CREATE VIEW visible_recorded_activity AS
SELECT r.activity_id, a.athlete_id, a.batch_id, a.source, a.part, r.sport, r.sport_detail, r.start_utc, r.start_local,
       r.timer_s, r.elapsed_s, r.distance_m, r.records, r.pool_m, r.utc_offset_s,
       CASE WHEN (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading))) THEN r.comment END AS comment,
       a.session_id, a.rpe,
       CASE WHEN (a.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'heart')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(a.start_local, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = a.athlete_id AND c.category = 'heart' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(a.start_local, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
         THEN json_set(r.shapes, '$.place', NULL, '$.summary.basis', '')
         ELSE json_set(r.shapes, '$.place', NULL, '$.totals.avg_hr', NULL, '$.totals.max_hr', NULL,
                '$.totals.tss', NULL, '$.totals.kcal', NULL, '$.summary.avg_hr', NULL, '$.summary.max_hr', NULL,
                '$.summary.trimp', NULL,
                '$.summary.basis', '', '$.summary.load',
                CASE WHEN json_extract(r.shapes, '$.summary.load.source') = 'heart-rate' THEN NULL
                  ELSE json_extract(r.shapes, '$.summary.load') END) END AS shapes
FROM recorded_activity AS r JOIN readable_activity AS a ON a.id = r.activity_id;
