//! Component tests in a headless browser, over a scripted link: real components, made-up answers.

#![cfg(target_arch = "wasm32")]

mod activity;
mod adherence;
mod board;
mod by_hand;
mod change_form;
mod chart;
mod edit;
mod fault;
mod format;
mod import;
mod library;
mod lines;
mod measures;
mod override_dialog;
mod page;
mod plan_file;
mod privacy;
mod readiness;
mod report;
mod review;
mod scene;
mod season;
mod settings;
mod shell;
mod start;
mod thresholds;
mod time;
mod triage;
mod weeks;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
