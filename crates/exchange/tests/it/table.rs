//! Tables: mornings of known apps and of anybody's own making, samples of an activity, beat intervals.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use domain::recording::{ChannelKind, Recording, Repair, RepairKind};
use domain::sport::Sport;
use domain::table::{ColumnMap, ColumnUse, DayOrder, Scale};
use domain::wellness::{WellnessField, WellnessValue};
use exchange::{Content, ExchangeFault, Format, Hints, Note, NoteKind, read, read_with};

type Mornings = Vec<(Option<String>, Vec<WellnessValue>)>;

fn mornings_of(name: &str, bytes: &[u8]) -> (Mornings, Vec<Note>) {
    let parsed = read(name, bytes).expect("a wellness table");
    assert_eq!(parsed.format, Format::WellnessTable);
    let contents = parsed.contents.into_iter().map(|content| match content {
        Content::Wellness { athlete, values } => (athlete, values),
        other => panic!("not wellness: {other:?}"),
    });
    (contents.collect(), parsed.notes)
}

fn mornings(text: &str) -> (Mornings, Vec<Note>) {
    mornings_of("x.csv", text.as_bytes())
}

fn fault(text: &str) -> ExchangeFault {
    read("x.csv", text.as_bytes()).expect_err("refused")
}

fn activity(name: &str, text: &str) -> (Recording, Vec<Repair>, Format) {
    let parsed = read(name, text.as_bytes()).expect("a readable table");
    match parsed.contents.as_slice() {
        [Content::Activity { recording, repairs }] => (recording.clone(), repairs.clone(), parsed.format),
        other => panic!("not one activity: {other:?}"),
    }
}

fn samples(recording: &Recording, kind: ChannelKind) -> Vec<(u32, f64)> {
    recording.channel(kind).map(|c| c.ms.iter().copied().zip(c.values.iter().copied()).collect()).unwrap_or_default()
}

fn fields(values: &[WellnessValue]) -> Vec<(WellnessField, f64)> {
    values.iter().map(|value| (value.field, value.value)).collect()
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a day")
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("a moment")
}

#[test]
fn every_field_is_read_under_its_own_code() {
    for field in WellnessField::ALL {
        let (_, high) = field.range();
        let (contents, notes) = mornings(&format!("date,{}\n2026-03-01,{high}\n", field.code()));
        assert_eq!(fields(&contents[0].1), [(field, high)]);
        assert!(notes.is_empty(), "{notes:?}");
    }
}

#[test]
fn other_spellings_separators_and_decimal_commas_are_read() {
    let (contents, notes) = mornings("Day;rMSSD (ms);Resting_HR;sleep_h;sick\r\n2026-03-01;61,5;48;7.25;yes\r\n");
    let expected = [
        (WellnessField::RestingHr, 48.0),
        (WellnessField::Rmssd, 61.5),
        (WellnessField::Sleep, 7.25),
        (WellnessField::Illness, 1.0),
    ];
    assert_eq!(fields(&contents[0].1), expected);
    assert!(notes.is_empty(), "{notes:?}");
}

#[test]
fn bad_cells_are_told_with_their_line_and_the_rest_of_the_row_counts() {
    let (contents, notes) =
        mornings("date,rmssd,mood,shoe\n2026-03-01,x,4,a\n01.03.2026,60,3,b\n2026-03-02,900,,c\n2026-03-01,,5,d\n");
    assert_eq!(fields(&contents[0].1), [(WellnessField::Mood, 5.0)], "the later row counts");
    let told: Vec<(NoteKind, u32, &str)> = notes.iter().map(|n| (n.kind, n.line, n.column.as_str())).collect();
    let expected = [
        (NoteKind::UnknownColumn, 1, "shoe"),
        (NoteKind::NotANumber, 2, "rmssd"),
        (NoteKind::NotADate, 3, "date"),
        (NoteKind::OutOfRange, 4, "rmssd"),
        (NoteKind::RepeatedDay, 5, "mood"),
    ];
    assert_eq!(told, expected);
}

