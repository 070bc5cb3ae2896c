//! Examples of the calls about availability, seasons, the board and what came of the plans.

use serde_json::{Value, json};

/// Something real to ask of seasons, blocks, the board and what came of the plans.
pub(super) fn planning_examples(athlete: &Value) -> Vec<(&'static str, Value)> {
    let (week, running) = ("2026-W48", "2026-W47");
    let session =
        json!({ "kind": "easy", "sport": "ride", "title": "Club ride", "minutes": 50, "load": 36.0, "steps": [] });
    let line = json!({ "phase": "base", "share": 1.0, "quality": 1, "long_share": 0.28, "strength": 1, "deload": false,
        "test": false, "content": "Easy rides" });
    let bounds = json!({ "day_minutes": 90, "week_minutes": null, "week_load": 400.0, "quality": 1, "spacing_hours": 72,
        "rest_days": 2, "ramp": 0.1, "hold": false });
    vec![
        (
            "AddException",
            json!({ "athletes": [athlete], "kind": "school", "from": "2026-11-25", "to": "2026-11-26", "minutes": 20,
            "note": "Exams", "supersedes": null }),
        ),
        ("ShowAvailability", json!({ "week": week, "squad": null })),
        ("WithdrawException", json!({ "athlete": athlete, "exception": "<exception>" })),
        (
            "AddBlock",
            json!({ "squad": null, "kind": "group-session", "name": "Club evening", "from": "2026-11-23",
            "to": "2026-12-20", "weekdays": [false, false, true, false, false, false, false], "starts": "18:30:00",
            "session": session, "supersedes": null }),
        ),
        ("ListBlocks", json!({})),
        ("ApplyBlock", json!({ "block": "<block>", "week": week, "write": false })),
        ("WithdrawBlock", json!({ "block": "<block>" })),
        ("ListSeasonTemplates", json!({})),
        (
            "SetSeason",
            json!({ "athlete": athlete, "name": "Winter", "template": null, "start": running, "base": 300.0,
            "goal": { "goal": "peak-load", "points": 360.0 }, "weeks": [line, line], "supersedes": null }),
        ),
        ("ShowSeason", json!({ "athlete": athlete, "from": running, "weeks": 8 })),
        ("CopySeason", json!({ "athlete": athlete, "season": "<season>", "to": [["<bo>", week]] })),
        ("WithdrawSeason", json!({ "athlete": athlete, "season": "<season>" })),
        ("WithdrawRace", json!({ "athlete": athlete, "race": "<race>" })),
        ("WithdrawPhase", json!({ "athlete": athlete, "phase": "<phase>" })),
        ("ShowLibrary", json!({ "athlete": athlete })),
        (
            "ReadWorkout",
            json!({ "text": "15min @ 65%, 3x(10min @ 99%, r2min), 7min @ 60%", "title": "Threshold", "kind": "threshold",
            "sport": "ride", "athlete": athlete }),
        ),
        (
            "AddTemplate",
            json!({ "title": "Own intervals", "kind": "interval", "sport": "ride", "text": "5x(4min @ 105%, r4min)",
            "athlete": null }),
        ),
        ("WithdrawTemplate", json!({ "template": "<template>" })),
        ("ShowPlanning", json!({})),
        ("SetBounds", json!({ "scope": { "scope": "athlete", "athlete": athlete }, "bounds": bounds })),
        ("SetHabit", json!({ "habit": { "habit": "moves-to", "kind": "long", "day": "Sat" }, "on": false })),
        ("SetCorrection", json!({ "on": true })),
        ("DraftAll", json!({ "week": running, "squad": null, "missing_only": false, "task": null })),
        ("DraftAll", json!({ "week": week, "squad": null, "missing_only": false, "task": null })),
        ("ShowBoard", json!({ "week": running, "weeks": 2, "squad": null })),
        ("RevertSession", json!({ "athlete": athlete, "week": week, "session": "<added>" })),
        ("ExplainWeek", json!({ "athlete": athlete, "week": week })),
        ("ReplayProposal", json!({ "athlete": athlete, "week": week, "version": null })),
        ("ApproveWeek", json!({ "athlete": athlete, "week": week, "withdraw": false })),
        ("ApproveGreen", json!({ "week": week, "squad": null })),
        ("ProposeAdaptation", json!({ "athlete": athlete })),
        ("DecideAdaptation", json!({ "athlete": athlete, "inputs": "<inputs>", "apply": false, "text": null })),
        ("ShowAdherence", json!({ "athlete": athlete, "week": week, "weeks": 4 })),
        ("JoinFollowUps", json!({})),
        ("ListFollowUps", json!({ "athlete": athlete, "limit": 50 })),
    ]
}
