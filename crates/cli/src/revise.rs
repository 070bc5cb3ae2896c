//! The commands that change an activity: ask, then print for a person or as JSON.

use app::App;
use clap::{Args, Subcommand};
use contract::Fault;
use contract::domain::id::{ActivityId, RevisionId};
use contract::domain::recording::ChannelKind;
use contract::domain::revision::{Change, Revision};
use contract::domain::sport::Sport;
use contract::domain::words::Words;
use contract::revision::{
    ListRevisions, PreviewRevision, ReviseActivity, RevisionPreview, RevisionsView, UndoRevision, VersionNumbers,
};

use crate::ask::ask;
use crate::imports::told;

/// Changing an activity. What was recorded stays as it is.
#[derive(Debug, Subcommand)]
pub(crate) enum Revise {
    /// Keep what lies between two moments.
    Trim {
        #[command(flatten)]
        what: What,
        /// First moment kept, such as 2:30 or 1:02:30; the start if left out.
        #[arg(long, value_parser = moment, default_value = "0:00")]
        from: f64,
        /// End of what is kept.
        #[arg(long, value_parser = moment)]
        to: f64,
    },
    /// Parts that count instead of the whole.
    Split {
        #[command(flatten)]
        what: What,
        /// Where to cut; given once for each cut, or set apart by commas.
        #[arg(long, value_parser = moment, value_delimiter = ',', required = true)]
        at: Vec<f64>,
    },
    /// Other recordings of the same session belong to this one.
    Merge {
        #[command(flatten)]
        what: What,
        /// Id of another; given once for each.
        #[arg(long, required = true)]
        with: Vec<ActivityId>,
    },
    /// It was another sport.
    Sport {
        #[command(flatten)]
        what: What,
        /// The sport, such as run.
        #[arg(value_parser = sport)]
        sport: Sport,
    },
    /// What a channel says between two moments is not the athlete's.
    Exclude {
        #[command(flatten)]
        what: What,
        /// The channel, such as heart-rate.
        #[arg(value_parser = channel)]
        channel: ChannelKind,
        /// First moment left out.
        #[arg(long, value_parser = moment)]
        from: f64,
        /// End of what is left out.
        #[arg(long, value_parser = moment)]
        to: f64,
    },
    /// Take a change back.
    Undo {
        /// Id of the change.
        revision: RevisionId,
        /// Why.
        #[arg(long)]
        reason: String,
    },
    /// Every change of an activity.
    History {
        /// Id.
        activity: ActivityId,
    },
}

/// Which activity, and why.
#[derive(Debug, Args)]
pub(crate) struct What {
    /// Id.
    activity: ActivityId,
    /// Why.
    #[arg(long, required_unless_present = "preview")]
    reason: Option<String>,
    /// Only say what it would do.
    #[arg(long)]
    preview: bool,
}

/// `revise`.
pub(crate) async fn revise(app: &App, command: Revise, as_json: bool) -> Result<(), Fault> {
    let (what, change) = match command {
        Revise::Trim { what, from, to } => (what, Change::Trim { from_s: from, to_s: to }),
        Revise::Split { what, at } => (what, Change::Split { at_s: at }),
        Revise::Merge { what, with } => (what, Change::Merge { of: with }),
        Revise::Sport { what, sport } => (what, Change::Sport { sport }),
        Revise::Exclude { what, channel, from, to } => (what, Change::Exclude { channel, from_s: from, to_s: to }),
        Revise::Undo { revision, reason } => {
            let view = ask(app, &UndoRevision { revision, reason }).await?.value;
            return told(&view, as_json, history);
        }
        Revise::History { activity } => {
            let view = ask(app, &ListRevisions { activity }).await?;
            return told(&view, as_json, history);
        }
    };
    let activity = what.activity;
    if what.preview {
        let seen = ask(app, &PreviewRevision { activity, change }).await?;
        return told(&seen, as_json, preview);
    }
    let reason = what.reason.unwrap_or_default();
    let view = ask(app, &ReviseActivity { activity, change, reason }).await?.value;
    told(&view, as_json, history)
}

fn preview(seen: &RevisionPreview) {
    let words = Words::here();
    let sides = [("edit-before", &seen.before), ("edit-after", &seen.after)];
    for (side, versions) in sides {
        for version in versions {
            line(&words.say(side), version);
        }
    }
}

fn history(view: &RevisionsView) {
    let words = Words::here();
    line(&words.say("edit-recorded"), &view.recorded);
    line(&words.say("edit-now"), &view.now);
    if view.revisions.is_empty() {
        println!("{}", words.say("cli-revision-none"));
    }
    for Revision { id, change, reason, author, undone, .. } in &view.revisions {
        let state = words.say(if undone.is_some() { "cli-revision-undone" } else { "cli-revision-standing" });
        println!("{id}  {state:<12} {}  ({author}: {reason})", words.revision(change));
    }
    for (number, id) in (1_u32..).zip(&view.parts) {
        let facts = [("number", number.into()), ("id", id.to_string().into())];
        println!("{}", words.say_with("cli-revision-part", &facts));
    }
}

fn line(name: &str, version: &VersionNumbers) {
    let minutes = version.timer.0 / 60.0;
    let km = version.distance.map_or_else(|| "-".to_owned(), |distance| format!("{:.2} km", distance.0 / 1000.0));
    let load = version.load.map_or_else(|| "-".to_owned(), |load| format!("{load:.0}"));
    let start = version.start_local.format("%Y-%m-%d %H:%M:%S");
    println!("{name:<12} {start}  {:<8} {minutes:>7.1} min  {km:>9}  {load:>5}", version.sport.code());
}

/// A moment: seconds, `42:10` or `1:02:03`.
fn moment(text: &str) -> Result<f64, String> {
    let parts: Option<Vec<u32>> = text.split(':').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([seconds]) => Ok(f64::from(*seconds)),
        Some([minutes, seconds @ 0..60]) => Ok(f64::from(*minutes) * 60.0 + f64::from(*seconds)),
        Some([hours, minutes @ 0..60, seconds @ 0..60]) => {
            Ok(f64::from(*hours) * 3600.0 + f64::from(*minutes) * 60.0 + f64::from(*seconds))
        }
        _ => Err("a time such as 42:10 or 1:02:30".to_owned()),
    }
}

fn sport(text: &str) -> Result<Sport, String> {
    Sport::from_code(text).ok_or_else(|| format!("one of {}", Sport::ALL.map(Sport::code).join(", ")))
}

fn channel(text: &str) -> Result<ChannelKind, String> {
    ChannelKind::from_code(text)
        .ok_or_else(|| format!("one of {}", ChannelKind::ALL.iter().map(|k| k.code()).collect::<Vec<_>>().join(", ")))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn moments_are_seconds_minutes_or_hours() {
        let read = |text| moment(text).ok();
        assert_eq!((read("90"), read("42:10"), read("1:02:30")), (Some(90.0), Some(2530.0), Some(3750.0)));
        assert_eq!((read("1:75"), read("soon"), read("1:2:3:4"), read("-5")), (None, None, None, None));
    }
}
