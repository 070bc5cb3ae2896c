//! A recording made ready for somebody: on their clock, cleaned by their limits, summed up by their settings, packed. Pure
//! work for any thread; done ahead for whom a file most likely is, and again only if it turns out to be somebody else's.

use chrono::{DateTime, Duration, NaiveDateTime, TimeZone, Utc};
use domain::clean::clean;
use domain::id::AthleteId;
use domain::measures::{Computed, Curves};
use domain::recording::{Channel, ChannelKind, Recording, Repair};
use domain::same::Outline;
use domain::summary::Summary;
use domain::unit::Rpe;
use store::{Encoded, EncodedMeasures, StoreFault};

use super::club::Member;
use crate::derive::{local, zone_of};

/// A recording ready to be compared and kept.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// For whom.
    pub(crate) whose: AthleteId,
    /// Cleaned, its start in UTC.
    pub(crate) recording: Recording,
    /// Repairs of the reader and of cleaning.
    pub(crate) repairs: Vec<Repair>,
    pub(crate) start_local: NaiveDateTime,
    pub(crate) place: Option<(f64, f64)>,
    pub(crate) summary: Summary,
    /// The channels packed; `None` in a preview.
    pub(crate) packed: Option<Encoded>,
    /// What was measured besides, packed; `None` in a preview.
    pub(crate) measured: Option<EncodedMeasures>,
    /// How many of the repairs are the reader's.
    read: usize,
    /// What the device's wall clock showed, where that is all the file says.
    wall: Option<DateTime<Utc>>,
}

impl Prepared {
    /// Makes a recording ready for somebody; `pack` is left out where nothing is kept.
    pub(crate) fn of(
        recording: Recording,
        repairs: Vec<Repair>,
        member: &Member,
        pack: bool,
    ) -> Result<Prepared, StoreFault> {
        let wall = recording.local_clock.then_some(recording.start);
        Prepared::ready(recording, repairs, wall, member, pack)
    }

    /// The same for somebody else.
    pub(crate) fn again(mut self, member: &Member) -> Result<Prepared, StoreFault> {
        self.repairs.truncate(self.read);
        Prepared::ready(self.recording, self.repairs, self.wall, member, self.packed.is_some())
    }

    fn ready(
        mut recording: Recording,
        mut repairs: Vec<Repair>,
        wall: Option<DateTime<Utc>>,
        member: &Member,
        pack: bool,
    ) -> Result<Prepared, StoreFault> {
        if let Some(wall) = wall {
            recording.start = in_zone(wall.naive_utc(), zone_of(&member.athlete));
        }
        let start_local = local(&member.athlete, recording.start);
        let read = repairs.len();
        repairs.extend(clean(&mut recording, &member.limits));
        let curves = if pack { Curves::Wanted } else { Curves::Kept };
        let computed = compute(&recording, start_local, member, None, curves);
        Ok(Prepared {
            whose: member.athlete.id,
            place: place(&recording),
            packed: if pack { Some(Encoded::of(&recording.channels)?) } else { None },
            measured: if pack { Some(EncodedMeasures::of(&computed, curves)?) } else { None },
            summary: computed.summary,
            recording,
            repairs,
            start_local,
            read,
            wall,
        })
    }

    /// Computes anew, with a felt effort a person gave.
    pub(crate) fn sum(&mut self, member: &Member, rpe: Option<Rpe>) -> Result<(), StoreFault> {
        let curves = if self.measured.is_some() { Curves::Wanted } else { Curves::Kept };
        let computed = compute(&self.recording, self.start_local, member, rpe, curves);
        if self.measured.is_some() {
            self.measured = Some(EncodedMeasures::of(&computed, curves)?);
        }
        self.summary = computed.summary;
        Ok(())
    }

    pub(crate) fn outline(&self) -> Outline {
        let recording = &self.recording;
        Outline {
            sport: recording.sport,
            start: recording.start,
            local_clock: self.wall.is_some(),
            timer_s: recording.timer.0,
            elapsed_s: recording.elapsed.0,
            distance_m: recording.distance.map(|distance| distance.0),
            place: self.place,
        }
    }

    pub(crate) fn heart(&self) -> Option<&Channel> {
        self.recording.channel(ChannelKind::HeartRate)
    }

    /// How many samples each channel has.
    pub(crate) fn sizes(&self) -> Vec<(ChannelKind, u32)> {
        let size = |channel: &Channel| (channel.kind, u32::try_from(channel.ms.len()).unwrap_or(u32::MAX));
        self.recording.channels.iter().map(size).collect()
    }
}

