//! Every signal of an athlete: the newest reading, where it is from, how old and how good. The data contract, told by what
//! the roster holds.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use contract::entry::{ShowSignals, SignalView};
use domain::activity::Activity;
use domain::recording::{Channel, ChannelKind};
use domain::signal::{self, Freshness, Quality, SignalFact, SignalId};
use domain::wellness::{WellnessEntry, WellnessField};
use store::Roster;

use crate::trace::device_words;
use crate::{Answer, App, AppFault};

/// Readings are counted over so many days.
const RECENT_DAYS: i64 = 28;
/// More than this share of suspect samples, and a channel says nothing (SCIENCE 0: at least 60 % must be usable).
const POOR: f64 = 0.4;

impl Answer for ShowSignals {
    async fn answer(self, app: &App) -> Result<Vec<SignalView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let on = self.on.unwrap_or_else(|| app.today_of(&athlete));
        let activities = roster.activities(athlete.id, None, Some(on), None).await?;
        let recorded = Recorded::find(&roster, activities, on).await?;
        let wellness = roster.wellness(athlete.id, None, Some(on)).await?;
        let told = Told::of(&wellness, on);
        let mut views = Vec::new();
        for fact in signal::registry() {
            views.push(match fact.signal {
                SignalId::Channel(kind) => recorded.view(&roster, fact, kind, on).await?,
                SignalId::Wellness(field) => told.view(fact, field, on),
            });
        }
        Ok(views)
    }
}

/// A signal of which nothing is here.
fn never(fact: &SignalFact) -> SignalView {
    SignalView {
        signal: fact.signal,
        tier: fact.tier,
        value: None,
        at: None,
        source: None,
        freshness: Freshness::Never,
        quality: None,
        recent: 0,
        activity: None,
    }
}

/// By the signal's own rule.
fn freshness(fact: &SignalFact, day: NaiveDate, on: NaiveDate) -> Freshness {
    let current = (on - day).num_days() <= i64::from(fact.current_days);
    if current { Freshness::Current } else { Freshness::Stale }
}

/// Whether a day lies in the days readings are counted over.
fn is_recent(day: NaiveDate, on: NaiveDate) -> bool {
    on - Duration::days(RECENT_DAYS) < day && day <= on
}

/// The newest activity that has each channel, and how many had it lately.
struct Recorded {
    newest: BTreeMap<ChannelKind, Activity>,
    recent: BTreeMap<ChannelKind, u32>,
}

impl Recorded {
    /// Looks back from the newest activity until every kind was seen; only the names of channels are read.
    async fn find(roster: &Roster, activities: Vec<Activity>, on: NaiveDate) -> Result<Recorded, AppFault> {
        let mut found = Recorded { newest: BTreeMap::new(), recent: BTreeMap::new() };
        for activity in activities {
            let recent = is_recent(activity.day(), on);
            if !recent && found.newest.len() == ChannelKind::ALL.len() {
                break;
            }
            for kind in roster.channel_kinds(activity.id).await? {
                if recent {
                    *found.recent.entry(kind).or_default() += 1;
                }
                found.newest.entry(kind).or_insert_with(|| activity.clone());
            }
        }
        Ok(found)
    }

    async fn view(
        &self,
        roster: &Roster,
        fact: &SignalFact,
        kind: ChannelKind,
        on: NaiveDate,
    ) -> Result<SignalView, AppFault> {
        let Some(activity) = self.newest.get(&kind) else { return Ok(never(fact)) };
        let channel = roster.channels(activity.id, &[kind]).await?.into_iter().next();
        let (value, quality) = channel.as_ref().map_or((None, None), read);
        Ok(SignalView {
            value,
            at: Some(activity.start_local),
            source: activity.device.as_ref().and_then(device_words),
            freshness: freshness(fact, activity.day(), on),
            quality,
            recent: self.recent.get(&kind).copied().unwrap_or_default(),
            activity: Some(activity.id),
            ..never(fact)
        })
    }
}

/// The mean of a channel's usable samples, and how good it is.
fn read(channel: &Channel) -> (Option<f64>, Option<Quality>) {
    let (count, sum) = channel.usable().fold((0_u32, 0.0), |(count, sum), (_, value)| (count + 1, sum + value));
    if channel.ms.is_empty() {
        return (None, None);
    }
    let value = (count > 0).then(|| sum / f64::from(count));
    let share = 1.0 - f64::from(count) / channel.ms.len() as f64;
    let quality = match share {
        share if share > POOR => Quality::Poor { share },
        share if share > 0.0 => Quality::Repaired { share },
        _ => Quality::Good,
    };
    (value, Some(quality))
}

