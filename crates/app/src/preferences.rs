//! The preferences of the person at this computer: a small file in the program's own folder, and the locale every answer is
//! given in.

use std::future::poll_fn;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::{PoisonError, RwLock};

use contract::preferences::{PreferencesView, SetPreferences, ShowPreferences};
use domain::locale::{self, Locale, Preferences};
use domain::words::Words;
use serde_json::Value as Json;

use crate::exports::{begin_file, seal, settle_folder};
use crate::{Answer, App, AppFault, Place};

/// What is known of the file; nothing until somebody asks.
#[derive(Default)]
pub(crate) struct Kept(RwLock<Option<Read>>);

/// The preferences, and what went wrong with their file.
#[derive(Debug, Clone, Default)]
struct Read {
    preferences: Preferences,
    trouble: Option<Trouble>,
}

#[derive(Debug, Clone)]
enum Trouble {
    /// The file was no preferences and was moved here.
    Broken { aside: PathBuf },
    /// The file could not be read, or not moved away, and stands where it stood.
    Unread { path: PathBuf, detail: String },
}

impl Trouble {
    fn words(&self) -> String {
        let words = Words::here();
        let shown = |path: &Path| path.display().to_string().into();
        match self {
            Trouble::Broken { aside } => words.say_with("preferences-broken", &[("path", shown(aside))]),
            Trouble::Unread { path, detail } => {
                words.say_with("preferences-unread", &[("path", shown(path)), ("detail", detail.as_str().into())])
            }
        }
    }
}

impl App {
    /// The preferences of the person at this computer.
    #[must_use]
    pub fn preferences(&self) -> Preferences {
        self.0.preferences.of(&self.0.place).preferences
    }

    /// The language, units and clock of the person at this computer.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.preferences().locale
    }
}

impl Kept {
    fn of(&self, place: &Place) -> Read {
        if let Some(read) = self.0.read().unwrap_or_else(PoisonError::into_inner).as_ref() {
            return read.clone();
        }
        // Whoever comes second finds it read: a broken file is set aside once.
        self.0
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .get_or_insert_with(|| read(&place.preferences_file()))
            .clone()
    }

    fn set(&self, place: &Place, preferences: Preferences) -> Result<(), AppFault> {
        // Read first, so that a broken file is set aside before another takes its place.
        self.of(place);
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        write(&place.preferences_file(), &preferences)?;
        *kept = Some(Read { preferences, trouble: None });
        Ok(())
    }
}

impl Answer for ShowPreferences {
    async fn answer(self, app: &App) -> Result<PreferencesView, AppFault> {
        let read = app.0.preferences.of(&app.0.place);
        Ok(PreferencesView { preferences: read.preferences, trouble: read.trouble.map(|trouble| trouble.words()) })
    }
}

impl Answer for SetPreferences {
    async fn answer(self, app: &App) -> Result<PreferencesView, AppFault> {
        app.0.preferences.set(&app.0.place, self.preferences)?;
        Ok(PreferencesView { preferences: self.preferences, trouble: None })
    }
}

/// A future that is polled in a locale, on whichever thread.
pub(crate) async fn speaking<F: Future>(locale: Locale, work: F) -> F::Output {
    let mut work = pin!(work);
    poll_fn(|context| locale.during(|| work.as_mut().poll(context))).await
}

/// A future for another task that goes on in the locale of this one.
pub(crate) fn carried<F: Future>(work: F) -> impl Future<Output = F::Output> {
    speaking(locale::here(), work)
}

/// Work for another thread that is done in the locale of this one.
pub(crate) fn carried_over<T>(work: impl FnOnce() -> T + Send) -> impl FnOnce() -> T + Send {
    let locale = locale::here();
    move || locale.during(work)
}

/// The file as it stands; what is no preferences is moved aside, never lost.
fn read(path: &Path) -> Read {
    let unread = |error: std::io::Error| {
        tracing::warn!(%error, path = %path.display(), "the preferences could not be read");
        let trouble = Trouble::Unread { path: path.to_owned(), detail: error.to_string() };
        Read { preferences: Preferences::default(), trouble: Some(trouble) }
    };
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Read::default(),
        Err(error) => return unread(error),
    };
    match serde_json::from_slice(&bytes) {
        Ok(preferences) => Read { preferences, trouble: None },
        Err(error) => {
            tracing::warn!(%error, path = %path.display(), "the preferences are broken");
            set_aside(path).map_or_else(unread, |aside| Read {
                preferences: Preferences::default(),
                trouble: Some(Trouble::Broken { aside }),
            })
        }
    }
}

