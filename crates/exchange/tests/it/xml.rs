//! Hostile and damaged XML: refused or read as far as it is whole, never more than it is worth.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use domain::recording::RepairKind;
use exchange::{Content, ExchangeFault, Parsed, read};
use proptest::prelude::*;

/// Root elements of the formats and the endings of their files.
const ROOTS: [(&str, &str); 6] = [
    ("TrainingCenterDatabase", "tcx"),
    ("gpx", "gpx"),
    ("pwx", "pwx"),
    ("sml", "sml"),
    ("workout_file", "zwo"),
    ("HealthData", "xml"),
];

/// A small sound file of each format: an hour in five-second steps, or a workout.
pub(crate) fn sound(ending: &str) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let steps = (0..720_u32).map(|i| (i * 5, 120 + i % 30, 180 + i % 40));
    let clock = |s: u32| format!("2026-03-01T{:02}:{:02}:{:02}", 8 + s / 3600, s / 60 % 60, s % 60);
    let mut add = |text: String| out.push_str(&text);
    match ending {
        "tcx" => {
            add("<TrainingCenterDatabase><Activities><Activity Sport=\"Biking\"><Lap StartTime=\"2026-03-01T08:00:00Z\"><TotalTimeSeconds>3595</TotalTimeSeconds><Track>".to_owned());
            for (s, bpm, watts) in steps {
                add(format!(
                    "<Trackpoint><Time>{}Z</Time><HeartRateBpm><Value>{bpm}</Value></HeartRateBpm><Extensions><TPX><Watts>{watts}</Watts></TPX></Extensions></Trackpoint>\n",
                    clock(s)
                ));
            }
            add("</Track></Lap><Notes>Größe &amp; Höhe</Notes></Activity></Activities></TrainingCenterDatabase>"
                .to_owned());
        }
        "gpx" => {
            add("<gpx version=\"1.1\" creator=\"x\"><trk><type>cycling</type><trkseg>".to_owned());
            for (s, bpm, watts) in steps {
                add(format!(
                    "<trkpt lat=\"{:.5}\" lon=\"8.5\"><time>{}Z</time><extensions><power>{watts}</power><hr>{bpm}</hr></extensions></trkpt>\n",
                    50.0 + f64::from(s) * 1e-5,
                    clock(s)
                ));
            }
            add("</trkseg></trk></gpx>".to_owned());
        }
        "pwx" => {
            add("<pwx><workout><sportType>Bike</sportType><time>2026-03-01T08:00:00</time>".to_owned());
            for (s, bpm, watts) in steps {
                add(format!("<sample><timeoffset>{s}</timeoffset><hr>{bpm}</hr><pwr>{watts}</pwr></sample>\n"));
            }
            add("</workout></pwx>".to_owned());
        }
        "sml" => {
            add("<sml><DeviceLog><Header><DateTime>2026-03-01T10:00:00</DateTime></Header><Samples>".to_owned());
            for (s, bpm, watts) in steps {
                let hertz = f64::from(bpm) / 60.0;
                add(format!(
                    "<Sample><UTC>{}Z</UTC><Time>{s}</Time><HR>{hertz}</HR><BikePower>{watts}</BikePower></Sample>\n",
                    clock(s)
                ));
            }
            add("</Samples></DeviceLog></sml>".to_owned());
        }
        "zwo" => {
            add("<workout_file><name>Steps</name><workout>".to_owned());
            for (_, _, watts) in steps.take(60) {
                add(format!("<SteadyState Duration=\"60\" Power=\"{}\"/>\n", f64::from(watts) / 250.0));
            }
            add("</workout></workout_file>".to_owned());
        }
        _ => {
            add("<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record|Workout)*>\n<!ATTLIST Record type CDATA #REQUIRED>\n]>\n<HealthData>".to_owned());
            add("<Workout workoutActivityType=\"HKWorkoutActivityTypeCycling\" duration=\"60\" durationUnit=\"min\" sourceName=\"W\" startDate=\"2026-03-01 08:00:00 +0000\" endDate=\"2026-03-01 09:00:00 +0000\"/>".to_owned());
            for (s, bpm, _) in steps {
                add(format!(
                    "<Record type=\"HKQuantityTypeIdentifierHeartRate\" sourceName=\"W\" startDate=\"{} +0000\" value=\"{bpm}\"/>\n",
                    clock(s).replace('T', " ")
                ));
            }
            add("</HealthData>".to_owned());
        }
    }
    out
}

