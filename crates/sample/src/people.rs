//! The made-up people of the club and what makes each of them worth looking at.

use chrono::{Datelike, Duration, NaiveDate};
use domain::availability::Availability;
use domain::mark::MarkKind;
use domain::result::Effort;
use domain::season::{PhaseKind, Priority};
use domain::settings::Settings;
use domain::sport::Sport;
use science::unit::{Bpm, Joules, Kilograms, Meters, MetersPerSecond, Seconds, Sex, Watts};

use crate::planning;
use crate::{Case, Member, SampleMark, SamplePhase, SampleRace, SampleResult};

/// Days of training before today.
pub(crate) const DAYS: i64 = 26 * 7;

/// Days without data at the end, for [`Case::Stale`].
pub(crate) const SILENT_DAYS: i64 = 12;

/// Days with data, for [`Case::LittleData`].
pub(crate) const FEW_DAYS: i64 = 21;

/// Days before today on which the illness of [`Case::Illness`] begins and on which it is over.
pub(crate) const ILLNESS: (i64, i64) = (9, 2);

/// Days before today on which the new threshold of [`Case::NewThreshold`] holds.
pub(crate) const NEW_THRESHOLD: i64 = 47;

/// Days before today on which the new device of [`Case::NewDevice`] takes over.
pub(crate) const NEW_DEVICE: i64 = 40;

/// Days before today of the single long session of [`Case::Spike`].
pub(crate) const SPIKE: i64 = 2;

/// Days until the race of [`Case::Taper`].
pub(crate) const RACE_IN: i64 = 13;

struct Sketch {
    name: &'static str,
    sex: Sex,
    age: i32,
    zone: &'static str,
    sport: Sport,
    case: Case,
    ftp: Option<f64>,
    lthr: f64,
    hr_max: f64,
    hr_rest: f64,
    speed: Option<f64>,
    mass: f64,
    minutes: Option<[Option<u32>; 7]>,
}

const fn sketch(name: &'static str, sex: Sex, age: i32, sport: Sport, case: Case) -> Sketch {
    Sketch {
        name,
        sex,
        age,
        zone: "Europe/London",
        sport,
        case,
        ftp: None,
        lthr: 170.0,
        hr_max: 188.0,
        hr_rest: 50.0,
        speed: None,
        mass: 64.0,
        minutes: None,
    }
}

const fn week(minutes: [u32; 7]) -> Option<[Option<u32>; 7]> {
    let mut out = [None; 7];
    let mut i = 0;
    while i < 7 {
        out[i] = Some(minutes[i]);
        i += 1;
    }
    Some(out)
}

fn sketches() -> [Sketch; 12] {
    use Sex::{Female, Male};
    [
        Sketch {
            speed: Some(4.05),
            lthr: 172.0,
            hr_max: 190.0,
            hr_rest: 49.0,
            mass: 58.0,
            minutes: week([0, 60, 60, 60, 0, 75, 120]),
            ..sketch("Maren Oakhollow", Female, 31, Sport::Run, Case::Pain)
        },
        Sketch {
            speed: Some(4.4),
            lthr: 168.0,
            hr_max: 186.0,
            hr_rest: 47.0,
            mass: 71.0,
            minutes: week([45, 60, 45, 60, 0, 60, 150]),
            ..sketch("Tobin Ashgrove", Male, 38, Sport::Run, Case::Stale)
        },
        Sketch {
            ftp: Some(214.0),
            lthr: 166.0,
            hr_max: 183.0,
            hr_rest: 51.0,
            mass: 61.0,
            minutes: week([0, 75, 60, 90, 0, 120, 180]),
            ..sketch("Isolde Fenwright", Female, 35, Sport::Ride, Case::Illness)
        },
        Sketch {
            ftp: Some(248.0),
            lthr: 169.0,
            hr_max: 187.0,
            hr_rest: 46.0,
            mass: 74.0,
            minutes: week([60, 90, 60, 90, 0, 150, 210]),
            ..sketch("Caspian Brook", Male, 29, Sport::Ride, Case::NewThreshold)
        },
        Sketch {
            speed: Some(4.2),
            lthr: 174.0,
            hr_max: 193.0,
            hr_rest: 48.0,
            mass: 55.0,
            minutes: week([45, 60, 45, 75, 0, 60, 120]),
            ..sketch("Wren Hartley", Female, 26, Sport::Run, Case::NewDevice)
        },
        Sketch {
            speed: Some(3.7),
            lthr: 171.0,
            hr_max: 189.0,
            hr_rest: 56.0,
            mass: 79.0,
            minutes: Some([Some(0), Some(60), None, Some(60), None, Some(60), None]),
            ..sketch("Piet Larkmoor", Male, 42, Sport::Run, Case::LittleData)
        },
        sketch("Yara Sandvale", Female, 33, Sport::Run, Case::NoThresholds),
        Sketch {
            speed: Some(4.3),
            lthr: 167.0,
            hr_max: 185.0,
            hr_rest: 45.0,
            mass: 68.0,
            minutes: week([0, 60, 45, 60, 45, 60, 180]),
            ..sketch("Orson Quill", Male, 44, Sport::Run, Case::Spike)
        },
        Sketch {
            ftp: Some(205.0),
            speed: Some(4.1),
            lthr: 171.0,
            hr_max: 188.0,
            hr_rest: 47.0,
            mass: 59.0,
            zone: "Europe/Paris",
            minutes: week([60, 75, 90, 60, 45, 180, 120]),
            ..sketch("Nadja Thornbury", Female, 34, Sport::Ride, Case::FastRamp)
        },
        Sketch {
            ftp: Some(268.0),
            speed: Some(4.5),
            lthr: 168.0,
            hr_max: 186.0,
            hr_rest: 44.0,
            mass: 73.0,
            minutes: week([60, 75, 90, 60, 45, 180, 120]),
            ..sketch("Elric Stonefield", Male, 37, Sport::Ride, Case::Taper)
        },
        Sketch {
            speed: Some(4.25),
            lthr: 180.0,
            hr_max: 203.0,
            hr_rest: 58.0,
            mass: 52.0,
            minutes: week([0, 50, 0, 50, 0, 45, 60]),
            ..sketch("Juno Marsh", Female, 15, Sport::Run, Case::Youth)
        },
        Sketch {
            ftp: Some(221.0),
            lthr: 152.0,
            hr_max: 168.0,
            hr_rest: 50.0,
            mass: 77.0,
            minutes: week([0, 75, 0, 75, 0, 120, 150]),
            ..sketch("Hollis Greave", Male, 58, Sport::Ride, Case::Master)
        },
    ]
}

