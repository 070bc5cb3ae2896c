//! Fitness, fatigue, form, ramp, and this week against the weeks before.

use science::{acwr, pmc, statistics};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "pmc.84d" => conventions(v),
        "pmc.seed50" => {
            let days = pmc::series(&twelve_weeks(), pmc::State { ctl: v.input("seed_ctl"), atl: 0.0 });
            for day in [7, 42, 84] {
                v.check(&format!("ctl_day{day}"), days[day - 1].state.ctl);
            }
        }
        "pmc.startup" => {
            let days = pmc::series(&[50.0; 84], pmc::State::default());
            v.check("ctl_42_over_steady", days[41].state.ctl / 50.0);
            v.check("ctl_84_over_steady", days[83].state.ctl / 50.0);
            for day in [14, 28, 42] {
                v.check(&format!("ramp7_at_day{day}"), days[day - 1].ramp.unwrap());
            }
        }
        "pmc.decay" => {
            let rest = vec![0.0; v.input("rest_days") as usize];
            let days = pmc::series(&rest, pmc::State { ctl: v.input("ctl0"), atl: v.input("atl0") });
            let last = days.last().unwrap();
            v.check("ctl10", last.state.ctl);
            v.check("atl10", last.state.atl);
            v.check("tsb10", last.form_evening);
        }
        "pmc.inverse" => {
            let yesterday = pmc::State { ctl: v.input("ctl_yesterday"), atl: v.input("atl_yesterday") };
            let load = pmc::load_for_form(yesterday, v.input("target"));
            v.check("load", load);
            v.check("check_tsb", yesterday.after(load).form());
        }
        "acwr.28d" => forms(v),
        "acwr.gap" => {
            let last = acwr::series(&v.inputs("daily"), 0.0)[27];
            v.check("coupled", last.coupled.unwrap());
            assert!(v.expected_value("uncoupled").is_null());
            assert_eq!(last.uncoupled, None);
        }
        _ => return false,
    }
    true
}

fn twelve_weeks() -> Vec<f64> {
    [60.0, 0.0, 80.0, 100.0, 0.0, 120.0, 45.0].repeat(12)
}

fn conventions(v: &Vector) {
    assert!((statistics::mean(&twelve_weeks()).unwrap() - v.input("mean")).abs() < 1e-12);
    for (name, alpha) in [("exp", pmc::alpha as fn(f64) -> f64), ("recip", pmc::alpha_recip), ("span", pmc::alpha_span)]
    {
        for days in [7.0, 28.0, 42.0] {
            v.check(&format!("alpha/{name}/{days}"), alpha(days));
        }
        let run = |days: f64| -> Vec<f64> {
            let mut state = 0.0;
            twelve_weeks()
                .into_iter()
                .map(|load| {
                    state = pmc::step(state, load, alpha(days));
                    state
                })
                .collect()
        };
        let (ctl, atl) = (run(42.0), run(7.0));
        for day in [7, 42, 84] {
            v.check(&format!("{name}/ctl_day{day}"), ctl[day - 1]);
            v.check(&format!("{name}/atl_day{day}"), atl[day - 1]);
        }
        v.check(&format!("{name}/tsb_same_day_84"), ctl[83] - atl[83]);
        v.check(&format!("{name}/tsb_prev_day_84"), ctl[82] - atl[82]);
        v.check(&format!("{name}/ramp7_day84"), ctl[83] - ctl[76]);
        v.check(&format!("{name}/ramp7_day28"), ctl[27] - ctl[20]);
    }
    let days = pmc::series(&twelve_weeks(), pmc::State::default());
    for day in [7, 42, 84] {
        v.check(&format!("exp/ctl_day{day}"), days[day - 1].state.ctl);
        v.check(&format!("exp/atl_day{day}"), days[day - 1].state.atl);
    }
    v.check("exp/tsb_same_day_84", days[83].form_evening);
    v.check("exp/tsb_prev_day_84", days[83].form_morning);
    v.check("exp/ramp7_day84", days[83].ramp.unwrap());
    v.check("exp/ramp7_day28", days[27].ramp.unwrap());
}

fn forms(v: &Vector) {
    let daily = v.inputs("daily");
    let last = acwr::series(&daily, 0.0)[27];
    v.check("coupled", last.coupled.unwrap());
    v.check("uncoupled", last.uncoupled.unwrap());
    v.check("acwr_ewma_williams", last.ewma.unwrap());
    let uncoupled = last.uncoupled.unwrap();
    v.check("coupled_from_uncoupled", 4.0 * uncoupled / (uncoupled + 3.0));
    v.check("acute_mean7", statistics::mean(&daily[21..]).unwrap());
    v.check("chronic_mean28", statistics::mean(&daily).unwrap());
    v.check("chronic_mean21_uncoupled", statistics::mean(&daily[..21]).unwrap());
    for (path, days) in [("ewma_acute_2~1(7+1)", 7.0), ("ewma_chronic_2~1(28+1)", 28.0)] {
        let weighted = daily.iter().fold(daily[0], |mean, &load| pmc::step(mean, load, pmc::alpha_span(days)));
        v.check(path, weighted);
    }
}
