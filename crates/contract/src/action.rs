//! What a person can have done from anywhere: the one list behind the palette, the sheet of keys and the window's menu.

/// Where an action stands in the menu of the window, and in which group of the palette and the sheet of keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Rosters, and what comes in and goes out.
    File,
    /// The last actions.
    Edit,
    /// What concerns many athletes.
    Club,
    /// The screens.
    View,
    /// Help.
    Help,
}

impl Area {
    /// Every area, in the order of the menu.
    pub const ALL: [Area; 5] = [Area::File, Area::Edit, Area::Club, Area::View, Area::Help];

    /// The key of its words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Area::File => "area-file",
            Area::Edit => "area-edit",
            Area::Club => "area-club",
            Area::View => "area-view",
            Area::Help => "area-help",
        }
    }
}

/// Something that can be done wherever one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Make a new roster file.
    NewRoster,
    /// Open another roster file.
    OpenRoster,
    /// Open the made-up club.
    OpenSample,
    /// Close a protected roster until its passphrase is entered.
    LockRoster,
    /// Choose files to import.
    ImportFiles,
    /// Choose a folder to import.
    ImportFolder,
    /// Write the plan that is on screen into a signed file.
    Export,
    /// Take the last action back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Show the last actions.
    History,
    /// Add an athlete.
    AddAthlete,
    /// Add an activity nobody recorded.
    AddActivity,
    /// Enter a squad's morning.
    SquadMorning,
    /// Draft the coming week of everybody.
    DraftAll,
    /// Approve every week that asks for no look.
    ApproveGreen,
    /// Find an athlete, a screen or an action.
    Palette,
    /// The roster.
    GoRoster,
    /// The plan board.
    GoBoard,
    /// A week.
    GoWeek,
    /// Who has how much time.
    GoAvailability,
    /// Fixed things of the club.
    GoBlocks,
    /// The session library.
    GoLibrary,
    /// Imports.
    GoImport,
    /// Settings.
    GoSettings,
    /// How the planner is set up.
    GoPlanning,
    /// What asks for attention.
    GoRules,
    /// Plan files of others.
    GoPlanFile,
    /// Copies, erasure, how long things are kept.
    GoPrivacy,
    /// Who changed what.
    GoJournal,
    /// The next appearance: system, light, dark.
    NextTheme,
    /// Long work, running and finished.
    Notices,
    /// Show the program to a room, or end that.
    Presentation,
    /// Cover names and private notes, or uncover them.
    CoverNames,
    /// What each number means, and how things are done.
    Help,
    /// A walk through the program.
    Tour,
    /// The keys of this page.
    Shortcuts,
    /// Every part of the screens in every state.
    Gallery,
    /// Which program this is.
    About,
}

impl Action {
    /// Every action, in the order of the menu.
    pub const ALL: [Action; 38] = [
        Action::NewRoster,
        Action::OpenRoster,
        Action::OpenSample,
        Action::LockRoster,
        Action::ImportFiles,
        Action::ImportFolder,
        Action::Export,
        Action::Undo,
        Action::Redo,
        Action::History,
        Action::AddAthlete,
        Action::AddActivity,
        Action::SquadMorning,
        Action::DraftAll,
        Action::ApproveGreen,
        Action::Palette,
        Action::GoRoster,
        Action::GoBoard,
        Action::GoWeek,
        Action::GoAvailability,
        Action::GoBlocks,
        Action::GoLibrary,
        Action::GoImport,
        Action::GoSettings,
        Action::GoPlanning,
        Action::GoRules,
        Action::GoPlanFile,
        Action::GoPrivacy,
        Action::GoJournal,
        Action::NextTheme,
        Action::Notices,
        Action::Presentation,
        Action::CoverNames,
        Action::Help,
        Action::Tour,
        Action::Shortcuts,
        Action::Gallery,
        Action::About,
    ];

