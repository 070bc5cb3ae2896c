//! Stories over the program with a temporary roster: what a coach does, from file to chart, from override to plan file,
//! and that everything is still there after a restart. No test touches the user's own folders.

mod by_hand;
mod club;
mod crash;
mod import_review;
mod import_to_chart;
mod measures;
mod out_again;
mod override_to_file;
mod planning;
mod program;
mod revisions;
mod sample_club;
mod server;
mod wire;
