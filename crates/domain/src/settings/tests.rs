use super::*;
use crate::zones::Scheme;

fn full() -> Basis {
    let settings = Settings {
        ftp: Some(Watts(250.0)),
        lthr: Some(Bpm(170.0)),
        hr_max: Some(Bpm(190.0)),
        hr_rest: Some(Bpm(50.0)),
        threshold_speed: Some(MetersPerSecond(4.0)),
        critical_power: Some(Watts(260.0)),
        w_prime: Some(Joules(20_000.0)),
        swim_speed: Some(MetersPerSecond(1.2)),
        vt1: Some(Bpm(140.0)),
        vt2: Some(Bpm(165.0)),
        body_mass: Some(Kilograms(70.0)),
        height: Some(Meters(1.8)),
        impulse: Some(IndividualImpulse { a: 0.2, b: 3.0 }),
        ..Settings::default()
    };
    let scales = vec![
        SourceScale { sport: Sport::Ride, from: LoadSource::HeartRate, scale: 0.8, sessions: 20 },
        SourceScale { sport: Sport::Run, from: LoadSource::HeartRate, scale: 1.2, sessions: 20 },
    ];
    Basis { settings: Some(settings), sex: Some(Sex::Female), rpe_scale: Some(0.25), scales }
}

fn changed(change: impl Fn(&mut Settings)) -> Basis {
    let mut basis = full();
    change(basis.settings.as_mut().unwrap());
    basis
}

#[test]
fn whatever_enters_a_number_changes_the_fingerprint() {
    let bases = [
        changed(|s| s.ftp = Some(Watts(250.5))),
        changed(|s| s.lthr = Some(Bpm(171.0))),
        changed(|s| s.hr_max = Some(Bpm(191.0))),
        changed(|s| s.hr_rest = None),
        changed(|s| s.threshold_speed = Some(MetersPerSecond(4.01))),
        changed(|s| s.critical_power = None),
        changed(|s| s.w_prime = Some(Joules(20_001.0))),
        changed(|s| s.swim_speed = None),
        changed(|s| s.vt1 = Some(Bpm(141.0))),
        changed(|s| s.vt2 = None),
        changed(|s| s.body_mass = Some(Kilograms(70.1))),
        changed(|s| s.height = None),
        changed(|s| s.impulse = None),
        changed(|s| s.impulse = Some(IndividualImpulse { a: 0.21, b: 3.0 })),
        changed(|s| s.impulse = Some(IndividualImpulse { a: 0.2, b: 3.1 })),
        changed(|s| s.schemes.power = Some(Scheme::CogganPower)),
        changed(|s| s.schemes.heart = Some(Scheme::MaxHeart)),
        changed(|s| s.schemes.speed = Some(Scheme::RunPace)),
        changed(|s| s.cost_model = Some(CostModel::Minetti)),
        Basis { sex: None, ..full() },
        Basis { sex: Some(Sex::Male), ..full() },
        Basis { rpe_scale: Some(0.2502), ..full() },
        Basis { rpe_scale: None, ..full() },
        Basis { scales: full().scales[..1].to_vec(), ..full() },
        Basis { scales: vec![full().scales[0], SourceScale { scale: 1.2002, ..full().scales[1] }], ..full() },
        Basis { settings: None, ..full() },
    ];
    let mut seen: Vec<String> = bases.iter().map(Basis::fingerprint).collect();
    seen.push(full().fingerprint());
    seen.sort();
    let all = seen.len();
    seen.dedup();
    assert_eq!(seen.len(), all, "{seen:#?}");
}

#[test]
fn what_enters_no_number_leaves_it_as_it_was() {
    let same = [
        changed(|s| s.note = Some("20-min test".to_owned())),
        changed(|s| s.from = NaiveDate::MAX),
        changed(|s| s.sleep_need_h = Some(9.0)),
        changed(|s| s.critical_speed = Some(MetersPerSecond(4.2))),
        changed(|s| s.d_prime = Some(Meters(180.0))),
        changed(|s| s.cost_model = Some(CostModel::Table)),
        Basis { rpe_scale: Some(0.250_04), ..full() },
        Basis { scales: full().scales.into_iter().rev().collect(), ..full() },
        Basis { scales: full().scales.into_iter().map(|s| SourceScale { sessions: 21, ..s }).collect(), ..full() },
    ];
    for basis in same {
        assert_eq!(basis.fingerprint(), full().fingerprint(), "{basis:?}");
    }
}
