//! How a workout is read.
//!
//! ```text
//! workout  = part { "," part }                              blanks are free around every sign
//! part     = repeat | recovery | step | sets
//! repeat   = times "x" ( "(" workout ")" | step ) [ "," recovery ]
//! step     = length [ "@" target ] [ cue ]
//! recovery = ( "r" | "rest" ) step
//! length   = number ( "h" | "min" | "s" | "km" | "m" )      1h30min and 2min30s in one word
//! target   = share [ "-" share ] "%" [ reference ] | "Z" zone | "RPE" number
//! reference= "FTP" | "CP" | "CS" | "pace" | "CSS" | "LTHR" | "HRmax"
//! cue      = '"' text '"'
//! sets     = exercise times "x" ( count | time ) [ "@" weight ] [ "," "r" time ]
//! weight   = number ( "kg" | "% 1RM" | "m/s" | "RIR" )
//! ```

use winnow::ascii::Caseless;
use winnow::combinator::{alt, cut_err, delimited, eof, not, opt, peek, preceded, repeat, terminated};
use winnow::error::{ContextError, ModalResult};
use winnow::prelude::*;
use winnow::token::{one_of, take_while};

use super::{Length, NotAWorkout, Part, Reference, Reps, Sets, Target, Weight, WorkStep, Workout};

/// The longest line, characters.
pub const LONGEST: usize = 1000;
/// How deep repeats may stand in each other.
pub const DEEPEST: usize = 3;
/// The most steps, all repeats done.
pub const MOST_STEPS: usize = 400;
const MOST_TIMES: u32 = 99;
const MOST_REPS: u32 = 200;
const DAY_S: f64 = 86_400.0;
const FARTHEST_M: f64 = 500_000.0;
/// The longest cue or name of an exercise, characters.
const WORDS: usize = 80;

macro_rules! expected {
    ($($(#[$doc:meta])* $name:ident = $code:literal),+ $(,)?) => {
        /// What would have been fine where reading stopped.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Expected { $($(#[$doc])* $name),+ }

        impl Expected {
            /// Every one.
            pub const ALL: &[Expected] = &[$(Expected::$name),+];

            /// The stable name used in the words file (`workout-expected-step`).
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Expected::$name => $code),+ }
            }
        }
    };
}

expected! {
    /// A step, a repeat, a recovery or an exercise.
    Part = "part",
    /// A step or an opening bracket, after `3x`.
    Body = "body",
    /// A unit after a number.
    Unit = "unit",
    /// A length from a second to a day, or from ten metres to 500 km.
    Length = "length",
    /// From 1 to 99 times.
    Times = "times",
    /// A percentage, a zone or a felt effort after `@`.
    Target = "target",
    /// The sign for percent.
    Percent = "percent",
    /// From 10 to 300 percent.
    Share = "share",
    /// An upper end above the lower one.
    Upper = "upper",
    /// A threshold that has a name here.
    Reference = "reference",
    /// A zone from 1 to 7.
    Zone = "zone",
    /// A felt effort from 0 to 10.
    Rpe = "rpe",
    /// The end of a cue of at most 80 characters.
    Quote = "quote",
    /// A closing bracket.
    Close = "close",
    /// A comma, or the end.
    Comma = "comma",
    /// A shorter name of an exercise.
    Exercise = "exercise",
    /// Sets and repetitions after the name of an exercise.
    Sets = "sets",
    /// From 1 to 200 repetitions, or a time.
    Reps = "reps",
    /// A weight after `@`.
    Weight = "weight",
    /// A unit of a weight.
    WeightUnit = "weight-unit",
    /// Repeats less deep in each other.
    Shallower = "shallower",
    /// Fewer steps in all.
    Fewer = "fewer",
    /// A shorter line.
    Shorter = "shorter",
}

type Read<T> = ModalResult<T, ContextError<Expected>>;

