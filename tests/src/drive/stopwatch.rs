//! Timing what a person does on a page, inside the page: from the act until what it brings is painted.

use serde_json::Value;

use super::{DriveFault, Page};

/// What every timed script may use: the next painted frame, a wait for something to be so, both around an act, the length of
/// the frame that shows an act (from its first callback until it is painted; how long the screen waited for the frame is
/// the machine's own), and when the last of what an act brings was there.
const HELP: &str = r#"
const painted = () => new Promise(done => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
}));
const changes = { childList: true, subtree: true, attributes: true, characterData: true };
const until = holds => new Promise((done, fail) => {
    const begun = performance.now();
    let over = false;
    const look = () => {
        const found = !over && holds();
        if (!found && performance.now() - begun < 20000) return;
        over = true;
        watch.disconnect();
        if (found) done(found); else fail(new Error('waited in vain for ' + holds));
    };
    // Seen as soon as the page changes; what is no change of the page (the focus) at the next frame.
    const watch = new MutationObserver(look);
    watch.observe(document, changes);
    const frame = () => { look(); if (!over) requestAnimationFrame(frame); };
    frame();
});
const took = async (act, holds) => {
    const begun = performance.now();
    act();
    await until(holds);
    await painted();
    return performance.now() - begun;
};
const framed = async (act, holds) => {
    let begun;
    requestAnimationFrame(() => { begun = performance.now(); });
    act();
    await until(holds);
    const channel = new MessageChannel();
    await new Promise(done => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
    return performance.now() - begun;
};
const settled = async (act) => {
    const begun = performance.now();
    let last = begun;
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(document, changes);
    act();
    while (performance.now() - last < 500) await new Promise(done => setTimeout(done, 100));
    watch.disconnect();
    return last - begun;
};
const rest = () => new Promise(done => setTimeout(done, 150));
"#;

/// Runs the body of an asynchronous function with `painted`, `until`, `took`, `framed`, `settled` and `rest` at hand; `args` are its arguments.
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