    /// The stable name: the id of its line in the menu.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.words().split_at("action-".len()).1
    }

    /// Its keys, empty for none: one after the other with a space between (`g r`), together with a plus (`mod+shift+z`).
    /// `mod` is Control, or Command on a Mac.
    #[must_use]
    pub const fn keys(self) -> &'static str {
        match self {
            Action::Undo => "mod+z",
            Action::Redo => "mod+shift+z",
            Action::Palette => "mod+k",
            Action::GoRoster => "g r",
            Action::GoBoard => "g b",
            Action::GoWeek => "g w",
            Action::GoAvailability => "g a",
            Action::GoBlocks => "g c",
            Action::GoLibrary => "g l",
            Action::GoImport => "g i",
            Action::GoSettings => "g s",
            Action::GoPlanning => "g p",
            Action::Notices => "g n",
            Action::History => "g h",
            Action::Presentation => "mod+shift+p",
            Action::LockRoster => "mod+shift+l",
            Action::Help => "g ?",
            Action::Shortcuts => "?",
            _ => "",
        }
    }

    /// The key of its words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Action::NewRoster => "action-new-roster",
            Action::OpenRoster => "action-open-roster",
            Action::OpenSample => "action-open-sample",
            Action::LockRoster => "action-lock-roster",
            Action::ImportFiles => "action-import-files",
            Action::ImportFolder => "action-import-folder",
            Action::Export => "action-export",
            Action::Undo => "action-undo",
            Action::Redo => "action-redo",
            Action::History => "action-history",
            Action::AddAthlete => "action-add-athlete",
            Action::AddActivity => "action-add-activity",
            Action::SquadMorning => "action-squad-morning",
            Action::DraftAll => "action-draft-all",
            Action::ApproveGreen => "action-approve-green",
            Action::Palette => "action-palette",
            Action::GoRoster => "action-go-roster",
            Action::GoBoard => "action-go-board",
            Action::GoWeek => "action-go-week",
            Action::GoAvailability => "action-go-availability",
            Action::GoBlocks => "action-go-blocks",
            Action::GoLibrary => "action-go-library",
            Action::GoImport => "action-go-import",
            Action::GoSettings => "action-go-settings",
            Action::GoPlanning => "action-go-planning",
            Action::GoRules => "action-go-rules",
            Action::GoPlanFile => "action-go-plan-file",
            Action::GoPrivacy => "action-go-privacy",
            Action::GoJournal => "action-go-journal",
            Action::NextTheme => "action-next-theme",
            Action::Notices => "action-notices",
            Action::Presentation => "action-presentation",
            Action::CoverNames => "action-cover-names",
            Action::Help => "action-help",
            Action::Tour => "action-tour",
            Action::Shortcuts => "action-shortcuts",
            Action::Gallery => "action-gallery",
            Action::About => "action-about",
        }
    }

    /// Where it stands.
    #[must_use]
    pub const fn area(self) -> Area {
        match self {
            Action::NewRoster
            | Action::OpenRoster
            | Action::OpenSample
            | Action::LockRoster
            | Action::ImportFiles
            | Action::ImportFolder
            | Action::Export => Area::File,
            Action::Undo | Action::Redo | Action::History => Area::Edit,
            Action::AddAthlete
            | Action::AddActivity
            | Action::SquadMorning
            | Action::DraftAll
            | Action::ApproveGreen => Area::Club,
            Action::Palette
            | Action::GoRoster
            | Action::GoBoard
            | Action::GoWeek
            | Action::GoAvailability
            | Action::GoBlocks
            | Action::GoLibrary
            | Action::GoImport
            | Action::GoSettings
            | Action::GoPlanning
            | Action::GoRules
            | Action::GoPlanFile
            | Action::GoPrivacy
            | Action::GoJournal
            | Action::NextTheme
            | Action::Presentation
            | Action::CoverNames
            | Action::Notices => Area::View,
            Action::Help | Action::Tour | Action::Shortcuts | Action::Gallery | Action::About => Area::Help,
        }
    }

    /// The action of a stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Action> {
        Action::ALL.into_iter().find(|action| action.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::words::Words;

    use super::*;

    #[test]
    fn every_action_has_words_and_a_name_and_keys_of_its_own() {
        let codes: BTreeSet<_> = Action::ALL.map(Action::code).into();
        assert_eq!(codes.len(), Action::ALL.len());
        let keys: Vec<_> = Action::ALL.map(Action::keys).into_iter().filter(|keys| !keys.is_empty()).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{keys:?}");
        for action in Action::ALL {
            assert!(Words::english().has(action.words()), "{action:?}");
            assert_eq!(Action::from_code(action.code()), Some(action));
        }
        assert!(Area::ALL.iter().all(|area| Words::english().has(area.words())));
    }

    #[test]
    fn a_key_that_begins_others_does_nothing_by_itself() {
        let alone: BTreeSet<_> = Action::ALL.map(Action::keys).into_iter().filter(|keys| !keys.contains(' ')).collect();
        for first in Action::ALL.map(Action::keys).into_iter().filter_map(|keys| Some(keys.split_once(' ')?.0)) {
            assert!(!alone.contains(first), "{first}");
        }
    }
}
