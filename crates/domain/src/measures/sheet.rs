//! The measures of one activity while they are being made.

use std::collections::BTreeMap;

use super::{Doubt, Measured};
use crate::metric::Metric;
use crate::reading::Missing;

/// A value with what lowers confidence in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Value {
    pub(super) value: f64,
    pub(super) doubts: Vec<Doubt>,
}

impl Value {
    pub(super) const fn sure(value: f64) -> Value {
        Value { value, doubts: Vec::new() }
    }

    pub(super) fn doubted(value: f64, doubts: impl IntoIterator<Item = Doubt>) -> Value {
        Value { value, doubts: doubts.into_iter().collect() }
    }
}

/// A value, or why there is none.
pub(super) type Found = Result<Value, Missing>;

#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) values: BTreeMap<Metric, Measured>,
}

impl Sheet {
    /// Enters a metric. A value that is no number was made of numbers beyond all bounds, and counts as poor.
    pub(super) fn put(&mut self, metric: Metric, found: Found) {
        let measured = match found {
            // Nothing added up is -0 to the machine, and 0 to a person.
            Ok(Value { value, doubts }) if value.is_finite() => Measured::Known { value: value + 0.0, doubts },
            Ok(_) => Measured::Missing { why: Missing::PoorQuality },
            Err(why) => Measured::Missing { why },
        };
        self.values.insert(metric, measured);
    }

    /// What was entered; a metric that does not apply has no channel here.
    pub(super) fn get(&self, metric: Metric) -> Found {
        match self.values.get(&metric) {
            Some(Measured::Known { value, doubts }) => Ok(Value { value: *value, doubts: doubts.clone() }),
            Some(Measured::Missing { why }) => Err(*why),
            None => Err(Missing::NoChannel),
        }
    }

    pub(super) fn value(&self, metric: Metric) -> Option<f64> {
        self.values.get(&metric).and_then(Measured::value)
    }
}
