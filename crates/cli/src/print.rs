//! Printing to somebody who may have stopped listening: a pipe whose reader is gone (`| head`) ends nothing and is no fault.
//! Anything else that keeps a line from being written (a full disk behind a redirection) is said at the end.
//!
//! The macros stand in the place of those of the standard library, which panic.

use std::fmt::Arguments;
use std::io::{ErrorKind, Write};
use std::sync::OnceLock;

static NOT_WRITTEN: OnceLock<String> = OnceLock::new();

/// Prints a line on standard output.
macro_rules! println {
    ($($part:tt)+) => { $crate::print::said(std::io::stdout().lock(), format_args!($($part)+), "\n") };
}

/// Prints a line on standard error.
macro_rules! eprintln {
    () => { $crate::print::said(std::io::stderr().lock(), format_args!(""), "\n") };
    ($($part:tt)+) => { $crate::print::said(std::io::stderr().lock(), format_args!($($part)+), "\n") };
}

/// Prints on standard error.
macro_rules! eprint {
    ($($part:tt)+) => { $crate::print::said(std::io::stderr().lock(), format_args!($($part)+), "") };
}

/// Writes it, as far as somebody reads it.
pub(crate) fn said(mut to: impl Write, text: Arguments<'_>, end: &str) {
    let written = to.write_fmt(text).and_then(|()| to.write_all(end.as_bytes()));
    if let Err(error) = written
        && error.kind() != ErrorKind::BrokenPipe
    {
        // The first is enough to know that something is missing.
        let _ = NOT_WRITTEN.set(error.to_string());
    }
}

/// Why not everything could be printed; `None` when all of it was, or nobody wanted to read on.
pub(crate) fn not_written() -> Option<&'static str> {
    NOT_WRITTEN.get().map(String::as_str)
}
