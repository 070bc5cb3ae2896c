//! The program with a window: `trackside-desktop [--sample] [--roster FILE] [FILE]`.

// On Windows a program for people has no console behind its window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    desktop::open(desktop::Wish::parse())
}
