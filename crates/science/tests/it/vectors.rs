//! The vectors of `tests/fixtures/vectors` and how close is close enough.

use serde_json::Value;

pub(crate) struct Vector {
    id: String,
    body: Value,
}

pub(crate) fn vector(set: &str, id: &str) -> Vector {
    let path = format!("{}/../../tests/fixtures/vectors/{set}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let sets: Value = serde_json::from_str(&text).unwrap();
    let vectors = sets["vectors"].as_array().unwrap();
    let body = vectors.iter().find(|v| v["id"] == id).unwrap_or_else(|| panic!("{set} has no vector {id}")).clone();
    Vector { id: id.to_owned(), body }
}

impl Vector {
    /// The number at a path such as `exp/ctl_day7` under `expected`.
    pub(crate) fn expected(&self, path: &str) -> f64 {
        self.expected_value(path).as_f64().unwrap_or_else(|| panic!("{}: no number at {path}", self.id))
    }

    pub(crate) fn expected_value(&self, path: &str) -> &Value {
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
        let (want, tolerance) = (self.expected(path), self.body["rel_tol"].as_f64().unwrap());
        let close = (got - want).abs() <= tolerance * want.abs().max(f64::MIN_POSITIVE) || got == want;
        assert!(close, "{} {path}: got {got}, want {want}", self.id);
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