/// Reads a line.
///
/// # Errors
/// [`NotAWorkout`] with the place and what was expected there.
pub(super) fn read(text: &str) -> Result<Workout, NotAWorkout> {
    if text.chars().count() > LONGEST {
        return Err(NotAWorkout { at: LONGEST, expected: Expected::Shorter });
    }
    let parts = whole_line.parse(text).map_err(|error| {
        let expected = error.inner().context().next().copied().unwrap_or(Expected::Part);
        NotAWorkout { at: text[..error.char_span().start].chars().count(), expected }
    })?;
    if done(&parts) > MOST_STEPS {
        return Err(NotAWorkout { at: 0, expected: Expected::Fewer });
    }
    Ok(Workout { parts })
}

fn whole_line(input: &mut &str) -> Read<Vec<Part>> {
    let parts = delimited(blank, |input: &mut &str| parts(input, 0), blank).parse_next(input)?;
    eof.context(Expected::Comma).parse_next(input)?;
    Ok(parts)
}

/// Steps and sets with all repeats done.
fn done(parts: &[Part]) -> usize {
    let one = |part: &Part| match part {
        Part::Repeat { times, parts } => *times as usize * done(parts),
        Part::Step(_) | Part::Sets(_) => 1,
    };
    parts.iter().map(one).sum()
}

fn blank(input: &mut &str) -> Read<()> {
    take_while(0.., char::is_whitespace).void().parse_next(input)
}

fn comma(input: &mut &str) -> Read<()> {
    (blank, ',', blank).void().parse_next(input)
}

fn parts(input: &mut &str, depth: usize) -> Read<Vec<Part>> {
    let mut all = vec![part(input, depth)?];
    let more: Vec<Part> =
        repeat(0.., preceded(comma, cut_err(|input: &mut &str| part(input, depth)))).parse_next(input)?;
    all.extend(more);
    Ok(all)
}

/// One part. Each kind tells itself by its first signs, and is then read to its end or refused there.
fn part(input: &mut &str, depth: usize) -> Read<Part> {
    alt((
        recovery.map(Part::Step),
        |input: &mut &str| repeated(input, depth),
        step.map(Part::Step),
        sets.map(Part::Sets),
    ))
    .context(Expected::Part)
    .parse_next(input)
}

fn repeated(input: &mut &str, depth: usize) -> Read<Part> {
    let start = *input;
    let times = times(input)?;
    let mut parts =
        cut_err(alt((|input: &mut &str| bracket(input, depth + 1), step.map(|step| vec![Part::Step(step)]))))
            .context(Expected::Body)
            .parse_next(input)?;
    parts.extend(opt(preceded(comma, recovery.map(Part::Step))).parse_next(input)?);
    if times as usize * done(&parts) > MOST_STEPS {
        *input = start;
        return refuse(input, Expected::Fewer);
    }
    Ok(Part::Repeat { times, parts })
}

fn bracket(input: &mut &str, depth: usize) -> Read<Vec<Part>> {
    peek('(').parse_next(input)?;
    if depth > DEEPEST {
        return refuse(input, Expected::Shallower);
    }
    let close = cut_err((blank, ')')).context(Expected::Close);
    delimited(('(', blank), cut_err(|input: &mut &str| parts(input, depth)), close).parse_next(input)
}

/// Stops here for good.
fn refuse<T>(input: &mut &str, expected: Expected) -> Read<T> {
    cut_err(winnow::combinator::fail.context(expected)).parse_next(input)
}

/// `3x`, and what it stands before is not read yet.
fn times(input: &mut &str) -> Read<u32> {
    let sign = |input: &mut &str| (blank, one_of(['x', 'X', '×']), blank).void().parse_next(input);
    peek((digits, sign)).parse_next(input)?;
    cut_err(terminated(whole(1, MOST_TIMES).context(Expected::Times), sign)).parse_next(input)
}

fn recovery(input: &mut &str) -> Read<WorkStep> {
    (alt((Caseless("rest"), Caseless("r"))), blank, peek(digits)).parse_next(input)?;
    step.map(|step| WorkStep { recovery: true, ..step }).parse_next(input)
}

fn step(input: &mut &str) -> Read<WorkStep> {
    let length = length.parse_next(input)?;
    let target = opt(preceded((blank, '@', blank), cut_err(target))).parse_next(input)?.unwrap_or(Target::Free);
    let cue = opt(preceded(blank, cue)).parse_next(input)?;
    Ok(WorkStep { length, target, recovery: false, cue })
}

