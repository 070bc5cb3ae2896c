//! Stories of a roster file, through the same door the program uses.

mod file;
mod people;
mod plans;
mod recordings;
mod rules;
mod scene;
