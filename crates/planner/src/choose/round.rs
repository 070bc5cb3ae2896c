//! From the solver's minutes to whole ones: steps of five, downwards, and what that leaves is given back step by step.

use domain::session::SessionKind;

use super::{Pick, Problem, What};

/// Minutes are planned in steps of five.
const STEP: u32 = 5;

/// Whole minutes for what was solved.
pub(super) fn round(problem: &Problem, raw: &[(usize, f64, bool)]) -> Vec<Pick> {
    let easiest = raw.iter().filter(|(offer, ..)| problem.offers[*offer].easy()).map(|(_, minutes, _)| *minutes);
    let most = up(easiest.fold(0.0, f64::max));
    let picks = raw.iter().map(|(offer, minutes, strength)| {
        let whole = &problem.offers[*offer];
        // A hair below a whole step is that step.
        let steps = ((minutes + 1e-6).clamp(0.0, 1440.0) as u32) / STEP * STEP;
        Pick { offer: *offer, minutes: steps.clamp(whole.min, whole.cap), strength: *strength }
    });
    grow(problem, picks.collect(), most)
}

/// Lengthens picks at their shortest towards the target.
pub(super) fn fill(problem: &Problem, picks: Vec<Pick>) -> Vec<Pick> {
    grow(problem, picks, 1440)
}

fn up(minutes: f64) -> u32 {
    ((minutes - 1e-6).max(0.0).ceil() as u32).div_ceil(STEP) * STEP
}

/// Gives steps to easy sessions, the shortest first, and then to the long one, while target and limits leave room.
fn grow(problem: &Problem, mut picks: Vec<Pick>, easy_most: u32) -> Vec<Pick> {
    let Some(target) = problem.target else { return picks };
    let mut order: Vec<usize> = (0..picks.len()).filter(|index| !problem.offers[picks[*index].offer].kept()).collect();
    loop {
        let load: f64 = picks.iter().map(|pick| problem.load_of(pick)).sum();
        order.sort_by_key(|index| {
            let pick = &picks[*index];
            (rank(problem, pick), pick.minutes, problem.offers[pick.offer].date)
        });
        let grown = order.iter().find_map(|index| {
            let pick = picks[*index];
            let offer = &problem.offers[pick.offer];
            let longer = Pick { minutes: (pick.minutes / STEP + 1) * STEP, ..pick };
            let most = if offer.easy() { offer.cap.min(easy_most) } else { offer.cap };
            let more = problem.load_of(&longer) - problem.load_of(&pick);
            if rank(problem, &pick) > 1 || longer.minutes > most || load + more > target {
                return None;
            }
            let mut all = picks.clone();
            all[*index] = longer;
            problem.holds(&all).then_some(all)
        });
        match grown {
            Some(all) => picks = all,
            None => return picks,
        }
    }
}

fn rank(problem: &Problem, pick: &Pick) -> u32 {
    match &problem.offers[pick.offer].what {
        What::New(template) if template.kind == SessionKind::Long => 1,
        What::New(_) if problem.offers[pick.offer].easy() => 0,
        _ => 2,
    }
}