fn length(input: &mut &str) -> Read<Length> {
    peek(digits).parse_next(input)?;
    let start = *input;
    let (value, unit) = (number, preceded(blank, cut_err(unit))).parse_next(input)?;
    let length = match unit {
        Unit::Meters(meters) => Length::Distance((value * meters).round()),
        Unit::Seconds(first) => {
            let mut seconds = value * first;
            let mut last = first;
            while let Some((value, unit)) = opt(smaller(last)).parse_next(input)? {
                seconds += value * unit;
                last = unit;
            }
            Length::Time(seconds.round())
        }
    };
    let fits = match length {
        Length::Time(seconds) => (1.0..=DAY_S).contains(&seconds),
        Length::Distance(meters) => (10.0..=FARTHEST_M).contains(&meters),
    };
    if fits {
        return Ok(length);
    }
    *input = start;
    refuse(input, Expected::Length)
}

#[derive(Debug, Clone, Copy)]
enum Unit {
    Seconds(f64),
    Meters(f64),
}

fn unit(input: &mut &str) -> Read<Unit> {
    let named = |word: &str| match word {
        "h" => Some(Unit::Seconds(3600.0)),
        "min" => Some(Unit::Seconds(60.0)),
        "s" | "sec" => Some(Unit::Seconds(1.0)),
        "km" => Some(Unit::Meters(1000.0)),
        "m" => Some(Unit::Meters(1.0)),
        _ => None,
    };
    word.verify_map(named).context(Expected::Unit).parse_next(input)
}

/// The minutes of `1h30min`, the seconds of `2min30s`: a time in a smaller unit than the last.
fn smaller<'a>(last: f64) -> impl Parser<&'a str, (f64, f64), winnow::error::ErrMode<ContextError<Expected>>> {
    (preceded(blank, number), preceded(blank, unit)).verify_map(move |(value, unit)| match unit {
        Unit::Seconds(seconds) if seconds < last => Some((value, seconds)),
        _ => None,
    })
}

fn target(input: &mut &str) -> Read<Target> {
    alt((zone, rpe, share)).context(Expected::Target).parse_next(input)
}

fn zone(input: &mut &str) -> Read<Target> {
    (one_of(['z', 'Z']), peek(digits)).parse_next(input)?;
    cut_err(whole(1, 7)).context(Expected::Zone).map(|zone| Target::Zone(zone as u8)).parse_next(input)
}

fn rpe(input: &mut &str) -> Read<Target> {
    (Caseless("RPE"), blank).parse_next(input)?;
    cut_err(number.verify(|rpe| *rpe <= 10.0))
        .context(Expected::Rpe)
        .map(|rpe| Target::Rpe(tenths(rpe)))
        .parse_next(input)
}

fn share(input: &mut &str) -> Read<Target> {
    peek(digits).parse_next(input)?;
    let low = cut_err(percentage).parse_next(input)?;
    let upper = cut_err(percentage.verify(move |high| *high >= low)).context(Expected::Upper);
    let high = opt(preceded((blank, one_of(['-', '–']), blank), upper)).parse_next(input)?;
    cut_err((blank, '%')).context(Expected::Percent).parse_next(input)?;
    let of = opt(preceded((blank, peek(word)), cut_err(reference))).parse_next(input)?;
    Ok(Target::Share { low, high: high.unwrap_or(low), of: of.unwrap_or(Reference::Threshold) })
}

/// A percentage as a share, in thousandths.
fn percentage(input: &mut &str) -> Read<f64> {
    let within = |percent: &f64| (10.0..=300.0).contains(percent);
    number.verify(within).map(|percent| tenths(percent) / 100.0).context(Expected::Share).parse_next(input)
}

fn reference(input: &mut &str) -> Read<Reference> {
    let named = |word: &str| Reference::ALL.into_iter().find(|one| one.sign().eq_ignore_ascii_case(word));
    word.verify_map(named).context(Expected::Reference).parse_next(input)
}

