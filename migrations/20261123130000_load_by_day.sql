-- Years of load without opening a single activity: what a day's sum needs of each stands in one index, and lists of a whole
-- club read no more than it. It has the columns of the index before it, which goes.

DROP INDEX activity_by_day;

CREATE INDEX activity_by_day ON activity
    (athlete_id, start_local, start_utc, batch_id, id, sport, timer_s, json_extract(summary, '$.load.points'));

-- As before, and `points`: the load, as the index has it.
DROP VIEW readable_activity;

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
            ORDER BY c.clock DESC LIMIT 1), 1) = 0 THEN 'null' ELSE a.place END || '}' AS shapes,
       json_extract(a.summary, '$.load.points') AS points
FROM activity AS a
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = a.batch_id)
  AND COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;
