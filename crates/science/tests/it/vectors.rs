//! The vectors of `tests/fixtures/vectors` and how close is close enough.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

pub(crate) struct Vector {
    id: String,
    body: Value,
    /// Paths under `expected` that somebody asked for.
    asked: RefCell<BTreeSet<String>>,
}

/// Every vector of a set, in file order.
pub(crate) fn all(set: &str) -> Vec<Vector> {
    let path = format!("{}/{set}.json", folder());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: Value = serde_json::from_str(&text).unwrap();
    let vectors = file["vectors"].as_array().unwrap_or_else(|| panic!("{set} has no vectors"));
    vectors
        .iter()
        .map(|body| Vector {
            id: body["id"].as_str().unwrap().to_owned(),
            body: body.clone(),
            asked: RefCell::default(),
        })
        .collect()
}

pub(crate) fn vector(set: &str, id: &str) -> Vector {
    all(set).into_iter().find(|v| v.id == id).unwrap_or_else(|| panic!("{set} has no vector {id}"))
}

/// Names of the sets in the folder, sorted.
pub(crate) fn sets() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    names
}

fn folder() -> String {
    format!("{}/../../tests/fixtures/vectors", env!("CARGO_MANIFEST_DIR"))
}

impl Vector {
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// The number at a path such as `exp/ctl_day7` under `expected`.
    pub(crate) fn expected(&self, path: &str) -> f64 {
        self.expected_value(path).as_f64().unwrap_or_else(|| panic!("{}: no number at {path}", self.id))
    }

    pub(crate) fn expected_value(&self, path: &str) -> &Value {
        self.asked.borrow_mut().insert(format!("/{path}"));
        self.body["expected"]
            .pointer(&format!("/{path}"))
            .unwrap_or_else(|| panic!("{}: nothing expected at {path}", self.id))
    }

    pub(crate) fn input(&self, name: &str) -> f64 {
        self.body["inputs"][name].as_f64().unwrap_or_else(|| panic!("{}: no input {name}", self.id))
    }

    pub(crate) fn inputs(&self, name: &str) -> Vec<f64> {
        numbers(&self.body["inputs"][name])
    }

    pub(crate) fn input_value(&self, name: &str) -> &Value {
        &self.body["inputs"][name]
    }

    /// Fails unless `got` is within the vector's own relative tolerance.
    #[track_caller]
    pub(crate) fn check(&self, path: &str, got: f64) {
        self.check_number(path, self.expected(path), got);
    }

    /// As [`Vector::check`] for a list of numbers, such as the edges of zones.
    #[track_caller]
    pub(crate) fn check_all(&self, path: &str, got: &[f64]) {
        let want = numbers(self.expected_value(path));
        assert_eq!(got.len(), want.len(), "{} {path}: got {got:?}, want {want:?}", self.id);
        for (want, got) in want.into_iter().zip(got) {
            self.check_number(path, want, *got);
        }
    }

    /// Values under `expected` nobody asked for.
    pub(crate) fn unasked(&self) -> Vec<String> {
        let mut leaves = Vec::new();
        leaves_of(&self.body["expected"], String::new(), &mut leaves);
        let asked = self.asked.borrow();
        leaves.retain(|leaf| !asked.iter().any(|path| leaf == path || leaf.starts_with(&format!("{path}/"))));
        leaves.into_iter().map(|leaf| leaf[1..].to_owned()).collect()
    }

    #[track_caller]
    fn check_number(&self, path: &str, want: f64, got: f64) {
        let tolerance = self.body["rel_tol"].as_f64().unwrap();
        let close = (got - want).abs() <= tolerance * want.abs().max(f64::MIN_POSITIVE) || got == want;
        assert!(close, "{} {path}: got {got}, want {want}", self.id);
    }
}

fn leaves_of(value: &Value, path: String, leaves: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                // Names with a slash in them are written as JSON pointers write them.
                leaves_of(value, format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), leaves);
            }
        }
        _ => leaves.push(path),
    }
}

pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// The generator the vectors name: u = x / 2^31 with x = (1103515245 x + 12345) mod 2^31.
pub(crate) fn lcg(seed: u64, n: usize) -> Vec<f64> {
    let mut x = seed;
    (0..n)
        .map(|_| {
            x = (1_103_515_245 * x + 12_345) % (1 << 31);
            x as f64 / f64::from(1u32 << 31)
        })
        .collect()
}