/// Everybody, as they stand on a day.
pub(crate) fn members(today: NaiveDate) -> Vec<Member> {
    sketches().into_iter().enumerate().map(|(i, sketch)| member(i, &sketch, today)).collect()
}

fn member(i: usize, sketch: &Sketch, today: NaiveDate) -> Member {
    let serial = 3_800_001 + i as u32 * 7_919;
    let new_device = matches!(sketch.case, Case::NewDevice).then_some(serial + 500_000);
    Member {
        name: sketch.name.to_owned(),
        sex: Some(sketch.sex),
        born: born(today, sketch.age),
        zone: sketch.zone.to_owned(),
        squad: squad(sketch).to_owned(),
        sport: sketch.sport,
        settings: settings(sketch, today),
        availability: sketch.minutes.map(|minutes| Availability {
            from: today - Duration::days(DAYS),
            minutes,
            sports: Default::default(),
        }),
        races: races(sketch, today),
        phases: phases(sketch, today),
        results: results(sketch, today),
        marks: marks(sketch, today),
        season: planning::season(sketch.case, today),
        exceptions: planning::exceptions(sketch.case, today),
        serials: std::iter::once(serial).chain(new_device).collect(),
        device_since: crate::season::device_since(sketch.case, today),
        case: sketch.case,
    }
}

/// A birthday 120 days ago.
fn born(today: NaiveDate, age: i32) -> Option<NaiveDate> {
    let birthday = today - Duration::days(120);
    NaiveDate::from_ymd_opt(birthday.year() - age, birthday.month(), birthday.day().min(28))
}

fn squad(sketch: &Sketch) -> &'static str {
    match (sketch.case, sketch.sport) {
        (Case::Taper | Case::FastRamp, _) => "Triathlon",
        (Case::Youth, _) => "Juniors",
        (_, Sport::Ride) => "Wheelers",
        _ => "Harriers",
    }
}

/// Days before today on which most of the club was tested again.
const AUTUMN_TEST: i64 = 66;

fn settings(sketch: &Sketch, today: NaiveDate) -> Vec<Settings> {
    if sketch.case == Case::NoThresholds {
        return Vec::new();
    }
    let first = Settings {
        from: today - Duration::days(DAYS + 14),
        ftp: sketch.ftp.map(Watts),
        lthr: Some(Bpm(sketch.lthr)),
        hr_max: Some(Bpm(sketch.hr_max)),
        hr_rest: Some(Bpm(sketch.hr_rest)),
        threshold_speed: sketch.speed.map(MetersPerSecond),
        critical_power: sketch.ftp.map(|ftp| Watts((ftp * 1.03).round())),
        w_prime: sketch.ftp.map(|_| Joules((sketch.mass * 260.0).round())),
        critical_speed: sketch.speed.map(|speed| MetersPerSecond(speed * 1.03)),
        d_prime: sketch.speed.map(|_| Meters(180.0)),
        swim_speed: triathlete(sketch).then_some(MetersPerSecond(1.18)),
        vt1: Some(Bpm((sketch.lthr * 0.86).round())),
        vt2: Some(Bpm(sketch.lthr)),
        body_mass: Some(Kilograms(sketch.mass)),
        height: Some(Meters(if sketch.sex == Sex::Female { 1.68 } else { 1.80 })),
        note: Some("Spring test".to_owned()),
        ..Settings::default()
    };
    let later = |days: i64, gain: f64, note: &str| Settings {
        from: today - Duration::days(days),
        ftp: sketch.ftp.map(|ftp| Watts((ftp * gain).round())),
        critical_power: sketch.ftp.map(|ftp| Watts((ftp * gain * 1.03).round())),
        note: Some(note.to_owned()),
        ..first.clone()
    };
    match sketch.case {
        Case::NewThreshold => vec![first.clone(), later(NEW_THRESHOLD, 1.09, "20-minute test")],
        // These two were never tested again: their thresholds are old.
        Case::Stale | Case::Youth => vec![first],
        _ => vec![first.clone(), later(AUTUMN_TEST, 1.02, "Autumn test")],
    }
}

