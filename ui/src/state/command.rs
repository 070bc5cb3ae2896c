//! What can be done now. The frame offers what works everywhere, each page offers its own while it is shown; palette, sheet of
//! keys and menu all read this one list.

use leptos::prelude::*;

use super::State;

/// Something that can be done.
#[derive(Debug, Clone, Copy)]
pub struct Command {
    /// Tells it from the others; stays the same, so that what was used lately is found again.
    pub id: &'static str,
    /// Its words, by key: they follow the language.
    pub words: &'static str,
    /// Its keys, as in `contract::action`; empty for none.
    pub keys: &'static str,
    /// Does it.
    pub run: Callback<()>,
}

impl Command {
    /// A command.
    pub fn new(
        id: &'static str,
        words: &'static str,
        keys: &'static str,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Command {
        Command { id, words, keys, run: Callback::new(move |()| run()) }
    }
}

/// Runs the command of a key, in lower or upper case; whether there is one.
pub(crate) fn press(commands: &[Command], key: &str) -> bool {
    let found = commands.iter().find(|command| command.keys.eq_ignore_ascii_case(key));
    found.inspect(|command| command.run.run(())).is_some()
}

/// Commands that were offered together.
#[derive(Debug, Clone)]
pub struct Offered {
    turn: u32,
    /// Key of the words above them.
    pub title: &'static str,
    /// They belong to the page that is open, and the page listens to their keys itself.
    pub page: bool,
    /// In the order of the sheet.
    pub commands: Vec<Command>,
}

impl State {
    /// Offers a page's commands for as long as the component around is shown. `title` is the key of the page's words.
    pub fn offer(self, title: &'static str, commands: Vec<Command>) {
        self.offer_as(title, true, commands);
    }

    /// Offers commands that work everywhere.
    pub(crate) fn offer_everywhere(self, title: &'static str, commands: Vec<Command>) {
        self.offer_as(title, false, commands);
    }

    fn offer_as(self, title: &'static str, page: bool, commands: Vec<Command>) {
        let turn = self.commands.try_update(|all| {
            let turn = all.iter().map(|one| one.turn + 1).max().unwrap_or(0);
            all.push(Offered { turn, title, page, commands });
            turn
        });
        on_cleanup(move || {
            self.commands.try_update(|all| all.retain(|one| Some(one.turn) != turn));
        });
    }

    /// A command that is offered now, the page's own first.
    #[must_use]
    pub fn command(self, id: &str) -> Option<Command> {
        self.commands.with_untracked(|all| {
            let found = |page: bool| {
                let mut of = all.iter().filter(|one| one.page == page).flat_map(|one| &one.commands);
                of.find(|command| command.id == id).copied()
            };
            found(true).or_else(|| found(false))
        })
    }
}
