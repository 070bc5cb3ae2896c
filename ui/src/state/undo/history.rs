//! The order of what was done: what comes next when something is taken back or done again. Knows nothing of what it was.

/// Deeds that are kept.
const KEPT: usize = 20;

/// How a deed stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Done,
    /// It was taken back and can be done again.
    Undone,
    /// It was taken back, and something else was done since.
    Gone,
}

/// One deed.
#[derive(Debug, Clone, PartialEq)]
pub struct Line<T> {
    /// Its number.
    pub id: u32,
    /// What it was.
    pub deed: T,
    /// How it stands.
    pub standing: Standing,
    /// Why it could not be taken back or done again, when that was tried last.
    pub refused: Option<String>,
}

/// The last deeds, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct History<T> {
    lines: Vec<Line<T>>,
    next: u32,
}

impl<T> Default for History<T> {
    fn default() -> History<T> {
        History { lines: Vec::new(), next: 0 }
    }
}

impl<T> History<T> {
    /// Adds what was just done and gives its number. What was taken back before can no longer be done again: it belonged to
    /// a state of things that is no more.
    pub fn push(&mut self, deed: T) -> u32 {
        for line in self.lines.iter_mut().filter(|line| line.standing == Standing::Undone) {
            line.standing = Standing::Gone;
        }
        let id = self.next;
        self.next += 1;
        self.lines.push(Line { id, deed, standing: Standing::Done, refused: None });
        let over = self.lines.len().saturating_sub(KEPT);
        self.lines.drain(..over);
        id
    }

    /// What is taken back next: the newest deed that holds and was not refused.
    #[must_use]
    pub fn next_undo(&self) -> Option<&Line<T>> {
        self.lines.iter().rev().find(|line| line.standing == Standing::Done && line.refused.is_none())
    }

    /// What is done again next: what was taken back last.
    #[must_use]
    pub fn next_redo(&self) -> Option<&Line<T>> {
        self.lines.iter().find(|line| line.standing == Standing::Undone && line.refused.is_none())
    }

    /// A deed by its number.
    #[must_use]
    pub fn line(&self, id: u32) -> Option<&Line<T>> {
        self.lines.iter().find(|line| line.id == id)
    }

    /// A deed was taken back, or done again.
    pub fn stands(&mut self, id: u32, standing: Standing) {
        if let Some(line) = self.lines.iter_mut().find(|line| line.id == id) {
            line.standing = standing;
            line.refused = None;
        }
    }

    /// A deed could not be taken back or done again. It is passed over from now on, and can be tried by its line.
    pub fn refuse(&mut self, id: u32, why: String) {
        if let Some(line) = self.lines.iter_mut().find(|line| line.id == id) {
            line.refused = Some(why);
        }
    }

    /// The deeds, newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Line<T>> {
        self.lines.iter().rev()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(deeds: &[&'static str]) -> History<&'static str> {
        let mut history = History::default();
        for deed in deeds {
            history.push(*deed);
        }
        history
    }

    fn undo(history: &mut History<&'static str>) -> Option<&'static str> {
        let (id, deed) = history.next_undo().map(|line| (line.id, line.deed))?;
        history.stands(id, Standing::Undone);
        Some(deed)
    }

    fn redo(history: &mut History<&'static str>) -> Option<&'static str> {
        let (id, deed) = history.next_redo().map(|line| (line.id, line.deed))?;
        history.stands(id, Standing::Done);
        Some(deed)
    }

    #[test]
    fn deeds_are_taken_back_newest_first_and_done_again_in_their_order() {
        let mut history = of(&["lock", "move", "scale"]);
        assert_eq!([undo(&mut history), undo(&mut history)], [Some("scale"), Some("move")]);
        assert_eq!(redo(&mut history), Some("move"));
        assert_eq!(redo(&mut history), Some("scale"));
        assert_eq!(redo(&mut history), None);
        assert_eq!(undo(&mut history), Some("scale"));
    }

    #[test]
    fn what_was_taken_back_cannot_be_done_again_after_something_new() {
        let mut history = of(&["lock", "move"]);
        undo(&mut history);
        history.push("rest");
        assert_eq!(redo(&mut history), None);
        assert_eq!([undo(&mut history), undo(&mut history), undo(&mut history)], [Some("rest"), Some("lock"), None]);
        assert_eq!(redo(&mut history), Some("lock"), "but what was taken back since can");
        let stands: Vec<_> = history.newest_first().map(|line| (line.deed, line.standing)).collect();
        assert_eq!(stands, [("rest", Standing::Undone), ("move", Standing::Gone), ("lock", Standing::Done)]);
    }

    #[test]
    fn a_refused_deed_says_why_and_does_not_stand_in_the_way_of_older_ones() {
        let mut history = of(&["lock", "move"]);
        let newest = history.next_undo().expect("one").id;
        history.refuse(newest, "two hard days in a row".to_owned());
        assert_eq!(undo(&mut history), Some("lock"));
        assert_eq!(history.line(newest).and_then(|line| line.refused.as_deref()), Some("two hard days in a row"));
        history.stands(newest, Standing::Undone);
        assert_eq!(history.line(newest).and_then(|line| line.refused.clone()), None, "it went at the second try");
    }

    #[test]
    fn the_last_twenty_are_kept() {
        let mut history = History::default();
        for deed in 0..25 {
            history.push(deed);
        }
        assert_eq!(history.newest_first().count(), 20);
        assert_eq!(history.newest_first().last().map(|line| line.deed), Some(5));
        assert!(history.line(4).is_none());
    }
}
