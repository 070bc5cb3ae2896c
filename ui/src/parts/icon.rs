//! Small line drawings, 16 by 16. Always beside words or under a label, never alone.

use leptos::prelude::*;

/// A drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// The roster.
    Roster,
    /// The plan board.
    Board,
    /// A week.
    Week,
    /// Time.
    Clock,
    /// Fixed things of the club.
    Club,
    /// The session library.
    Library,
    /// Into the program.
    Import,
    /// Settings.
    Settings,
    /// Light theme.
    Light,
    /// Dark theme.
    Dark,
    /// The system's theme.
    System,
    /// Add.
    Add,
    /// Close.
    Close,
    /// Backwards.
    Back,
    /// Forwards.
    Forward,
    /// Kept as it is.
    Lock,
    /// A note.
    Note,
    /// Opens a list below.
    Down,
    /// Holds.
    Check,
    /// More that can be done.
    More,
    /// The colours of highest contrast.
    Contrast,
    /// Help.
    Help,
}

impl Icon {
    /// The drawing, in the colour of the text around.
    #[must_use]
    pub fn view(self) -> impl IntoView + use<> {
        let path = match self {
            Icon::Roster => {
                "M5.5 7.5a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5ZM1.5 13c0-2.2 1.8-3.5 4-3.5s4 1.3 4 3.5M10.5 7.2a2 2 0 1 0-.6-3.9M11.5 9.6c1.8.2 3 1.400 3 3.400"
            }
            Icon::Board => "M2 3h12v10H2zM2 6.300h12M2 9.700h12M5 3v10",
            Icon::Clock => "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.800V8l2.300 1.500",
            Icon::Club => "M3 14V2.500h9L9.800 5.500l2.200 3H3",
            Icon::Library => "M3 2.500h2.500v11H3zM6.800 2.500h2.500v11H6.800zM10.800 3l2.400-.6 1.300 10.600-2.400.5Z",
            Icon::Week => "M2.500 3.500h11v10h-11zM2.500 6.500h11M5.500 2v3M10.500 2v3M6 6.500v7M10 6.500v7",
            Icon::Import => "M8 2v7.500M5 6.700 8 9.700l3-3M2.500 10.500v3h11v-3",
            Icon::Settings => {
                "M2 4.500h6M12 4.500h2M2 11.500h2M8 11.500h6M10 6.300a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600ZM6 13.300a1.800 1.800 0 1 0 0-3.600 1.800 1.800 0 0 0 0 3.600Z"
            }
            Icon::Light => {
                "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.500V3M8 13v1.500M1.500 8H3M13 8h1.500M3.400 3.400l1.100 1.100M11.500 11.500l1.100 1.100M3.400 12.600l1.100-1.100M11.500 4.500l1.100-1.100"
            }
            Icon::Dark => "M13.500 9.700A5.800 5.800 0 0 1 6.300 2.500a5.800 5.800 0 1 0 7.200 7.200Z",
            Icon::System => "M2 3h12v8H2zM6 14h4M8 11v3",
            Icon::Add => "M8 3v10M3 8h10",
            Icon::Close => "M4 4l8 8M12 4l-8 8",
            Icon::Help => {
                "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM6.200 6.300a1.800 1.800 0 1 1 2.600 1.600c-.5.3-.8.6-.8 1.200M8 11v.400"
            }
            Icon::Back => "M9.500 3.500 5 8l4.500 4.500",
            Icon::Forward => "M6.500 3.500 11 8l-4.500 4.500",
            Icon::Lock => "M4 7.500h8v6H4zM5.500 7.500V5a2.500 2.500 0 0 1 5 0v2.500",
            Icon::Down => "M4.500 6.500 8 10l3.500-3.500",
            Icon::Check => "M3 8.500 6.500 12 13 4.500",
            Icon::More => "M3.500 8h.01M8 8h.01M12.500 8h.01",
            Icon::Contrast => "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12M10 4v8M12 5.500v5",
            Icon::Note => "M3 2.500h10v8l-3 3H3zM10 13.500v-3h3M5.500 5.500h5M5.500 8h3",
        };
        view! {
            <svg
                class="icon"
                viewBox="0 0 16 16"
                width="16"
                height="16"
                fill="none"
                stroke="currentColor"
                stroke-width="1.4"
                stroke-linecap="round"
                stroke-linejoin="round"
                aria-hidden="true"
            >
                <path d=path />
            </svg>
        }
    }
}