fn cue(input: &mut &str) -> Read<String> {
    const QUOTES: [char; 3] = ['"', '“', '”'];
    one_of(QUOTES).parse_next(input)?;
    let text = take_while(0..=WORDS, |c: char| !QUOTES.contains(&c) && !c.is_control());
    let said = cut_err(terminated(text, one_of(QUOTES))).context(Expected::Quote);
    said.verify_map(|text: &str| Some(tidy(text)).filter(|text| !text.is_empty()))
        .context(Expected::Quote)
        .parse_next(input)
}

fn sets(input: &mut &str) -> Read<Sets> {
    peek(letter).parse_next(input)?;
    let exercise = cut_err(exercise).parse_next(input)?;
    let sets = cut_err(times).context(Expected::Sets).parse_next(input)?;
    let reps = cut_err(reps).parse_next(input)?;
    let load = opt(preceded((blank, '@', blank), cut_err(weight))).parse_next(input)?.unwrap_or(Weight::Free);
    let rest = opt(preceded(comma, recovery.verify_map(|step: WorkStep| rest(&step)))).parse_next(input)?;
    Ok(Sets { exercise, sets, reps, load, rest })
}

fn exercise(input: &mut &str) -> Read<String> {
    take_while(1.., |c: char| c.is_alphabetic() || c.is_whitespace() || matches!(c, '-' | '\'' | '/'))
        .map(tidy)
        .verify(|name: &String| name.chars().count() <= WORDS)
        .context(Expected::Exercise)
        .parse_next(input)
}

/// A plain time of recovery is the rest between sets; any other stands for itself.
fn rest(step: &WorkStep) -> Option<f64> {
    match step {
        WorkStep { length: Length::Time(seconds), target: Target::Free, cue: None, .. } => Some(*seconds),
        _ => None,
    }
}

fn reps(input: &mut &str) -> Read<Reps> {
    let held = (digits, blank, word);
    if peek(opt(held)).parse_next(input)?.is_some() {
        let time = |length: Length| match length {
            Length::Time(seconds) => Some(Reps::Hold(seconds)),
            Length::Distance(_) => None,
        };
        return length.verify_map(time).context(Expected::Reps).parse_next(input);
    }
    whole(1, MOST_REPS).map(Reps::Count).context(Expected::Reps).parse_next(input)
}

fn weight(input: &mut &str) -> Read<Weight> {
    let value = number.context(Expected::Weight).parse_next(input)?;
    let start = *input;
    let unit = preceded(blank, alt(("kg", "m/s", Caseless("RIR"), ("%", blank, Caseless("1RM")).take())))
        .context(Expected::WeightUnit)
        .parse_next(input)?;
    let weight = match unit {
        "kg" => Weight::Kg(tenths(value)),
        "m/s" => Weight::Velocity((value * 100.0).round() / 100.0),
        percent if percent.starts_with('%') => Weight::OneRm(tenths(value) / 100.0),
        _ => Weight::Reserve(tenths(value)),
    };
    let fits = match weight {
        Weight::Free => true,
        Weight::Kg(kg) => (0.5..=500.0).contains(&kg),
        Weight::OneRm(share) => (0.1..=1.2).contains(&share),
        Weight::Velocity(speed) => (0.1..=5.0).contains(&speed),
        Weight::Reserve(left) => left <= 10.0,
    };
    if fits {
        return Ok(weight);
    }
    *input = start;
    refuse(input, Expected::Weight)
}

fn number(input: &mut &str) -> Read<f64> {
    (digits, opt(('.', take_while(1..=3, '0'..='9')))).take().parse_to().parse_next(input)
}

fn digits<'a>(input: &mut &'a str) -> Read<&'a str> {
    terminated(take_while(1..=6, '0'..='9'), not(one_of('0'..='9'))).parse_next(input)
}

fn whole<'a>(low: u32, high: u32) -> impl Parser<&'a str, u32, winnow::error::ErrMode<ContextError<Expected>>> {
    digits.parse_to().verify(move |number| (low..=high).contains(number))
}

fn letter(input: &mut &str) -> Read<char> {
    one_of(char::is_alphabetic).parse_next(input)
}

fn word<'a>(input: &mut &'a str) -> Read<&'a str> {
    take_while(1.., char::is_alphabetic).parse_next(input)
}

fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// One blank between words and none around them.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
