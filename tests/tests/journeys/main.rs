//! Stories over the program with a temporary roster: what a coach does, from file to chart, from override to plan file,
//! and that everything is still there after a restart. No test touches the user's own folders.

mod by_hand;
mod club;
mod consent_matrix;
mod crash;
mod import_review;
mod import_to_chart;
mod measures;
mod mutated;
mod out_again;
mod override_to_file;
mod own_file;
mod plan_between;
mod planning;
mod program;
mod protect;
mod revisions;
mod sample_club;
mod server;
mod silent_log;
mod surface;
mod wire;
