//! The same session, shorter or longer: whole repeats, and easy steps take up the difference.

use super::{Session, SessionKind, Step};
use crate::sport::Sport;
use crate::workout::reshape::Grain;
use crate::workout::{Part, Workout, Yardstick};

/// Below this share of threshold a step is warm-up, cool-down or recovery.
const EASY: f64 = 0.8;

/// What is scaled as one: a part of the workout with its steps, or one step where there is no workout.
#[derive(Debug, Clone)]
struct Segment {
    part: Option<Part>,
    steps: Vec<Step>,
}

/// See [`Session::scaled`].
pub(super) fn scaled(session: &Session, share: f64) -> Session {
    let minutes = (f64::from(session.minutes) * share).round().max(0.0) as u32;
    let exact = if session.minutes == 0 { 0.0 } else { f64::from(minutes) / f64::from(session.minutes) };
    let load = session.load * exact;
    if exact == 1.0 {
        return session.clone();
    }
    if minutes == 0 {
        return Session { minutes, load, steps: Vec::new(), workout: None, ..session.clone() };
    }
    let before = segments(session);
    let mut after = before.clone();
    for segment in &mut after {
        segment.scale(exact);
    }
    if (total(&before) - f64::from(session.minutes)).abs() < 1.0 {
        fit(&mut after, f64::from(minutes));
    }
    let title = retitled(&session.title, &before, &after);
    let parts: Option<Vec<Part>> = after.iter().map(|segment| segment.part.clone()).collect();
    let workout = parts.map(|parts| Workout { parts });
    // What no line can say is left to the steps alone.
    let workout = workout.filter(Workout::is_sayable);
    let steps = after.into_iter().flat_map(|segment| segment.steps).collect();
    Session { minutes, load, steps, title, workout, ..session.clone() }
}

/// How many steps a part has, and how its lengths stand to each other, rests on its text alone: the athlete's thresholds,
/// which are not known here, are not needed.
const TEXT_ALONE: Yardstick<'static> = Yardstick { kind: SessionKind::Easy, sport: Sport::Other, settings: None };

/// The workout's parts with the steps that are theirs.
fn segments(session: &Session) -> Vec<Segment> {
    let parts = session.workout.as_ref().map(|workout| workout.parts.as_slice()).unwrap_or_default();
    let counts: Vec<usize> = parts.iter().map(|part| part.steps(&TEXT_ALONE).len()).collect();
    if parts.is_empty() || counts.iter().sum::<usize>() != session.steps.len() {
        return session.steps.iter().map(|step| Segment { part: None, steps: vec![step.clone()] }).collect();
    }
    let mut left = session.steps.as_slice();
    let take = |(part, count): (&Part, usize)| {
        let (own, rest) = left.split_at(count);
        left = rest;
        Segment { part: Some(part.clone()), steps: own.to_vec() }
    };
    parts.iter().zip(counts).map(take).collect()
}

fn total(segments: &[Segment]) -> f64 {
    segments.iter().map(Segment::total).sum()
}

impl Segment {
    fn total(&self) -> f64 {
        self.steps.iter().map(Step::total).sum()
    }

    /// How often it is done.
    fn times(&self) -> u32 {
        match (&self.part, self.steps.as_slice()) {
            (Some(part), _) => part.times(),
            (None, [step]) => step.repeat,
            (None, _) => 1,
        }
    }

    fn set_times(&mut self, times: u32) {
        let once = self.steps.len() / self.times().max(1) as usize;
        if let [step] = self.steps.as_mut_slice() {
            step.repeat = times;
        } else {
            self.steps = self.steps.iter().take(once).cycle().take(once * times as usize).cloned().collect();
        }
        let Some(part) = &mut self.part else { return };
        part.set_times(times);
        // Where no rest is written, a single set has none and several have a minute.
        if let (Part::Sets(_), [step], [now]) = (&*part, self.steps.as_mut_slice(), part.steps(&TEXT_ALONE).as_slice())
        {
            step.rest_minutes = now.rest_minutes;
        }
    }

    /// Makes it longer or shorter by a factor, repeats kept. Where there is text, minutes follow what it can say.
    fn lengthen(&mut self, factor: f64, grain: Grain) {
        let Some(part) = &mut self.part else {
            for step in &mut self.steps {
                step.minutes *= factor;
                step.rest_minutes *= factor;
            }
            return;
        };
        let before = part.steps(&TEXT_ALONE);
        part.lengthen(factor, grain);
        let after = part.steps(&TEXT_ALONE);
        let held = |now: f64, then: f64| if then > 0.0 { now / then } else { 1.0 };
        for (step, (then, now)) in self.steps.iter_mut().zip(before.iter().zip(&after)) {
            step.minutes *= held(now.minutes, then.minutes);
            step.rest_minutes *= held(now.rest_minutes, then.rest_minutes);
        }
    }

    fn scale(&mut self, share: f64) {
        if self.times() > 1 {
            self.set_times(((f64::from(self.times()) * share).round() as u32).max(1));
        } else {
            self.lengthen(share, Grain::Fine);
        }
    }

    /// The one step of a warm-up, a cool-down or a recovery.
    fn is_easy(&self) -> bool {
        self.times() == 1 && matches!(self.steps.as_slice(), [step] if step.repeat == 1 && step.intensity < EASY)
    }
}

/// Makes segments add up to the minutes: easy steps first, then fewer repeats, and last everything in proportion.
fn fit(segments: &mut [Segment], minutes: f64) {
    loop {
        let easy: f64 = segments.iter().filter(|s| s.is_easy()).map(Segment::total).sum();
        let wanted = minutes - (total(segments) - easy);
        if easy > 0.0 && wanted >= 0.0 {
            for segment in segments.iter_mut().filter(|s| s.is_easy()) {
                segment.lengthen(wanted / easy, Grain::Round);
            }
            return settle(segments, minutes);
        }
        match segments.iter_mut().filter(|s| s.times() > 1).max_by_key(|s| s.times()) {
            Some(segment) if wanted < 0.0 => segment.set_times(segment.times() - 1),
            _ => break,
        }
    }
    let all = total(segments);
    if all > 0.0 {
        for segment in segments {
            segment.lengthen(minutes / all, Grain::Fine);
        }
    }
}

/// Gives what rounding left over to the last easy step.
fn settle(segments: &mut [Segment], minutes: f64) {
    let over = minutes - total(segments);
    if let Some(last) = segments.iter_mut().rev().find(|s| s.is_easy() && s.part.is_some() && s.total() + over > 0.0) {
        let now = last.total();
        last.lengthen((now + over) / now, Grain::Fine);
    }
}

/// The title with the numbers of changed work: "3 x 10 min" with two repeats left is "2 x 10 min".
fn retitled(title: &str, before: &[Segment], after: &[Segment]) -> String {
    let mut words: Vec<String> = title.split(' ').map(str::to_owned).collect();
    let mut rename = |old: f64, new: f64| {
        let (old, new) = (old.round().to_string(), new.round().to_string());
        if let Some(word) = words.iter_mut().find(|word| **word == old) {
            *word = new;
        }
    };
    for (old, new) in before.iter().zip(after).filter(|(old, _)| !old.is_easy()) {
        match (old.steps.as_slice(), new.steps.as_slice()) {
            _ if old.times() != new.times() => rename(f64::from(old.times()), f64::from(new.times())),
            ([old], [new]) if (old.minutes - new.minutes).abs() >= 0.5 => rename(old.minutes, new.minutes),
            _ => {}
        }
    }
    words.join(" ")
}
