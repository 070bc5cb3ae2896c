//! Taking a chart along: its numbers to the clipboard or a file, its picture as SVG or PNG.

use charts::Theme;
use charts::view::View;
use contract::picture::{ChartForm, SaveChart};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::hands::Hands;
use crate::ipc;
use crate::parts::{ButtonKind, ExportedNote, Icon, Menu, MenuItem};
use crate::state::State;
use crate::words::{t, t_with, words};

/// The menu of a chart.
#[component]
pub(super) fn ChartMenu(hands: Hands, shown: Signal<View>, label: String, colors: Signal<Theme>) -> impl IntoView {
    let state = use_context::<State>();
    let written = RwSignal::new(None);
    let name = StoredValue::new(label.clone());
    let csv = move || hands.plot.with_value(|plot| plot.table(words())).csv();
    let copy = move || {
        let text = csv();
        spawn_local(async move {
            let copied = JsFuture::from(window().navigator().clipboard().write_text(&text)).await;
            let said = if copied.is_ok() { "chart-copied" } else { "chart-not-copied" };
            if let Some(state) = state {
                state.say(t(said));
            }
        });
    };
    let save = move |form: ChartForm| {
        let content = match form {
            ChartForm::Csv => Ok(csv()),
            ChartForm::Svg | ChartForm::Png => {
                // A file lies on no page: it brings the surface along.
                let theme = colors.get_untracked();
                let theme = Theme { surface: Some(theme.paper), ..theme };
                let size = hands.size.get_untracked();
                hands.plot.with_value(|plot| plot.svg(shown.get_untracked(), size, &theme, words()))
            }
        };
        match content {
            Err(fault) => {
                if let Some(state) = state {
                    state.say(fault.to_string());
                }
            }
            Ok(content) => {
                let name = format!("{} {}", name.get_value(), hands.plot.with_value(|plot| plot.name()));
                spawn_local(async move {
                    let came = ipc::call(&SaveChart { name, form, content }).await;
                    written.try_set(Some(came));
                });
            }
        }
    };
    let items = Signal::derive(move || {
        let marking = hands.marking.get();
        let mut items = Vec::new();
        if hands.zooms() {
            items.push(MenuItem::new(t("chart-whole"), move || hands.whole()).keys("Esc"));
            items.push(
                MenuItem::new(t("chart-mark-span"), move || hands.marking.update(|on| *on = !*on)).checked(marking),
            );
        }
        items.push(MenuItem::new(t("chart-copy-csv"), copy));
        items.push(MenuItem::new(t("chart-save-csv"), move || save(ChartForm::Csv)));
        items.push(MenuItem::new(t("chart-save-svg"), move || save(ChartForm::Svg)));
        items.push(MenuItem::new(t("chart-save-png"), move || save(ChartForm::Png)));
        items
    });
    view! {
        <Menu label=t_with("chart-menu", &[("chart", label.into())]) items=items kind=ButtonKind::Quiet icon=Icon::More bare=true />
        <ExportedNote written=written />
    }
}
