//! What is pressed, typed into and chosen from.

use leptos::prelude::*;

use super::state_of;
use crate::parts::{
    Button, ButtonKind, Choice, Empty, Icon, IconButton, Menu, MenuItem, Segments, Tabs, TextArea, TextField, Toggle,
};
use crate::words::t;

/// The kinds of buttons with the keys of their words.
const KINDS: [(ButtonKind, &str); 4] = [
    (ButtonKind::Plain, "screen-change"),
    (ButtonKind::Primary, "screen-add"),
    (ButtonKind::Quiet, "screen-cancel"),
    (ButtonKind::Danger, "week-do-remove"),
];

pub(super) fn buttons() -> impl IntoView {
    let row = |disabled: bool, busy: bool| {
        let buttons = KINDS
            .map(|(kind, key)| {
                view! {
                    <Button kind=kind disabled=disabled busy=busy on_press=|| {}>
                        {t(key)}
                    </Button>
                }
            })
            .collect_view();
        view! { <div class="actions">{buttons}<IconButton icon=Icon::Close label=t("screen-close") disabled=disabled on_press=|| {} /></div> }
    };
    view! {
        {state_of("gallery-plain", row(false, false))}
        {state_of("gallery-disabled", row(true, false))}
        {state_of("gallery-busy", row(false, true))}
    }
}

pub(super) fn fields() -> impl IntoView {
    let row = |disabled: bool, error: Option<&'static str>| {
        let text = |key: &str| RwSignal::new(t(key));
        let error = Signal::stored(error.map(t));
        let sports = ["run", "ride", "swim"].map(|code| (code.to_owned(), t(&format!("sport-{code}")))).to_vec();
        view! {
            <div class="form">
                <div class="form-row">
                    <TextField label=t("gallery-text") value=text("gallery-sample") error=error disabled=disabled />
                    <TextField
                        label=t("gallery-number")
                        value=RwSignal::new("42".to_owned())
                        kind="number"
                        unit=t("wellness-resting-hr-unit")
                        hint=t("gallery-hint")
                        error=error
                        disabled=disabled
                    />
                    <TextField label=t("gallery-date") value=RwSignal::new("2026-03-14".to_owned()) kind="date" error=error disabled=disabled />
                    <Choice label=t("gallery-choice") value=RwSignal::new("ride".to_owned()) options=sports error=error disabled=disabled />
                </div>
                <TextArea label=t("gallery-area") value=RwSignal::new(String::new()) example=t("gallery-sample") rows=2 error=error disabled=disabled />
                <Toggle label=t("gallery-toggle") value=RwSignal::new(true) hint=t("gallery-hint") disabled=disabled />
            </div>
        }
    };
    view! {
        {state_of("gallery-plain", row(false, None))}
        {state_of("gallery-invalid", row(false, Some("gallery-wrong")))}
        {state_of("gallery-disabled", row(true, None))}
    }
}

pub(super) fn choices() -> impl IntoView {
    let (segment, tab) = (RwSignal::new(1), RwSignal::new(1));
    let three = || vec![(1, t("sport-run")), (2, t("sport-ride")), (3, t("sport-swim"))];
    let shown = RwSignal::new(true);
    let items = Signal::derive(move || {
        vec![
            MenuItem::new(t("screen-change"), || {}).icon(Icon::Note).keys("C"),
            MenuItem::new(t("gallery-toggle"), move || shown.update(|shown| *shown = !*shown)).checked(shown.get()),
            MenuItem::new(t("screen-add"), || {}).disabled(true),
            MenuItem::new(t("week-do-remove"), || {}).danger(),
        ]
    });
    view! {
        {state_of("gallery-segments", view! { <Segments label=t("gallery-segments") value=segment options=three() /> })}
        {state_of("gallery-menu", view! {
            <div class="actions">
                <Menu label=t("gallery-menu") items=items />
                <Menu label=t("gallery-more") items=items icon=Icon::More kind=ButtonKind::Quiet bare=true />
            </div>
        })}
        {state_of("gallery-tabs", view! {
            <Tabs label=t("gallery-tabs") value=tab options=three() panel=|tab| {
                if tab == 3 {
                    view! { <Empty title=t("gallery-empty") hint=t("gallery-hint") /> }.into_any()
                } else {
                    view! { <p>{t("gallery-sample")}</p> }.into_any()
                }
            } />
        })}
    }
}
