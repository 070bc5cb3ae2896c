//! The loopback server by raw requests: nobody without this launch's cookie, no other host, no other site, and no more than a
//! person can ask.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::program::trackside;

struct Server {
    child: Child,
    /// What it prints; nothing once the test listens no more.
    lines: Option<BufReader<ChildStdout>>,
    port: u16,
    key: String,
    _place: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

const JSON: (&str, &str) = ("Content-Type", "application/json");

impl Server {
    fn start() -> Server {
        let place = tempfile::tempdir().expect("a folder");
        let ui = place.path().join("ui");
        std::fs::create_dir(&ui).expect("made");
        std::fs::write(ui.join("index.html"), "<!doctype html><title>Trackside</title>").expect("written");
        std::fs::write(place.path().join("secret.js"), "not for the page").expect("written");
        let mut child = Command::new(trackside())
            .arg("serve")
            .arg("--ui")
            .arg(&ui)
            .env("TRACKSIDE_HOME", place.path())
            .env("TRACKSIDE_HERMETIC", "1")
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("piped"));
        let (port, key) = address(&mut lines);
        Server { child, lines: Some(lines), port, key, _place: place }
    }

    /// A raw request, so that every header is the test's own.
    fn ask(&self, line: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut request = format!("{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        self.send(&format!("{request}\r\n{body}"))
    }

    /// Bytes as they are, and everything that comes back.
    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        // A server that has heard enough closes before everything is sent.
        drop(stream.write_all(request.as_bytes()));
        let mut reply = Vec::new();
        drop(stream.read_to_end(&mut reply));
        String::from_utf8_lossy(&reply).into_owned()
    }

