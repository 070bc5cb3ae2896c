//! Every table of the roster that has rows about an athlete, where in their archive it is, and what was left out: counted
//! against the file itself, so that a table that comes later cannot be forgotten.

use domain::consent::DataCategory;
use serde_json::{Value as Json, json};

use super::{Taking, tables};
use crate::AppFault;

/// Where the rows of a table are.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// In a table or document made for people.
    In(&'static str),
    /// As they stand, in a document of their own. Left out while one of these kinds of data is withheld.
    Rows(&'static [DataCategory]),
}

use DataCategory as D;
use Place::{In, Rows};

const ROWS: &str = "rows";

/// What never leaves the roster: the key that opens what comes back from an athlete's own file.
const KEPT: &[&str] = &["identity"];

/// Every table about athletes. What is packed in a table is in the archive in the form it came in or is read in.
const PLACES: [(&str, Place); 47] = [
    ("activity", In("activities.csv")),
    ("activity_curve", In("curves.csv")),
    ("activity_link", Rows(&[D::Training])),
    ("activity_measures", In("measures.csv")),
    ("activity_revision", Rows(&[D::Training, D::Notes])),
    ("adaptation", In("adaptations.csv")),
    ("adaptation_override", Rows(&[])),
    ("annotation", In("notes.json")),
    ("athlete", In("athlete.json")),
    ("athlete_settings", In("settings.json")),
    ("athlete_word", Rows(&[D::Training, D::Notes])),
    ("availability", In("availability.json")),
    ("availability_exception", In("exceptions.csv")),
    ("channel", In("originals/")),
    ("consent", In("consents.json")),
    ("context_mark", In("marks.csv")),
    ("device", In("athlete.json")),
    ("follow_up", In("follow-ups.csv")),
    ("journal", In("journal.csv")),
    ("override_source", Rows(&[D::Notes])),
    ("own_file", Rows(&[])),
    ("own_return", Rows(&[])),
    ("phase_withdrawn", Rows(&[])),
    ("plan_approval", In("approvals.csv")),
    ("plan_bounds", Rows(&[])),
    ("plan_export", Rows(&[])),
    ("plan_week", In("plans.json")),
    ("proposal", In("plans.json")),
    ("proposal_input", Rows(&[D::Training, D::Heart, D::Hrv, D::Sleep, D::Wellness, D::Injury, D::Cycle, D::Location])),
    ("proposal_session", In("plans.json")),
    ("proposed_block", Rows(&[])),
    ("proposed_session", In("plans.json")),
    ("race", In("races.json")),
    ("race_sheet", Rows(&[D::Training, D::Notes])),
    ("race_withdrawn", Rows(&[])),
    ("raw_source", In("originals/")),
    ("recorded_activity", Rows(&[D::Training, D::Heart, D::Wellness, D::Location, D::Notes])),
    ("recorded_channel", In("originals/")),
    ("repair_limits", In("athlete.json")),
    ("result", In("results.csv")),
    ("revision_member", Rows(&[D::Training])),
    ("season_phase", In("races.json")),
    ("season_plan", In("seasons.csv")),
    ("session_override", In("plans.json")),
    ("session_template", Rows(&[])),
    ("triage_mark", Rows(&[D::Training, D::Heart, D::Hrv, D::Sleep, D::Wellness, D::Injury, D::Notes])),
    ("wellness_entry", In("wellness.csv")),
];

impl Taking<'_> {
    /// The rows that no other file holds, and the list of everything.
    pub(super) async fn inventory(self) -> Result<Self, AppFault> {
        let mut me = self;
        let (roster, id) = (me.roster.clone(), me.athlete.id);
        // Of whatever day: these rows are not told apart by days.
        let mut withheld = Vec::new();
        for category in DataCategory::ALL {
            if roster.is_restricted(id, *category).await? {
                withheld.push(*category);
            }
        }
        let mut lines: Vec<Json> = Vec::new();
        for (table, rows) in roster.rows_about(id).await? {
            let place = PLACES.iter().find(|(name, _)| *name == table).map(|(_, place)| *place);
            let file = match place {
                Some(In(file)) => Some(file.to_owned()),
                Some(Rows(needs)) if needs.iter().any(|needed| withheld.contains(needed)) => {
                    if rows > 0 {
                        me.leave_out(
                            "export-left-rows",
                            &[("table", table.as_str().into()), ("rows", (rows as f64).into())],
                        );
                    }
                    None
                }
                Some(Rows(_)) => {
                    let mut all = roster.dump(id, &table, KEPT).await?;
                    match table.as_str() {
                        "proposal_input" => me.unpack_inputs(&mut all).await?,
                        "triage_mark" => me.keep_call_lines(&mut all),
                        _ => {}
                    }
                    me = me.put(ROWS, (table.as_str(), "json"), tables::document(&all)?).await?;
                    Some(format!("{ROWS}/{table}.json"))
                }
                // A test sees to it that there is none.
                None => None,
            };
            lines.push(json!({ "table": table, "rows": rows, "file": file }));
        }
        let (activities, values) = roster.taken_back_rows(id).await?;
        if activities + values > 0 {
            me.leave_out(
                "export-left-undone",
                &[("activities", f64::from(activities).into()), ("values", f64::from(values).into())],
            );
        }
        let manifest = json!({ "format": "trackside-athlete", "version": 1, "athlete": id, "tables": lines });
        me.put_top("manifest.json", tables::document(&manifest)?).await
    }

    /// What the engine was told stands packed in its column; here as it was told.
    async fn unpack_inputs(&self, rows: &mut [Json]) -> Result<(), AppFault> {
        for row in rows {
            let digest = row.get("digest").and_then(Json::as_str).unwrap_or_default();
            let told = self.roster.proposal_input(self.athlete.id, digest).await?;
            let told = told.map(|told| serde_json::from_slice::<Json>(&told)).transpose();
            let mut told = told.map_err(|error| AppFault::Panicked { said: error.to_string() })?;
            if let Some(told) = &mut told {
                without_words(told);
            }
            row["packed"] = json!(told);
        }
        Ok(())
    }

    /// What to ask in a call is a note that coaches keep: counted, not shown.
    fn keep_call_lines(&mut self, rows: &mut [Json]) {
        let lines = rows.iter_mut().filter_map(|row| row.pointer_mut("/mark/decision/line"));
        let kept = lines.filter(|line| !line.is_null()).map(|line| *line = Json::Null).count();
        if kept > 0 {
            self.leave_out("export-left-calls", &[("lines", kept.into())]);
        }
    }
}

/// The engine has no use for words; an earlier version of the program told it those on marks and settings all the same.
/// They leave with the rows they stand in, where they may.
fn without_words(told: &mut Json) {
    let marks = told.get_mut("marks").and_then(Json::as_array_mut).into_iter().flatten();
    for mark in marks {
        mark["note"] = Json::Null;
    }
    if let Some(settings) = told.get_mut("settings").and_then(Json::as_object_mut) {
        settings.insert("note".to_owned(), Json::Null);
    }
}
