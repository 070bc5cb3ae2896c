//! The club read back through the ordinary importer.

mod cases;
mod files;

use std::sync::OnceLock;

use chrono::NaiveDate;
use sample::{Case, Club, Member};

/// The day the tests look at.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")
}

fn club() -> &'static Club {
    static CLUB: OnceLock<Club> = OnceLock::new();
    CLUB.get_or_init(|| sample::club(today(), 7))
}

fn member(case: Case) -> &'static Member {
    club().members.iter().find(|member| member.case == case).expect("every case has its athlete")
}
