//! Form fields, each with its label, hint and error.

use leptos::prelude::*;

use super::id::fresh_id;

/// What stands below a field: what is wrong with it, else a hint. It is there while empty too, so that a reader who was sent to
/// it by the field finds it when something appears.
fn note(id: String, hint: String, error: Signal<Option<String>>) -> impl IntoView {
    view! {
        <p class="field-note" id=id class:field-error=move || error.with(Option::is_some)>
            {move || error.get().unwrap_or_else(|| hint.clone())}
        </p>
    }
}

/// What a field says of itself while something is wrong with it.
fn invalid(error: Signal<Option<String>>) -> Option<&'static str> {
    error.with(Option::is_some).then_some("true")
}

/// A line of text, a number or a date.
#[component]
pub fn TextField(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// `text`, `number`, `date`, `search`...
    #[prop(default = "text")]
    kind: &'static str,
    /// Unit shown behind it.
    #[prop(optional, into)]
    unit: String,
    /// A quiet line below.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// An example inside while it is empty.
    #[prop(optional, into)]
    example: String,
    /// Must not be empty.
    #[prop(optional)]
    required: bool,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = fresh_id("field");
    let below = format!("{id}-note");
    // Numbers are typed as text: the browser's number field refuses a comma in some languages.
    let (kind, mode) = if kind == "number" { ("text", Some("decimal")) } else { (kind, None) };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <span class="field-box">
                <input
                    id=id
                    type=kind
                    inputmode=mode
                    placeholder=example
                    required=required
                    disabled=move || disabled.get()
                    autocomplete="off"
                    aria-describedby=below.clone()
                    aria-invalid=move || invalid(error)
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
            </span>
            {note(below, hint, error)}
        </div>
    }
}

/// Several lines of text.
#[component]
pub fn TextArea(
    /// What it is.
    #[prop(into)]
    label: String,
    /// What is in it.
    value: RwSignal<String>,
    /// Lines shown.
    #[prop(default = 3)]
    rows: u32,
    /// An example inside while it is empty.
    #[prop(optional, into)]
    example: String,
    /// A quiet line below.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = fresh_id("field");
    let below = format!("{id}-note");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                rows=rows.to_string()
                placeholder=example
                disabled=move || disabled.get()
                aria-describedby=below.clone()
                aria-invalid=move || invalid(error)
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            {note(below, hint, error)}
        </div>
    }
}

/// One of several, by stable name.
#[component]
pub fn Choice(
    /// What it is.
    #[prop(into)]
    label: String,
    /// Stable name of what is chosen.
    value: RwSignal<String>,
    /// Stable names with their words.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// A quiet line below.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with it, if anything.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = fresh_id("field");
    let below = format!("{id}-note");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select
                id=id
                disabled=move || disabled.get()
                aria-describedby=below.clone()
                aria-invalid=move || invalid(error)
                on:change=move |event| value.set(event_target_value(&event))
            >
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|(code, words)| {
                            let chosen = code.clone();
                            view! {
                                <option value=code selected=move || value.with(|v| *v == chosen)>
                                    {words}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
            {note(below, hint, error)}
        </div>
    }
}

/// Yes or no.
#[component]
pub fn Toggle(
    /// What it is.
    #[prop(into)]
    label: String,
    /// Whether it is on.
    value: RwSignal<bool>,
    /// A quiet line below.
    #[prop(optional, into)]
    hint: String,
    /// Cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = fresh_id("field");
    view! {
        <div class="field field-toggle">
            <input
                id=id.clone()
                type="checkbox"
                disabled=move || disabled.get()
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <label for=id>
                {label} {(!hint.is_empty()).then(|| view! { <span class="quiet">{hint}</span> })}
            </label>
        </div>
    }
}