#[test]
fn one_table_may_hold_several_athletes_and_sources() {
    let (contents, _) = mornings(
        "athlete,date,source,rmssd\nAda Fell,2026-03-01,strap,60\nBo Lind,2026-03-01,,55\nAda Fell,2026-03-01,watch,58\n",
    );
    let read: Vec<(Option<&str>, usize)> = contents.iter().map(|(a, v)| (a.as_deref(), v.len())).collect();
    assert_eq!(read, [(Some("Ada Fell"), 2), (Some("Bo Lind"), 1)]);
    assert_eq!(contents[1].1[0].source, "csv");
}

#[test]
fn tables_whose_columns_mean_nothing_yet_ask_for_them_with_a_guess() {
    let asked = fault("Tag;HF Ruhe;Schlaf;x\n01.03.2026;48;450;a\n02.03.2026;47;430;b\n");
    let ExchangeFault::NeedsColumns { headings, sample, uses } = asked else { panic!("{asked:?}") };
    assert_eq!(headings, ["Tag", "HF Ruhe", "Schlaf", "x"]);
    assert_eq!(sample[1], ["02.03.2026", "47", "430", "b"]);
    assert_eq!(uses, [ColumnUse::Day(DayOrder::DayMonthYear), ColumnUse::Ignore, ColumnUse::Ignore, ColumnUse::Ignore]);
    // Mostly foreign headings, one known: the guess knows it, and what others may mean.
    let asked = fault("date,ln rMSSD,readiness,HR,a,b,c\n2026-03-01,4.1,7,50,1,2,3\n");
    let ExchangeFault::NeedsColumns { uses, .. } = asked else { panic!("{asked:?}") };
    assert_eq!(uses[1], ColumnUse::Wellness(WellnessField::Rmssd, Scale::Exponential));
    assert_eq!(uses[3], ColumnUse::Wellness(WellnessField::RestingHr, Scale::AsIs));
}

#[test]
fn scales_that_cannot_be_right_are_asked_for_and_never_taken() {
    let cases = [
        ("date,mood\n2026-03-01,7\n2026-03-02,8\n2026-03-03,4\n", WellnessField::Mood, Scale::TenToFive),
        ("date,sleep\n2026-03-01,440\n2026-03-02,500\n", WellnessField::Sleep, Scale::MinutesToHours),
        ("date,sleep\n2026-03-01,27000\n", WellnessField::Sleep, Scale::SecondsToHours),
        ("date,rmssd\n2026-03-01,4.1\n2026-03-02,4.2\n2026-03-03,3.9\n", WellnessField::Rmssd, Scale::Exponential),
        ("date,spo2\n2026-03-01,0.97\n", WellnessField::Spo2, Scale::ShareToPercent),
    ];
    for (text, field, scale) in cases {
        let asked = fault(text);
        let ExchangeFault::NeedsColumns { uses, .. } = asked else { panic!("{text}: {asked:?}") };
        assert_eq!(uses[1], ColumnUse::Wellness(field, scale), "{text}");
    }
    // The order of day and month cannot be told from these two days.
    assert!(matches!(fault("date,rmssd\n03/04/2026,60\n"), ExchangeFault::NeedsColumns { .. }));
}

#[test]
fn what_a_person_told_about_the_headings_is_used() {
    let text = "Tag;HF Ruhe;Schlaf;Muskeln;Name\n03/04/2026;48;450;10;Ada Fell\n03/05/2026;47;x;1;Ada Fell\n";
    let map = ColumnMap {
        headings: ["Tag", "HF Ruhe", "Schlaf", "Muskeln", "Name"].map(str::to_owned).to_vec(),
        uses: vec![
            ColumnUse::Day(DayOrder::MonthDayYear),
            ColumnUse::Wellness(WellnessField::RestingHr, Scale::AsIs),
            ColumnUse::Wellness(WellnessField::Sleep, Scale::MinutesToHours),
            ColumnUse::Wellness(WellnessField::Soreness, Scale::TenToFiveReversed),
            ColumnUse::Athlete,
        ],
    };
    let columns = [map];
    let parsed = read_with("x.csv", text.as_bytes(), &Hints { columns: &columns }).expect("a told table");
    let [Content::Wellness { athlete, values }] = parsed.contents.as_slice() else { panic!("{parsed:?}") };
    assert_eq!(athlete.as_deref(), Some("Ada Fell"));
    assert_eq!(values[0].date, day(2026, 3, 4));
    let expected = [(WellnessField::RestingHr, 48.0), (WellnessField::Sleep, 7.5), (WellnessField::Soreness, 1.0)];
    assert_eq!(fields(&values[..3]), expected);
    assert_eq!(fields(&values[3..]), [(WellnessField::RestingHr, 47.0), (WellnessField::Soreness, 5.0)]);
    assert_eq!(parsed.notes.len(), 1);
    assert!(read("x.csv", text.as_bytes()).is_err(), "without being told, it asks");
}

