//! Changes by somebody who knows the form of a signed file, and has no key, or one of their own.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::{Map, Value};

use super::Dice;

/// What a person who wants something to run in the page would write.
pub(super) const SCRIPT: &str = "<script>canary=1</script><img src=x onerror=canary=1>";

/// Stands in a value where raw text shall stand in the file.
const RAW: &str = "@raw@";

/// The values of a file changed, and how, and its bytes. `other` is another true file of its kind.
pub(super) fn change(dice: &mut Dice, file: &Value, other: &Value) -> (&'static str, Vec<u8>) {
    let mut changed = file.clone();
    let way = match dice.below(14) {
        0 => exchanged(dice, &mut changed, "fields exchanged"),
        1 => left_out(dice, &mut changed),
        2 => unknown(dice, &mut changed),
        3 => {
            *node(dice, &mut changed) =
                dice.pick(&[Value::Null, Value::Bool(true), Value::from(7), Value::from("7")]).clone();
            "another type"
        }
        4 => {
            let numbers = ["1e999", "-1e308", "99999999999999999999999999999999999999", "9007199254740993", "1e-400"];
            let number = *dice.pick(&numbers);
            return raw(dice, changed, "a huge number", number);
        }
        5 => {
            let deep = 33 + dice.below(60_000);
            return raw(dice, changed, "nested deep", &format!("{}{}", "[".repeat(deep), "]".repeat(deep)));
        }
        6 => {
            let signs = ["\"\u{1}\"", "\"a\u{1b}[2Jb\"", "\"\\u0000\"", "\"\u{9b}31m\"", "\"\\u001b]0;x\\u0007\""];
            let sign = *dice.pick(&signs);
            return raw(dice, changed, "a control character", sign);
        }
        7 => {
            scripts(&mut changed["payload"]);
            "a script in every text"
        }
        8 => wrong_length(dice, &mut changed),
        9 => taken(&mut changed, other, &["signature"], "the signature of another file"),
        10 => taken(&mut changed, other, &["key"], "the key of another file"),
        11 => taken(&mut changed, other, &["key", "signature"], "key and signature of another file"),
        12 => {
            let version = [Value::from(0), Value::from(1), Value::from(99), Value::from(-1), Value::from("3")];
            let (field, value) = if dice.below(2) == 0 {
                ("version", dice.pick(&version).clone())
            } else {
                ("format", Value::from(*dice.pick(&["trackside-plan", "trackside-return", "trackside-key", ""])))
            };
            changed[field] = value;
            "another format or version"
        }
        _ => return ("written in another form", in_another_form(dice, &changed)),
    };
    (way, canonical(&changed))
}

/// The file with something else in it, signed by somebody who is not its author.
pub(super) fn by_a_stranger(dice: &mut Dice, file: &Value) -> (&'static str, Vec<u8>) {
    let stranger = SigningKey::from_bytes(&[0x5a; 32]);
    let mut changed = file.clone();
    let way = match dice.below(4) {
        0 => {
            scripts(&mut changed["payload"]);
            "scripts, signed by a stranger"
        }
        1 => {
            *node(dice, &mut changed["payload"]) = Value::from(u32::MAX);
            "a number, signed by a stranger"
        }
        2 => {
            exchanged(dice, &mut changed["payload"], "");
            "fields exchanged, signed by a stranger"
        }
        _ => "as it was, signed by a stranger",
    };
    let head = format!("{}/{}\n", changed["format"].as_str().unwrap_or_default(), changed["version"]);
    let signed = [head.into_bytes(), canonical(&changed["payload"])].concat();
    changed["key"] = Value::from(STANDARD.encode(stranger.verifying_key().as_bytes()));
    changed["signature"] = Value::from(STANDARD.encode(stranger.sign(&signed).to_bytes()));
    (way, canonical(&changed))
}

/// JSON as signed files have it. What cannot be written becomes no file, which is refused like any other.
fn canonical(value: &Value) -> Vec<u8> {
    serde_jcs::to_vec(value).unwrap_or_default()
}

