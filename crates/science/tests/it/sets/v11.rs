//! Zones and how polarised the time in them is.

use science::zone::{self, Scheme};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        id if id.starts_with("pi.") => {
            let times: [f64; 3] = v.inputs("z").try_into().unwrap();
            v.check("pi", zone::polarisation_index(times).unwrap());
            assert_eq!(v.expected_value("polarised"), zone::is_polarised(times).unwrap());
        }
        // Upper edges of all but the open last zone are the lower ones of all but the first.
        "zones.coggan7" => v.check_all("edges_w", &zone::lower_edges(Scheme::CogganPower, v.input("ftp"))[1..]),
        "zones.friel_run_hr" => {
            v.check_all("upper_edges_bpm", &zone::lower_edges(Scheme::FrielRun, v.input("lthr"))[1..]);
        }
        "zones.friel_bike_hr" => {
            v.check_all("upper_edges_bpm", &zone::lower_edges(Scheme::FrielRide, v.input("lthr"))[1..]);
        }
        "zones.gc_hr5" => v.check_all("lower_edges_bpm", &zone::lower_edges(Scheme::CogganHeart, v.input("lthr"))),
        "zones.gc_pace6" => v.check_all("lower_edges_kmh", &zone::lower_edges(Scheme::RunPace, v.input("cv_kmh"))),
        _ => return false,
    }
    true
}
