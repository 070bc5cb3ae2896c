//! What each call of the list needs of whoever asks: one line a call. A call that is not declared is the head coach's, and a
//! test says so, so that a new call cannot widen a role by being forgotten.

use domain::consent::Role;

/// What a call does, as far as roles go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Reads, through the queries that leave out what the reader may not have; or is about this computer alone.
    Look,
    /// Writes about a body: mornings, marks, days off, notes.
    Health,
    /// Everything else a coach does: plans, imports, settings, files that leave.
    Coach,
    /// Says who may do what, what may be used, what is erased, and whose keys are trusted.
    Head,
}

impl Need {
    /// Whether somebody in a role may.
    #[must_use]
    pub const fn allows(self, role: Role) -> bool {
        match role {
            Role::HeadCoach => true,
            Role::Assistant => !matches!(self, Need::Head),
            Role::Physio => matches!(self, Need::Look | Need::Health),
            Role::Viewer => matches!(self, Need::Look),
        }
    }
}

macro_rules! needs {
    ($($need:ident: $($name:literal)+;)+) => {
        /// What a call needs, if it is declared.
        #[must_use]
        pub fn declared(call: &str) -> Option<Need> {
            match call {
                $($($name)|+ => Some(Need::$need),)+
                _ => None,
            }
        }
    };
}

needs! {
    Look:
        "RosterInfo" "CountActivities" "OpenRoster" "OpenSample" "Triage" "ShowTriageRow" "ShowBeside" "ReadJournal" "CancelTask"
        "ShowPreferences" "SetPreferences" "ListAthletes" "ShowFile" "ShowHelp" "SearchHelp" "AthletePage" "ShowPreview"
        "ShowImport" "ListBatches" "ShowWatch" "ShowRepairLimits" "ShowSignals" "ListActivities" "ActivityDetail"
        "ActivityTrace" "SpanNumbers" "ActivitySplits" "ActivityTrack" "ListRevisions" "PreviewRevision" "RawChannel"
        "LoadTrend" "ReadinessTrend" "ModelCard" "ShowMeasures" "LoadWeeks" "ShowCurve" "MetricSeries" "ShowStale"
        "ShowHistory" "ShowBests" "SettingsHistory" "ShowThresholds" "PredictRace" "ShowRace" "PaceCourse" "ListMarks"
        "ShowRules" "ShowWeek" "SessionHistory" "ListTemplates" "VerifyPlan" "VerifyPlanBytes" "MyKey" "ShowBoard"
        "ExplainWeek" "ReplayProposal" "ProposeAdaptation" "ShowAvailability" "ListBlocks" "ListSeasonTemplates"
        "ShowSeason" "ShowLibrary" "ReadWorkout" "ShowPlanning" "ShowAdherence" "ListFollowUps" "ShowConsent"
        "ShowWithheld" "ShowStaff" "ActAs" "ReadPlan" "PlanSources" "ListKeys"
        "ShowProtection" "UnlockRoster" "LockRoster" "StillHere" "ShowOwn" "ActivityWords";
    Health:
        "AddWellness" "SquadMorning" "AddMark" "WithdrawMark" "AddException" "WithdrawException" "Annotate";
    Coach:
        "CreateRoster" "MarkAthlete" "UnmarkAthlete" "SaveFilter" "DropFilter" "AddAthlete" "AddAthletes" "AddSettings"
        "SetAvailability" "AddRace" "AddPhase" "ImportFiles" "StageFiles" "PreviewImport" "DiscardPreview" "MapColumns"
        "CommitImport" "ResumeImport" "UndoImport" "RedoImport" "ExportReport" "AssignActivities" "LinkActivity"
        "SetWatch" "AddActivity" "ExportActivity" "ExportAthlete" "SetRepairLimits" "ReviseActivity" "UndoRevision"
        "SetEffort" "Recompute" "SaveChart" "AcceptEstimate" "AddResult" "WithdrawResult" "SetRaceSheet" "SetRule"
        "DraftWeek" "OverrideSession" "ExportPlan" "DraftAll" "ApproveWeek" "ApproveGreen" "RevertSession"
        "DecideAdaptation" "AddBlock" "WithdrawBlock" "ApplyBlock" "SetSeason" "CopySeason" "WithdrawSeason"
        "WithdrawRace" "WithdrawPhase" "PlanTexts" "TakePlan" "UntakePlan" "AddTemplate" "WithdrawTemplate" "SetBounds"
        "SetHabit" "SetCorrection" "JoinFollowUps" "SayOwn" "SendBack";
    Head:
        "JudgeKey" "ExportKey" "ImportKey" "RenewKey" "ReadStatement" "AllowCycle" "ShowSafety" "MakeBackup"
        "VerifyBackup" "RestoreBackup" "SetBackups" "CheckRoster" "ReadAudit" "VerifyAudit" "RecordConsent"
        "SetConsentAge" "SetStaff" "PreviewErasure" "EraseAthlete" "ListErasures" "ShowRetention" "SetRetention"
        "ApplyRetention" "PreviewAnonymous" "ExportAnonymous" "ProtectRoster" "UnprotectRoster" "KeepKey" "SetIdleLock"
        "GiveOwnFile" "LookAtReturn" "MergeReturn" "ShowWayOut" "SalvageRoster";
}

/// What a call needs: what is declared, or else the head coach.
#[must_use]
pub fn need(call: &str) -> Need {
    declared(call).unwrap_or(Need::Head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::NAMES;

    #[test]
    fn every_call_declares_what_it_needs() {
        let silent: Vec<&&str> = NAMES.iter().filter(|name| declared(name).is_none()).collect();
        assert!(silent.is_empty(), "declare what they need in need.rs: {silent:?}");
    }

    #[test]
    fn a_viewer_writes_nothing_and_only_the_head_coach_decides_who_may() {
        let all = |need: Need| Role::ALL.iter().copied().filter(|role| need.allows(*role)).collect::<Vec<_>>();
        assert_eq!(all(Need::Look), Role::ALL);
        assert_eq!(all(Need::Health), [Role::HeadCoach, Role::Assistant, Role::Physio]);
        assert_eq!(all(Need::Coach), [Role::HeadCoach, Role::Assistant]);
        assert_eq!(all(Need::Head), [Role::HeadCoach]);
        assert_eq!(need("Unheard"), Need::Head);
    }
}
