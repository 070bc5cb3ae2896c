//! Tables, text formats and archives of anything; the first byte chooses the name.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let names = [
        "2026-03-01 06-30-00.csv",
        "x.csv",
        "2026-03-01.txt",
        "x.hrm",
        "x.erg",
        "x.mrc",
        "x.tsactivity",
        "x.zip",
        "x.gz",
    ];
    if let Some((name, rest)) = fuzz::choose(&names, data) {
        fuzz::read_any(name, rest, 0);
    }
});
