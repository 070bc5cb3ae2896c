//! The planner from outside: hard limits as properties, named scenarios, and the words of what it says.

mod adapt;
mod build;
mod club;
mod explain;
mod habit;
mod limits;
mod properties;
mod scenarios;
mod season;
mod sentences;
