//! The commands about consent, and about who uses a roster.

use app::App;
use chrono::NaiveDate;
use clap::Subcommand;
use contract::Fault;
use contract::consent::{
    ActAs, ConsentView, RecordConsent, SetConsentAge, SetStaff, ShowConsent, ShowStaff, StaffView,
};
use contract::domain::consent::{DataCategory, Guardian, Purpose, Role};
use contract::domain::locale;
use contract::domain::staff::StaffEntry;
use contract::domain::words::{Value, Words};

use crate::ask::{ask, text};
use crate::keys::Passphrase;

/// Consent of an athlete.
#[derive(Debug, Subcommand)]
pub(crate) enum ConsentCommand {
    /// What stands on a day, and everything that was said.
    Show {
        /// Name or identity.
        athlete: String,
        /// As of which day; today if left out.
        #[arg(long)]
        on: Option<NaiveDate>,
    },
    /// Record that it is given.
    Record {
        #[command(flatten)]
        word: Word,
        /// Until and with which day; open if left out.
        #[arg(long)]
        to: Option<NaiveDate>,
        /// Who speaks for the athlete.
        #[arg(long, requires = "relation")]
        guardian: Option<String>,
        /// What they are to the athlete ("mother").
        #[arg(long, requires = "guardian")]
        relation: Option<String>,
        /// Version of the text that was agreed to; the newest if left out.
        #[arg(long)]
        version: Option<String>,
        /// Its language: en or de; that of this computer if left out.
        #[arg(long)]
        language: Option<String>,
    },
    /// Record that it is withdrawn.
    Withdraw {
        #[command(flatten)]
        word: Word,
    },
    /// Set the age from which athletes of this club agree for themselves.
    Age {
        /// Years.
        years: u8,
    },
}

/// About which data, and for what.
#[derive(Debug, clap::Args)]
pub(crate) struct Word {
    /// Name or identity.
    athlete: String,
    /// training, heart, hrv, sleep, wellness, injury, cycle, location or notes; several times for several.
    #[arg(long = "category", required = true, value_parser = |code: &str| known(code, DataCategory::ALL, DataCategory::code))]
    categories: Vec<DataCategory>,
    /// coach, assistant, team-share, model-training or research; several times for several.
    #[arg(long = "purpose", required = true, value_parser = |code: &str| known(code, Purpose::ALL, Purpose::code))]
    purposes: Vec<Purpose>,
    /// For data of this day and after it; of all days if left out.
    #[arg(long)]
    from: Option<NaiveDate>,
}

/// Who uses a roster.
#[derive(Debug, Subcommand)]
pub(crate) enum People {
    /// Who is here, and who uses the program now.
    List,
    /// Add somebody.
    Add {
        /// Name.
        name: String,
        /// head-coach, assistant, physio or viewer.
        #[arg(long, value_parser = |code: &str| known(code, Role::ALL, Role::code))]
        role: Role,
    },
    /// Change somebody's role or name.
    Set {
        /// Name.
        name: String,
        /// head-coach, assistant, physio or viewer; as it is if left out.
        #[arg(long, value_parser = |code: &str| known(code, Role::ALL, Role::code), required_unless_present = "rename")]
        role: Option<Role>,
        /// The new name; as it is if left out.
        #[arg(long)]
        rename: Option<String>,
    },
    /// Say that somebody left.
    Left {
        /// Name.
        name: String,
    },
    /// Use the program as somebody from now on.
    As {
        /// Name; the head coach of this computer if left out.
        name: Option<String>,
        #[command(flatten)]
        passphrase: Passphrase,
    },
}

/// One of the choices by its code, or all codes there are.
fn known<T: Copy>(code: &str, all: &[T], name: fn(T) -> &'static str) -> Result<T, String> {
    let found = all.iter().copied().find(|one| name(*one) == code);
    found.ok_or_else(|| all.iter().map(|one| name(*one)).collect::<Vec<_>>().join(", "))
}

