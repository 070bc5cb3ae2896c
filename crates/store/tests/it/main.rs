//! Stories of a roster file, through the same door the program uses.

mod afterwards;
mod approving;
mod club;
mod copies;
mod file;
mod imports;
mod measured;
mod people;
mod plans;
mod recordings;
mod rules;
mod scene;
mod season;
mod triage;
mod upgrade;
