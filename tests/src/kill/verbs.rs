//! What the program is killed in.

/// One thing the program does that writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Bring device files.
    Import,
    /// Compute loads again.
    Recompute,
    /// Change a week.
    Override,
    /// Write a signed plan file.
    Export,
    /// Copy the roster.
    Backup,
    /// Open a roster of an earlier schema.
    Migration,
    /// Erase an athlete.
    Erase,
}

impl Verb {
    /// Every one.
    pub const ALL: [Verb; 7] =
        [Verb::Import, Verb::Recompute, Verb::Override, Verb::Export, Verb::Backup, Verb::Migration, Verb::Erase];

    /// Its name in the tally.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Verb::Import => "import",
            Verb::Recompute => "recompute",
            Verb::Override => "override",
            Verb::Export => "export",
            Verb::Backup => "backup",
            Verb::Migration => "migration",
            Verb::Erase => "erase",
        }
    }
}
