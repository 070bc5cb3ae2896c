//! The journal as a chain: every line is bound to the line before it by a hash, so that a line that was changed, taken out
//! or slipped in shows.
//!
//! The chain says that the journal is as it was when it was chained. It is not a signature: whoever has the file and this
//! program's source can write another journal with another chain. That shows too, wherever an earlier head is known, and
//! every backup keeps one.

use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::fault::StoreFault;
use crate::open::Roster;
use crate::write::Write;
use domain::id::JournalId;

/// The chain's end at some moment: a few characters that stand for the whole journal up to there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The last line's reading of the roster's clock.
    pub clock: String,
    /// Its link, in hex.
    pub chain: String,
}

/// What does not hold in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Break {
    /// The line's words are not those that were chained.
    Changed {
        /// The line's clock.
        clock: String,
    },
    /// A line that was chained is gone, and no erasure says so.
    Missing {
        /// The line's clock.
        clock: String,
    },
    /// A line stands among the others that was never chained.
    SlippedIn {
        /// The line's clock.
        clock: String,
    },
    /// A link is not bound to the one before it.
    Unbound {
        /// The link's clock.
        clock: String,
    },
    /// A line is said to be erased by a line that is not there.
    ErasedByNobody {
        /// The line's clock.
        clock: String,
    },
    /// The chain once had this head, as a backup tells, and has it no longer.
    HeadGone {
        /// The head's clock.
        clock: String,
    },
}

/// How the chain stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChainState {
    /// Lines in the chain.
    pub lines: u64,
    /// Of these, lines whose words were erased; their hashes hold their places.
    pub erased: u64,
    /// Where it ends; `None` in a journal without a chained line.
    pub head: Option<Head>,
    /// What does not hold, oldest first. Empty when all does.
    pub breaks: Vec<Break>,
}

struct Line {
    id: String,
    clock: String,
    at: String,
    author: String,
    origin: String,
    action: String,
    athlete_id: Option<String>,
    subject: Option<String>,
    before: String,
}

impl Line {
    /// The hash of the line's fields as they stand in their columns.
    fn content(&self) -> String {
        let fields = serde_json::json!([
            self.id,
            self.clock,
            self.at,
            self.author,
            self.origin,
            self.action,
            self.athlete_id,
            self.subject,
            self.before,
        ]);
        blake3::hash(fields.to_string().as_bytes()).to_hex().to_string()
    }
}

/// The hash that comes before the first.
const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

fn bind(before: &str, content: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(before.as_bytes());
    hasher.update(content.as_bytes());
    hasher.finalize().to_hex().to_string()
}

