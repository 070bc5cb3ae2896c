//! What stands at the end of a form in a dialog.

use contract::Fault;
use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::fault::FaultView;
use crate::words::t;

/// The fault of the last try, the way out, and the button that sends the form.
#[component]
pub fn FormFoot(
    /// Whether the dialog around is open.
    open: RwSignal<bool>,
    /// What went wrong the last time, if anything.
    fault: RwSignal<Option<Fault>>,
    /// The key of the words of the button that sends.
    save: &'static str,
) -> impl IntoView {
    view! {
        {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
        <div class="dialog-foot">
            <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
            <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                {t(save)}
            </Button>
        </div>
    }
}
