//! Words for people, from the words file.

use std::cell::RefCell;
use std::collections::HashMap;

use contract::{Fault, FaultCode};
use domain::locale::Locale;
use domain::reason::Reason;
use domain::saying::Saying;
use domain::words::{Value, Words};

/// The words in the language of the screen.
#[must_use]
pub fn words() -> &'static Words {
    Words::here()
}

/// Sets the language, units and clock of everything on the screen, with the texts of the language's files. Another
/// language later is another page: it is loaded anew, so that nothing stands half in one and half in the other.
pub fn install<'a>(locale: Locale, texts: impl IntoIterator<Item = &'a str>) {
    locale.settle();
    Words::install(locale.language, texts);
}

thread_local! {
    /// Words without values, as said before. A board of hundreds of cards asks for the same few again and again, and each
    /// would be looked up and put together anew.
    static SAID: RefCell<HashMap<String, String>> = RefCell::new(HashMap::new());
}

/// The words for a key.
#[must_use]
pub fn t(key: &str) -> String {
    if let Some(words) = SAID.with_borrow(|said| said.get(key).cloned()) {
        return words;
    }
    let fresh = words().say(key);
    SAID.with_borrow_mut(|said| said.insert(key.to_owned(), fresh.clone()));
    fresh
}

/// The words for a key with values filled in. Round numbers first: they are printed with the decimals they have, and the marks of the language.
#[must_use]
pub fn t_with(key: &str, values: &[(&str, Value)]) -> String {
    words().say_with(key, values)
}

/// A reason as a sentence.
#[must_use]
pub fn sentence(reason: &Reason) -> String {
    words().reason(reason)
}

/// What can be told to an athlete about a number.
#[must_use]
pub fn said(saying: &Saying) -> String {
    words().saying(saying)
}

/// A fault made on this side of the glass: `key` names `<key>-what` and `<key>-next` in the words file.
#[must_use]
pub fn own_fault(code: FaultCode, key: &str, trace: &str) -> Fault {
    Fault { code, what: t(&format!("{key}-what")), next: t(&format!("{key}-next")), trace: trace.to_owned() }
}