fn kinds(parsed: &Parsed) -> Vec<RepairKind> {
    let own = parsed.contents.iter().flat_map(|content| match content {
        Content::Activity { repairs, .. } => repairs.clone(),
        _ => Vec::new(),
    });
    parsed.repairs.iter().cloned().chain(own).map(|repair| repair.kind).collect()
}

/// Values of all channels, or steps of a template.
fn held(parsed: &Parsed) -> usize {
    let of = |content: &Content| match content {
        Content::Activity { recording, .. } => recording.channels.iter().map(|c| c.values.len()).sum(),
        Content::Template { template } => template.steps.len(),
        _ => 0,
    };
    parsed.contents.iter().map(of).sum()
}

#[test]
fn a_file_that_defines_entities_is_refused_at_once() {
    for (root, ending) in ROOTS {
        let mut laughs = format!("<?xml version=\"1.0\"?><!DOCTYPE {root} [<!ENTITY a0 \"ha\">");
        for i in 1..40 {
            write!(laughs, "<!ENTITY a{i} \"{}\">", format!("&a{};", i - 1).repeat(10)).expect("a string");
        }
        write!(laughs, "]><{root}>&a39;</{root}>").expect("a string");
        let outside = format!("<!DOCTYPE {root} [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><{root}>&x;</{root}>");
        let parameter = format!("<!DOCTYPE {root} [<!entity % x \"y\"> %x;]><{root}/>");
        for text in [&laughs, &outside, &parameter] {
            let name = format!("a.{ending}");
            assert_eq!(read(&name, text.as_bytes()), Err(ExchangeFault::EntitiesRefused), "{ending}: {text:.60}");
        }
    }
}

#[test]
fn a_document_type_that_only_declares_elements_is_fine() {
    for (root, ending) in ROOTS {
        let text =
            sound(ending).replacen(&format!("<{root}"), &format!("<!DOCTYPE {root} SYSTEM \"x.dtd\"><{root}"), 1);
        let text = if ending == "xml" { sound(ending) } else { text };
        let parsed = read(&format!("a.{ending}"), text.as_bytes()).expect("readable");
        assert!(held(&parsed) >= 60, "{ending}");
    }
}

#[test]
fn nesting_deeper_than_any_device_writes_is_refused() {
    for (root, ending) in ROOTS {
        let text = format!("<{root}>{}", "<a>".repeat(1_000_000));
        assert_eq!(
            read(&format!("a.{ending}"), text.as_bytes()),
            Err(ExchangeFault::TooDeep { depth: 65 }),
            "{ending}"
        );
    }
}

#[test]
fn a_huge_attribute_or_text_is_not_swallowed() {
    let huge = "x".repeat(40 * 1024 * 1024);
    for (root, ending) in ROOTS {
        let name = format!("a.{ending}");
        for text in [
            format!("<{root} a=\"{huge}\"/>"),
            format!("<{root}><a>{huge}</a></{root}>"),
            format!("<{root}><!--{huge}--></{root}>"),
        ] {
            let fault = read(&name, text.as_bytes()).expect_err("nothing in it");
            assert!(matches!(fault, ExchangeFault::BrokenText { .. }), "{ending}: {fault}");
        }
    }
}

