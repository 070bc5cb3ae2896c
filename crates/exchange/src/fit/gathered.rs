//! What a decoder hands over: records in columns, the other messages as they are, beats beside the record they followed.

use super::developer::Described;
use super::message::{Cell, Message, hrv, num};
use super::records::{Records, Row};

/// A beat interval and the time of the record or event before it in the file; `hrv` messages have no time of their own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Beat {
    /// Seconds of the device's clock; `None` before the first record.
    pub(super) after: Option<i64>,
    /// Milliseconds.
    pub(super) interval: f64,
}

/// What was read of a file or a part of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Gathered {
    /// Messages other than records and beats, in the order of the file.
    pub(super) messages: Vec<Message>,
    /// Records in the order of the file.
    pub(super) records: Records,
    /// Beat intervals in the order of the file.
    pub(super) beats: Vec<Beat>,
    /// Fields that describe themselves.
    pub(super) described: Described,
    last_time: Option<i64>,
}

impl Gathered {
    /// Takes a record.
    pub(super) fn record(&mut self, time: Option<i64>, mut row: Row) {
        if let Some(time) = time {
            row.at(time);
            self.last_time = Some(time);
        }
        self.records.push(row);
    }

    /// Takes any other message.
    pub(super) fn message(&mut self, num: u16, mut fields: Vec<(u8, Cell)>) {
        // Of a field that stands in a message twice, the later counts.
        fields.reverse();
        fields.sort_by_key(|(field, _)| *field);
        fields.dedup_by_key(|(field, _)| *field);
        let message = Message { num, fields };
        match num {
            num::HRV => {
                let after = self.last_time;
                let intervals = message.list(hrv::TIME);
                // An interval of nothing is how devices fill the message up.
                let intervals = intervals.into_iter().flatten().filter(|interval| *interval > 0.0);
                self.beats.extend(intervals.map(|interval| Beat { after, interval }));
                return;
            }
            num::FIELD_DESCRIPTION => {
                self.described.learn(&message);
                return;
            }
            num::EVENT => self.last_time = message.time().or(self.last_time),
            _ => {}
        }
        self.messages.push(message);
    }

    /// Adds a later part of the file.
    pub(super) fn append(&mut self, other: Gathered) {
        self.messages.extend(other.messages);
        self.records.append(other.records);
        self.beats.extend(other.beats);
        self.last_time = other.last_time.or(self.last_time);
    }
}
