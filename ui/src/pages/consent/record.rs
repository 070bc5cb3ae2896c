//! The form for a new word: which data, for what, given or withdrawn, for which days, and who speaks for the athlete.

use chrono::NaiveDate;
use contract::Fault;
use contract::consent::{ConsentText, ConsentView, RecordConsent};
use domain::consent::{DataCategory, Guardian, Purpose};
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::{Button, ButtonKind, Choice, FaultView, TextField, Toggle};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// The form.
#[component]
pub(super) fn Record(
    athlete: AthleteId,
    /// Whether somebody may have to speak for the athlete.
    minor: bool,
    texts: Vec<ConsentText>,
    kept: Ask<ConsentView>,
) -> impl IntoView {
    let state = State::here();
    let categories: Vec<(DataCategory, RwSignal<bool>)> =
        DataCategory::ALL.iter().map(|category| (*category, RwSignal::new(false))).collect();
    let purposes: Vec<(Purpose, RwSignal<bool>)> =
        Purpose::ALL.iter().map(|purpose| (*purpose, RwSignal::new(false))).collect();
    let word = RwSignal::new("given".to_owned());
    let (from, to) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (guardian, relation) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let named: Vec<(String, String)> = texts
        .iter()
        .map(|text| {
            let (version, language) = (&text.agreed.version, &text.agreed.language);
            let facts = [("version", version.as_str().into()), ("language", language.as_str().into())];
            (format!("{version} {language}"), t_with("consent-text-version", &facts))
        })
        .collect();
    let text = RwSignal::new(named.first().map(|(code, _)| code.clone()).unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let said = RwSignal::new(String::new());
    let (which, for_what) = (StoredValue::new(categories.clone()), StoredValue::new(purposes.clone()));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        said.set(String::new());
        let (Ok(from), Ok(to)) = (typed(from), typed(to)) else { return wrong.set(Some(t("screen-not-a-day"))) };
        wrong.set(None);
        let given = word.get_untracked() == "given";
        let text = text.get_untracked();
        let (version, language) = text.split_once(' ').unwrap_or_default();
        let name = guardian.get_untracked();
        let speaks = (!name.trim().is_empty()).then(|| Guardian { name, relation: relation.get_untracked() });
        let request = RecordConsent {
            athlete,
            categories: which.with_value(|all| chosen(all)),
            purposes: for_what.with_value(|all| chosen(all)),
            given,
            from,
            to: to.filter(|_| given),
            guardian: speaks,
            version: given.then(|| version.to_owned()),
            language: given.then(|| language.to_owned()),
        };
        spawn_local(async move {
            match state.write(&request).await {
                Ok(view) => {
                    fault.try_set(None);
                    said.try_set(t("consent-recorded"));
                    kept.put(view);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    let words = vec![("given".to_owned(), t("consent-given")), ("withdrawn".to_owned(), t("consent-withdrawn"))];
    let kinds = categories
        .into_iter()
        .map(|(category, on)| view! { <Toggle label=t(&format!("category-{}", category.code())) value=on /> })
        .collect_view();
    let uses = purposes
        .into_iter()
        .map(|(purpose, on)| view! { <Toggle label=t(&format!("purpose-{}", purpose.code())) value=on /> })
        .collect_view();
    let given = Signal::derive(move || word.get() == "given");
    view! {
        <form class="form" on:submit=submit>
            <div class="consent-choices">
                <fieldset class="choices">
                    <legend>{t("consent-which")}</legend>
                    {kinds}
                </fieldset>
                <fieldset class="choices">
                    <legend>{t("consent-for-what")}</legend>
                    {uses}
                </fieldset>
            </div>
            <div class="form-row">
                <Choice label=t("consent-word") value=word options=words />
                <TextField label=t("consent-from") value=from kind="date" error=wrong />
                <Show when=move || given.get()>
                    <TextField label=t("consent-to") value=to kind="date" />
                    <Choice label=t("consent-text") value=text options=named.clone() />
                </Show>
            </div>
            {minor
                .then(|| {
                    view! {
                        <div class="form-row">
                            <TextField label=t("consent-guardian-name") value=guardian />
                            <TextField label=t("consent-guardian-relation") value=relation />
                        </div>
                    }
                })}
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <p role="status">{move || said.get()}</p>
            <div class="actions">
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("consent-save")}
                </Button>
            </div>
        </form>
    }
}

/// A day that was typed; none where the field is empty.
fn typed(field: RwSignal<String>) -> Result<Option<NaiveDate>, chrono::ParseError> {
    let text = field.get_untracked();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some) }
}

/// Those that are switched on.
fn chosen<T: Copy>(all: &[(T, RwSignal<bool>)]) -> Vec<T> {
    all.iter().filter(|(_, on)| on.get_untracked()).map(|(one, _)| *one).collect()
}
