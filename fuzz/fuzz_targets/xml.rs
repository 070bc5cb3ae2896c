//! XML of devices and apps; the first byte chooses the format.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let names = ["x.tcx", "x.gpx", "x.pwx", "x.sml", "x.zwo", "export.xml"];
    if let Some((name, mut rest)) = fuzz::choose(&names, data) {
        if name == "export.xml" {
            fuzz::check(exchange::read_stream(&mut rest));
        }
        fuzz::read(name, rest);
    }
});
