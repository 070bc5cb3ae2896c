//! Stories about what people enter by hand, what leaves the program again, and what the data contract tells: over the whole
//! program on a temporary folder.

mod adapt;
mod afterwards;
mod by_hand;
mod club;
mod copies;
mod eyes;
mod leaving;
mod library;
mod limits;
mod newcomers;
mod parts;
mod planned;
mod privacy;
mod race;
mod revisions;
mod safety;
mod season;
mod signals;
mod thresholds;
mod time;
mod triage;
mod withheld;
