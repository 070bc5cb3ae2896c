//! Reads. Each row shape stays in its file and becomes a domain type before it leaves.
//!
//! Invariant: activities, channels, wellness, exceptions, follow-ups and notes are read through the `visible_` and
//! `readable_` views, which know consent, undone imports and copies; only the questions what an import brought and "is this
//! file here" ask the tables themselves.

pub(crate) mod activity;
pub(crate) mod afterwards;
pub(crate) mod athlete;
pub(crate) mod audit;
pub(crate) mod availability;
pub(crate) mod batch;
pub(crate) mod club;
pub(crate) mod consent;
pub(crate) mod curve;
pub(crate) mod custom;
pub(crate) mod everything;
pub(crate) mod import;
mod keyring;
pub(crate) mod link;
mod load;
pub(crate) mod mark;
pub(crate) mod measures;
pub(crate) mod own;
pub(crate) mod plan;
pub(crate) mod race_sheet;
pub(crate) mod result;
pub(crate) mod retention;
pub(crate) mod revision;
pub(crate) mod roster;
pub(crate) mod rule;
pub(crate) mod season;
pub(crate) mod template;
pub(crate) mod triage;
pub(crate) mod wellness;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, Transaction};

use crate::fault::StoreFault;
use crate::open::Roster;

impl Roster {
    pub(crate) async fn reader(&self) -> Result<PoolConnection<Sqlite>, StoreFault> {
        Ok(self.readers.acquire().await?)
    }

    /// A reader whose queries all see one moment of the roster.
    pub(crate) async fn moment(&self) -> Result<Transaction<'static, Sqlite>, StoreFault> {
        Ok(self.readers.begin().await?)
    }
}
