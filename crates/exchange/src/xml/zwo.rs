//! Workouts for smart trainers in XML, as templates of the library.

use domain::session::SessionKind;
use domain::sport::Sport;

use super::parsed;
use super::sport;
use super::walk::{Element, Path, Visit, walk_whole};
use crate::text::number;
use crate::text::workout::{Stretch, template};
use crate::{Content, ExchangeFault, Format, Parsed, RoutedKind};

/// More stretches than any workout has.
const MOST_STRETCHES: usize = 1000;

/// The longest stretch, minutes.
const LONGEST_MIN: f64 = 24.0 * 60.0;

/// Hardest target, share of threshold; more than that is a percentage or a slip.
const HARDEST: f64 = 6.0;

/// A stretch without a target: easy endurance, a test, all out.
const FREE: f64 = 0.65;
const TEST: f64 = 1.0;
const ALL_OUT: f64 = 1.5;

/// Reads a ZWO file. A workout measured in metres has no duration here and is only recognised.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let mut reader = Reader::default();
    let walked = walk_whole(bytes, &mut reader)?;
    let contents = if reader.in_metres {
        vec![Content::Routed { kind: RoutedKind::Workout }]
    } else {
        let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let file = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let title = reader.title.as_deref().unwrap_or(file);
        template(bytes, title, &reader.stretches)
            .map(|mut template| {
                template.sport = reader.sport.unwrap_or(Sport::Ride);
                if reader.test {
                    template.kind = SessionKind::Test;
                }
                Content::Template { template }
            })
            .into_iter()
            .collect()
    };
    parsed(Format::Zwo, contents, reader.odd, &walked)
}

#[derive(Default)]
struct Reader {
    title: Option<String>,
    sport: Option<Sport>,
    in_metres: bool,
    test: bool,
    stretches: Vec<Stretch>,
    odd: u32,
}

impl Visit for Reader {
    fn open(&mut self, path: &Path, element: &Element<'_>) {
        if path.up(1) != "workout" {
            return;
        }
        let before = self.stretches.len();
        match path.leaf().to_ascii_lowercase().as_str() {
            "warmup" | "cooldown" | "ramp" => self.ramp(element, (0.5, 0.7)),
            "steadystate" | "solidstate" => self.ramp(element, (FREE, FREE)),
            "freeride" | "freerun" => {
                let test = share(element, &["ftptest"]).is_some_and(|v| v > 0.0);
                self.test |= test;
                self.free(element, if test { TEST } else { FREE });
            }
            "maxeffort" => self.free(element, ALL_OUT),
            "intervalst" => self.intervals(element),
            // Words on the screen are no stretch.
            name if name.starts_with("text") => return,
            _ => {}
        }
        if self.stretches.len() == before {
            self.odd += 1;
        }
    }

    fn close(&mut self, path: &Path, text: &str) {
        match (path.up(1), path.leaf()) {
            ("workout_file", "name") if !text.is_empty() => self.title = Some(text.to_owned()),
            ("workout_file", "sportType") => {
                self.sport = Some(sport::named(text)).filter(|sport| *sport != Sport::Other);
            }
            ("workout_file", "durationType") => self.in_metres = text.eq_ignore_ascii_case("distance"),
            _ => {}
        }
    }
}

impl Reader {
    fn add(&mut self, minutes: f64, from: f64, to: f64) {
        let sound = minutes > 0.0 && minutes <= LONGEST_MIN && from.max(to) <= HARDEST && from.min(to) >= 0.0;
        if sound && self.stretches.len() < MOST_STRETCHES {
            self.stretches.push(Stretch { minutes, from, to });
        }
    }

    fn ramp(&mut self, element: &Element<'_>, untold: (f64, f64)) {
        let one = share(element, &["Power", "PowerOnConstant", "Pace"]);
        let low = share(element, &["PowerLow"]).or(one).unwrap_or(untold.0);
        let high = share(element, &["PowerHigh"]).or(one).unwrap_or(untold.1);
        self.add(minutes(element, "Duration"), low, high);
    }

