//! A switch between a few choices that are all worth seeing.

use leptos::prelude::*;

/// A row of choices of which one holds.
#[component]
pub fn Segments<T>(
    /// What is chosen between.
    #[prop(into)]
    label: String,
    /// What holds.
    value: RwSignal<T>,
    /// The choices with their words.
    options: Vec<(T, String)>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <div class="segments" role="group" aria-label=label>
            {options
                .into_iter()
                .map(|(option, words)| {
                    view! {
                        <button
                            type="button"
                            aria-pressed=move || if value.get() == option { "true" } else { "false" }
                            on:click=move |_| value.set(option)
                        >
                            {words}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}
