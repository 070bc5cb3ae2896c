-- An athlete's own file: which were handed out, what the athlete says in theirs, and what came back.

-- Files handed out. Their passphrase is not here. `identity` is the age key that opens what comes back from one: as secret as
-- the roster, in which all of that will stand.
CREATE TABLE own_file (
    id         TEXT PRIMARY KEY NOT NULL,
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    identity   TEXT NOT NULL,
    author     TEXT NOT NULL,
    at         TEXT NOT NULL,
    clock      TEXT NOT NULL
) STRICT;

CREATE INDEX own_file_by_athlete ON own_file (athlete_id, clock);

-- What an athlete says: of an activity how hard it felt, or in words; of a morning one value (only in their own file; at the
-- coach's it is a row of wellness_entry with the same id). No batch: said in this very file. `key`: the one that signed the
-- return it came in.
CREATE TABLE athlete_word (
    id          TEXT PRIMARY KEY NOT NULL,
    athlete_id  TEXT NOT NULL REFERENCES athlete (id),
    activity_id TEXT REFERENCES activity (id),
    batch_id    TEXT REFERENCES import_batch (id),
    said        TEXT NOT NULL CHECK (json_valid(said)),
    author      TEXT NOT NULL,
    at          TEXT NOT NULL,
    key         TEXT,
    clock       TEXT NOT NULL
) STRICT;

CREATE INDEX athlete_word_by_activity ON athlete_word (activity_id, clock) WHERE activity_id IS NOT NULL;
CREATE INDEX athlete_word_by_batch ON athlete_word (batch_id);

-- Return files that were merged, by the hash of their bytes.
CREATE TABLE own_return (
    hash       TEXT NOT NULL,
    batch_id   TEXT NOT NULL REFERENCES import_batch (id),
    own_id     TEXT NOT NULL REFERENCES own_file (id),
    athlete_id TEXT NOT NULL REFERENCES athlete (id),
    key        TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (hash, batch_id)
) STRICT;

CREATE INDEX own_return_by_athlete ON own_return (athlete_id);

CREATE TRIGGER own_file_never_changes BEFORE UPDATE ON own_file
BEGIN SELECT RAISE(ABORT, 'append-only: own_file'); END;
CREATE TRIGGER own_file_never_forgets BEFORE DELETE ON own_file
BEGIN SELECT RAISE(ABORT, 'append-only: own_file'); END;
CREATE TRIGGER athlete_word_never_changes BEFORE UPDATE ON athlete_word
BEGIN SELECT RAISE(ABORT, 'append-only: athlete_word'); END;
CREATE TRIGGER athlete_word_never_forgets BEFORE DELETE ON athlete_word
BEGIN SELECT RAISE(ABORT, 'append-only: athlete_word'); END;
CREATE TRIGGER own_return_never_changes BEFORE UPDATE ON own_return
BEGIN SELECT RAISE(ABORT, 'append-only: own_return'); END;
CREATE TRIGGER own_return_never_forgets BEFORE DELETE ON own_return
BEGIN SELECT RAISE(ABORT, 'append-only: own_return'); END;

-- What was said of an activity, for those who may see the activity; a comment is a note.
CREATE VIEW visible_word AS
SELECT w.id, w.athlete_id, w.activity_id, w.batch_id, w.said, w.author, w.at, w.key, w.clock
FROM athlete_word AS w JOIN readable_activity AS a ON a.id = w.activity_id
WHERE NOT EXISTS (SELECT 1 FROM taken_back AS b WHERE b.id = w.batch_id)
  AND (json_extract(w.said, '$.kind') <> 'comment'
    OR w.athlete_id NOT IN (SELECT athlete_id FROM restricted WHERE category = 'notes') OR COALESCE((
        SELECT c.given = 1 AND (c.to_day IS NULL OR substr(w.at, 1, 10) <= c.to_day) FROM consent AS c
        WHERE c.athlete_id = w.athlete_id AND c.category = 'notes' AND c.purpose = (SELECT purpose FROM reading)
          AND c.from_day <= substr(w.at, 1, 10)
        ORDER BY c.clock DESC LIMIT 1), (SELECT purpose = 'coach' FROM reading)));