    fn free(&mut self, element: &Element<'_>, target: f64) {
        self.add(minutes(element, "Duration"), target, target);
    }

    fn intervals(&mut self, element: &Element<'_>) {
        let (on, off) = (minutes(element, "OnDuration"), minutes(element, "OffDuration"));
        let work = share(element, &["OnPower", "PowerOnHigh", "PowerOnLow"]).unwrap_or(TEST);
        let rest = share(element, &["OffPower", "PowerOffHigh", "PowerOffLow"]).unwrap_or(0.5);
        let repeats = share(element, &["Repeat"]).unwrap_or(1.0).clamp(1.0, 200.0) as u32;
        for _ in 0..repeats {
            self.add(on, work, work);
            self.add(off, rest, rest);
        }
    }
}

fn share(element: &Element<'_>, names: &[&str]) -> Option<f64> {
    names.iter().find_map(|name| number(&element.attribute(name)?))
}

fn minutes(element: &Element<'_>, name: &str) -> f64 {
    share(element, &[name]).unwrap_or(0.0) / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template_of(inside: &str) -> domain::library::Template {
        let text = format!("<workout_file><name>A & B</name>{inside}</workout_file>");
        match read("x.zwo", text.as_bytes()).expect("a workout").contents.remove(0) {
            Content::Template { template } => template,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_kind_of_stretch_becomes_a_step() {
        let template = template_of(
            "<sportType>run</sportType><workout><Warmup Duration=\"600\" PowerLow=\"0.4\" PowerHigh=\"0.7\"/>\
             <IntervalsT Repeat=\"4\" OnDuration=\"240\" OffDuration=\"120\" OnPower=\"1.1\" OffPower=\"0.5\"/>\
             <FreeRide Duration=\"300\"/><Cooldown Duration=\"300\" PowerLow=\"0.6\" PowerHigh=\"0.4\"><textevent message=\"a\"/></Cooldown>\
             </workout>",
        );
        assert_eq!((template.title.as_str(), template.sport), ("A & B", Sport::Run));
        assert_eq!((template.min_minutes, template.kind), (44, SessionKind::Interval));
        let steps: Vec<(u32, f64, f64)> =
            template.steps.iter().map(|s| (s.repeat, s.minutes, s.rest_minutes)).collect();
        assert_eq!(steps, vec![(1, 10.0, 0.0), (4, 4.0, 2.0), (1, 5.0, 0.0), (1, 5.0, 0.0)]);
        // (10 x 0.31 + 16 x 1.21 + 8 x 0.25 + 5 x 0.4225 + 5 x 0.2533) / 44
        assert!((template.intensity - 0.7956).abs() < 1e-3, "{}", template.intensity);
    }

    #[test]
    fn a_test_is_a_test_and_metres_are_no_minutes() {
        let test = template_of("<workout><FreeRide Duration=\"1200\" ftptest=\"1\"/></workout>");
        assert_eq!((test.kind, test.intensity), (SessionKind::Test, 1.0));
        let metres = "<workout_file><durationType>distance</durationType><workout><SteadyState Duration=\"1000\"/></workout></workout_file>";
        let contents = read("x.zwo", metres.as_bytes()).expect("recognised").contents;
        assert_eq!(contents, vec![Content::Routed { kind: RoutedKind::Workout }]);
        let empty = read("x.zwo", b"<workout_file><workout/></workout_file>");
        assert_eq!(empty, Err(ExchangeFault::NoActivity { messages: 2 }));
    }

    #[test]
    fn targets_no_legs_can_hold_are_left_out_and_told() {
        let text = "<workout_file><workout><SteadyState Duration=\"600\" Power=\"75\"/><SteadyState Duration=\"600\" Power=\"0.7\"/></workout></workout_file>";
        let parsed = read("dir/Easy.zwo", text.as_bytes()).expect("a workout");
        assert_eq!(parsed.repairs.iter().map(|r| r.samples).collect::<Vec<_>>(), vec![1]);
        let Content::Template { template } = &parsed.contents[0] else { panic!("a template") };
        assert_eq!((template.title.as_str(), template.min_minutes), ("Easy", 10));
    }
}
