//! Form fields, each with its label, hint and error.

use std::cell::Cell;

use leptos::prelude::*;

/// An id no other field on the page has.
fn fresh_id() -> String {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(0) };
    }
    NEXT.with(|next| {
        next.set(next.get() + 1);
        format!("field-{}", next.get())
    })
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
) -> impl IntoView {
    let id = fresh_id();
    let note = format!("{id}-note");
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
                    autocomplete="off"
                    aria-describedby=note.clone()
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit">{unit}</span> })}
            </span>
            <p class="field-note" id=note class:field-error=move || error.with(Option::is_some)>
                {move || error.get().unwrap_or_else(|| hint.clone())}
            </p>
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
) -> impl IntoView {
    let id = fresh_id();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                rows=rows.to_string()
                placeholder=example
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
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
) -> impl IntoView {
    let id = fresh_id();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=move |event| value.set(event_target_value(&event))>
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
) -> impl IntoView {
    let id = fresh_id();
    view! {
        <div class="field field-toggle">
            <input
                id=id.clone()
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <label for=id>
                {label} {(!hint.is_empty()).then(|| view! { <span class="quiet">{hint}</span> })}
            </label>
        </div>
    }
}