fn raw(dice: &mut Dice, mut file: Value, way: &'static str, text: &str) -> (&'static str, Vec<u8>) {
    *node(dice, &mut file) = Value::from(RAW);
    let written = String::from_utf8_lossy(&canonical(&file)).replacen(&format!("\"{RAW}\""), text, 1);
    (way, written.into_bytes())
}

fn in_another_form(dice: &mut Dice, file: &Value) -> Vec<u8> {
    let text = String::from_utf8_lossy(&canonical(file)).into_owned();
    match dice.below(4) {
        0 => serde_json::to_vec_pretty(file).unwrap_or_default(),
        1 => format!("{text}\n").into_bytes(),
        2 => format!("\u{feff}{text}").into_bytes(),
        // The last of two equal keys wins with most readers.
        _ => text.replacen('{', "{\"version\":1,", 1).into_bytes(),
    }
}

/// Any place below the top, each as likely as any other.
fn node<'a>(dice: &mut Dice, value: &'a mut Value) -> &'a mut Value {
    let mut left = 1 + dice.below(count(value).saturating_sub(1));
    let mut at = value;
    loop {
        if left == 0 {
            return at;
        }
        left -= 1;
        let sizes: Vec<usize> = children(at).map(count).collect();
        let mut place = 0;
        while place < sizes.len() && left >= sizes[place] {
            left -= sizes[place];
            place += 1;
        }
        at = match at {
            Value::Array(list) => &mut list[place],
            Value::Object(map) => map.values_mut().nth(place).expect("counted above"),
            leaf => return leaf,
        };
    }
}

fn children(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Array(list) => Box::new(list.iter()),
        Value::Object(map) => Box::new(map.values()),
        _ => Box::new(std::iter::empty()),
    }
}

fn count(value: &Value) -> usize {
    1 + children(value).map(count).sum::<usize>()
}

/// Exchanges two places of the file.
fn exchanged(dice: &mut Dice, file: &mut Value, way: &'static str) -> &'static str {
    let one = node(dice, file).clone();
    let other = std::mem::replace(node(dice, file), one);
    *node(dice, file) = other;
    way
}

/// An object of the file that is not empty, if it has one.
fn object<'a>(dice: &mut Dice, file: &'a mut Value) -> Option<&'a mut Map<String, Value>> {
    for _ in 0..50 {
        let mut probe = dice.clone();
        if node(&mut probe, file).as_object().is_some_and(|map| !map.is_empty()) {
            return node(dice, file).as_object_mut();
        }
        dice.next();
    }
    file.as_object_mut()
}

fn left_out(dice: &mut Dice, file: &mut Value) -> &'static str {
    let place = dice.below(64);
    if let Some(map) = object(dice, file)
        && let Some(key) = map.keys().nth(place % map.len().max(1)).cloned()
    {
        map.remove(&key);
    }
    "a field left out"
}

fn unknown(dice: &mut Dice, file: &mut Value) -> &'static str {
    if let Some(map) = object(dice, file) {
        map.insert("__proto__".to_owned(), Value::from(SCRIPT));
    }
    "a field nobody knows"
}

fn scripts(value: &mut Value) {
    match value {
        Value::String(text) => text.insert_str(0, SCRIPT),
        Value::Array(list) => list.iter_mut().for_each(scripts),
        Value::Object(map) => map.values_mut().for_each(scripts),
        _ => {}
    }
}

fn wrong_length(dice: &mut Dice, file: &mut Value) -> &'static str {
    let many = [0, 1, 3, 1000][dice.below(4)];
    match node(dice, file) {
        Value::String(text) => *text = text.chars().cycle().take(many).collect(),
        Value::Array(list) => *list = list.iter().cloned().cycle().take(many).collect(),
        other => *other = Value::Array(vec![other.clone(); many]),
    }
    "another length"
}

fn taken(file: &mut Value, other: &Value, fields: &[&str], way: &'static str) -> &'static str {
    for field in fields {
        file[*field] = other[*field].clone();
    }
    way
}