#[test]
fn tables_without_days_are_refused_with_what_is_missing() {
    assert_eq!(fault("rmssd\n60\n"), ExchangeFault::NotAWellnessTable { missing: "date" });
    assert_eq!(fault("colour,shape\nred,round\n"), ExchangeFault::NotAWellnessTable { missing: "date" });
    assert_eq!(fault("date,rmssd\n2026-03-01,x\n"), ExchangeFault::NoValues { rows: 1 });
}

#[test]
fn exports_of_watches_and_rings_are_known_by_their_headings() {
    let cases = [
        (
            "Oura",
            "date,Average HRV,Lowest Resting Heart Rate,Total Sleep Duration,Sleep Score,Readiness Score,Respiratory Rate,Temp\n\
             2026-03-01,61,44,27000,82,77,14.5,0.1\n",
        ),
        (
            "Whoop",
            "Cycle start time,Cycle end time,Recovery score %,Resting heart rate (bpm),Heart rate variability (ms),\
             Blood oxygen %,Sleep performance %,Respiratory rate (rpm),Asleep duration (min),Day Strain\n\
             2026-02-28 22:31:10,2026-03-01 22:00:00,77,44,61,97,82,14.5,450,12\n",
        ),
        (
            "Garmin",
            "Date,Resting Heart Rate,Overnight HRV,Sleep Score,Training Readiness,Respiration,Sleep Duration\n\
             2026-03-01,44 bpm,61ms,82,77,14.5,7h 30min\n",
        ),
    ];
    for (source, text) in cases {
        let (contents, notes) = mornings(text);
        let [(None, values)] = contents.as_slice() else { panic!("{contents:?}") };
        assert!(values.iter().all(|value| value.source == source && value.date == day(2026, 3, 1)), "{values:?}");
        let of = |field| values.iter().find(|value| value.field == field).map(|value| value.value);
        let read = [
            WellnessField::Rmssd,
            WellnessField::RestingHr,
            WellnessField::Sleep,
            WellnessField::SleepScore,
            WellnessField::DeviceReadiness,
            WellnessField::Respiration,
        ]
        .map(of);
        assert_eq!(read, [61.0, 44.0, 7.5, 82.0, 77.0, 14.5].map(Some), "{source}");
        assert!(notes.is_empty(), "{source}: {notes:?}");
    }
}

#[test]
fn mornings_without_a_reading_are_no_zeros_and_only_readiness_counts() {
    let text = "date, time, HR,AVNN,SDNN,rMSSD,HRV4T_Recovery_Points, sleep_quality, sleep_time,fatigue,sickness\n\
                2026-13-03,07:00,48.2,1,80.5,61.5,8,5.0,07:30,5.0,not sick\n\
                2026-14-03,01:00,0.0,0.0,0.0,0.0,,,,,sick\n";
    let (contents, notes) = mornings(text);
    let values = &contents[0].1;
    assert!(values.iter().all(|value| value.source == "HRV4Training"));
    assert_eq!(fields(&values[6..]), [(WellnessField::Illness, 1.0)]);
    assert_eq!(values[6].date, day(2026, 3, 14));
    let expected = [
        (WellnessField::RestingHr, 48.2),
        (WellnessField::Rmssd, 61.5),
        (WellnessField::Sleep, 7.5),
        (WellnessField::SleepQuality, 3.0),
        (WellnessField::Illness, 0.0),
        (WellnessField::Sdnn, 80.5),
    ];
    assert_eq!(fields(&values[..6]), expected);
    assert_eq!(notes.iter().map(|note| note.column.as_str()).collect::<Vec<_>>(), ["fatigue"], "its scale is unclear");

    let text = "Member,Date,Type,HRV,lnRmssd,Rmssd,Sdnn,HR\nAda,2026-03-01,readiness,57,3.7,40.87,61.9,50.5\n\
                Ada,2026-03-01,open,80,4.9,130,150,90\n";
    let (contents, _) = mornings(text);
    assert_eq!(contents[0].0.as_deref(), Some("Ada"));
    let expected = [(WellnessField::RestingHr, 50.5), (WellnessField::Rmssd, 40.87), (WellnessField::Sdnn, 61.9)];
    assert_eq!(fields(&contents[0].1), expected);
}

