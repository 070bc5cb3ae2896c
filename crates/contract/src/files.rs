//! Files that were written, outside the program.

use serde::{Deserialize, Serialize};

/// Show a file in its folder, by the system's file manager. Replies whether that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowFile {
    /// Path of a file the program wrote.
    pub path: String,
}
