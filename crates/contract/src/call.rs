//! The one list of calls. `app` implements `Answer` for each or the build fails; every transport carries all of them.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::Touched;

/// A request with its reply. Both cross the glass as JSON text.
pub trait Call: Serialize + DeserializeOwned + Send + 'static {
    /// Stable name on the wire.
    const NAME: &'static str;
    /// What comes back.
    type Reply: Serialize + DeserializeOwned + Send + 'static;
}

/// The reply of a call that wrote something: the value, and what moved because of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Done<T> {
    /// The value.
    pub value: T,
    /// Which parts of which athlete moved; pages refetch by it.
    pub touched: Vec<Touched>,
}

/// Hands the whole list to a macro: `with_calls!(my_macro)` expands to `my_macro! { module::Name => Reply, ... }`.
#[macro_export]
macro_rules! with_calls {
    ($then:path) => {
        $then! {
            $crate::roster::RosterInfo => $crate::roster::RosterView,
            $crate::roster::CountActivities => u32,
            $crate::safety::ShowSafety => $crate::safety::SafetyView,
            $crate::safety::MakeBackup => $crate::safety::VerifiedBackup,
            $crate::safety::VerifyBackup => $crate::safety::VerifiedBackup,
            $crate::safety::RestoreBackup => $crate::call::Done<$crate::safety::RestoredBackup>,
            $crate::safety::SetBackups => $crate::call::Done<$crate::safety::SafetyView>,
            $crate::safety::CheckRoster => $crate::safety::Checked,
            $crate::safety::ReadAudit => $crate::safety::AuditView,
            $crate::safety::VerifyAudit => $crate::safety::ChainView,
            $crate::rescue::ShowWayOut => $crate::rescue::WayOut,
            $crate::rescue::SalvageRoster => $crate::rescue::SalvagedRoster,
            $crate::roster::OpenRoster => $crate::call::Done<$crate::roster::RosterView>,
            $crate::roster::CreateRoster => $crate::call::Done<$crate::roster::RosterView>,
            $crate::roster::OpenSample => $crate::call::Done<$crate::roster::RosterView>,
            $crate::protect::ShowProtection => $crate::protect::ProtectionView,
            $crate::protect::UnlockRoster => $crate::call::Done<$crate::roster::RosterView>,
            $crate::protect::LockRoster => bool,
            $crate::protect::StillHere => bool,
            $crate::protect::ProtectRoster => $crate::call::Done<$crate::protect::ProtectionView>,
            $crate::protect::UnprotectRoster => $crate::call::Done<$crate::protect::ProtectionView>,
            $crate::protect::KeepKey => $crate::protect::ProtectionView,
            $crate::protect::SetIdleLock => $crate::call::Done<$crate::protect::ProtectionView>,
            $crate::roster::Triage => $crate::roster::TriageView,
            $crate::triage::ShowTriageRow => $crate::roster::TriageRow,
            $crate::triage::ShowBeside => $crate::triage::BesideView,
            $crate::triage::MarkAthlete => $crate::call::Done<$crate::roster::TriageRow>,
            $crate::triage::UnmarkAthlete => $crate::call::Done<$crate::roster::TriageRow>,
            $crate::triage::SaveFilter => $crate::call::Done<Vec<domain::triage::SavedFilter>>,
            $crate::triage::DropFilter => $crate::call::Done<Vec<domain::triage::SavedFilter>>,
            $crate::roster::ReadJournal => Vec<domain::journal::JournalLine>,
            $crate::roster::CancelTask => bool,
            $crate::preferences::ShowPreferences => $crate::preferences::PreferencesView,
            $crate::preferences::SetPreferences => $crate::preferences::PreferencesView,
            $crate::people::ListAthletes => Vec<$crate::people::Person>,
            $crate::files::ShowFile => bool,
            $crate::athlete::AddAthlete => $crate::call::Done<domain::athlete::Athlete>,
            $crate::newcomers::AddAthletes => $crate::call::Done<Vec<$crate::newcomers::NewcomerLine>>,
            $crate::help::ShowHelp => $crate::help::HelpView,
            $crate::help::SearchHelp => Vec<$crate::help::HelpPlace>,
            $crate::athlete::AthletePage => $crate::athlete::AthleteView,
            $crate::athlete::AddSettings => $crate::call::Done<domain::settings::Settings>,
            $crate::athlete::SetAvailability => $crate::call::Done<domain::availability::Availability>,
            $crate::athlete::AddRace => $crate::call::Done<domain::season::Race>,
            $crate::athlete::AddPhase => $crate::call::Done<domain::season::SeasonPhase>,
            $crate::athlete::AddWellness => $crate::call::Done<u32>,
            $crate::import::ImportFiles => $crate::call::Done<$crate::import::ImportReport>,
            $crate::import::StageFiles => $crate::import::StageView,
            $crate::import::PreviewImport => $crate::import::Preview,
            $crate::import::ShowPreview => Option<$crate::import::Preview>,
            $crate::import::DiscardPreview => bool,
            $crate::import::MapColumns => $crate::call::Done<Option<$crate::import::Preview>>,
            $crate::import::CommitImport => $crate::call::Done<$crate::import::ImportReport>,
            $crate::import::ResumeImport => $crate::call::Done<$crate::import::ImportReport>,
            $crate::import::UndoImport => $crate::call::Done<$crate::import::BatchMoved>,
            $crate::import::RedoImport => $crate::call::Done<$crate::import::BatchMoved>,
            $crate::import::ShowImport => $crate::import::ImportReport,
            $crate::import::ExportReport => $crate::entry::Exported,
            $crate::import::AssignActivities => $crate::call::Done<u32>,
            $crate::import::LinkActivity => $crate::call::Done<bool>,
            $crate::import::ListBatches => Vec<$crate::import::BatchView>,
            $crate::import::SetWatch => $crate::import::WatchView,
            $crate::import::ShowWatch => $crate::import::WatchView,
            $crate::entry::AddActivity => $crate::call::Done<domain::activity::Activity>,
            $crate::entry::SquadMorning => $crate::call::Done<$crate::entry::SquadMorningView>,
            $crate::entry::ExportActivity => $crate::entry::Exported,
            $crate::entry::ExportAthlete => $crate::entry::Exported,
            $crate::privacy::PreviewErasure => $crate::privacy::ErasurePreview,
            $crate::privacy::EraseAthlete => $crate::call::Done<$crate::privacy::ErasureReport>,
            $crate::privacy::ListErasures => Vec<domain::erasure::Tombstone>,
            $crate::privacy::ShowRetention => $crate::privacy::RetentionView,
            $crate::privacy::SetRetention => $crate::call::Done<$crate::privacy::RetentionView>,
            $crate::privacy::ApplyRetention => $crate::call::Done<$crate::privacy::RetentionReport>,
            $crate::privacy::PreviewAnonymous => $crate::privacy::AnonymousView,
            $crate::privacy::ExportAnonymous => $crate::privacy::AnonymousExport,
            $crate::entry::ShowRepairLimits => $crate::entry::RepairLimitsView,
            $crate::entry::SetRepairLimits => $crate::call::Done<u32>,
            $crate::entry::ShowSignals => Vec<$crate::entry::SignalView>,
            $crate::measure::ListActivities => Vec<domain::activity::Activity>,
            $crate::measure::ActivityDetail => $crate::measure::ActivityView,
            $crate::measure::ActivityTrace => $crate::measure::Trace,
            $crate::span::SpanNumbers => $crate::span::SpanView,
            $crate::span::ActivitySplits => $crate::span::SplitsView,
            $crate::track::ActivityTrack => $crate::track::TrackView,
            $crate::revision::ReviseActivity => $crate::call::Done<$crate::revision::RevisionsView>,
            $crate::revision::UndoRevision => $crate::call::Done<$crate::revision::RevisionsView>,
            $crate::revision::ListRevisions => $crate::revision::RevisionsView,
            $crate::revision::PreviewRevision => $crate::revision::RevisionPreview,
            $crate::revision::RawChannel => $crate::revision::RawChannelView,
            $crate::measure::SetEffort => $crate::call::Done<domain::activity::Activity>,
            $crate::measure::LoadTrend => $crate::measure::LoadTrendView,
            $crate::measure::ReadinessTrend => $crate::measure::ReadinessTrendView,
            $crate::measure::ModelCard => $crate::measure::ModelCardView,
            $crate::measure::ShowMeasures => $crate::measure::MeasuresView,
            $crate::measure::LoadWeeks => $crate::measure::LoadWeeksView,
            $crate::measure::ShowCurve => $crate::measure::CurveLine,
            $crate::measure::MetricSeries => $crate::measure::MetricSeriesView,
            $crate::measure::Recompute => $crate::call::Done<$crate::measure::Recomputed>,
            $crate::measure::ShowStale => $crate::measure::StaleView,
            $crate::history::ShowHistory => $crate::history::HistoryView,
            $crate::history::ShowBests => $crate::history::BestsView,
            $crate::history::SettingsHistory => Vec<$crate::history::SettingsLine>,
            $crate::picture::SaveChart => $crate::entry::Exported,
            $crate::threshold::ShowThresholds => $crate::threshold::ThresholdsView,
            $crate::threshold::AcceptEstimate => $crate::call::Done<domain::settings::Settings>,
            $crate::threshold::AddResult => $crate::call::Done<domain::result::Outcome>,
            $crate::threshold::WithdrawResult => $crate::call::Done<bool>,
            $crate::threshold::PredictRace => $crate::threshold::PredictionView,
            $crate::race::ShowRace => $crate::race::RaceView,
            $crate::race::SetRaceSheet => $crate::call::Done<domain::race_sheet::RaceSheet>,
            $crate::threshold::PaceCourse => Vec<$crate::threshold::PacedLeg>,
            $crate::threshold::AddMark => $crate::call::Done<domain::mark::Mark>,
            $crate::threshold::WithdrawMark => $crate::call::Done<bool>,
            $crate::threshold::ListMarks => $crate::threshold::MarksView,
            $crate::threshold::AllowCycle => $crate::call::Done<bool>,
            $crate::threshold::ShowRules => $crate::threshold::RulesView,
            $crate::threshold::SetRule => $crate::call::Done<$crate::threshold::RulesView>,
            $crate::plan::DraftWeek => $crate::call::Done<$crate::plan::WeekView>,
            $crate::plan::ShowWeek => $crate::plan::WeekAnswer,
            $crate::plan::OverrideSession => $crate::call::Done<$crate::plan::OverrideOutcome>,
            $crate::plan::Annotate => $crate::call::Done<domain::annotation::Annotation>,
            $crate::plan::SessionHistory => Vec<$crate::plan::HistoryLine>,
            $crate::plan::ListTemplates => Vec<domain::library::Template>,
            $crate::plan::ExportPlan => $crate::call::Done<$crate::plan::ExportedPlan>,
            $crate::plan::VerifyPlan => $crate::plan::VerifiedPlan,
            $crate::plan::VerifyPlanBytes => $crate::plan::VerifiedPlan,
            $crate::plan::MyKey => $crate::plan::KeyView,
            $crate::keyring::ListKeys => Vec<$crate::keyring::KnownKey>,
            $crate::keyring::JudgeKey => $crate::call::Done<$crate::keyring::KnownKey>,
            $crate::keyring::ExportKey => $crate::entry::Exported,
            $crate::keyring::ImportKey => $crate::plan::KeyView,
            $crate::keyring::RenewKey => $crate::call::Done<$crate::keyring::Renewed>,
            $crate::keyring::ReadStatement => $crate::call::Done<$crate::keyring::StatementRead>,
            $crate::incoming::ReadPlan => $crate::incoming::PlanRead,
            $crate::incoming::TakePlan => $crate::call::Done<$crate::incoming::TakeOutcome>,
            $crate::incoming::UntakePlan => $crate::call::Done<$crate::plan::WeekView>,
            $crate::incoming::PlanSources => Vec<$crate::incoming::SourceLine>,
            $crate::incoming::PlanTexts => $crate::incoming::PlanTextsView,
            $crate::own::GiveOwnFile => $crate::entry::Exported,
            $crate::own::ShowOwn => Option<$crate::own::OwnView>,
            $crate::own::SayOwn => $crate::call::Done<Vec<domain::own::OwnWord>>,
            $crate::own::SendBack => $crate::own::SentBack,
            $crate::own::LookAtReturn => $crate::own::ReturnPreview,
            $crate::own::MergeReturn => $crate::call::Done<$crate::own::Merged>,
            $crate::own::ActivityWords => Vec<domain::own::OwnWord>,
            $crate::board::ShowBoard => $crate::board::BoardView,
            $crate::board::DraftAll => $crate::call::Done<Vec<$crate::board::DraftLine>>,
            $crate::board::ApproveWeek => $crate::call::Done<$crate::plan::WeekView>,
            $crate::board::ApproveGreen => $crate::call::Done<Vec<domain::id::AthleteId>>,
            $crate::board::RevertSession => $crate::call::Done<$crate::plan::WeekView>,
            $crate::explain::ExplainWeek => domain::explanation::Explanation,
            $crate::explain::ReplayProposal => $crate::explain::Replayed,
            $crate::adapt::ProposeAdaptation => $crate::adapt::AdaptationView,
            $crate::adapt::DecideAdaptation => $crate::call::Done<$crate::adapt::AdaptationOutcome>,
            $crate::club::ShowAvailability => $crate::club::AvailabilityGrid,
            $crate::club::AddException => $crate::call::Done<Vec<domain::availability::Exception>>,
            $crate::club::WithdrawException => $crate::call::Done<bool>,
            $crate::club::ListBlocks => $crate::club::BlocksView,
            $crate::club::AddBlock => $crate::call::Done<domain::club::ClubBlock>,
            $crate::club::WithdrawBlock => $crate::call::Done<bool>,
            $crate::club::ApplyBlock => $crate::call::Done<Vec<$crate::club::BlockLine>>,
            $crate::season::ListSeasonTemplates => Vec<domain::season::template::SeasonTemplate>,
            $crate::season::ShowSeason => $crate::season::SeasonView,
            $crate::season::SetSeason => $crate::call::Done<domain::season::plan::SeasonPlan>,
            $crate::season::CopySeason => $crate::call::Done<Vec<$crate::season::CopyLine>>,
            $crate::season::WithdrawSeason => $crate::call::Done<bool>,
            $crate::season::WithdrawRace => $crate::call::Done<bool>,
            $crate::season::WithdrawPhase => $crate::call::Done<bool>,
            $crate::library::ShowLibrary => Vec<$crate::library::LibraryLine>,
            $crate::library::AddTemplate => $crate::call::Done<domain::library::Template>,
            $crate::library::WithdrawTemplate => $crate::call::Done<bool>,
            $crate::library::ReadWorkout => $crate::library::WorkoutView,
            $crate::planning::ShowPlanning => $crate::planning::PlanningView,
            $crate::planning::SetBounds => $crate::call::Done<$crate::planning::PlanningView>,
            $crate::planning::SetHabit => $crate::call::Done<$crate::planning::PlanningView>,
            $crate::planning::SetCorrection => $crate::call::Done<$crate::planning::PlanningView>,
            $crate::afterwards::ShowAdherence => $crate::afterwards::AdherenceView,
            $crate::afterwards::JoinFollowUps => $crate::call::Done<u32>,
            $crate::consent::ShowConsent => $crate::consent::ConsentView,
            $crate::consent::RecordConsent => $crate::call::Done<$crate::consent::ConsentView>,
            $crate::consent::SetConsentAge => $crate::call::Done<u8>,
            $crate::consent::ShowWithheld => Vec<domain::consent::Withheld>,
            $crate::consent::ShowStaff => $crate::consent::StaffView,
            $crate::consent::SetStaff => $crate::call::Done<$crate::consent::StaffView>,
            $crate::consent::ActAs => $crate::call::Done<$crate::consent::StaffView>,
            $crate::afterwards::ListFollowUps => Vec<domain::follow_up::FollowUp>,
        }
    };
}

macro_rules! implement {
    ($($request:ty => $reply:ty),+ $(,)?) => {
        $(impl Call for $request {
            const NAME: &'static str = {
                let full = stringify!($request).as_bytes();
                last_segment(full)
            };
            type Reply = $reply;
        })+

        /// The names of all calls, in the order of the list.
        pub const NAMES: &[&str] = &[$(<$request as Call>::NAME),+];
    };
}

/// The part after the last `::` (token spacing allowed), at compile time.
const fn last_segment(full: &'static [u8]) -> &'static str {
    let mut start = full.len();
    while start > 0 && full[start - 1] != b':' && full[start - 1] != b' ' {
        start -= 1;
    }
    let (_, name) = full.split_at(start);
    match core::str::from_utf8(name) {
        Ok(name) => name,
        Err(_) => panic!("a type's name is UTF-8"),
    }
}

with_calls!(implement);
