//! Stories of a roster file, through the same door the program uses.

mod afterwards;
mod approving;
mod club;
mod consent;
mod copies;
mod erasing;
mod file;
mod imports;
mod left;
mod measured;
mod people;
mod plans;
mod protect;
mod recordings;
mod rules;
mod safe;
mod salvage;
mod scene;
mod season;
mod triage;
mod upgrade;