#[test]
fn a_file_cut_anywhere_keeps_what_is_whole_and_says_so() {
    for (_, ending) in ROOTS {
        let whole = sound(ending);
        let name = format!("a.{ending}");
        let all = held(&read(&name, whole.as_bytes()).expect("readable"));
        let (mut last, mut kept) = (0, 0);
        for cut in (1..whole.len()).step_by(97) {
            let Some(text) = whole.get(..cut) else { continue };
            match read(&name, text.as_bytes()) {
                Ok(parsed) => {
                    assert!(kinds(&parsed).contains(&RepairKind::TruncatedTail), "{ending} at {cut}");
                    assert!(held(&parsed) >= last, "{ending} at {cut}: more of the file, less of it read");
                    last = held(&parsed);
                    kept += 1;
                }
                Err(fault) => {
                    let named = matches!(fault, ExchangeFault::BrokenText { .. } | ExchangeFault::UnknownFormat { .. });
                    assert!(named, "{ending} at {cut}: {fault}");
                }
            }
        }
        assert!(kept * 97 * 10 > whole.len() * 9, "{ending}: nine of ten cuts keep something, {kept} did");
        assert!(last * 100 > all * 98, "{ending}: {last} of {all}");
    }
}

#[test]
fn an_encoding_other_than_utf_8_changes_nothing() {
    for (_, ending) in ROOTS {
        let text = sound(ending);
        let name = format!("a.{ending}");
        let plain = read(&name, text.as_bytes()).expect("readable");
        let marked = |bytes: Vec<u8>, mark: &[u8]| [mark, &bytes].concat();
        let copies = [
            marked(text.clone().into_bytes(), b"\xef\xbb\xbf"),
            marked(text.encode_utf16().flat_map(u16::to_le_bytes).collect(), b"\xff\xfe"),
            marked(text.encode_utf16().flat_map(u16::to_be_bytes).collect(), b"\xfe\xff"),
            text.replacen("UTF-8", "ISO-8859-1", 1).chars().map(|c| c as u8).collect(),
        ];
        for (i, copy) in copies.iter().enumerate() {
            let mut parsed = read(&name, copy).unwrap_or_else(|fault| panic!("{ending} {i}: {fault}"));
            if let (Some(Content::Template { template }), Some(Content::Template { template: first })) =
                (parsed.contents.first_mut(), plain.contents.first())
            {
                template.id.clone_from(&first.id);
            }
            assert_eq!(parsed, plain, "{ending} {i}");
        }
        let bad: Vec<u8> =
            text.replacen("Größe", "Gr\u{1}ße", 1).bytes().map(|b| if b == 1 { 0xf6 } else { b }).collect();
        if ending == "tcx" {
            let parsed = read(&name, &bad).expect("readable");
            assert_eq!(kinds(&parsed), vec![RepairKind::TextEncoding]);
            let Some(Content::Activity { recording, .. }) = parsed.contents.first() else { panic!("an activity") };
            assert_eq!(recording.comment.as_deref(), Some("Gr\u{fffd}ße & Höhe"));
        }
    }
}

#[test]
fn many_empty_activities_cost_no_more_than_their_text() {
    let text = format!(
        "<TrainingCenterDatabase><Activities>{}</Activities></TrainingCenterDatabase>",
        "<Activity Sport=\"Running\"><Lap StartTime=\"2026-03-01T08:00:00Z\"/></Activity>".repeat(30_000)
    );
    let began = Instant::now();
    let parsed = read("a.tcx", text.as_bytes()).expect("readable");
    assert_eq!(parsed.contents.len(), 20_000);
    assert_eq!(kinds(&parsed), vec![RepairKind::ValueLeftOut]);
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn changed_bytes_never_bring_a_reader_down(
        which in 0..ROOTS.len(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..16),
    ) {
        let (_, ending) = ROOTS[which];
        let mut bytes = sound(ending).into_bytes();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(parsed) = read(&format!("a.{ending}"), &bytes) {
            for content in parsed.contents {
                let Content::Activity { recording, .. } = content else { continue };
                prop_assert!(recording.elapsed.0.is_finite() && recording.elapsed.0 >= recording.timer.0);
                prop_assert!(recording.distance.is_none_or(|d| d.0.is_finite() && d.0 >= 0.0));
                for channel in &recording.channels {
                    prop_assert_eq!(channel.ms.len(), channel.values.len());
                    prop_assert!(channel.ms.windows(2).all(|pair| pair[0] < pair[1]));
                    prop_assert!(channel.values.iter().all(|v| v.is_finite()));
                }
                prop_assert!(recording.pauses.windows(2).all(|pair| pair[0].to_ms < pair[1].from_ms));
            }
        }
    }

    #[test]
    fn elements_in_any_order_never_bring_a_reader_down(
        which in 0..ROOTS.len(),
        pieces in prop::collection::vec(0..PIECES.len(), 0..60),
    ) {
        let (root, ending) = ROOTS[which];
        let inside: String = pieces.iter().map(|i| PIECES[*i]).collect();
        let text = format!("<{root}>{inside}</{root}>");
        if let Ok(parsed) = read(&format!("a.{ending}"), text.as_bytes()) {
            prop_assert!(!parsed.contents.is_empty());
        }
    }
}