/// The newest value of each field, and on how many days there was one lately.
struct Told<'a> {
    newest: BTreeMap<WellnessField, &'a WellnessEntry>,
    recent: BTreeMap<WellnessField, u32>,
}

impl<'a> Told<'a> {
    /// `entries` by day, those recorded later last.
    fn of(entries: &'a [WellnessEntry], on: NaiveDate) -> Told<'a> {
        let mut told = Told { newest: BTreeMap::new(), recent: BTreeMap::new() };
        let mut counted: BTreeMap<WellnessField, NaiveDate> = BTreeMap::new();
        for entry in entries {
            let (field, day) = (entry.value.field, entry.value.date);
            told.newest.insert(field, entry);
            // A corrected value is still one reading of its day.
            if is_recent(day, on) && counted.insert(field, day) != Some(day) {
                *told.recent.entry(field).or_default() += 1;
            }
        }
        told
    }

    fn view(&self, fact: &SignalFact, field: WellnessField, on: NaiveDate) -> SignalView {
        let Some(entry) = self.newest.get(&field) else { return never(fact) };
        let value = &entry.value;
        let quality = if is_said(field, &value.source) { Quality::Reported } else { Quality::Good };
        SignalView {
            value: Some(value.value),
            at: Some(NaiveDateTime::new(value.date, NaiveTime::MIN)),
            source: Some(value.source.clone()),
            freshness: freshness(fact, value.date, on),
            quality: Some(quality),
            recent: self.recent.get(&field).copied().unwrap_or_default(),
            ..never(fact)
        }
    }
}

/// Whether a person said it: how they feel, or anything entered by hand.
fn is_said(field: WellnessField, source: &str) -> bool {
    matches!(source, "coach" | "athlete" | "by hand")
        || matches!(
            field,
            WellnessField::SleepQuality
                | WellnessField::Fatigue
                | WellnessField::Soreness
                | WellnessField::Stress
                | WellnessField::Mood
                | WellnessField::Illness
                | WellnessField::Pain
                | WellnessField::Injury
                | WellnessField::Fever
        )
}

#[cfg(test)]
mod tests {
    use domain::recording::Span;
    use domain::signal::Tier;
    use domain::wellness::WellnessValue;

    use super::*;

    fn channel(suspect: u32) -> Channel {
        let suspect = if suspect == 0 { Vec::new() } else { vec![Span { from_ms: 0, to_ms: suspect * 1000 }] };
        let (ms, values) = ((0..10).map(|s| s * 1000).collect(), (0..10).map(f64::from).collect());
        Channel { kind: ChannelKind::HeartRate, ms, values, suspect }
    }

    #[test]
    fn quality_comes_from_the_share_of_samples_that_cannot_be_used() {
        assert_eq!(read(&channel(0)), (Some(4.5), Some(Quality::Good)));
        let (value, quality) = read(&channel(4));
        assert_eq!(value, Some(6.5), "the mean is over what can be used");
        assert!(matches!(quality, Some(Quality::Repaired { share }) if (share - 0.4).abs() < 1e-9), "{quality:?}");
        assert!(matches!(read(&channel(5)).1, Some(Quality::Poor { .. })));
        assert_eq!(read(&channel(10)).0, None, "nothing usable is no value, not zero");
    }

    #[test]
    fn a_corrected_value_counts_once_and_the_correction_is_the_newest() {
        let on = testkit::clock::today();
        let entry = |days: i64, value: f64| {
            let value = WellnessValue {
                date: on - Duration::days(days),
                field: WellnessField::Sleep,
                value,
                source: "coach".to_owned(),
            };
            testkit_entry(value)
        };
        let entries = [entry(40, 6.0), entry(1, 7.0), entry(1, 8.0)];
        let told = Told::of(&entries, on);
        let fact = SignalFact {
            signal: SignalId::Wellness(WellnessField::Sleep),
            tier: Tier::Direct,
            unit: "h",
            current_days: 2,
            used_for: "",
            ground: "",
        };
        let view = told.view(&fact, WellnessField::Sleep, on);
        assert_eq!((view.value, view.recent, view.freshness), (Some(8.0), 1, Freshness::Current));
        assert_eq!(view.quality, Some(Quality::Reported));
        let later = told.view(&fact, WellnessField::Sleep, on + Duration::days(5));
        assert_eq!(later.freshness, Freshness::Stale);
        assert_eq!(told.view(&fact, WellnessField::Rmssd, on).freshness, Freshness::Never);
    }

    fn testkit_entry(value: WellnessValue) -> WellnessEntry {
        WellnessEntry {
            id: domain::id::WellnessId(testkit::id(1)),
            athlete: domain::id::AthleteId(testkit::id(2)),
            batch: None,
            value,
            recorded_at: testkit::clock::now(),
        }
    }
}
