//! Many athletes at once, from a list somebody keeps elsewhere.

use chrono::NaiveDate;
use domain::unit::Sex;
use serde::{Deserialize, Serialize};

/// Add every athlete a list names, or only look what would be added. The list is lines of text with commas, semicolons or tabs
/// between the columns: `name`, `born`, `sex`, `squad`, in any order under a line that names them, or in this order without
/// one. What cannot be added is left out and told; the rest comes in as one write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddAthletes {
    /// The list.
    pub text: String,
    /// IANA zone of all of them; the laptop's own if left out.
    pub zone: Option<String>,
    /// Only look: nothing is written.
    pub look: bool,
}

/// What became, or would become, of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewcomerLine {
    /// Which line of the text, from 1.
    pub line: u32,
    /// Name as read.
    pub name: String,
    /// Date of birth, if one was given.
    pub born: Option<NaiveDate>,
    /// Sex, if one was given.
    pub sex: Option<Sex>,
    /// Squad, if one was given.
    pub squad: Option<String>,
    /// Why it is left out, in words; `None` for those that come in.
    pub refused: Option<String>,
}
