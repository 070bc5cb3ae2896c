//! The files of the front end: by plain names of known kinds, and nothing beside them.

use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The page that every address of the program opens.
const PAGE: (&str, &str) = ("index.html", "text/html; charset=utf-8");

/// A file of the front end; a path that names none is a page of the program.
pub(super) async fn file(ui: &Path, method: &Method, path: &str) -> Response {
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let asked = path.trim_start_matches('/');
    let Some(kind) = kind(asked) else { return StatusCode::NOT_FOUND.into_response() };
    let (file, kind) = kind.map_or(PAGE, |kind| (asked, kind));
    let Some(file) = inside(ui, file) else { return StatusCode::NOT_FOUND.into_response() };
    match tokio::fs::read(file).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], Body::from(bytes)).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What kind of file a path names, `Some(None)` for a page; `None` for what is never served. Escapes are not undone: a name
/// with one is no name of ours.
fn kind(path: &str) -> Option<Option<&'static str>> {
    let plain = |part: &str| {
        !part.starts_with('.') && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
    };
    if !path.split('/').all(|part| plain(part) && (path.is_empty() || !part.is_empty())) {
        return None;
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        None => Some(None),
        Some("html") => Some(Some("text/html; charset=utf-8")),
        Some("js") => Some(Some("text/javascript; charset=utf-8")),
        Some("css") => Some(Some("text/css; charset=utf-8")),
        Some("wasm") => Some(Some("application/wasm")),
        Some("svg") => Some(Some("image/svg+xml")),
        Some("png") => Some(Some("image/png")),
        Some("ico") => Some(Some("image/x-icon")),
        Some("woff2") => Some(Some("font/woff2")),
        Some("ftl") => Some(Some("text/plain; charset=utf-8")),
        Some(_) => None,
    }
}

/// Where the file really is, links followed; `None` when that is outside the folder, or nowhere.
fn inside(ui: &Path, file: &str) -> Option<PathBuf> {
    let (ui, file) = (ui.canonicalize().ok()?, ui.join(file).canonicalize().ok()?);
    (file.starts_with(ui) && file.is_file()).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_of_known_kinds_are_files() {
        for (path, is) in [
            ("", Some(None)),
            ("athlete/0192-ab", Some(None)),
            ("ui.js", Some(Some("text/javascript; charset=utf-8"))),
            ("words/en.ftl", Some(Some("text/plain; charset=utf-8"))),
        ] {
            assert_eq!(kind(path), is, "{path}");
        }
        for path in [
            "../secret.js",
            "a/../secret.js",
            "%2e%2e/secret.js",
            "/secret.js",
            "..\\secret.js",
            "c:secret.js",
            ".git/config",
            "a//b",
            "a/",
            "club.trackside",
            "index.html::$DATA",
        ] {
            assert_eq!(kind(path), None, "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_out_is_not_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let ui = folder.path().join("ui");
        std::fs::create_dir(&ui).expect("made");
        std::fs::write(folder.path().join("secret.js"), "secret").expect("written");
        std::fs::write(ui.join("ui.js"), "ours").expect("written");
        std::os::unix::fs::symlink("../secret.js", ui.join("out.js")).expect("linked");
        assert!(inside(&ui, "ui.js").is_some());
        assert_eq!(inside(&ui, "out.js"), None);
        assert_eq!(inside(&ui, "."), None, "a folder is no file, and is not listed");
    }
}
