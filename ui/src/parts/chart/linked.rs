//! What several charts of one page share.

use charts::view::View;
use leptos::prelude::*;

/// The crosshair, the part shown and the span chosen, in the unit of the across axis. Charts that are handed the same one
/// move together.
#[derive(Debug, Clone, Copy)]
pub struct Linked {
    /// Where the crosshair stands.
    pub at: RwSignal<Option<f64>>,
    /// What is shown.
    pub view: RwSignal<View>,
    /// What was chosen.
    pub chosen: RwSignal<Option<View>>,
}

impl Linked {
    /// Everything shown, nothing chosen.
    #[must_use]
    pub fn of(whole: View) -> Linked {
        Linked { at: RwSignal::new(None), view: RwSignal::new(whole), chosen: RwSignal::new(None) }
    }
}
