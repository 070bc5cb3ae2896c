-- The journal as a chain: each line's hash is bound to the hash before it, so that a line that was changed, taken out or
-- slipped in shows. The chain stands beside the journal, because lines are never updated.
--   content  blake3 of the line's fields as one JSON array, in hex
--   chain    blake3 of the chain before it and of the content, in hex; the first is bound to zeros
-- A line that had to be erased keeps its content hash here, so that the chain still holds; `journal_erasure` names it and
-- the line of the erasure. Lines from before this migration are chained with the first line that is written after it.
CREATE TABLE journal_chain (
    clock      TEXT PRIMARY KEY NOT NULL,
    journal_id TEXT NOT NULL UNIQUE,
    content    TEXT NOT NULL CHECK (length(content) = 64),
    chain      TEXT NOT NULL CHECK (length(chain) = 64)
) STRICT;

CREATE TABLE journal_erasure (
    journal_id TEXT PRIMARY KEY NOT NULL REFERENCES journal_chain (journal_id),
    -- The line that says why; it is written in the same transaction.
    by_line    TEXT NOT NULL
) STRICT;

CREATE TRIGGER journal_chain_never_changes BEFORE UPDATE ON journal_chain
BEGIN SELECT RAISE(ABORT, 'append-only: journal_chain'); END;
CREATE TRIGGER journal_chain_never_forgets BEFORE DELETE ON journal_chain
BEGIN SELECT RAISE(ABORT, 'append-only: journal_chain'); END;
CREATE TRIGGER journal_erasure_never_changes BEFORE UPDATE ON journal_erasure
BEGIN SELECT RAISE(ABORT, 'append-only: journal_erasure'); END;
CREATE TRIGGER journal_erasure_never_forgets BEFORE DELETE ON journal_erasure
BEGIN SELECT RAISE(ABORT, 'append-only: journal_erasure'); END;

-- Tables of what a person decided that were only ever inserted into, and that nothing kept so until now.
CREATE TRIGGER squad_never_changes BEFORE UPDATE ON squad
BEGIN SELECT RAISE(ABORT, 'append-only: squad'); END;
CREATE TRIGGER squad_never_forgets BEFORE DELETE ON squad
BEGIN SELECT RAISE(ABORT, 'append-only: squad'); END;
CREATE TRIGGER device_never_changes BEFORE UPDATE ON device
BEGIN SELECT RAISE(ABORT, 'append-only: device'); END;
CREATE TRIGGER device_never_forgets BEFORE DELETE ON device
BEGIN SELECT RAISE(ABORT, 'append-only: device'); END;
CREATE TRIGGER race_never_changes BEFORE UPDATE ON race
BEGIN SELECT RAISE(ABORT, 'append-only: race'); END;
CREATE TRIGGER race_never_forgets BEFORE DELETE ON race
BEGIN SELECT RAISE(ABORT, 'append-only: race'); END;
CREATE TRIGGER season_phase_never_changes BEFORE UPDATE ON season_phase
BEGIN SELECT RAISE(ABORT, 'append-only: season_phase'); END;
CREATE TRIGGER season_phase_never_forgets BEFORE DELETE ON season_phase
BEGIN SELECT RAISE(ABORT, 'append-only: season_phase'); END;
CREATE TRIGGER plan_week_never_changes BEFORE UPDATE ON plan_week
BEGIN SELECT RAISE(ABORT, 'append-only: plan_week'); END;
CREATE TRIGGER plan_week_never_forgets BEFORE DELETE ON plan_week
BEGIN SELECT RAISE(ABORT, 'append-only: plan_week'); END;
CREATE TRIGGER column_map_never_changes BEFORE UPDATE ON column_map
BEGIN SELECT RAISE(ABORT, 'append-only: column_map'); END;
CREATE TRIGGER column_map_never_forgets BEFORE DELETE ON column_map
BEGIN SELECT RAISE(ABORT, 'append-only: column_map'); END;
