//! What an import was asked for, as it is kept with its batch, so that one that was cut in the middle can go on.

use std::collections::HashMap;

use contract::import::{BatchSource, Choice, Origin};
use domain::id::{AthleteId, ContentHash, StageId};
use serde::{Deserialize, Serialize};

use super::gather::{self, Found};
use super::stage;
use crate::{App, AppFault};

/// Where the files are, whose they are, and what a person decided about them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Request {
    pub(crate) from: Whence,
    /// Whose they all are.
    pub(crate) athlete: Option<AthleteId>,
    /// The rows of the preview; without one, everything found comes in as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) rows: Option<Vec<Row>>,
}

/// Where the files are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Whence {
    /// Files and folders.
    Paths(Vec<String>),
    /// Uploaded before.
    Staged(StageId),
    /// Bytes that were at hand, told apart by their names: they cannot be fetched again, only brought again.
    Here(ContentHash),
}

/// One row of a preview with its decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) path: String,
    /// The bytes that were looked at.
    pub(crate) hash: Option<ContentHash>,
    #[serde(flatten)]
    pub(crate) chosen: Chosen,
}

/// What a person decided about a file.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub(crate) struct Chosen {
    #[serde(default)]
    pub(crate) skip: bool,
    #[serde(default)]
    pub(crate) athlete: Option<AthleteId>,
    #[serde(default)]
    pub(crate) remember_device: bool,
    #[serde(default)]
    pub(crate) link: Option<bool>,
}

impl From<&Choice> for Chosen {
    fn from(choice: &Choice) -> Chosen {
        let Choice { skip, athlete, remember_device, link, .. } = *choice;
        Chosen { skip, athlete, remember_device, link }
    }
}

impl From<Origin> for Whence {
    fn from(origin: Origin) -> Whence {
        match origin {
            Origin::Paths(paths) => Whence::Paths(paths),
            Origin::Staged(stage) => Whence::Staged(stage),
        }
    }
}

impl Whence {
    /// Bytes at hand.
    pub(crate) fn here(found: &[Found]) -> Whence {
        let names: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
        Whence::Here(exchange::identity(names.join("\n").as_bytes()))
    }

    /// Where a batch of this came from.
    pub(crate) const fn source(&self) -> BatchSource {
        match self {
            Whence::Paths(_) => BatchSource::Files,
            Whence::Staged(_) => BatchSource::Uploads,
            Whence::Here(_) => BatchSource::Hand,
        }
    }

    /// Every file there. `go_on` is asked between files.
    pub(crate) async fn gather(
        self,
        app: &App,
        go_on: impl Fn() -> bool + Send + 'static,
    ) -> Result<Vec<Found>, AppFault> {
        let place = app.0.place.clone();
        tokio::task::spawn_blocking(move || match self {
            Whence::Paths(paths) => Ok(gather::walk(&paths, &go_on)),
            Whence::Staged(stage) => stage::staged(&place, stage, &go_on),
            Whence::Here(_) => Err(AppFault::BytesGone),
        })
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }
}

/// One file of an import.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Its place in the report.
    pub(crate) position: u32,
    pub(crate) found: Found,
    /// The bytes that were looked at before, if they were.
    pub(crate) expect: Option<ContentHash>,
    pub(crate) chosen: Chosen,
}

/// Numbers what was found, as far as it belongs to the request and is not reported yet: what is reported is the beginning
/// of the list. Where two have one path, the first found is the first reported.
pub(crate) fn items(found: Vec<Found>, rows: Option<&[Row]>, reported: &[&str]) -> Vec<Item> {
    let mut done: HashMap<&str, usize> = HashMap::new();
    for path in reported {
        *done.entry(path).or_default() += 1;
    }
    let mut wanted: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in rows.unwrap_or_default() {
        wanted.entry(&row.path).or_default().push(row);
    }
    let mut position = u32::try_from(reported.len()).unwrap_or(u32::MAX);
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut items = Vec::new();
    for found in found {
        let count = seen.entry(found.path.clone()).or_default();
        let nth = *count;
        *count += 1;
        let row = wanted.get(found.path.as_str()).and_then(|rows| rows.get(nth));
        if nth < done.get(found.path.as_str()).copied().unwrap_or_default() || (rows.is_some() && row.is_none()) {
            continue;
        }
        let (expect, chosen) = row.map_or_else(Default::default, |row| (row.hash.clone(), row.chosen));
        items.push(Item { position, found, expect, chosen });
        position += 1;
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(names: &[&str]) -> Vec<Found> {
        names.iter().map(|name| Found::here((*name).to_owned(), Vec::new())).collect()
    }

    fn places(items: &[Item]) -> Vec<(u32, &str)> {
        items.iter().map(|item| (item.position, item.found.path.as_str())).collect()
    }

    #[test]
    fn an_import_that_goes_on_leaves_out_what_is_reported_and_keeps_every_place() {
        let reported = ["a", "b"];
        let all = items(found(&["a", "b", "b", "c"]), None, &reported);
        assert_eq!(places(&all), [(2, "b"), (3, "c")], "of two with one path the second is still to come");
        let grown = items(found(&["0", "a", "b", "c"]), None, &reported);
        assert_eq!(places(&grown), [(2, "0"), (3, "c")], "a file that is new since goes behind what is reported");
    }

    #[test]
    fn only_what_was_previewed_comes_in_with_its_decision() {
        let row =
            |path: &str, skip| Row { path: path.to_owned(), hash: None, chosen: Chosen { skip, ..Chosen::default() } };
        let rows = [row("a", false), row("b", true)];
        let all = items(found(&["0", "b", "a"]), Some(&rows), &[]);
        assert_eq!(places(&all), [(0, "b"), (1, "a")]);
        assert!(all[0].chosen.skip && !all[1].chosen.skip);
    }

    #[test]
    fn a_request_survives_its_own_text() {
        let request = Request {
            from: Whence::Paths(vec!["/club".to_owned()]),
            athlete: None,
            rows: Some(vec![Row {
                path: "a".to_owned(),
                hash: Some(ContentHash("h".to_owned())),
                chosen: Chosen::default(),
            }]),
        };
        let text = serde_json::to_value(&request).expect("JSON");
        assert_eq!(serde_json::from_value::<Request>(text).expect("a request"), request);
    }
}
