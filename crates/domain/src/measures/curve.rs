//! Mean-maximal curves.

use science::grade::CostModel;
use science::{graded_speed, mean_maximal};

use super::session::Session;
use super::{Curve, Quantity};
use crate::recording::ChannelKind;
use crate::sport::Sport;

/// A curve of every quantity that shows what the athlete can: power and heart rate, and speed except on a bike. A run's
/// speed is graded by the table of equal heart rate whatever the settings say, so that curves depend on no setting.
pub(super) fn curves(session: &Session<'_>) -> Vec<Curve> {
    if !session.endurance() {
        return Vec::new();
    }
    let track = |kind| session.grid.track(kind).ok().map(|track| mean_maximal::curve(&track.segments));
    Quantity::ALL
        .into_iter()
        .filter_map(|quantity| {
            let bests = match quantity {
                Quantity::Power => track(ChannelKind::Power),
                Quantity::HeartRate => track(ChannelKind::HeartRate),
                Quantity::Speed => match session.sport() {
                    Sport::Ride => None,
                    Sport::Run => graded(session),
                    _ => track(ChannelKind::Speed),
                },
            };
            bests.filter(|bests| !bests.is_empty()).map(|bests| Curve { quantity, bests })
        })
        .collect()
}

fn graded(session: &Session<'_>) -> Option<Vec<mean_maximal::Best>> {
    let moved = session.moved.as_ref().ok()?;
    let by_table = moved.slope.as_ref().filter(|_| session.settings.cost_model.unwrap_or_default() != CostModel::Table);
    let segments = match by_table {
        Some(slope) => session.grid.segments(&graded_speed::graded(&moved.speed, slope, CostModel::Table)),
        None => session.grid.segments(&moved.graded),
    };
    Some(mean_maximal::curve(&segments))
}