/// Binds every line that is not in the chain yet: the one just written, and with the first write after the migration that
/// brought the chain, all lines from before.
pub(crate) async fn extend(connection: &mut SqliteConnection) -> Result<(), StoreFault> {
    let last = sqlx::query!("SELECT clock, chain FROM journal_chain ORDER BY clock DESC LIMIT 1")
        .fetch_optional(&mut *connection)
        .await?;
    let (since, mut chain) = last.map_or_else(|| (String::new(), NOTHING.to_owned()), |row| (row.clock, row.chain));
    let lines = sqlx::query_as!(
        Line,
        "SELECT id, clock, at, author, origin, action, athlete_id, subject, before
         FROM journal WHERE clock > ? ORDER BY clock",
        since
    )
    .fetch_all(&mut *connection)
    .await?;
    for line in lines {
        let content = line.content();
        chain = bind(&chain, &content);
        sqlx::query!(
            "INSERT INTO journal_chain (clock, journal_id, content, chain) VALUES (?, ?, ?, ?)",
            line.clock,
            line.id,
            content,
            chain
        )
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}

impl Write {
    /// Says that a journal line was erased, and by which line (the one this write will be committed with): the chain then
    /// holds without the line's words.
    ///
    /// # Errors
    /// [`StoreFault::BrokenReference`] when the line never was in the chain.
    pub async fn mark_line_erased(&mut self, line: JournalId, by: JournalId) -> Result<(), StoreFault> {
        let (line, by) = (line.to_string(), by.to_string());
        sqlx::query!("INSERT INTO journal_erasure (journal_id, by_line) VALUES (?, ?)", line, by)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}

struct Link {
    clock: String,
    journal_id: String,
    content: String,
    chain: String,
    erased_by: Option<String>,
    eraser_here: bool,
}

impl Roster {
    /// Goes through the whole journal and its chain. `known` are heads from elsewhere, such as of backups: each must be one
    /// of the chain's links.
    ///
    /// # Errors
    /// What the database says.
    pub async fn verify_chain(&self, known: &[Head]) -> Result<ChainState, StoreFault> {
        let mut moment = self.moment().await?;
        let links = sqlx::query_as!(
            Link,
            r#"SELECT c.clock, c.journal_id, c.content, c.chain, e.by_line AS "erased_by?",
                      (EXISTS (SELECT 1 FROM journal j WHERE j.id = e.by_line)
                       -- A cleaned copy has no line about it: its tombstone has the line's identity.
                       OR EXISTS (SELECT 1 FROM erasure x WHERE x.id = e.by_line)) AS "eraser_here!: bool"
               FROM journal_chain c LEFT JOIN journal_erasure e ON e.journal_id = c.journal_id ORDER BY c.clock"#
        )
        .fetch_all(&mut *moment)
        .await?;
        let lines = sqlx::query_as!(
            Line,
            "SELECT id, clock, at, author, origin, action, athlete_id, subject, before FROM journal ORDER BY clock"
        )
        .fetch_all(&mut *moment)
        .await?;
        Ok(walk(&links, &lines, known))
    }

    /// Where the chain ends now.
    ///
    /// # Errors
    /// What the database says.
    pub async fn chain_head(&self) -> Result<Option<Head>, StoreFault> {
        Ok(sqlx::query_as!(Head, "SELECT clock, chain FROM journal_chain ORDER BY clock DESC LIMIT 1")
            .fetch_optional(&mut *self.reader().await?)
            .await?)
    }
}

/// Both lists are ordered by clock.
fn walk(links: &[Link], lines: &[Line], known: &[Head]) -> ChainState {
    let mut state = ChainState { lines: links.len() as u64, ..ChainState::default() };
    let mut chain = NOTHING;
    let mut lines = lines.iter().peekable();
    for link in links {
        let clock = || link.clock.clone();
        while let Some(extra) = lines.next_if(|line| line.clock < link.clock) {
            state.breaks.push(Break::SlippedIn { clock: extra.clock.clone() });
        }
        let line = lines.next_if(|line| line.clock == link.clock);
        let stands = line.is_some_and(|line| line.id == link.journal_id && line.content() == link.content);
        if link.erased_by.is_some() {
            state.erased += 1;
            if !link.eraser_here {
                state.breaks.push(Break::ErasedByNobody { clock: clock() });
            }
        } else if !stands {
            let missing = line.is_none();
            state.breaks.push(if missing {
                Break::Missing { clock: clock() }
            } else {
                Break::Changed { clock: clock() }
            });
        }
        if bind(chain, &link.content) != link.chain {
            state.breaks.push(Break::Unbound { clock: clock() });
        }
        chain = &link.chain;
    }
    state.breaks.extend(lines.map(|line| Break::SlippedIn { clock: line.clock.clone() }));
    for head in known {
        let stands = links
            .binary_search_by(|link| link.clock.as_str().cmp(&head.clock))
            .is_ok_and(|at| links[at].chain == head.chain);
        if !stands {
            state.breaks.push(Break::HeadGone { clock: head.clock.clone() });
        }
    }
    state.head = links.last().map(|link| Head { clock: link.clock.clone(), chain: link.chain.clone() });
    state
}
