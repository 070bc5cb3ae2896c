//! Language, units and time of the person at this computer.

use app::App;
use contract::Fault;
use contract::domain::locale::{Clock, Language, Tempo, Units, WeekStart};
use contract::domain::words::Words;
use contract::preferences::{SetPreferences, ShowPreferences};

use crate::ask::{ask, text};

/// What to change; nothing: say what holds.
#[derive(Debug, clap::Args)]
pub(crate) struct Wanted {
    /// en, de or pseudo (a test language: English with accents, longer, from right to left).
    #[arg(long, value_parser = |code: &str| known(code, Language::ALL, Language::code))]
    language: Option<Language>,
    /// metric or imperial.
    #[arg(long, value_parser = |code: &str| known(code, Units::ALL, Units::code))]
    units: Option<Units>,
    /// 24h or 12h.
    #[arg(long, value_parser = |code: &str| known(code, Clock::ALL, Clock::code))]
    clock: Option<Clock>,
    /// First of the weekdays to choose from, monday or sunday; training weeks begin on Monday.
    #[arg(long, value_parser = |code: &str| known(code, WeekStart::ALL, WeekStart::code))]
    week_start: Option<WeekStart>,
    /// How fast a ride was: speed or pace.
    #[arg(long, value_parser = |code: &str| known(code, Tempo::ALL, Tempo::code))]
    ride: Option<Tempo>,
    /// How fast a run was: pace or speed.
    #[arg(long, value_parser = |code: &str| known(code, Tempo::ALL, Tempo::code))]
    run: Option<Tempo>,
}

/// One of the choices by its code, or all codes there are.
fn known<T: Copy>(code: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| name(*one) == code);
    found.ok_or_else(|| all.iter().map(|one| name(*one)).collect::<Vec<_>>().join(", "))
}

/// Shows the preferences, changed first where something is wanted.
pub(crate) async fn preferences(app: &App, wanted: Wanted, json: bool) -> Result<(), Fault> {
    let shown = ask(app, &ShowPreferences {}).await?;
    let mut preferences = shown.preferences;
    let locale = &mut preferences.locale;
    locale.language = wanted.language.unwrap_or(locale.language);
    locale.units = wanted.units.unwrap_or(locale.units);
    locale.clock = wanted.clock.unwrap_or(locale.clock);
    locale.week_start = wanted.week_start.unwrap_or(locale.week_start);
    locale.ride = wanted.ride.unwrap_or(locale.ride);
    locale.run = wanted.run.unwrap_or(locale.run);
    let view = if preferences == shown.preferences { shown } else { ask(app, &SetPreferences { preferences }).await? };
    if json {
        println!("{}", text(&view)?);
        return Ok(());
    }
    let locale = view.preferences.locale;
    locale.settle();
    let words = Words::here();
    if let Some(trouble) = view.trouble {
        println!("{trouble}");
    }
    let tempo = |tempo: Tempo| {
        let unit = match tempo {
            Tempo::Pace => locale.pace_unit(),
            Tempo::Speed => locale.unit(contract::domain::locale::Quantity::Speed),
        };
        words.say_with(&format!("locale-tempo-{}", tempo.code()), &[("unit", unit.into())])
    };
    for (key, value) in [
        ("locale-language", words.say(&format!("locale-language-{}", locale.language.code()))),
        ("locale-units", words.say(&format!("locale-units-{}", locale.units.code()))),
        ("locale-clock", words.say(&format!("locale-clock-{}", locale.clock.code()))),
        ("locale-week-start", words.say(&format!("locale-week-start-{}", locale.week_start.code()))),
        ("locale-ride", tempo(locale.ride)),
        ("locale-run", tempo(locale.run)),
    ] {
        println!("{}: {value}", words.say(key));
    }
    Ok(())
}