const fn triathlete(sketch: &Sketch) -> bool {
    matches!(sketch.case, Case::Taper | Case::FastRamp)
}

/// A race in spring and a time trial with the autumn test, at what the threshold allows.
fn results(sketch: &Sketch, today: NaiveDate) -> Vec<SampleResult> {
    let speed = sketch.speed.filter(|_| !matches!(sketch.case, Case::LittleData | Case::NoThresholds));
    let result = |days: i64, effort, metres: f64, speed: f64, heart: Option<f64>| SampleResult {
        date: today - Duration::days(days),
        effort,
        sport: Sport::Run,
        distance: Meters(metres),
        time: Seconds((metres / speed).round()),
        heart: heart.map(Bpm),
    };
    speed.map_or_else(Vec::new, |speed| {
        vec![
            result(141, Effort::Race, 10_000.0, speed * 1.01, None),
            result(AUTUMN_TEST, Effort::TimeTrial, 5000.0, speed * 1.07, Some(sketch.lthr + 2.0)),
        ]
    })
}

/// A camp in the mountains, and a journey.
fn marks(sketch: &Sketch, today: NaiveDate) -> Vec<SampleMark> {
    let mark = |kind, from: i64, to: i64, size| SampleMark {
        kind,
        from: today - Duration::days(from),
        to: today - Duration::days(to),
        size,
    };
    match sketch.case {
        Case::Taper => vec![mark(MarkKind::Altitude, 34, 23, 2100.0)],
        Case::NewThreshold => vec![mark(MarkKind::Travel, 20, 17, -5.0)],
        _ => Vec::new(),
    }
}

fn races(sketch: &Sketch, today: NaiveDate) -> Vec<SampleRace> {
    let race = |name: &str, days: i64, sport, metres: f64, priority| SampleRace {
        name: name.to_owned(),
        date: today + Duration::days(days),
        sport,
        distance: Some(Meters(metres)),
        priority,
    };
    match sketch.case {
        Case::Taper => vec![race("Stonemere Middle Distance", RACE_IN, Sport::Ride, 90_000.0, Priority::A)],
        Case::FastRamp => vec![race("Stonemere Middle Distance", RACE_IN + 42, Sport::Ride, 90_000.0, Priority::A)],
        Case::Pain | Case::NewDevice => vec![race("Fernhill Ten Miler", 47, Sport::Run, 16_093.0, Priority::A)],
        Case::Spike => vec![race("Larkmoor Marathon", 68, Sport::Run, 42_195.0, Priority::A)],
        Case::NewThreshold => vec![
            race("Quarry Hill Climb", 26, Sport::Ride, 4_800.0, Priority::B),
            race("Three Vales Road Race", 61, Sport::Ride, 118_000.0, Priority::A),
        ],
        Case::Master => vec![race("Ashgrove Time Trial", 33, Sport::Ride, 40_000.0, Priority::B)],
        Case::Youth => vec![race("County Cross-Country", 54, Sport::Run, 4_000.0, Priority::B)],
        Case::Stale | Case::Illness | Case::LittleData | Case::NoThresholds => Vec::new(),
    }
}

fn phases(sketch: &Sketch, today: NaiveDate) -> Vec<SamplePhase> {
    let Some(race) = races(sketch, today).into_iter().filter(|r| r.priority == Priority::A).map(|r| r.date).min()
    else {
        return Vec::new();
    };
    let phase = |kind, from: i64, to: i64| SamplePhase {
        kind,
        from: race - Duration::days(from),
        to: race - Duration::days(to),
    };
    vec![
        phase(PhaseKind::Base, 182, 99),
        phase(PhaseKind::Build, 98, 36),
        phase(PhaseKind::Sharpen, 35, 15),
        phase(PhaseKind::Taper, 14, 7),
        phase(PhaseKind::Race, 6, 0),
    ]
}
