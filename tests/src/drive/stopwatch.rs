//! Timing what a person does on a page, inside the page: from the act until what it brings is painted.

use serde_json::Value;

use super::{DriveFault, Page};

/// What every timed script may use: the next painted frame, a wait for something to be so, and both around an act.
const HELP: &str = r#"
const painted = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
}));
const until = async (holds) => {
    for (const begun = performance.now(); performance.now() - begun < 20000;) {
        const found = holds();
        if (found) return found;
        await new Promise(requestAnimationFrame);
    }
    throw new Error('waited in vain for ' + holds);
};
const took = async (act, holds) => {
    const begun = performance.now();
    act();
    await until(holds);
    await painted();
    return performance.now() - begun;
};
const rest = () => new Promise(done => setTimeout(done, 150));
"#;

/// Runs the body of an asynchronous function with `painted`, `until`, `took` and `rest` at hand; `args` are its arguments.
///
/// # Errors
/// [`DriveFault::Command`].
///
/// # Panics
/// With what the page says when the script fails: a measurement that did not happen is no number.
pub async fn timed(page: &Page, body: &str, args: Vec<Value>) -> Result<Value, DriveFault> {
    let whole = format!(
        "{HELP} const args = arguments; const done = args[args.length - 1];
         (async () => {{ {body} }})().then(done, fault => done({{ fault: String(fault) }}));"
    );
    let told = page.run_until(&whole, args).await?;
    assert!(told["fault"].is_null(), "the page says: {}", told["fault"]);
    Ok(told)
}

/// The value that so many percent of the measures stay below; not a number without measures.
#[must_use]
pub fn percentile(of: &[f64], percent: usize) -> f64 {
    let mut sorted = of.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}
