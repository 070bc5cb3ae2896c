-- What a coach may see, decided once: the readers ask these views, never the tables beneath.
-- For each datum the newest consent entry that holds on the datum's own day counts; where nothing was said, coaching is
-- what the roster is for. Withdrawing hides data from its day on; giving it again shows them again.

CREATE VIEW visible_activity AS
SELECT * FROM activity AS a
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'training' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

CREATE VIEW visible_channel AS
SELECT ch.* FROM channel AS ch JOIN visible_activity AS a ON a.id = ch.activity_id
WHERE ch.kind NOT IN ('latitude', 'longitude')
   OR COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = a.athlete_id AND c.category = 'location' AND c.purpose = 'coaching'
      AND c.from_day <= substr(a.start_local, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

CREATE VIEW visible_wellness AS
SELECT * FROM wellness_entry AS w
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = w.athlete_id
      AND c.category = CASE WHEN w.field IN ('illness', 'pain') THEN 'health' ELSE 'wellness' END
      AND c.purpose = 'coaching' AND c.from_day <= w.day
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;

CREATE VIEW visible_annotation AS
SELECT * FROM annotation AS n
WHERE COALESCE((
    SELECT c.given FROM consent AS c
    WHERE c.athlete_id = n.athlete_id AND c.category = 'notes' AND c.purpose = 'coaching'
      AND c.from_day <= substr(n.at, 1, 10)
    ORDER BY c.clock DESC LIMIT 1), 1) = 1;
