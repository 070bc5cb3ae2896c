//! Buttons.

use leptos::prelude::*;

use super::icon::Icon;

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
    pub(super) const fn class(self) -> &'static str {
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
    /// What it began is on its way: it says so, and cannot be pressed again.
    #[prop(optional, into)]
    busy: Signal<bool>,
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
            disabled=move || disabled.get() || busy.get()
            aria-busy=move || busy.get().then_some("true")
            on:click=move |_| on_press()
        >
            {children()}
        </button>
    }
}

/// A button that shows only a drawing; its words are for the pointer and for those who cannot see it.
#[component]
pub fn IconButton<F: Fn() + 'static>(
    /// The drawing.
    icon: Icon,
    /// What it does, in words.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(default = ButtonKind::Quiet)]
    kind: ButtonKind,
    /// Cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What a press does.
    on_press: F,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=format!("{} button-icon", kind.class())
            aria-label=move || label.get()
            title=move || label.get()
            disabled=move || disabled.get()
            on:click=move |_| on_press()
        >
            {icon.view()}
        </button>
    }
}
