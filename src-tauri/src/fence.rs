//! The window stays with the page it was made for: it goes nowhere else, opens no other window and takes no downloads. Files
//! that are dropped on it are not opened either; the page hears their paths (`tauri://drag-drop`).

use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Url, WebviewWindowBuilder};

/// Opens the window of the configuration, fenced in.
pub(super) fn open(handle: &AppHandle) -> tauri::Result<()> {
    for config in &handle.config().app.windows {
        WebviewWindowBuilder::from_config(handle, config)?
            .on_navigation(|address| {
                let ours = is_ours(address);
                if !ours {
                    tracing::warn!(scheme = address.scheme(), "the window was led elsewhere, and stayed");
                }
                ours
            })
            .on_new_window(|address, _| {
                tracing::warn!(scheme = address.scheme(), "another window was asked for, and refused");
                NewWindowResponse::Deny
            })
            .on_download(|_, _| false)
            .build()?;
    }
    Ok(())
}

/// Whether an address is that of the page inside the program.
fn is_ours(address: &Url) -> bool {
    // The web view of Windows knows no schemes of a program's own.
    let (scheme, host) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    address.scheme() == scheme && address.host_str() == Some(host) && address.port().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_page_inside_is_gone_to() {
        let ours = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
        let fits = |address: &str| is_ours(&Url::parse(address).expect("an address"));
        assert!(fits(ours) && fits(&format!("{ours}/athlete/1?tab=notes#top")));
        for elsewhere in [
            "https://example.org/",
            "http://localhost/",
            "http://127.0.0.1:4711/",
            "tauri://localhost.example.org/",
            "tauri://evil/",
            "http://tauri.localhost:81/",
            "https://tauri.localhost.example.org/",
            "file:///etc/hostname",
            "data:text/html,<script>1</script>",
            "javascript:1",
            "blob:tauri://localhost/1",
            "about:blank",
        ] {
            assert!(!fits(elsewhere), "{elsewhere}");
        }
    }
}
