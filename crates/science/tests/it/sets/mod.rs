//! What each set of vectors is checked with. A check returns whether it knows the vector; it fails by itself where a
//! value is off.

pub(crate) mod v01;
pub(crate) mod v02;
pub(crate) mod v03;
pub(crate) mod v04;
pub(crate) mod v05;
pub(crate) mod v06;
pub(crate) mod v07;
pub(crate) mod v08;
pub(crate) mod v09;
pub(crate) mod v11;

use crate::vectors::Vector;

/// Checks one vector against the crate; `false` if nothing here knows it.
pub(crate) type Check = fn(&Vector) -> bool;

/// Every set that is computed, by file name.
pub(crate) const COMPUTED: [(&str, Check); 10] = [
    ("v01_power", v01::check),
    ("v02_run", v02::check),
    ("v03_load", v03::check),
    ("v04_pmc", v04::check),
    ("v05_cp", v05::check),
    ("v06_hrv", v06::check),
    ("v07_readiness", v07::check),
    ("v08_biomech", v08::check),
    ("v09_env", v09::check),
    ("v11_tid", v11::check),
];

/// Sets of the learned layer, which is not there yet.
pub(crate) const PENDING: [&str; 3] = ["v10_ir", "v10b_ir_map", "v12_ml"];
