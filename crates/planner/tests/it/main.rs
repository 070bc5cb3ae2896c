//! The planner from outside: hard limits as properties, named scenarios, and the words of what it says.

mod build;
mod limits;
mod properties;
mod scenarios;
mod sentences;
