//! Which program this is.

use leptos::prelude::*;

use crate::parts::Dialog;
use crate::words::{t, t_with};

/// Name, version, licence and what it promises.
#[component]
pub(super) fn About(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("about-title")>
            <p>{t_with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())])}</p>
            <p>{t("about-licence")}</p>
            <p class="quiet">{t("screen-privacy-text")}</p>
        </Dialog>
    }
}
