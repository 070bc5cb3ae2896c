//! Every vector is checked, and every expected value in it.

use crate::sets::{COMPUTED, PENDING, v03};
use crate::vectors::{all, sets, vector};

/// All vectors in all files.
const ALL: usize = 154;

#[test]
fn every_vector_is_checked_and_every_value_in_it_asked_for() {
    let (mut unknown, mut unasked) = (Vec::new(), Vec::new());
    let mut checked = 0;
    for (set, check) in COMPUTED {
        for vector in all(set) {
            if check(&vector) {
                checked += 1;
            } else {
                unknown.push(format!("{set} {}", vector.id()));
            }
            unasked.extend(vector.unasked().into_iter().map(|path| format!("{set} {} {path}", vector.id())));
        }
    }
    println!("{checked} vectors of {} sets checked", COMPUTED.len());
    assert!(unknown.is_empty(), "{} not checked:\n{}", unknown.len(), unknown.join("\n"));
    assert!(unasked.is_empty(), "{} values never compared:\n{}", unasked.len(), unasked.join("\n"));
}

#[test]
fn thirteen_sets_hold_154_vectors_of_which_three_sets_wait() {
    let computed: Vec<&str> = COMPUTED.iter().map(|(set, _)| *set).collect();
    let waiting: Vec<String> = sets().into_iter().filter(|set| !computed.contains(&set.as_str())).collect();
    for set in &waiting {
        println!("pending: {set} ({} vectors)", all(set).len());
    }
    assert_eq!(waiting, PENDING);
    assert_eq!(sets().len(), 13);
    assert_eq!(sets().iter().map(|set| all(set).len()).sum::<usize>(), ALL);
}

#[test]
fn a_value_nobody_compares_and_a_vector_nobody_knows_are_found() {
    let v = vector("v03_load", "e1rm.100.0.5");
    assert_eq!(v.unasked(), ["brzycki", "epley", "epley_unclamped"]);
    assert!(v03::check(&v));
    assert_eq!(v.unasked(), Vec::<String>::new());
    assert!(!v03::check(&vector("v04_pmc", "pmc.84d")));
}
