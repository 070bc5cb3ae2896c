//! What the page may do: exactly what is listed here, in the window and in a browser, and every permission is used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|fault| panic!("{path}: {fault}"))
}

fn strings(list: &Value) -> BTreeSet<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn the_window_lends_the_page_four_permissions_and_the_page_uses_each() {
    let files = std::fs::read_dir(root().join("src-tauri/capabilities")).expect("the folder");
    let names: Vec<_> = files.map(|file| file.expect("a file").file_name()).collect();
    assert_eq!(names, ["main.json"], "one file says it all");
    let capability = json("src-tauri/capabilities/main.json");
    let keys: BTreeSet<&str> = capability.as_object().expect("an object").keys().map(String::as_str).collect();
    let expected = ["$schema", "description", "identifier", "permissions", "windows"];
    assert_eq!(keys, BTreeSet::from(expected), "no `remote`, and no other webview");

    let link = text("ui/src/ipc/window.rs");
    let asked = link.split("\"plugin:").skip(1).filter_map(|rest| rest.split('"').next());
    let used: BTreeSet<String> = asked
        .filter_map(|command| command.split_once('|'))
        .map(|(plugin, command)| match plugin {
            "event" => format!("core:event:allow-{command}"),
            plugin => format!("{plugin}:allow-{command}"),
        })
        .collect();
    assert_eq!(strings(&capability["permissions"]), used, "no permission without a use, no use without one");
    let elsewhere = sources("ui/src").into_iter().filter(|path| !path.ends_with("ipc/window.rs"));
    for path in elsewhere {
        let other = std::fs::read_to_string(&path).expect("readable");
        assert!(!other.contains("plugin:"), "{} asks the window by a way of its own", path.display());
    }
}

#[test]
fn window_and_server_give_the_page_the_same_strict_policy() {
    let conf = json("src-tauri/tauri.conf.json");
    let security = conf["app"]["security"].as_object().expect("an object");
    let keys: BTreeSet<&str> = security.keys().map(String::as_str).collect();
    assert_eq!(keys, BTreeSet::from(["capabilities", "csp", "freezePrototype"]), "nothing dangerous, no second policy");
    assert_eq!(strings(&security["capabilities"]), BTreeSet::from(["main".to_owned()]));
    assert_eq!(conf["app"]["withGlobalTauri"], false);
    assert_eq!(
        conf["build"].as_object().expect("an object").len(),
        1,
        "the page comes from inside, no address to load"
    );
    for window in conf["app"]["windows"].as_array().expect("a list") {
        assert_eq!(window["create"], false, "only src-tauri/src/fence.rs opens it");
        assert!(window.get("url").is_none());
    }

    let in_window: BTreeMap<String, String> = serde_json::from_value(security["csp"].clone()).expect("directives");
    let guard = text("crates/cli/src/http/guard.rs");
    let policy = guard.split("const POLICY: &str = \"").nth(1).and_then(|rest| rest.split("\";").next()).expect("it");
    let policy: String = policy.replace("\\\n", " ").split_whitespace().collect::<Vec<_>>().join(" ");
    let served: BTreeMap<String, String> = policy
        .split("; ")
        .filter_map(|part| part.split_once(' '))
        .map(|(name, what)| (name.to_owned(), what.to_owned()))
        .collect();
    let mut wanted = served.clone();
    // The way to the one command.
    wanted.insert("connect-src".to_owned(), "'self' ipc: http://ipc.localhost".to_owned());
    assert_eq!(in_window, wanted);
    assert_eq!(served["default-src"], "'none'");
    for (name, what) in &served {
        assert!(!what.contains("unsafe-inline") && !what.contains("'unsafe-eval'"), "{name} {what}");
        assert!(!what.contains(['*', ':']), "{name} {what} names something outside");
    }
}

#[test]
fn the_page_loads_nothing_remote_and_holds_no_inline_script() {
    let page = text("ui/index.html");
    assert!(!page.contains("://") && !page.contains("src=\"//"), "nothing from elsewhere");
    for tag in page.split('<').filter(|tag| tag.starts_with("script") || tag.starts_with("style")) {
        assert!(tag.starts_with("script type=\"module\" src=\"/boot.js\""), "inline: <{tag}");
    }
    let styles = std::fs::read_dir(root().join("ui/style")).expect("the folder");
    for style in styles.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()) {
        let style = std::fs::read_to_string(&style).expect("readable");
        assert!(!style.contains("@import") && !style.contains("://"), "a style loads something");
    }
}

#[test]
fn the_window_has_no_plugin_that_reaches_the_system() {
    let manifest = text("src-tauri/Cargo.toml");
    let plugins: Vec<&str> =
        manifest.lines().filter_map(|line| line.strip_prefix("tauri-plugin-")?.split([' ', '=']).next()).collect();
    assert_eq!(plugins, ["dialog", "single-instance"], "no shell, file system, opener, clipboard or HTTP");
    let deny = text("deny.toml");
    for plugin in ["shell", "http", "fs", "opener", "updater"] {
        assert!(deny.contains(&format!("tauri-plugin-{plugin}")), "{plugin} is refused by the dependency check too");
    }
}

fn sources(folder: &str) -> Vec<PathBuf> {
    let (mut todo, mut found) = (vec![root().join(folder)], Vec::new());
    while let Some(folder) = todo.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                todo.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    found
}
