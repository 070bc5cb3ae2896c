//! What belongs to the person at this computer, whichever roster is open.

use domain::locale::Preferences;
use serde::{Deserialize, Serialize};

/// Show the preferences in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowPreferences {}

/// Change them, all at once. What is asked afterwards is answered by them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPreferences {
    /// As they shall be.
    pub preferences: Preferences,
}

/// The preferences in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferencesView {
    /// What they are.
    pub preferences: Preferences,
    /// What went wrong with the file they are kept in, in words; said until they are set anew.
    pub trouble: Option<String>,
}
