//! The roster file: one SQLite database per club, ending in `.trackside`.
//!
//! What belongs here: SQL, transactions, the packing of channels and raw bytes, our own files (snapshots, backups), and
//! the decision what a reader may see (consent, in the views the readers ask). What never does: maths on training data,
//! words for people, the clock, randomness; ids and times are passed in.
//!
//! Reads are methods of [`Roster`]; writes are methods of [`Write`], which [`Roster::write`] begins and which becomes
//! part of the roster only by [`Write::commit`] with its journal line. A `Write` that is dropped leaves nothing.
//!
//! Invariant: SQL is written here and nowhere else, and the row shapes do not leave this crate.
//! Invariant: what a person wrote is only ever inserted; triggers in the schema refuse the rest.

mod backup;
mod chain;
mod clock;
mod codec;
mod connect;
mod encoded;
mod erase;
mod fault;
mod files;
mod kept;
mod left;
mod lock;
mod open;
mod portable;
mod protect;
mod raw;
mod read;
mod salvage;
mod schema;
mod scope;
mod snapshot;
mod stride;
mod text;
mod write;
mod zip;

pub use backup::{Copied, backup, check, make_backup, restore, verify};
pub use chain::{Break, ChainState, Head};
pub use codec::{CodecFault, decode, encode};
pub use encoded::{Encoded, EncodedMeasures};
pub use erase::{Cleaned, Erased, Found, NewErasure, RosterCopy, Unfinished, copies, search};
pub use fault::StoreFault;
pub use kept::{Keep, Kept, Record, free_name, list as list_backups, prune as prune_backups};
pub use open::{APPLICATION_ID, ENDING, Roster, tidy};
pub use protect::{RosterKey, is_protected, key_for, key_name, opens_alike, rewrite, rewrite_copy};
pub use raw::Raw;
pub use read::activity::PackedChannel;
pub use read::audit::AuditFilter;
pub use read::batch::{Batch, BatchContents};
pub use read::import::SourceSeen;
pub use read::link::Link;
pub use read::measures::{Felt, Footing, Ground};
pub use read::own::KeptWord;
pub use read::retention::Met;
pub use read::roster::Counts;
pub use salvage::{Left, Salvaged, Unreadable, salvage};
pub use schema::known_version;
pub use write::beneath::Replaceable;
pub use write::import::NewBatch;
pub use write::link::NewLink;
pub use write::own::NewReturn;
pub use write::{Entry, Write};
