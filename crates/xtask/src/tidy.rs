//! `cargo xtask tidy`: the house rules a compiler does not know.

mod arrows;
mod claims;
mod fences;
mod files;
mod migrations;
mod unsafe_code;

use crate::fault::TaskFault;
use crate::place::Place;

/// Looks at every rule and prints what is broken.
pub(crate) fn tidy(place: &Place) -> Result<(), TaskFault> {
    let files = files::read(&place.root)?;
    let rules: [(&str, Vec<String>); 6] = [
        ("arrows between rooms", arrows::broken(&arrows::edges(&place.metadata))),
        ("fences around libraries", fences::broken(&place.metadata, &files)),
        ("files", files::broken(&files)),
        ("migrations", migrations::broken(&files)),
        ("no unsafe code", unsafe_code::broken(&files)),
        ("claims of the threat model", claims::broken(&place.root, &files)),
    ];
    let mut count = 0;
    for (rule, broken) in rules {
        println!("   {rule}: {}", if broken.is_empty() { "kept" } else { "BROKEN" });
        count += broken.len();
        for line in broken {
            println!("     {line}");
        }
    }
    if count == 0 { Ok(()) } else { Err(TaskFault::Untidy { count }) }
}