#[test]
fn a_table_of_samples_starts_when_its_name_says() {
    let text = "Minutes,Torq (N-m),Km/h,Watts,Km,Cadence,Hrate,ID\n0.05,1,36,200,0.03,90,120,0\n\
                0.1,1,18,0,0.055,0,0,0\n0.15,1,x,210,0.08,91,121,1\n";
    let (recording, repairs, format) = activity("Ada/2026_03_01_06_30_00.csv", text);
    assert_eq!((format, recording.sport), (Format::ActivityTable, Sport::Ride));
    assert_eq!(recording.start, at("2026-03-01T06:30:00Z"));
    assert!(recording.local_clock);
    assert_eq!(samples(&recording, ChannelKind::Power), [(3000, 200.0), (6000, 0.0), (9000, 210.0)]);
    assert_eq!(samples(&recording, ChannelKind::HeartRate), [(3000, 120.0), (9000, 121.0)]);
    assert_eq!(samples(&recording, ChannelKind::Speed), [(3000, 10.0), (6000, 5.0)]);
    assert_eq!(samples(&recording, ChannelKind::Cadence)[1], (6000, 0.0));
    assert_eq!(recording.distance.map(|metres| metres.0), Some(80.0));
    assert_eq!(recording.laps.len(), 2);
    let kinds: Vec<RepairKind> = repairs.iter().map(|repair| repair.kind).collect();
    assert_eq!(kinds, [RepairKind::ValueLeftOut, RepairKind::LocalClock]);
    assert_eq!(read("ride.csv", text.as_bytes()).err(), Some(ExchangeFault::NoDate));
}

#[test]
fn moments_in_a_table_of_samples_give_its_start_and_zone() {
    let text = "timestamp,heart_rate,speed,distance,lat,lon,alt\n2026-03-01T06:30:00Z,120,10.8,0,48.1,11.5,500\n\
                2026-03-01T06:30:01Z,121,10.8,3,48.1,11.5,501\n2026-03-01T06:30:02Z,122,10.8,6,48.1,11.5,502\n";
    let (recording, repairs, _) = activity("run.csv", text);
    assert_eq!((recording.start, recording.local_clock), (at("2026-03-01T06:30:00Z"), false));
    assert!(repairs.is_empty(), "{repairs:?}");
    assert!((samples(&recording, ChannelKind::Speed)[0].1 - 3.0).abs() < 1e-9, "its unit follows from the distance");
    assert_eq!(recording.distance.map(|metres| metres.0), Some(6.0));
    // Without a distance nothing says what the speed is in.
    let text = "timestamp,hr,speed\n2026-03-01 06:30:00,120,10.8\n2026-03-01 06:30:01,121,10.8\n";
    let (recording, repairs, _) = activity("run.csv", text);
    assert!(recording.local_clock && recording.channel(ChannelKind::Speed).is_none());
    assert!(repairs.iter().any(|r| r.kind == RepairKind::ValueLeftOut && r.channel == Some(ChannelKind::Speed)));
}

#[test]
fn columns_of_sensors_that_were_not_there_are_left_out() {
    let text = "secs,cad,hr,km,kph,nm,watts,alt,lon,lat,temp,lrbalance,interval\n\
                0,0,120,0,0,0,0,0,0,0,-255,-1,1\n1,0,121,0.003,10.8,0,0,0,0,0,-255,-1,1\n";
    let (recording, _, _) = activity("2026-03-01 07-00-00.csv", text);
    let kinds: Vec<ChannelKind> = recording.channels.iter().map(|channel| channel.kind).collect();
    assert_eq!(kinds, [ChannelKind::HeartRate, ChannelKind::Speed, ChannelKind::Distance]);
    assert!(recording.laps.is_empty());
}

