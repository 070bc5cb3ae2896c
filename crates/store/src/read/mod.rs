//! Reads. Each row shape stays in its file and becomes a domain type before it leaves.
//!
//! Invariant: activities, channels, wellness and notes are read through the `visible_` views, which know consent; only
//! the questions "is this file here" and "how many" ask the tables themselves.

pub(crate) mod activity;
pub(crate) mod athlete;
pub(crate) mod import;
pub(crate) mod plan;
pub(crate) mod roster;
pub(crate) mod season;
pub(crate) mod wellness;

use sqlx::pool::PoolConnection;
use sqlx::{Sqlite, Transaction};

use crate::fault::StoreFault;
use crate::open::Roster;

impl Roster {
    async fn reader(&self) -> Result<PoolConnection<Sqlite>, StoreFault> {
        Ok(self.readers.acquire().await?)
    }

    /// A reader whose queries all see one moment of the roster.
    async fn moment(&self) -> Result<Transaction<'static, Sqlite>, StoreFault> {
        Ok(self.readers.begin().await?)
    }
}
