//! Stories of a roster file, through the same door the program uses.

mod copies;
mod file;
mod imports;
mod measured;
mod people;
mod plans;
mod recordings;
mod rules;
mod scene;
mod upgrade;