/// Tags and texts of every format, to be put together in ways no device would.
const PIECES: [&str; 44] = [
    "<Activities>",
    "</Activities>",
    "<Activity Sport='Biking'>",
    "</Activity>",
    "<Lap StartTime='2026-03-01T08:00:00Z'>",
    "<Lap>",
    "</Lap>",
    "<Track>",
    "</Track>",
    "<Trackpoint>",
    "</Trackpoint>",
    "<Time>2026-03-01T08:00:01Z</Time>",
    "<Time>9999-12-31T23:59:60+14:00</Time>",
    "<TotalTimeSeconds>1e300</TotalTimeSeconds>",
    "<TotalTimeSeconds>-5</TotalTimeSeconds>",
    "<trk>",
    "</trk>",
    "<trkseg>",
    "</trkseg>",
    "<trkpt lat='90' lon='-180'>",
    "<trkpt lat='x'>",
    "</trkpt>",
    "<time>0001-01-01T00:00:00</time>",
    "<time>2026-03-01T08:00:01Z</time>",
    "<hr>1e400</hr>",
    "<hr>150</hr>",
    "<workout>",
    "</workout>",
    "<sample>",
    "</sample>",
    "<timeoffset>-1e30</timeoffset>",
    "<timeoffset>3</timeoffset>",
    "<DeviceLog>",
    "</DeviceLog>",
    "<Sample>",
    "</Sample>",
    "<UTC>2026-03-01T08:00:01Z</UTC>",
    "<Data>1 2 3e9 -4</Data>",
    "<SteadyState Duration='1e12' Power='1'/>",
    "<IntervalsT Repeat='1e9' OnDuration='60' OffDuration='-60'/>",
    "<Workout startDate='2026-03-01 08:00:00 +0000' endDate='1999-03-01 08:00:00 +0000'/>",
    "<Record type='HKQuantityTypeIdentifierHeartRate' startDate='1969-03-01 08:00:00 +0000' value='-1'/>",
    "<Record type='HKCategoryTypeIdentifierSleepAnalysis' startDate='0000-01-01 00:00:00' endDate='9999-12-31 23:59:59' value='Asleep'/>",
    "<Events><Lap><Duration>1e9</Duration></Lap><Pause><State>True</State></Pause></Events>",
];

#[test]
fn a_wall_clock_a_thousand_years_before_utc_names_no_zone() {
    let text = "<sml><DeviceLog><Header><Activity>Running</Activity><DateTime>1013-03-01T06:30:00</DateTime></Header><Samples>\
                <Sample><Time>0</Time><HR>2</HR><UTC>2026-03-01T06:30:00Z</UTC></Sample>\
                <Sample><Time>1</Time><HR>2.1</HR></Sample></Samples></DeviceLog></sml>";
    let parsed = exchange::read("x.sml", text.as_bytes()).expect("readable");
    let [exchange::Content::Activity { recording, .. }] = parsed.contents.as_slice() else { panic!("{parsed:?}") };
    assert_eq!(recording.utc_offset_s, None);
    assert_eq!(recording.start.to_rfc3339(), "2026-03-01T06:30:00+00:00");
}
