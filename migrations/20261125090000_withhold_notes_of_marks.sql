-- What somebody wrote to a mark is a note as well: where notes are withheld, the mark stays without its words.
DROP VIEW visible_mark;

-- Marks say why a body is not as usual. Those of the cycle need its own consent too, those of places that of locations.
CREATE VIEW visible_mark AS
SELECT m.id, m.athlete_id, m.kind, m.from_day,
       CASE WHEN (m.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes')
    OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR m.from_day <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = m.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= m.from_day
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)))
            THEN m.mark ELSE json_set(m.mark, '$.note', NULL) END AS mark, m.clock
FROM context_mark AS m
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
