//! Limits of one session alone, and of the minutes of its day.

use chrono::{Duration, NaiveDate};
use domain::mark::MarkKind;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::SessionKind;
use domain::sport::Sport;

use super::health::Stage;
use super::{Bar, Hold, Item, Limits, PAIN, YOUTH, answered, spike};

/// One session may be this much longer than the longest of the last 30 days (Frandsen 2025, running).
pub(super) const SPIKE: f64 = 1.10;
/// Age under which no intervals above threshold are planned.
const CHILD: u32 = 14;
/// Days after the end of an injury on which the coach decides (SCIENCE 21).
pub(crate) const INJURY_DAYS: i64 = 30;
/// Days high above the sea after which the place is no longer new, and those without quality (SCIENCE 21: 3 to 7).
pub(crate) const NEW_PLACE_DAYS: i64 = 7;
const ALTITUDE_QUALITY_DAYS: i64 = 3;

/// What stands no harder training: easy sessions, and what is hardly training.
const fn gentle(kind: SessionKind) -> bool {
    matches!(
        kind,
        SessionKind::Rest
            | SessionKind::Recovery
            | SessionKind::Easy
            | SessionKind::Mobility
            | SessionKind::Yoga
            | SessionKind::Relaxation
    )
}

impl Limits<'_> {
    /// The limits of a session alone.
    pub(super) fn session_bars(&self, item: &Item) -> Vec<Bar> {
        let (context, date) = (self.context, item.date);
        let mut bars = Vec::new();
        if self.holds(date) {
            bars.extend(self.hold_reason().map(Bar::never));
        } else if let Some(Hold::Pain(..)) = self.hold
            && !gentle(item.kind)
        {
            bars.extend(self.hold_reason().map(Bar::never));
        }
        if let Some(stage) = self.stage(date) {
            let allowed = gentle(item.kind) || (stage.long() && item.kind == SessionKind::Long);
            let minutes = if allowed && item.intensity() <= stage.intensity() + 1e-9 { stage.minutes() } else { 0 };
            bars.push(Bar { minutes, reason: self.stage_reason(stage), asks: None });
        }
        let room = context.room(date);
        if !room.sports.is_empty() && !room.sports.contains(&item.sport) {
            let reason = Reason::new(Rule::SportThatDay, Effect::Removed, Grade::D).on(date);
            bars.push(Bar::never(reason.named(item.sport.code())));
        }
        if let Some(age) = context.age.filter(|age| *age < CHILD)
            && item.kind == SessionKind::Interval
        {
            bars.push(Bar::never(self.youth(age)));
        }
        if item.quality {
            bars.extend(self.quality_bars(date));
        }
        if item.kind != SessionKind::Race
            && let Some((minutes, longest)) = spike(context, item.sport)
        {
            bars.push(Bar::most(minutes, 0, spike_reason(item.sport, date, longest)));
        }
        bars
    }

    /// What forbids quality on a day: an injury that is over for a short time only, a new place.
    fn quality_bars(&self, date: NaiveDate) -> Vec<Bar> {
        let mut bars = Vec::new();
        if let Some(last) = self.injury.filter(|last| (date - *last).num_days() < INJURY_DAYS) {
            bars.push(Bar::never(self.injury_reason(last)));
        }
        let mut marks: Vec<(NaiveDate, MarkKind, f64)> = self
            .context
            .marks
            .iter()
            .filter(|mark| mark.from <= date && !mark.withdrawn)
            .map(|mark| (mark.from, mark.kind, mark.size.unwrap_or(0.0).abs()))
            .collect();
        marks.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
        for (from, kind, size) in marks {
            let days = match kind {
                MarkKind::Travel => jet_lag_days(size),
                MarkKind::Altitude => ALTITUDE_QUALITY_DAYS,
                _ => 0,
            };
            if date >= from + Duration::days(days) {
                continue;
            }
            let reason = if kind == MarkKind::Travel {
                let reason = Reason::new(Rule::TravelQuality, Effect::Removed, Grade::D).on(date);
                reason.fact("days", days as f64).fact("zones", size)
            } else {
                let reason = Reason::new(Rule::NewPlace, Effect::Removed, Grade::D).on(date).named(kind.code());
                reason.fact("days", ((date - from).num_days() + 1) as f64).limit(days as f64)
            };
            bars.push(Bar::never(reason));
        }
        bars
    }

    /// Minutes of the day that others leave: answered ones, and the coach's limit.
    pub(super) fn day_bars(&self, item: &Item, others: &[Item]) -> Vec<Bar> {
        let (context, date) = (self.context, item.date);
        let beside: u32 =
            others.iter().filter(|other| other.date == date).map(|other| other.minutes).fold(0, u32::saturating_add);
        let mut bars = Vec::new();
        if let Some(available) = answered(context, date) {
            let left = available.saturating_sub(beside);
            let reason = Reason::new(Rule::AvailableMinutes, Effect::Lowered, Grade::D).on(date);
            bars.push(Bar::most(left, beside, reason.limit(f64::from(available))));
            if let Some(exception) = context.room(date).exception {
                let reason = Reason::new(Rule::DatedException, Effect::Lowered, Grade::D).on(date);
                let reason = reason.fact("minutes", f64::from(available)).named(exception.code());
                bars.push(Bar { minutes: left, reason, asks: None });
            }
        }
        if let Some(bound) = context.bounds.day_minutes {
            let reason = Reason::new(Rule::DayBound, Effect::Lowered, Grade::D).on(date).limit(f64::from(bound));
            bars.push(Bar::most(bound.saturating_sub(beside), beside, reason));
        }
        bars
    }

    /// The stage of coming back from an illness that a day has.
    pub(super) fn stage(&self, date: NaiveDate) -> Option<Stage> {
        self.illnesses.iter().filter_map(|illness| illness.stage(date)).min()
    }

    /// The age as a reason.
    pub(crate) fn youth(&self, age: u32) -> Reason {
        Reason::new(Rule::Youth, Effect::Flagged, Grade::D)
            .fact("age", f64::from(age))
            .fact("quality", f64::from(self.quality))
            .limit(f64::from(YOUTH))
    }

    /// A short time since an injury, as a reason.
    pub(crate) fn injury_reason(&self, last: NaiveDate) -> Reason {
        Reason::new(Rule::ReturnFromInjury, Effect::Doubted, Grade::D)
            .on(last)
            .fact("days", (self.context.today - last).num_days() as f64)
            .limit(INJURY_DAYS as f64)
    }
}

/// Days without quality after crossing time zones (SCIENCE 16: `min(3, zones / 2)`, whole days).
pub(crate) fn jet_lag_days(zones: f64) -> i64 {
    if zones.is_finite() { (zones / 2.0).ceil().clamp(0.0, 3.0) as i64 } else { 0 }
}

/// The spike rule as a reason. The study is about running; for other sports it is carried over by design.
pub(crate) fn spike_reason(sport: Sport, date: NaiveDate, longest: f64) -> Reason {
    let grade = if sport == Sport::Run { Grade::B } else { Grade::D };
    Reason::new(Rule::SingleSessionSpike, Effect::Lowered, grade)
        .on(date)
        .fact("longest", longest)
        .limit(longest * SPIKE)
}

/// Pain as the limit that holds.
pub(super) fn pain_reason(date: NaiveDate, pain: f64) -> Reason {
    Reason::new(Rule::PainHold, Effect::Lowered, Grade::D).on(date).fact("pain", pain).limit(PAIN)
}
