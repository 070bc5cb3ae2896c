//! Reusable pieces: everything here looks the same on every page.

mod button;
mod card;
pub mod chart;
mod dialog;
mod empty;
mod exported;
mod fault;
mod field;
mod icon;
mod progress;
mod reading;
mod score;
mod segment;
mod spark;
mod status;
mod table;
mod toast;

pub use button::{Button, ButtonKind};
pub use card::{Card, PageHead};
pub use dialog::Dialog;
pub use empty::Empty;
pub use exported::ExportedNote;
pub use fault::{FaultView, Shown};
pub use field::{Choice, TextArea, TextField, Toggle};
pub use icon::Icon;
pub use progress::{ProgressBar, Skeleton};
pub use reading::{Figure, ReadingView, missing_words};
pub use score::RangeBar;
pub use segment::Segments;
pub use spark::SparkBars;
pub use status::{Badge, Look, Mark};
pub use table::{ColumnHead, Sort};
pub use toast::Toasts;