/// Moves a file to a name nobody has.
fn set_aside(path: &Path) -> std::io::Result<PathBuf> {
    for number in 1_u32.. {
        let aside = path.with_extension(format!("broken-{number}.json"));
        if !aside.try_exists()? {
            std::fs::rename(path, &aside)?;
            return Ok(aside);
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

/// Writes the file, whole or not at all. What a newer version of the program keeps in it stays.
fn write(path: &Path, preferences: &Preferences) -> Result<(), AppFault> {
    let unwritable = |source| AppFault::Unwritable { path: path.to_owned(), source };
    let unreadable = |source| AppFault::Unreadable { path: path.to_owned(), source };
    let mut whole = match std::fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_default(),
        Err(error) if error.kind() == ErrorKind::NotFound => Json::default(),
        Err(error) => return Err(unreadable(error)),
    };
    let shape = |source| AppFault::BadReply { call: "SetPreferences".to_owned(), source };
    overlay(&mut whole, serde_json::to_value(preferences).map_err(shape)?);
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = begin_file(folder)?;
    file.write_all(&serde_json::to_vec_pretty(&whole).map_err(shape)?).map_err(unwritable)?;
    seal(&file).map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    settle_folder(folder).map_err(unwritable)
}

/// Puts the fields of one value over those of another.
fn overlay(kept: &mut Json, ours: Json) {
    match (kept, ours) {
        (Json::Object(kept), Json::Object(ours)) => {
            for (name, value) in ours {
                overlay(kept.entry(name).or_insert(Json::Null), value);
            }
        }
        (kept, ours) => *kept = ours,
    }
}

#[cfg(test)]
mod tests {
    use domain::locale::{Language, Units};
    use serde_json::json;

    use super::*;

    fn german() -> Preferences {
        let locale = Locale { language: Language::German, units: Units::Imperial, ..Locale::USUAL };
        Preferences { locale, tour_seen: true }
    }

    #[test]
    fn preferences_are_kept_and_what_a_newer_program_keeps_beside_them_stays() {
        let home = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(home.path());
        std::fs::write(place.preferences_file(), r#"{"locale":{"calendar":"lunar"},"colour":"red"}"#).expect("written");
        Kept::default().set(&place, german()).expect("set");
        assert_eq!(Kept::default().of(&place).preferences, german());
        let text = std::fs::read_to_string(place.preferences_file()).expect("read");
        let whole: Json = serde_json::from_str(&text).expect("JSON");
        assert_eq!((&whole["colour"], &whole["locale"]["calendar"]), (&json!("red"), &json!("lunar")));
        assert_eq!(whole["locale"]["language"], "de");
    }

    #[test]
    fn a_broken_file_is_set_aside_and_said_and_the_usual_holds() {
        let home = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(home.path());
        for number in 1..=2 {
            std::fs::write(place.preferences_file(), b"{\"locale\": ").expect("written");
            let read = Kept::default().of(&place);
            assert_eq!(read.preferences, Preferences::default());
            let said = read.trouble.expect("trouble").words();
            assert!(said.contains(&format!("preferences.broken-{number}.json")), "{said}");
        }
        let first = std::fs::read(home.path().join("preferences.broken-1.json")).expect("kept");
        assert_eq!(first, b"{\"locale\": ", "as it was");
        assert!(Kept::default().of(&place).trouble.is_none(), "there is no file now");
    }

    #[tokio::test]
    async fn every_answer_is_given_in_the_language_of_the_person() {
        let home = tempfile::tempdir().expect("a folder");
        let app = App::new(Place::in_folder(home.path()), std::sync::Arc::new(crate::SystemClock));
        let asked = |text: &'static str| crate::dispatch(&app, "RosterInfo", text);
        let english = asked("{}").await.expect_err("no roster");
        let set = serde_json::to_string(&SetPreferences { preferences: german() }).expect("JSON");
        crate::dispatch(&app, "SetPreferences", &set).await.expect("set");
        let told = asked("{}").await.expect_err("no roster");
        assert_eq!(english.what, Words::here().say("fault-no-roster-what"));
        assert_eq!(told.what, Words::of(Language::German).say("fault-no-roster-what"));
        assert_eq!(locale::here(), Locale::USUAL, "only the answer was given in it");
    }

    #[tokio::test]
    async fn work_handed_to_other_threads_speaks_the_same_language() {
        let both = speaking(german().locale, async {
            let task = tokio::spawn(carried(async { locale::here() }));
            let thread = tokio::task::spawn_blocking(carried_over(locale::here));
            (task.await.expect("a task"), thread.await.expect("a thread"))
        });
        assert_eq!(both.await, (german().locale, german().locale));
    }
}
