//! The activities around a moment, to find the one a file is a copy of: each read once an import, heart rates only of those
//! whose start, length and distance leave it open.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Days, Duration, NaiveDate, NaiveTime, Utc};
use domain::activity::Activity;
use domain::athlete::DeviceStamp;
use domain::id::{ActivityId, AthleteId, ContentHash, SessionId};
use domain::recording::{Channel, ChannelKind, RepairKind};
use domain::same::{self, Likeness, Outline};
use domain::unit::Rpe;
use store::Roster;

use super::prepared::Prepared;
use crate::AppFault;

/// Candidates whose heart rates are compared at most, the nearest in time first: a whole club that starts at once must not
/// be compared with itself.
const MOST: usize = 16;

/// Two that measured as much as this share apart measured alike.
const ALIKE: f64 = 0.02;

/// An activity that is here, or an earlier file of the same preview.
#[derive(Debug)]
pub(crate) struct Known {
    /// In the roster.
    pub(crate) id: Option<ActivityId>,
    /// In the preview.
    pub(crate) row: Option<u32>,
    pub(crate) athlete: AthleteId,
    pub(crate) outline: Outline,
    pub(crate) rpe: Option<Rpe>,
    pub(crate) session: Option<SessionId>,
    /// It is the device's own file: it names the device's serial.
    own: bool,
    /// Somebody changed it since: it counts as they made it, however much another file of it holds.
    revised: bool,
    file: File,
    /// What the roster would tell of one that is not in it.
    seen: Option<Seen>,
}

#[derive(Debug)]
struct Seen {
    /// The packed heart rate.
    heart: Option<Vec<u8>>,
    sizes: Vec<(ChannelKind, u32)>,
}

#[derive(Debug)]
enum File {
    Hash(ContentHash),
    Named(String),
}

/// What a file's activity is most alike.
#[derive(Debug, Clone)]
pub(crate) struct Match {
    pub(crate) known: Arc<Known>,
    pub(crate) likeness: Likeness,
}

/// The activities around the moments asked for so far, each activity once (its copies left out).
pub(crate) struct Neighbours {
    roster: Roster,
    days: HashSet<NaiveDate>,
    /// Those somebody changed: they are known by what was recorded.
    revised: HashSet<ActivityId>,
    by_start: BTreeMap<DateTime<Utc>, Vec<Arc<Known>>>,
}

impl Neighbours {
    pub(crate) fn of(roster: &Roster) -> Neighbours {
        let (days, revised) = (HashSet::new(), HashSet::new());
        Neighbours { roster: roster.clone(), days, revised, by_start: BTreeMap::new() }
    }

    /// The activity a recording is most alike, if it may be the same; only of athletes who are asked for.
    pub(crate) async fn best(
        &mut self,
        prepared: &Prepared,
        of: &(dyn Fn(AthleteId) -> bool + Sync),
    ) -> Result<Option<Match>, AppFault> {
        let outline = prepared.outline();
        let mut near = self.near(&outline).await?;
        near.retain(|known| of(known.athlete) && same::worth_comparing(&outline, &known.outline));
        near.sort_by_key(|known| (known.outline.start - outline.start).abs());
        let mut best: Option<Match> = None;
        for known in near.into_iter().take(MOST) {
            let heart = match prepared.heart() {
                Some(_) => self.heart(&known).await?,
                None => None,
            };
            let likeness = same::compare(&outline, prepared.heart(), &known.outline, heart.as_ref());
            // Of two equally alike the nearer one stays.
            if likeness.score >= same::MAYBE && best.as_ref().is_none_or(|b| likeness.score > b.likeness.score) {
                best = Some(Match { known, likeness });
            }
        }
        Ok(best)
    }

    async fn near(&mut self, outline: &Outline) -> Result<Vec<Arc<Known>>, AppFault> {
        let reach = Duration::hours(same::REACH_HOURS);
        let (from, to) = (outline.start - reach, outline.start + reach);
        for day in from.date_naive().iter_days().take_while(|day| *day <= to.date_naive()) {
            self.read(day).await?;
        }
        Ok(self.by_start.range(from..=to).flat_map(|(_, all)| all).cloned().collect())
    }

