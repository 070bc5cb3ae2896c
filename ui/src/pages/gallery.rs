//! Every part of the screens in every state, on one page: for those who build screens, for tests and for pictures.

mod controls;
mod layers;
mod looks;
mod signs;

use leptos::prelude::*;

use crate::app::theme_options;
use crate::parts::{Card, PageHead, Segments};
use crate::state::State;
use crate::words::t;

/// The page.
#[component]
pub fn GalleryPage() -> impl IntoView {
    let state = State::here();
    view! {
        <div class="page gallery" data-testid="gallery">
            <PageHead title=t("gallery") under=t("gallery-under")>
                <Segments label=t("screen-theme") value=state.theme options=theme_options() />
            </PageHead>
            <Card title=t("gallery-colours") under=t("gallery-colours-under")>
                {looks::colors()}
            </Card>
            <Card title=t("gallery-type")>{looks::sizes()}</Card>
            <Card title=t("gallery-buttons")>{controls::buttons()}</Card>
            <Card title=t("gallery-fields")>{controls::fields()}</Card>
            <Card title=t("gallery-choices")>{controls::choices()}</Card>
            <Card title=t("gallery-layers")>{layers::layers()}</Card>
            <Card title=t("gallery-signs")>{signs::signs()}</Card>
            <Card title=t("gallery-numbers")>{signs::numbers()}</Card>
            <Card title=t("gallery-table")>{signs::table()}</Card>
            <Card title=t("gallery-waiting")>{layers::waiting()}</Card>
        </div>
    }
}

/// Things in a line, under the name of their state.
fn state_of(key: &str, shown: impl IntoView + 'static) -> AnyView {
    view! {
        <div class="gallery-state">
            <p class="gallery-name">{t(key)}</p>
            {shown.into_any()}
        </div>
    }
    .into_any()
}