/// `consent ...`.
pub(crate) async fn consent(app: &App, command: ConsentCommand, as_json: bool) -> Result<(), Fault> {
    let view = match command {
        ConsentCommand::Show { athlete, on } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            ask(app, &ShowConsent { athlete, on }).await?
        }
        ConsentCommand::Record { word, to, guardian, relation, version, language } => {
            let guardian = guardian.zip(relation).map(|(name, relation)| Guardian { name, relation });
            let request = word.request(app, true).await?;
            ask(app, &RecordConsent { to, guardian, version, language, ..request }).await?.value
        }
        ConsentCommand::Withdraw { word } => ask(app, &word.request(app, false).await?).await?.value,
        ConsentCommand::Age { years } => {
            let age = ask(app, &SetConsentAge { age: years }).await?.value;
            if as_json {
                println!("{}", text(&age)?);
            } else {
                println!("{}", Words::here().say_with("cli-consent-age", &[("age", u32::from(age).into())]));
            }
            return Ok(());
        }
    };
    if as_json {
        println!("{}", text(&view)?);
    } else {
        shown(&view);
    }
    Ok(())
}

impl Word {
    async fn request(self, app: &App, given: bool) -> Result<RecordConsent, Fault> {
        let Word { athlete, categories, purposes, from } = self;
        let athlete = app.athlete_named(&athlete).await?.id;
        Ok(RecordConsent {
            athlete,
            categories,
            purposes,
            given,
            from,
            to: None,
            guardian: None,
            version: None,
            language: None,
        })
    }
}

fn shown(view: &ConsentView) {
    let words = Words::here();
    println!("{}", words.say_with("consent-page", &[("athlete", view.name.as_str().into())]));
    println!("{}", words.say_with("cli-consent-age", &[("age", u32::from(view.age).into())]));
    for category in DataCategory::ALL {
        let cells = view.table.iter().filter(|cell| cell.category == *category);
        let said = cells.map(|cell| {
            let allowed = if cell.allowed { "consent-allowed" } else { "consent-refused" };
            let purpose = words.say(&format!("purpose-{}", cell.purpose.code()));
            format!("{purpose}: {}", words.say(allowed))
        });
        println!(
            "{}\n    {}",
            words.say(&format!("category-{}", category.code())),
            said.collect::<Vec<_>>().join(", ")
        );
    }
    for one in &view.withheld {
        println!("{}", one.say(words));
    }
    for entry in &view.history {
        println!(
            "{}\n    {}",
            entry.say(words),
            entry.recorded(words, locale::here().day_of_year(entry.at.date_naive()))
        );
    }
}

/// `people ...`.
pub(crate) async fn people(app: &App, command: People, as_json: bool) -> Result<(), Fault> {
    let view = match command {
        People::List => ask(app, &ShowStaff {}).await?,
        People::Add { name, role } => ask(app, &SetStaff { id: None, name, role, gone: false }).await?.value,
        People::Set { name, role, rename } => {
            let one = named(app, &name).await?;
            let (name, role) = (rename.unwrap_or(one.name), role.unwrap_or(one.role));
            ask(app, &SetStaff { id: Some(one.id), name, role, gone: false }).await?.value
        }
        People::Left { name } => {
            let one = named(app, &name).await?;
            ask(app, &SetStaff { id: Some(one.id), name: one.name, role: one.role, gone: true }).await?.value
        }
        People::As { name, passphrase } => {
            let id = match &name {
                None => None,
                Some(name) => Some(named(app, name).await?.id),
            };
            ask(app, &ActAs { id, passphrase: passphrase.said()? }).await?.value
        }
    };
    if as_json {
        println!("{}", text(&view)?);
    } else {
        staff(&view);
    }
    Ok(())
}

/// Who is here under a name.
async fn named(app: &App, name: &str) -> Result<StaffEntry, Fault> {
    let wanted = name.trim().to_lowercase();
    let people = ask(app, &ShowStaff {}).await?.people;
    people.into_iter().find(|one| one.name.to_lowercase() == wanted).ok_or_else(|| app::no_such_person(name))
}

fn staff(view: &StaffView) {
    let words = Words::here();
    let role = |role: Role| words.say(&format!("role-{}", role.code()));
    let now = [("name", Value::from(view.name.as_str())), ("role", role(view.role).into())];
    println!("{}", words.say_with("staff-now", &now));
    for one in &view.people {
        println!("{}, {}", one.name, role(one.role));
    }
    println!("{}", words.say(if view.guarded { "staff-guarded" } else { "staff-guard-rail" }));
}
