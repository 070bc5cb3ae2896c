//! Parts of an activity: the numbers of what somebody marks are those the whole has, and a track goes nowhere without
//! consent.

use std::collections::BTreeMap;

use contract::measure::{ActivityTrace, ShowMeasures};
use contract::span::{ActivitySplits, SpanNumbers, SplitBy};
use contract::track::ActivityTrack;
use domain::consent::DataCategory;
use domain::measures::Measured;
use domain::metric::Metric;
use domain::recording::{ChannelKind, Span};

use crate::club::{Club, ride};

const fn span(from_s: u32, to_s: u32) -> Span {
    Span { from_ms: from_s * 1000, to_ms: to_s * 1000 }
}

/// The same numbers, as far as the roster keeps the decimals of samples.
fn alike(marked: &BTreeMap<Metric, Measured>, whole: &BTreeMap<Metric, Measured>) {
    assert!(marked.keys().eq(whole.keys()));
    for (metric, measured) in marked {
        match (measured.value(), whole[metric].value()) {
            (Some(a), Some(b)) => assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{metric}: {a}, not {b}"),
            _ => assert_eq!(measured, &whole[metric], "{metric}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_marked_has_the_numbers_of_the_whole_and_halves_make_it_up() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let whole =
        club.ask(&ShowMeasures { activity: id, width: 400 }).await.expect("measured").measures.expect("computed");
    let marked = club.ask(&SpanNumbers { id, spans: vec![span(0, 90_000)] }).await.expect("computed");
    assert_eq!(marked.zones, whole.zones);
    alike(&marked.values, &whole.values);
    assert!(marked.channels.iter().any(|channel| channel.kind == ChannelKind::Power && channel.seconds > 3000.0));

    let halves = club.ask(&ActivitySplits { id, by: SplitBy::Halves }).await.expect("cut").splits;
    let sum = |value: fn(&contract::span::Split) -> f64| halves.iter().map(value).sum::<f64>();
    let near = |sum: f64, metric: Metric, within: f64| {
        let all = whole.values[&metric].value().expect("known");
        assert!((sum - all).abs() <= within, "{metric}: {sum}, not {all}");
    };
    near(sum(|half| half.timer.0), Metric::Duration, 1.5);
    near(sum(|half| half.distance.expect("a way").0), Metric::Distance, 15.0);
    near(sum(|half| half.avg_power.expect("power").0) / 2.0, Metric::AvgPower, 1.0);

    let (from, to) = (halves[1].span, halves[0].span);
    let both = club.ask(&SpanNumbers { id, spans: vec![from, to] }).await.expect("computed");
    assert_eq!(both.values, marked.values, "touching spans are one");
    let apart = club.ask(&SpanNumbers { id, spans: vec![span(2000, 2300), span(600, 900)] }).await.expect("computed");
    assert_eq!((apart.timer.0, apart.elapsed.0), (600.0, 1700.0), "what lies between does not count");
    let nothing = club.ask(&SpanNumbers { id, spans: Vec::new() }).await.expect("computed");
    assert!(nothing.channels.is_empty() && nothing.values[&Metric::Duration].value().is_none());
    assert!(club.ask(&ActivitySplits { id, by: SplitBy::Distance { meters: 1.0 } }).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_narrow_span_is_drawn_with_every_sample() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let ask = |from, to| ActivityTrace { id, width: 200, channels: vec![ChannelKind::Power], from, to };
    let whole = club.ask(&ask(None, None)).await.expect("drawn");
    assert!(whole.lines[0].points.len() <= 210 && whole.along.len() > 50, "{}", whole.lines[0].points.len());
    let part = club.ask(&ask(Some(600.0), Some(660.0))).await.expect("drawn");
    assert_eq!(part.span, (600.0, 660.0));
    assert_eq!(part.lines[0].points.len(), 63, "every second, and one on each side");
    assert_eq!(part.lines.len(), 1, "the way is no line of its own");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_track_needs_consent_and_says_when_it_is_withheld() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let ask = ActivityTrack { id, mark_m: 1000.0 };
    let track = club.ask(&ask).await.expect("drawn");
    assert!(!track.withheld && track.points.len() > 50 && track.marks.len() > 5, "{} points", track.points.len());
    club.consent(1, ada.id, DataCategory::Location, false).await;
    let track = club.ask(&ask).await.expect("answered");
    assert!(track.withheld && track.points.is_empty() && track.marks.is_empty() && track.values.is_empty());
    let trace = ActivityTrace { id, width: 200, channels: vec![ChannelKind::Latitude], from: None, to: None };
    assert!(club.ask(&trace).await.expect("drawn").lines.is_empty());
}
