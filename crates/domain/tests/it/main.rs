//! The world as a whole, and the pages that describe it.

mod data_page;
mod metrics_page;
mod words_in_code;
mod workout;
