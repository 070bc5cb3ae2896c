//! Changes in words.

use super::Change;
use crate::words::{Value, Words};

impl Words {
    /// What a change does, as a sentence. Moments are those of the change as it is given.
    #[must_use]
    pub fn revision(&self, change: &Change) -> String {
        let key = format!("revision-{}", change.code());
        let facts: Vec<(&str, Value)> = match change {
            Change::Trim { from_s, to_s } => vec![("from", clock(*from_s).into()), ("to", clock(*to_s).into())],
            Change::Split { at_s } => {
                let at: Vec<String> = at_s.iter().map(|at| clock(*at)).collect();
                vec![("at", at.join(", ").into())]
            }
            Change::Merge { of } => vec![("count", of.len().into())],
            Change::Sport { sport } => vec![("sport", self.say(&format!("sport-{}", sport.code())).into())],
            Change::Comment { comment: Some(comment) } => vec![("comment", comment.clone().into())],
            Change::Comment { comment: None } => return self.say("revision-comment-none"),
            Change::Exclude { channel, from_s, to_s } => vec![
                ("channel", self.say(&format!("channel-{}", channel.code())).into()),
                ("from", clock(*from_s).into()),
                ("to", clock(*to_s).into()),
            ],
            Change::Limits { limits } => vec![
                ("low", limits.hr_min.into()),
                ("high", limits.hr_max.into()),
                ("step", limits.hr_step.into()),
                ("power", limits.power_max.into()),
                ("speed", limits.run_speed_max.into()),
                ("climb", limits.climb_max.into()),
            ],
        };
        self.say_with(&key, &facts)
    }
}

/// `1:02:03`, or `42:10` under an hour; a moment before the start has its sign.
fn clock(seconds: f64) -> String {
    let sign = if seconds < -0.5 { "\u{2212}" } else { "" };
    let s = seconds.abs().round() as u64;
    match s / 3600 {
        0 => format!("{sign}{}:{:02}", s / 60, s % 60),
        hours => format!("{sign}{hours}:{:02}:{:02}", s / 60 % 60, s % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::RepairLimits;
    use crate::id::ActivityId;
    use crate::recording::ChannelKind;
    use crate::sport::Sport;

    #[test]
    fn every_change_has_a_sentence_with_its_facts() {
        let words = Words::english();
        let changes = [
            Change::Trim { from_s: -65.0, to_s: 3725.0 },
            Change::Split { at_s: vec![600.0, 1200.4] },
            Change::Merge { of: vec![ActivityId(uuid::Uuid::nil())] },
            Change::Sport { sport: Sport::Run },
            Change::Comment { comment: Some("with Bo".to_owned()) },
            Change::Comment { comment: None },
            Change::Exclude { channel: ChannelKind::HeartRate, from_s: 600.0, to_s: 1500.0 },
            Change::Limits { limits: RepairLimits::default() },
        ];
        let said: Vec<String> = changes.iter().map(|change| words.revision(change)).collect();
        for line in &said {
            assert!(!line.contains("revision-") && !line.contains('{'), "{line}");
        }
        assert!(said[0].contains("\u{2212}1:05") && said[0].contains("1:02:05"), "{}", said[0]);
        assert!(said[1].contains("10:00, 20:00"), "{}", said[1]);
        assert!(said[6].contains("10:00") && said[6].contains("25:00"), "{}", said[6]);
    }
}
