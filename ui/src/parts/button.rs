//! Buttons.

use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// One of several.
    #[default]
    Plain,
    /// The one a person most likely wants.
    Primary,
    /// Beside text, without a frame.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            ButtonKind::Plain => "button",
            ButtonKind::Primary => "button button-primary",
            ButtonKind::Quiet => "button button-quiet",
            ButtonKind::Danger => "button button-danger",
        }
    }
}

/// A button. `submit` sends the form around it instead of calling `on_press`.
#[component]
pub fn Button<F: Fn() + 'static>(
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Sends the form around it.
    #[prop(optional)]
    submit: bool,
    /// What a press does.
    on_press: F,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <button
            class=kind.class()
            type=if submit { "submit" } else { "button" }
            disabled=move || disabled.get()
            on:click=move |_| on_press()
        >
            {children()}
        </button>
    }
}