    /// Lets a browser in: its cookie.
    fn cookie(&self) -> String {
        let reply = self.ask(&format!("GET /open/{}", self.key), &[("Host", &self.host())], "");
        assert_eq!(status(&reply), "303", "{reply}");
        let set = reply.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        assert!(set.contains("; HttpOnly; SameSite=Strict; Path=/"), "{set}");
        set.split(';').next().expect("a pair").to_owned()
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

/// Port and key of the next address the program prints.
fn address(lines: &mut BufReader<ChildStdout>) -> (u16, String) {
    let mut line = String::new();
    lines.read_line(&mut line).expect("an address");
    let rest = line.trim().strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("{line}"));
    let (port, key) = rest.split_once("/open/").expect("port and key");
    (port.parse().expect("a port"), key.to_owned())
}

fn status(reply: &str) -> &str {
    reply.split(' ').nth(1).unwrap_or("")
}

#[test]
fn only_this_launch_this_host_and_this_site_are_answered() {
    let server = Server::start();
    let (host, cookie) = (server.host(), server.cookie());
    let call = "POST /call/RosterInfo";
    let ok = [("Host", host.as_str()), ("Cookie", cookie.as_str()), JSON];
    let reply = server.ask(call, &ok, "{}");
    assert_eq!(status(&reply), "200", "{reply}");
    assert!(reply.contains("\"athletes\":0"), "{reply}");

    let name = cookie.split('=').next().expect("a name");
    let wrong = format!("{name}={}", "x".repeat(43));
    let bearer = format!("Bearer {}", server.key);
    for (why, headers, expected) in [
        ("no cookie", vec![ok[0], JSON], "401"),
        ("another cookie", vec![ok[0], JSON, ("Cookie", wrong.as_str())], "401"),
        ("the address' key is no cookie", vec![ok[0], JSON, ("Authorization", bearer.as_str())], "401"),
        ("another host name", vec![("Host", "evil.example"), ok[1], JSON], "403"),
        ("a name pointed at this port", vec![("Host", "evil.example:4711"), ok[1], JSON], "403"),
        ("two hosts", vec![ok[0], ("Host", "evil.example"), ok[1], JSON], "403"),
        ("another origin", vec![ok[0], ok[1], JSON, ("Origin", "http://evil.example")], "403"),
        ("no origin at all, as `null`", vec![ok[0], ok[1], JSON, ("Origin", "null")], "403"),
        ("a page of another port", vec![ok[0], ok[1], JSON, ("Sec-Fetch-Site", "same-site")], "403"),
        ("a form of another page", vec![ok[0], ok[1], ("Content-Type", "text/plain")], "415"),
    ] {
        let reply = server.ask(call, &headers, "{}");
        assert!(status(&reply) == expected || (expected == "403" && status(&reply) == "400"), "{why}: {reply}");
        assert!(!reply.contains("athletes\":"), "{why}: {reply}");
        assert!(status(&reply) == "400" || reply.contains("\"next\":\""), "each has its sentence, {why}: {reply}");
    }
    assert_eq!(status(&server.ask("GET /events", &[("Host", host.as_str())], "")), "401");
    assert_eq!(status(&server.ask("GET /call/RosterInfo", &ok, "")), "405", "a call is no link");
}

#[test]
fn a_printed_address_opens_one_browser_and_the_next_one_is_printed() {
    let mut server = Server::start();
    let host = server.host();
    let cookie = server.cookie();
    let reply = server.ask("POST /call/Triage", &[("Host", &host), ("Cookie", &cookie), JSON], "{\"on\":null}");
    assert_eq!(status(&reply), "200", "{reply}");
    let spent = server.ask(&format!("GET /open/{}", server.key), &[("Host", &host)], "");
    assert_eq!(status(&spent), "401", "an address from the scrollback opens nothing");

    let (port, next) = address(server.lines.as_mut().expect("listened to"));
    assert!(port == server.port && next != server.key && next.len() == 43, "another one, of 256 bits");
    // Guesses: after some, not even the right one is looked at; who is in stays in.
    let guesses: Vec<String> = (0..25).map(|_| server.ask("GET /open/guess", &[("Host", &host)], "")).collect();
    assert_eq!(status(&guesses[0]), "401");
    let last = &guesses[guesses.len() - 1];
    assert!(status(last) == "429" && last.contains("retry-after: "), "{last}");
    server.key = next;
    assert_eq!(status(&server.ask(&format!("GET /open/{}", server.key), &[("Host", &host)], "")), "429");
    let reply = server.ask("POST /call/Triage", &[("Host", &host), ("Cookie", &cookie), JSON], "{\"on\":null}");
    assert_eq!(status(&reply), "200", "{reply}");
}

#[test]
fn answers_are_sealed_and_no_path_leaves_their_folder() {
    let server = Server::start();
    let host = server.host();
    let page = server.ask("GET /athlete/anything", &[("Host", &host)], "").to_lowercase();
    assert_eq!(status(&page), "200");
    let refused = server.ask("POST /call/RosterInfo", &[("Host", &host), JSON], "{}").to_lowercase();
    for sealed in [
        "content-security-policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
        "frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "x-frame-options: deny",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
        "cross-origin-opener-policy: same-origin",
        "cross-origin-resource-policy: same-origin",
        "cross-origin-embedder-policy: require-corp",
        "permissions-policy: camera=()",
    ] {
        assert!(page.contains(sealed) && refused.contains(sealed), "{sealed} is missing: {page} {refused}");
    }
    assert!(!page.contains("access-control-allow"), "no CORS");
    for path in [
        "/../secret.js",
        "/%2e%2e/secret.js",
        "//secret.js",
        "/..%2fsecret.js",
        "/index.html/../../secret.js",
        "/..\\secret.js",
        "/.",
        "/%00",
    ] {
        let reply = server.ask(&format!("GET {path}"), &[("Host", &host)], "");
        assert!(!reply.contains("not for the page"), "{path} left the folder: {reply}");
    }
    // No listing: a folder is a page of the program or nothing.
    let listed = server.ask("GET /words/", &[("Host", &host)], "");
    assert_eq!(status(&listed), "404", "{listed}");
    for method in ["PUT", "DELETE", "TRACE", "CONNECT"] {
        let reply = server.ask(&format!("{method} /"), &[("Host", &host)], "");
        assert!(status(&reply).starts_with('4'), "{method}: {reply}");
    }
}

#[test]
fn too_much_is_turned_away_with_a_sentence() {
    let server = Server::start();
    let (host, cookie) = (server.host(), server.cookie());
    let known = format!("Host: {host}\r\nCookie: {cookie}\r\nContent-Type: application/json\r\nConnection: close\r\n");
    let long = server.send(&format!("POST /call/Triage HTTP/1.1\r\n{known}Content-Length: 17000000\r\n\r\n{{"));
    assert!(status(&long) == "413" && long.contains("16 MB"), "before a byte of it is read: {long}");
    let parts = format!("10000\r\n{}\r\n", " ".repeat(0x10000)).repeat(260);
    let chunked = format!("POST /call/Triage HTTP/1.1\r\n{known}Transfer-Encoding: chunked\r\n\r\n{parts}0\r\n\r\n");
    let counted = server.send(&chunked);
    // Cut while it still sends, the test may not see the answer.
    assert!(["413", ""].contains(&status(&counted)), "a body that does not say its length is counted: {counted}");
    // Two lengths, or a length beside chunks, is how requests are smuggled.
    let both = format!("POST /call/Triage HTTP/1.1\r\n{known}Content-Length: 3\r\nContent-Length: 5\r\n\r\n{{}}");
    assert_eq!(status(&server.send(&both)), "400");
    let head = format!("GET / HTTP/1.1\r\nHost: {host}\r\nX-Long: {}\r\n\r\n", "x".repeat(100_000));
    assert_ne!(status(&server.send(&head)), "200", "a head has its limit too");

    // More calls than a person causes, over one connection.
    let one = format!(
        "POST /call/RosterInfo HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n\
         Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{{}}"
    );
    let last = format!("POST /call/RosterInfo HTTP/1.1\r\n{known}Content-Length: 2\r\n\r\n{{}}");
    let replies = server.send(&(one.repeat(1500) + &last));
    let (fine, turned) = (replies.matches("HTTP/1.1 200").count(), replies.matches("HTTP/1.1 429").count());
    assert!(fine >= 300 && turned >= 1, "{fine} answered, {turned} turned away");
    std::thread::sleep(std::time::Duration::from_secs(1));
    let later = server.ask("POST /call/RosterInfo", &[("Host", &host), ("Cookie", &cookie), JSON], "{}");
    assert_eq!(status(&later), "200", "a moment later it is fine again: {later}");
}

#[test]
fn a_reader_who_stops_listening_ends_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let ended = |args: &[&str]| {
        let mut child = Command::new(trackside())
            .args(args)
            .env("TRACKSIDE_HOME", place.path())
            .env("TRACKSIDE_HERMETIC", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        drop(child.stdout.take());
        let said = child.wait_with_output().expect("it ends");
        (said.status.success(), String::from_utf8_lossy(&said.stderr).into_owned())
    };
    for args in [["measures", "registry"], ["backup", "list"], ["audit", "--json"]] {
        assert_eq!(ended(&args), (true, String::new()), "{args:?}");
    }
    // The server goes on, also when it has another address to print.
    let mut server = Server::start();
    server.lines = None;
    let (host, cookie) = (server.host(), server.cookie());
    let again = server.ask(&format!("GET /open/{}", server.key), &[("Host", &host), ("Cookie", &cookie)], "");
    assert_eq!(status(&again), "303", "who is in is led to the page, and spends nothing: {again}");
    let reply = server.ask("POST /call/RosterInfo", &[("Host", &host), ("Cookie", &cookie), JSON], "{}");
    assert_eq!(status(&reply), "200", "{reply}");
}

#[test]
fn a_fault_travels_as_json_with_its_trace() {
    let server = Server::start();
    let (host, cookie) = (server.host(), server.cookie());
    let reply = server.ask("POST /call/Nonsense", &[("Host", &host), ("Cookie", &cookie), JSON], "{}");
    assert_eq!(status(&reply), "422", "{reply}");
    assert!(reply.contains("\"code\":\"bad-call\"") && reply.contains("\"trace\":"), "{reply}");
}
