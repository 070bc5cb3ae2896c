//! Names of sports as files and apps write them.

use domain::sport::Sport;

/// Beginnings of words, and the sport they name; earlier ones win. `None` is a sport of its own that no other word of the
/// name may turn into a known one (a motorcycle is no bicycle).
const WORDS: [(&str, Option<Sport>); 46] = [
    ("transition", Some(Sport::Transition)),
    ("motor", None),
    ("horse", None),
    ("equestrian", None),
    ("downhill", None),
    ("alpine", None),
    ("jetski", None),
    ("waterski", None),
    ("snowboard", None),
    ("skat", None),
    ("climb", None),
    ("multisport", None),
    ("brick", None),
    ("swim", Some(Sport::Swim)),
    ("schwimm", Some(Sport::Swim)),
    ("natation", Some(Sport::Swim)),
    ("row", Some(Sport::Row)),
    ("ruder", Some(Sport::Row)),
    ("kayak", Some(Sport::Row)),
    ("canoe", Some(Sport::Row)),
    ("paddl", Some(Sport::Row)),
    ("ski", Some(Sport::Ski)),
    ("langlauf", Some(Sport::Ski)),
    ("rollerski", Some(Sport::Ski)),
    ("nordic", Some(Sport::Ski)),
    ("xc", Some(Sport::Ski)),
    ("strength", Some(Sport::Strength)),
    ("weight", Some(Sport::Strength)),
    ("kraft", Some(Sport::Strength)),
    ("yoga", Some(Sport::Mobility)),
    ("pilates", Some(Sport::Mobility)),
    ("mobility", Some(Sport::Mobility)),
    ("flexib", Some(Sport::Mobility)),
    ("stretch", Some(Sport::Mobility)),
    ("walk", Some(Sport::Walk)),
    ("hik", Some(Sport::Walk)),
    ("trek", Some(Sport::Walk)),
    ("snowshoe", Some(Sport::Walk)),
    ("run", Some(Sport::Run)),
    ("jog", Some(Sport::Run)),
    ("lauf", Some(Sport::Run)),
    ("treadmill", Some(Sport::Run)),
    ("bik", Some(Sport::Ride)),
    ("cycl", Some(Sport::Ride)),
    ("rid", Some(Sport::Ride)),
    ("spin", Some(Sport::Ride)),
];

/// The sport a name means; [`Sport::Other`] where it means none of them.
pub(super) fn named(name: &str) -> Sport {
    let words = words(name);
    let found = WORDS.iter().find(|(start, _)| words.iter().any(|word| word.starts_with(start)));
    match found {
        Some(_) if several(&words) => Sport::Other,
        Some((_, sport)) => sport.unwrap_or(Sport::Other),
        None => Sport::Other,
    }
}

/// Whether a name lists sports: a swim, a bike and a run are none of them.
fn several(words: &[String]) -> bool {
    let named = ["swim", "bik", "cycl", "run"].map(|start| words.iter().any(|word| word.starts_with(start)));
    usize::from(named[0]) + usize::from(named[1] || named[2]) + usize::from(named[3]) > 1
}

/// Lower-case words of a name written in any manner: `trail_running`, `CrossCountrySkiing`, `E-Bike Ride`.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_lower = false;
    for c in name.chars().take(200) {
        if !c.is_alphabetic() || (c.is_uppercase() && before_lower) {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphabetic(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        before_lower = c.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sports_are_known_in_the_words_of_many_apps() {
        let cases = [
            ("Running", Sport::Run),
            ("trail_running", Sport::Run),
            ("Laufen", Sport::Run),
            ("HKWorkoutActivityTypeCrossCountrySkiing", Sport::Ski),
            ("DownhillSkiing", Sport::Other),
            ("Biking", Sport::Ride),
            ("Mountain Bike", Sport::Ride),
            ("VirtualRide", Sport::Ride),
            ("MountainBiking", Sport::Ride),
            ("motorcycling", Sport::Other),
            ("Open Water Swimming", Sport::Swim),
            ("TraditionalStrengthTraining", Sport::Strength),
            ("Walking", Sport::Walk),
            ("Hiking", Sport::Walk),
            ("XC Ski", Sport::Ski),
            ("indoor_rowing", Sport::Row),
            ("Brick", Sport::Other),
            ("SwimBikeRun", Sport::Other),
            ("Transition", Sport::Transition),
            ("crunch", Sport::Other),
            ("", Sport::Other),
        ];
        for (name, sport) in cases {
            assert_eq!(named(name), sport, "{name}");
        }
    }
}
