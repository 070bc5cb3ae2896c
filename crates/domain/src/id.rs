//! Identities. UUIDv7 made on this machine and passed in, never row numbers, so that two rosters can merge later.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { self.0.fmt(f) }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids! {
    /// An athlete.
    AthleteId,
    /// A squad of athletes.
    SquadId,
    /// A device seen in imported files.
    DeviceId,
    /// One recorded activity.
    ActivityId,
    /// One import of one or more files.
    BatchId,
    /// One wellness value as entered or imported.
    WellnessId,
    /// A race or another goal.
    RaceId,
    /// One version of the sheet of a race.
    RaceSheetId,
    /// A phase of the season.
    PhaseId,
    /// One athlete's plan for one week.
    PlanWeekId,
    /// One version of the model's proposal for a plan week.
    ProposalId,
    /// A session of a plan, proposed or added; stays the same through overrides.
    SessionId,
    /// A coach's override.
    OverrideId,
    /// A note on a session, day, week or athlete.
    AnnotationId,
    /// One line of the journal.
    JournalId,
    /// An erasure of an athlete.
    ErasureId,
    /// A consent given or withdrawn.
    ConsentId,
    /// Somebody who uses a roster.
    StaffId,
    /// Uploaded files that wait for an import.
    StageId,
    /// An import looked at and not yet decided.
    PreviewId,
    /// A race run or a test taken.
    ResultId,
    /// A stretch of days on which the usual does not hold.
    MarkId,
    /// A season as planned for an athlete, one version of it.
    SeasonId,
    /// Days on which an athlete's usual time does not hold.
    ExceptionId,
    /// A fixed thing of the club: group session, hall time, camp.
    BlockId,
    /// A week approved, or the approval taken back.
    ApprovalId,
    /// One proposal for the rest of a running week, with what became of it.
    AdaptationId,
    /// A decision about a row of the triage table.
    TriageMarkId,
    /// One word on whether two activities are the same.
    LinkId,
    /// One change a person made to an activity, or the word that takes one back.
    RevisionId,
    /// One file handed to an athlete as their own.
    OwnFileId,
    /// One thing an athlete said in their own file.
    WordId,
    /// A long-running task that reports progress and can be cancelled.
    TaskId,
}

/// blake3 of a file's bytes: the identity of what was imported.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContentHash(pub String);

impl std::fmt::Display for ContentHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
