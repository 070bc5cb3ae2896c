//! An example of each call about keys and plan files of other people.

use serde_json::{Value, json};

/// After an export of the athlete's week to the folder `out`.
pub(super) fn key_examples(home: &str, athlete: &Value, week: &str) -> Vec<(&'static str, Value)> {
    vec![
        ("PlanTexts", json!({ "athlete": athlete, "week": week, "for_team": false })),
        (
            "ReadPlan",
            json!({ "file": { "from": "path", "path": format!("{home}/out/Ada Fell {week}.tsplan") },
            "passphrase": null, "athlete": athlete }),
        ),
        ("PlanSources", json!({ "athlete": athlete, "week": week })),
        (
            "JudgeKey",
            json!({ "key": "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "name": "Bo Hart", "state": "trusted",
            "why": null }),
        ),
        ("ListKeys", json!({})),
        ("ExportKey", json!({ "passphrase": "correct horse battery", "folder": format!("{home}/keys") })),
        ("RenewKey", json!({ "lost": false, "why": "New laptop", "folder": format!("{home}/renewed") })),
        ("ReadStatement", json!({ "file": { "from": "path", "path": "<statement>" } })),
        ("ImportKey", json!({ "file": { "from": "path", "path": "<keys>" }, "passphrase": "correct horse battery" })),
    ]
}