#[test]
fn beat_intervals_stand_at_their_clock_where_they_have_one() {
    let text =
        ",ibi_s,day,time\n1,0.8,1,23:59:58\n2,0.81,1,23:59:59\n3,0.79,1,23:59:59\n4,0.9,2,00:01:00\n5,,2,00:01:01\n";
    let (recording, repairs, format) = activity("2026-03-01/RR.csv", text);
    assert_eq!((format, recording.sport), (Format::RrTable, Sport::Other));
    assert_eq!(recording.start, at("2026-03-01T23:59:58Z"));
    let expected = [(800, 800.0), (1610, 810.0), (2400, 790.0), (62_000, 900.0)];
    let read: Vec<(u32, f64)> = samples(&recording, ChannelKind::RrInterval);
    assert!(read.iter().zip(expected).all(|(a, b)| a.0 == b.0 && (a.1 - b.1).abs() < 1e-9), "{read:?}");
    assert!(repairs.iter().any(|repair| repair.kind == RepairKind::ValueLeftOut && repair.samples == 1));
    assert_eq!(read_with("RR.csv", text.as_bytes(), &Hints::default()).err(), Some(ExchangeFault::NoDate));
}

#[test]
fn a_list_of_intervals_is_read_in_seconds_or_milliseconds() {
    for (name, text) in [
        ("2026-03-01 06-30-00.txt", "800\n810\n790\n"),
        ("2026-03-01 06-30-00.csv", "RR-interval [s]\n0.8\n0.81\n0.79\n"),
    ] {
        let (recording, _, format) = activity(name, text);
        assert_eq!((format, recording.start), (Format::RrTable, at("2026-03-01T06:30:00Z")));
        let times: Vec<u32> = samples(&recording, ChannelKind::RrInterval).iter().map(|(ms, _)| *ms).collect();
        assert_eq!(times, [800, 1610, 2400]);
    }
}

#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
fn dataset(path: &str) -> Option<Vec<u8>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/datasets").join(path);
    let bytes = std::fs::read(&file).ok();
    if bytes.is_none() {
        println!("skipped: {path} not present");
    }
    bytes
}

#[test]
fn exports_of_hrv_apps_are_read_day_by_day() {
    // Mornings with a reading, the first, the last and the sum of rMSSD, as counted by a program apart from this one.
    let files = [
        ("2017_7_28_myMeasurements.csv", 119, day(2017, 4, 1), day(2017, 7, 28), 6489.99),
        ("2018_7_8_myMeasurements.csv", 42, day(2018, 5, 18), day(2018, 7, 8), 2188.0),
        ("MyMeasurements_Android.csv", 36, day(2017, 8, 29), day(2017, 10, 3), 2237.8245),
        ("MyMeasurements_Android_1.csv", 68, day(2017, 7, 27), day(2017, 10, 3), 6193.5838),
        ("MyMeasurements_Android_2.csv", 52, day(2017, 8, 8), day(2017, 10, 4), 1946.0768),
        ("ElitHRV_Export - 2017-10-02.csv", 23, day(2017, 9, 6), day(2017, 10, 2), 882.65),
    ];
    for (file, count, first, last, sum) in files {
        let Some(bytes) = dataset(&format!("hrv_daily_apps/{file}")) else { continue };
        let (contents, notes) = mornings_of(file, &bytes);
        let source = if file.starts_with("Elit") { "EliteHRV" } else { "HRV4Training" };
        let values: Vec<&WellnessValue> = contents.iter().flat_map(|(_, values)| values).collect();
        assert!(values.iter().all(|value| value.source == source), "{file}");
        let read: Vec<&WellnessValue> = values.into_iter().filter(|v| v.field == WellnessField::Rmssd).collect();
        let wrong: Vec<&Note> = notes.iter().filter(|note| note.kind != NoteKind::UnknownColumn).collect();
        assert_eq!((read.len(), read[0].date, read[read.len() - 1].date), (count, first, last), "{file}: {wrong:?}");
        let total: f64 = read.iter().map(|value| value.value).sum();
        assert!((total - sum).abs() < 1e-3, "{file}: {total}");
        assert!(wrong.is_empty(), "{file}: {wrong:?}");
    }
}