    async fn read(&mut self, day: NaiveDate) -> Result<(), AppFault> {
        if !self.days.insert(day) {
            return Ok(());
        }
        let from = day.and_time(NaiveTime::MIN).and_utc();
        let to = from + Days::new(1);
        for recorded in self.roster.recorded_near(from, to).await? {
            self.by_start.values_mut().for_each(|among| among.retain(|known| known.id != Some(recorded.id)));
            self.revised.insert(recorded.id);
            let known = Known { revised: true, ..Known::of(&recorded) };
            self.by_start.entry(recorded.start).or_default().push(Arc::new(known));
        }
        for activity in self.roster.near(from, to).await? {
            if self.revised.contains(&activity.id) {
                continue;
            }
            let among = self.by_start.entry(activity.start).or_default();
            // Both ends of the day may belong to it, and this import may have added it already.
            if among.iter().all(|known| known.id != Some(activity.id)) {
                among.push(Arc::new(Known::of(&activity)));
            }
        }
        Ok(())
    }

    async fn heart(&self, known: &Known) -> Result<Option<Channel>, AppFault> {
        match (&known.seen, known.id) {
            (Some(seen), _) => {
                let unpack = |bytes: &Vec<u8>| store::decode(ChannelKind::HeartRate, bytes);
                Ok(seen.heart.as_ref().map(unpack).transpose().map_err(store::StoreFault::from)?)
            }
            (None, Some(id)) if known.revised => Ok(self.roster.recorded_channel(id, ChannelKind::HeartRate).await?),
            (None, Some(id)) => Ok(self.roster.channels(id, &[ChannelKind::HeartRate]).await?.pop()),
            (None, None) => Ok(None),
        }
    }

    /// Whether a recording measured more than the one it is alike.
    pub(crate) async fn richer(&self, prepared: &Prepared, known: &Known) -> Result<bool, AppFault> {
        if known.revised {
            return Ok(false);
        }
        let theirs = match (&known.seen, known.id) {
            (Some(seen), _) => same::richness(&seen.sizes),
            (None, Some(id)) => same::richness(&self.roster.channel_sizes(id).await?),
            (None, None) => 0.0,
        };
        let ours = same::richness(&prepared.sizes());
        // A second more or less at the end is no reason to change which of two counts; of two that measured alike, the
        // device's own file is before one that some service wrote of it.
        let alike = (ours - theirs).abs() <= ALIKE * ours.max(theirs);
        Ok(if alike { is_own(prepared.recording.device.as_ref()) && !known.own } else { ours > theirs })
    }

    /// What the file of an activity is called.
    pub(crate) async fn file(&self, known: &Known) -> Result<String, AppFault> {
        match &known.file {
            File::Named(name) => Ok(name.clone()),
            File::Hash(hash) => Ok(self.roster.file_name(hash).await?.unwrap_or_default()),
        }
    }

    /// Adds one that counts from now on, in place of the one that is its copy.
    pub(crate) fn add(&mut self, known: Known, instead_of: Option<&Arc<Known>>) {
        if let Some(old) = instead_of
            && let Some(among) = self.by_start.get_mut(&old.outline.start)
        {
            among.retain(|other| !Arc::ptr_eq(other, old));
        }
        self.by_start.entry(known.outline.start).or_default().push(Arc::new(known));
    }
}

impl Known {
    fn of(activity: &Activity) -> Known {
        Known {
            id: Some(activity.id),
            row: None,
            athlete: activity.athlete,
            outline: outline(activity),
            rpe: activity.rpe,
            session: activity.session,
            own: is_own(activity.device.as_ref()),
            revised: false,
            file: File::Hash(activity.source.clone()),
            seen: None,
        }
    }

    /// One that was just kept.
    pub(crate) fn kept(activity: &Activity, local_clock: bool) -> Known {
        let mut known = Known::of(activity);
        known.outline.local_clock = local_clock;
        known
    }

    /// One of a preview.
    pub(crate) fn seen(
        prepared: &Prepared,
        row: u32,
        path: &str,
        rpe: Option<Rpe>,
        session: Option<SessionId>,
    ) -> Result<Known, AppFault> {
        let heart = prepared.heart().map(store::encode).transpose().map_err(store::StoreFault::from)?;
        Ok(Known {
            id: None,
            row: Some(row),
            athlete: prepared.whose,
            outline: prepared.outline(),
            rpe,
            session,
            own: is_own(prepared.recording.device.as_ref()),
            revised: false,
            file: File::Named(path.to_owned()),
            seen: Some(Seen { heart, sizes: prepared.sizes() }),
        })
    }
}

fn is_own(device: Option<&DeviceStamp>) -> bool {
    device.is_some_and(|stamp| stamp.serial.is_some())
}

/// What is compared of an activity in the roster.
fn outline(activity: &Activity) -> Outline {
    Outline {
        sport: activity.sport,
        start: activity.start,
        local_clock: activity.repairs.iter().any(|repair| repair.kind == RepairKind::LocalClock),
        timer_s: activity.timer.0,
        elapsed_s: activity.elapsed.0,
        distance_m: activity.distance.map(|distance| distance.0),
        place: activity.place,
    }
}
