//! Rows that take the place of others: what is withheld of those from whoever writes stays in what they write.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Write;
use crate::fault::StoreFault;
use crate::text::damaged;

/// Rows of one JSON text each, of which another row can take the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaceable {
    /// A [`domain::mark::Mark`].
    Mark,
    /// An [`domain::availability::Exception`].
    Exception,
    /// An [`domain::result::Outcome`].
    Result,
}

impl Replaceable {
    const fn table(self) -> &'static str {
        match self {
            Replaceable::Mark => "context_mark",
            Replaceable::Exception => "availability_exception",
            Replaceable::Result => "result",
        }
    }
}

impl Write {
    /// `row` as it is to be written in the place of the one that its author saw as `seen` (null where it takes nobody's
    /// place). Where that one says more than was seen, and `row` left it as it was seen, `row` gets it: who may not read a
    /// note does not take it away by moving a day.
    ///
    /// # Errors
    /// [`StoreFault::Damaged`], or what the database says.
    pub async fn with_withheld<T: Serialize + DeserializeOwned>(
        &mut self,
        kind: Replaceable,
        seen: &Value,
        row: T,
    ) -> Result<T, StoreFault> {
        let Some(id) = seen.get("id").and_then(Value::as_str) else { return Ok(row) };
        let table = kind.table();
        let connection = self.connection();
        let stands: Option<String> = match kind {
            Replaceable::Mark => {
                sqlx::query_scalar!("SELECT mark FROM context_mark WHERE id = ?", id).fetch_optional(connection).await?
            }
            Replaceable::Exception => {
                sqlx::query_scalar!("SELECT exception FROM availability_exception WHERE id = ?", id)
                    .fetch_optional(connection)
                    .await?
            }
            Replaceable::Result => {
                sqlx::query_scalar!("SELECT outcome FROM result WHERE id = ?", id).fetch_optional(connection).await?
            }
        };
        let Some(stands) = stands else { return Ok(row) };
        let broken = |error: serde_json::Error| damaged(table, &error);
        let stands = serde_json::from_str(&stands).map_err(broken)?;
        let row = serde_json::to_value(row).map_err(broken)?;
        serde_json::from_value(joined(row, seen, stands)).map_err(broken)
    }
}

/// A row with the fields that stand beneath what was seen, where it left them as they were seen.
fn joined(mut row: Value, seen: &Value, stands: Value) -> Value {
    let (Some(fields), Value::Object(stands)) = (row.as_object_mut(), stands) else { return row };
    for (name, stood) in stands {
        let was_seen = seen.get(&name).unwrap_or(&Value::Null);
        if *was_seen != stood && fields.get(&name).unwrap_or(&Value::Null) == was_seen {
            fields.insert(name, stood);
        }
    }
    row
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_not_seen_stays_and_what_was_changed_is_changed() {
        let stands = json!({ "id": 1, "kind": "illness", "to": 4, "note": "fever" });
        let seen = json!({ "id": 1, "kind": "other", "to": 4, "note": null });
        let moved = json!({ "id": 2, "kind": "other", "to": 6, "note": null });
        let whole = joined(moved, &seen, stands.clone());
        assert_eq!(whole, json!({ "id": 2, "kind": "illness", "to": 6, "note": "fever" }));
        let said = json!({ "id": 2, "kind": "travel", "to": 4, "note": "at home" });
        assert_eq!(joined(said.clone(), &seen, stands.clone()), said, "a word of their own");
        let cleared = json!({ "id": 2, "kind": "illness", "to": 4, "note": null });
        assert_eq!(joined(cleared.clone(), &stands.clone(), stands), cleared, "who saw it may take it away");
    }
}
