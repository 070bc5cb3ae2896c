//! The first moment of the front end: whose preferences hold, the words they need, and then the screens.

use contract::preferences::{PreferencesView, ShowPreferences};
use domain::locale::{Language, Preferences};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use crate::state::State;
use crate::words::{install, t};
use crate::{app, ipc};

/// Said when there are no words to say it with.
const NO_WORDS: &str =
    "Trackside could not load its words. Start the program again; if that does not help, install it anew.";

/// Asks for preferences and words, and mounts the whole front end on the page's body.
pub fn start() {
    console_error_panic_hook::set_once();
    // The executor of the screens begins with the screens; this comes before them.
    spawn_local(async {
        // English is always needed, and on its way while the host is asked.
        let english = fetch("en");
        let asked = ipc::call(&ShowPreferences {}).await;
        let (preferences, refused) = match asked {
            Ok(PreferencesView { preferences, trouble }) => (preferences, trouble.map(Refused::Kept)),
            Err(_) => (Preferences::default(), Some(Refused::Unasked)),
        };
        match words(preferences.locale.language, english).await {
            Ok(texts) => {
                install(preferences.locale, texts.iter().map(String::as_str));
                name_language(preferences.locale.language);
                leptos::mount::mount_to_body(move || {
                    let screens = app::App();
                    match refused {
                        Some(Refused::Kept(trouble)) => State::here().say_refused(trouble, t("preferences-next")),
                        Some(Refused::Unasked) => {
                            State::here().say_refused(t("preferences-unasked"), t("preferences-next"));
                        }
                        None => {}
                    }
                    screens
                });
            }
            Err(cause) => {
                leptos::logging::error!("no words: {cause:?}");
                leptos::mount::mount_to_body(|| view! { <p role="alert">{NO_WORDS}</p> });
            }
        }
    });
}

/// Why the usual preferences hold.
enum Refused {
    /// The host says what is wrong with its file.
    Kept(String),
    /// The host did not answer.
    Unasked,
}

/// The texts of the language's files, in order.
async fn words(language: Language, english: JsFuture) -> Result<Vec<String>, JsValue> {
    let more: Vec<JsFuture> = language.files().iter().filter(|file| **file != "en").map(|file| fetch(file)).collect();
    let mut texts = vec![text(english).await?];
    for one in more {
        texts.push(text(one).await?);
    }
    Ok(texts)
}

/// Begins to fetch a words file.
fn fetch(file: &str) -> JsFuture {
    match web_sys::window() {
        Some(window) => window.fetch_with_str(&format!("/words/{file}.ftl")).into(),
        None => js_sys::Promise::reject(&JsValue::NULL).into(),
    }
}

async fn text(fetched: JsFuture) -> Result<String, JsValue> {
    let reply: Response = fetched.await?.dyn_into()?;
    if !reply.ok() {
        return Err(reply.status().into());
    }
    JsFuture::from(reply.text()?).await?.as_string().ok_or(JsValue::NULL)
}

/// Tells the page what it is written in: screen readers choose their voice by it, and the layout its direction.
fn name_language(language: Language) {
    if let Some(root) = web_sys::window().and_then(|window| window.document()).and_then(|page| page.document_element())
    {
        // Setting a plain attribute of the root cannot fail.
        drop(root.set_attribute("lang", language.tag()));
        drop(root.set_attribute("dir", language.direction()));
    }
}
