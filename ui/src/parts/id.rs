//! Ids that no other element of the page has, to tie labels, notes and panels to what they belong to.

use std::cell::Cell;

/// An id that begins with a word.
#[must_use]
pub fn fresh_id(word: &str) -> String {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(0) };
    }
    NEXT.with(|next| {
        next.set(next.get() + 1);
        format!("{word}-{}", next.get())
    })
}
