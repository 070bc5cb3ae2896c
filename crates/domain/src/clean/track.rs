//! Positions too far from their neighbours to be reached.

use science::geo;

use super::{Marks, RepairLimits, bounds};
use crate::recording::{Channel, ChannelKind, RepairKind};
use crate::sport::Sport;

/// A position is a jump when it would take this many times the sport's highest speed to get there...
const FAR_BEYOND: f64 = 2.0;
/// ...and this many metres more: what a receiver between houses is wrong by.
const SCATTER_M: f64 = 100.0;
/// Only neighbours this close tell of a jump, seconds.
const CLOSE_S: f64 = 60.0;
/// The longest stretch that is taken for a jump and back, seconds.
const LONGEST_S: f64 = 300.0;
/// The longest beginning at another place that is marked, seconds.
const LONGEST_BEGINNING_S: f64 = 30.0;

/// A position: its indices in both channels, seconds, degrees.
struct Fix {
    at: (usize, usize),
    seconds: f64,
    place: (f64, f64),
}

/// Marks the positions that cannot be or cannot be reached.
pub(super) fn mark(channels: &[Channel], marks: &mut [Marks], sport: Sport, limits: &RepairLimits) {
    let index = |kind| channels.iter().position(|channel| channel.kind == kind);
    let (Some(lat), Some(lon)) = (index(ChannelKind::Latitude), index(ChannelKind::Longitude)) else { return };
    let mut both = |at: (usize, usize), kind| {
        marks[lat].add(at.0, kind);
        marks[lon].add(at.1, kind);
    };
    let (mut good, mut wrong) = (Vec::new(), Vec::new());
    for fix in fixes(&channels[lat], &channels[lon]) {
        let (latitude, longitude) = fix.place;
        let possible = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        // What receivers write that have not found themselves.
        let nowhere = latitude == 0.0 && longitude == 0.0;
        if possible && !nowhere { good.push(fix) } else { wrong.push(fix) }
    }
    for fix in wrong {
        both(fix.at, RepairKind::ImpossibleValues);
    }
    let reach = FAR_BEYOND * bounds::speed(sport, limits);
    for range in away(&good, reach) {
        for fix in &good[range] {
            both(fix.at, RepairKind::PositionJump);
        }
    }
}

/// Samples that both channels have at one time.
fn fixes(lat: &Channel, lon: &Channel) -> Vec<Fix> {
    let mut east = lon.ms.iter().zip(&lon.values).enumerate().peekable();
    let mut fixes = Vec::with_capacity(lat.ms.len());
    for (i, (ms, latitude)) in lat.ms.iter().zip(&lat.values).enumerate() {
        while east.next_if(|(_, (other, _))| *other < ms).is_some() {}
        if let Some((j, (_, longitude))) = east.next_if(|(_, (other, _))| *other == ms) {
            fixes.push(Fix { at: (i, j), seconds: f64::from(*ms) / 1000.0, place: (*latitude, *longitude) });
        }
    }
    fixes
}

/// Stretches that left by a jump and came back by one, and a short beginning before a jump that stayed.
fn away(fixes: &[Fix], reach: f64) -> Vec<std::ops::Range<usize>> {
    let too_far = |a: &Fix, b: &Fix| geo::distance(a.place, b.place).0 > reach * (b.seconds - a.seconds) + SCATTER_M;
    let jump = |at: usize| {
        let (a, b) = (&fixes[at - 1], &fixes[at]);
        b.seconds - a.seconds <= CLOSE_S && too_far(a, b)
    };
    let mut found = Vec::new();
    let mut at = 1;
    while at < fixes.len() {
        if !jump(at) {
            at += 1;
            continue;
        }
        let before = &fixes[at - 1];
        let back = (at + 1..fixes.len())
            .take_while(|back| fixes[*back].seconds - fixes[at].seconds <= LONGEST_S)
            .find(|back| jump(*back) && !too_far(before, &fixes[*back]));
        if let Some(back) = back {
            found.push(at..back);
            at = back + 1;
            continue;
        }
        if found.is_empty() && fixes[at].seconds - fixes[0].seconds <= LONGEST_BEGINNING_S {
            found.push(0..at);
        }
        at += 1;
    }
    found
}
