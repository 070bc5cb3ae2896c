//! The plain choice, for when the solver fails: day by day the cheapest offer that every limit still allows, at its shortest.

use super::{Pick, Problem};

/// At most one pick for each open day.
pub(super) fn picks(problem: &Problem) -> Vec<Pick> {
    let mut order: Vec<usize> = (0..problem.offers.len()).collect();
    order.sort_by(|a, b| problem.offers[*a].cost.total_cmp(&problem.offers[*b].cost).then(a.cmp(b)));
    let mut picks: Vec<Pick> = Vec::new();
    for index in order {
        let offer = &problem.offers[index];
        let taken = |passes: &dyn Fn(&super::Offer) -> bool| {
            picks.iter().filter(|pick| passes(&problem.offers[pick.offer])).count()
        };
        let same_day = taken(&|other| other.date == offer.date) > 0;
        let slot = offer.slot.is_some() && taken(&|other| other.slot == offer.slot) > 0;
        let long = offer.long && taken(&|other| other.long) > 0;
        let days = offer.trains() && !offer.kept() && taken(&|other| other.trains()) as f64 + 1.0 > problem.days;
        let quality = offer.quality && !offer.kept() && taken(&|other| other.quality) as f64 + 1.0 > problem.quality;
        if same_day || slot || long || days || quality {
            continue;
        }
        picks.push(Pick { offer: index, minutes: offer.min, strength: false });
        if !problem.holds(&picks) {
            picks.pop();
        }
    }
    picks
}
