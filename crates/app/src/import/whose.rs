//! Whose file is it? The person who imports may say so; else the device, else a name in the path. Never a coin toss: a
//! file nobody can be named for goes to the stand-in and waits there.

use contract::import::FileReport;
use domain::athlete::{Athlete, DeviceStamp};
use domain::id::AthleteId;
use domain::words::Words;
use store::Roster;

use crate::{App, AppFault};

/// The athlete a file is given to, and why in words.
pub(crate) struct Whose {
    pub(crate) athlete: Athlete,
    pub(crate) why: String,
    /// Sure enough to remember the device.
    pub(crate) sure: bool,
}

/// Decides.
pub(crate) async fn whose(
    app: &App,
    roster: &Roster,
    named: Option<AthleteId>,
    device: Option<&DeviceStamp>,
    path: &str,
) -> Result<Whose, AppFault> {
    let words = Words::english();
    if let Some(id) = named {
        let athlete = app.athlete(roster, id).await?;
        return Ok(Whose { athlete, why: words.say("guess-named"), sure: true });
    }
    if let Some(device) = device
        && let Some(owner) = roster.device_owner(device).await?
    {
        let athlete = app.athlete(roster, owner).await?;
        let serial = device.serial.map_or_else(String::new, |serial| serial.to_string());
        return Ok(Whose { athlete, why: words.say_with("guess-device", &[("serial", serial.into())]), sure: true });
    }
    let athletes = roster.athletes().await?;
    let mut fits = athletes.iter().filter(|athlete| !athlete.unassigned && names(path, &athlete.name));
    if let (Some(athlete), None) = (fits.next(), fits.next()) {
        return Ok(Whose { athlete: athlete.clone(), why: words.say("guess-path"), sure: true });
    }
    Ok(Whose { athlete: stand_in(app, roster, athletes).await?, why: words.say("guess-nobody"), sure: false })
}

/// The stand-in for files nobody has been named for; made when first needed.
async fn stand_in(app: &App, roster: &Roster, athletes: Vec<Athlete>) -> Result<Athlete, AppFault> {
    if let Some(athlete) = athletes.into_iter().find(|athlete| athlete.unassigned) {
        return Ok(athlete);
    }
    let athlete = Athlete {
        id: app.id(AthleteId),
        name: Words::english().say("unassigned-name"),
        sex: None,
        born: None,
        zone: app.0.clock.zone().name().to_owned(),
        squad: None,
        unassigned: true,
    };
    let mut write = roster.write().await?;
    write.insert_athlete(&athlete).await?;
    write.commit(app.entry("add-stand-in", Some(athlete.id), None, serde_json::Value::Null)).await?;
    Ok(athlete)
}

/// Whether a path names a person: all parts of the name stand side by side in it, whatever separates them.
fn names(path: &str, name: &str) -> bool {
    let name = plain(name);
    !name.is_empty() && format!(" {} ", plain(path)).contains(&format!(" {name} "))
}

/// Letters and digits in lower case, everything else one space.
fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The athlete a report's file belongs to.
pub(crate) async fn owner_of(roster: &Roster, file: &FileReport) -> Result<Option<AthleteId>, AppFault> {
    match file.activities.first() {
        Some(first) => Ok(roster.activity(*first).await?.map(|activity| activity.athlete)),
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_folder_or_file_is_found_whatever_separates_its_parts() {
        for path in ["/club/Ada Fell/ride.fit", "ada_fell-2026-06-01.fit", "C:\\club\\Ada-Fell\\x.fit"] {
            assert!(names(path, "Ada Fell"), "{path}");
        }
    }

    #[test]
    fn a_name_inside_another_word_is_not_a_name() {
        assert!(!names("/club/Canada Fellows/ride.fit", "Ada Fell"));
        assert!(!names("/club/ride.fit", ""));
        assert!(!names("/club/Ada/Fellow.fit", "Ada Fell"));
    }
}
