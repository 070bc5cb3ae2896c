//! The loopback server: nobody without this launch's token, no other host, no other origin.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use crate::program::trackside;

struct Server {
    child: Child,
    port: u16,
    token: String,
    _place: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

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
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("an address");
        let rest = line.trim().strip_prefix("http://127.0.0.1:").unwrap_or_else(|| panic!("{line}"));
        let (port, token) = rest.split_once("/open/").expect("port and token");
        let (port, token) = (port.parse().expect("a port"), token.to_owned());
        Server { child, port, token, _place: place }
    }

    /// A raw request, so that every header is the test's own.
    fn ask(&self, line: &str, headers: &[(&str, &str)], body: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let mut request = format!("{line} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        request.push_str(body);
        stream.write_all(request.as_bytes()).expect("sent");
        let mut reply = String::new();
        stream.read_to_string(&mut reply).expect("answered");
        reply
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }
}

fn status(reply: &str) -> &str {
    reply.split(' ').nth(1).unwrap_or("")
}

#[test]
fn only_this_launch_this_host_and_this_origin_are_answered() {
    let server = Server::start();
    let host = server.host();
    let bearer = format!("Bearer {}", server.token);
    let call = "POST /call/RosterInfo";
    let ok = [("Host", host.as_str()), ("Authorization", bearer.as_str())];
    let reply = server.ask(call, &ok, "{}");
    assert_eq!(status(&reply), "200", "{reply}");
    assert!(reply.contains("\"athletes\":0"), "{reply}");

    let wrong = format!("Bearer {}", "x".repeat(server.token.len()));
    for (why, headers, expected) in [
        ("no token", vec![("Host", host.as_str())], "401"),
        ("another token", vec![("Host", host.as_str()), ("Authorization", wrong.as_str())], "401"),
        ("another host name", vec![("Host", "evil.example"), ("Authorization", bearer.as_str())], "403"),
        ("another origin", vec![ok[0], ok[1], ("Origin", "http://evil.example")], "403"),
        ("no origin at all, as `null`", vec![ok[0], ok[1], ("Origin", "null")], "403"),
    ] {
        assert_eq!(status(&server.ask(call, &headers, "{}")), expected, "{why}");
    }
    assert_eq!(status(&server.ask("GET /events", &[("Host", host.as_str())], "")), "401");
}

#[test]
fn the_printed_address_trades_its_token_for_a_cookie_that_opens_the_program() {
    let server = Server::start();
    let host = server.host();
    let reply = server.ask(&format!("GET /open/{}", server.token), &[("Host", &host)], "");
    assert_eq!(status(&reply), "303", "{reply}");
    let cookie = reply.lines().find_map(|l| l.strip_prefix("set-cookie: ")).expect("a cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    let pair = cookie.split(';').next().expect("a pair");
    let reply = server.ask("POST /call/Triage", &[("Host", &host), ("Cookie", pair)], "{\"on\":null}");
    assert_eq!(status(&reply), "200", "{reply}");
    assert_eq!(status(&server.ask("GET /open/guess", &[("Host", &host)], "")), "401");
}

#[test]
fn pages_carry_the_policy_and_no_path_leaves_their_folder() {
    let server = Server::start();
    let host = server.host();
    let page = server.ask("GET /athlete/anything", &[("Host", &host)], "").to_lowercase();
    assert_eq!(status(&page), "200");
    for sealed in ["content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "no-referrer"] {
        assert!(page.contains(sealed), "{sealed} is missing: {page}");
    }
    assert!(!page.contains("access-control-allow"), "no CORS");
    for path in ["/../secret.js", "/%2e%2e/secret.js", "//secret.js", "/..%2fsecret.js", "/index.html/../../secret.js"]
    {
        let reply = server.ask(&format!("GET {path}"), &[("Host", &host)], "");
        assert!(!reply.contains("not for the page"), "{path} left the folder: {reply}");
    }
}

#[test]
fn a_fault_travels_as_json_with_its_trace() {
    let server = Server::start();
    let (host, bearer) = (server.host(), format!("Bearer {}", server.token));
    let reply = server.ask("POST /call/Nonsense", &[("Host", &host), ("Authorization", &bearer)], "{}");
    assert_eq!(status(&reply), "422", "{reply}");
    assert!(reply.contains("\"code\":\"bad-call\"") && reply.contains("\"trace\":"), "{reply}");
}