fn compute(
    recording: &Recording,
    start_local: NaiveDateTime,
    member: &Member,
    rpe: Option<Rpe>,
    curves: Curves,
) -> Computed {
    member.grounds.compute(&member.athlete, start_local.date(), recording, rpe, curves)
}

/// The moment a wall clock shows a time in a zone. Of a time that comes twice the first is taken; one that was skipped lies
/// as far behind the change as it says.
pub(crate) fn in_zone(wall: NaiveDateTime, zone: chrono_tz::Tz) -> DateTime<Utc> {
    let at = |wall: NaiveDateTime| zone.from_local_datetime(&wall).earliest().map(|at| at.with_timezone(&Utc));
    let hour = Duration::hours(1);
    at(wall).or_else(|| at(wall - hour).map(|before| before + hour)).unwrap_or_else(|| wall.and_utc())
}

/// Where it began, to a hundredth of a degree: near enough to know the town, too far to know the door.
pub(crate) fn place(recording: &Recording) -> Option<(f64, f64)> {
    let latitude = recording.channel(ChannelKind::Latitude)?;
    let mut longitudes = recording.channel(ChannelKind::Longitude)?.usable().peekable();
    let rounded = |degrees: f64| (degrees * 100.0).round() / 100.0;
    latitude.usable().find_map(|(ms, latitude)| {
        while longitudes.next_if(|(at, _)| *at < ms).is_some() {}
        longitudes.next_if(|(at, _)| *at == ms).map(|(_, longitude)| (rounded(latitude), rounded(longitude)))
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::recording::Span;
    use domain::sport::Sport;

    use super::*;
    use crate::effort::Grounds;

    fn member(zone: &str) -> Member {
        let mut athlete = testkit::people::athlete(1, "Ada Fell");
        athlete.zone = zone.to_owned();
        let settings = vec![testkit::people::settings()];
        let grounds = Grounds { settings, rpe_scale: None, scales: Vec::new() };
        Member { athlete, grounds, limits: Default::default() }
    }

    #[test]
    fn a_wall_clock_is_read_in_the_athletes_zone_and_again_in_anothers() {
        let noon = NaiveDate::from_ymd_opt(2026, 7, 1).and_then(|day| day.and_hms_opt(12, 0, 0)).expect("a time");
        let recording = Recording { start: noon.and_utc(), local_clock: true, ..Recording::default() };
        let here = Prepared::of(recording, Vec::new(), &member("Europe/Berlin"), true).expect("ready");
        assert_eq!(here.recording.start, noon.and_utc() - Duration::hours(2));
        let there = here.again(&member("America/New_York")).expect("ready");
        assert_eq!(there.recording.start, noon.and_utc() + Duration::hours(4));
        assert_eq!(there.start_local, noon, "the wall clock stays what it was");
        assert!(there.packed.is_some() && there.outline().local_clock);
    }

    #[test]
    fn a_wall_clock_time_that_was_skipped_or_came_twice_is_still_a_moment() {
        let berlin: chrono_tz::Tz = "Europe/Berlin".parse().expect("a zone");
        let at = |month, day, hour| {
            let date = NaiveDate::from_ymd_opt(2026, month, day).and_then(|date| date.and_hms_opt(hour, 30, 0));
            in_zone(date.expect("a time"), berlin).to_rfc3339()
        };
        assert_eq!(at(3, 29, 2), "2026-03-29T01:30:00+00:00");
        assert_eq!(at(10, 25, 2), "2026-10-25T00:30:00+00:00");
    }

    #[test]
    fn a_place_is_the_first_position_that_may_be_used_rounded_to_a_hundredth() {
        let channel = |kind, values: Vec<f64>, suspect| Channel { kind, ms: vec![0, 1000, 2000], values, suspect };
        let wrong = vec![Span { from_ms: 0, to_ms: 1 }];
        let recording = Recording {
            sport: Sport::Ride,
            channels: vec![
                channel(ChannelKind::Latitude, vec![0.0, 51.1234, 51.2], wrong.clone()),
                channel(ChannelKind::Longitude, vec![0.0, -3.5678, -3.6], wrong),
            ],
            ..Recording::default()
        };
        assert_eq!(place(&recording), Some((51.12, -3.57)));
        assert_eq!(place(&Recording::default()), None);
    }
}