#[test]
fn a_day_of_beats_is_read_whole() {
    for user in ["user_1", "user_2", "user_3"] {
        let Some(bytes) = dataset(&format!("mmash_rr/{user}/RR.csv")) else { continue };
        let text = String::from_utf8(bytes).expect("text");
        let (recording, _, _) = activity(&format!("2026-03-01/{user}/RR.csv"), &text);
        let beats = recording.channel(ChannelKind::RrInterval).expect("beats");
        let rows = text.lines().count() - 1;
        assert!(beats.values.len() as f64 > 0.97 * rows as f64, "{user}: {} of {rows}", beats.values.len());
        assert!((20.0..30.0).contains(&(recording.elapsed.0 / 3600.0)), "{user}: {} s", recording.elapsed.0);
    }
}

#[test]
fn tables_that_are_none_of_these_say_what_is_missing() {
    for path in ["mmash_rr/user_1/saliva.csv", "mmash_rr/user_1/user_info.csv", "mmash_rr/user_1/questionnaire.csv"] {
        let Some(bytes) = dataset(path) else { continue };
        let fault = read(path, &bytes).err();
        assert_eq!(fault, Some(ExchangeFault::NotAWellnessTable { missing: "date" }), "{path}");
    }
    for path in ["soccermon/load_wellness.csv", "lifesnaps/daily.csv"] {
        let Some(bytes) = dataset(path) else { continue };
        let asked = read(path, &bytes).expect_err("asks");
        let ExchangeFault::NeedsColumns { headings, sample, uses } = asked else { panic!("{path}: {asked:?}") };
        assert_eq!((headings.len(), sample.len()), (uses.len(), 5));
        let guessed = uses.iter().filter(|used| matches!(used, ColumnUse::Wellness(..))).count();
        assert!(guessed >= 3 && uses.contains(&ColumnUse::Day(DayOrder::YearMonthDay)), "{path}: {uses:?}");
    }
    let Some(bytes) = dataset("pmdata/p01/pmsys/wellness.csv") else { return };
    let (contents, _) = mornings_of("wellness.csv", &bytes);
    assert!(contents[0].1.len() > 100 && contents[0].1.iter().all(|value| value.source == "PMSys"));
}

#[expect(clippy::print_stdout, reason = "a test that was skipped says so")]
fn corpus(file: &str) -> Option<Vec<u8>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus").join(file);
    let bytes = std::fs::read(file).ok();
    if bytes.is_none() {
        println!("skipped: corpus not present");
    }
    bytes
}

#[test]
fn a_real_table_of_a_power_meter_is_read_as_counted_apart() {
    let name = "090_GoldenCheetah_2009_07_10_17_55_06.csv";
    let Some(bytes) = corpus(name) else { return };
    let (recording, repairs, _) = activity(name, &String::from_utf8(bytes).expect("text"));
    assert_eq!((recording.start, recording.sport), (at("2009-07-10T17:55:06Z"), Sport::Ride));
    let of = |kind| samples(&recording, kind).iter().map(|(_, value)| *value).collect::<Vec<f64>>();
    let (watts, heart) = (of(ChannelKind::Power), of(ChannelKind::HeartRate));
    assert_eq!(watts.len(), 3703);
    assert!((watts.iter().sum::<f64>() / 3703.0 - 204.025).abs() < 1e-3);
    assert!((heart.iter().sum::<f64>() / heart.len() as f64 - 135.279).abs() < 1e-3);
    assert!((recording.elapsed.0 - 90.7523 * 60.0).abs() < 1e-2, "{}", recording.elapsed.0);
    assert!(recording.distance.is_some_and(|metres| (metres.0 - 38_226.8).abs() < 0.1));
    assert_eq!(repairs.iter().map(|repair| repair.kind).collect::<Vec<_>>(), [RepairKind::LocalClock]);
}

#[test]
fn beats_beside_other_samples_stay_with_them() {
    let text = "timestamp,hr,watts,RR (ms)\n2026-03-01T06:30:00.8Z,75,200,800\n2026-03-01T06:30:01.6Z,75,201,800\n";
    let (recording, _, format) = activity("x.csv", text);
    assert_eq!(format, Format::ActivityTable);
    assert_eq!(samples(&recording, ChannelKind::RrInterval), [(0, 800.0), (800, 800.0)]);
    let (recording, _, format) = activity("x.csv", &text.replace("watts", "beat"));
    assert_eq!(format, Format::RrTable, "with nothing but a heart rate beside them, beats stand at their sums");
    assert_eq!(samples(&recording, ChannelKind::RrInterval).len(), 2);
}
