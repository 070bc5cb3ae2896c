//! Changes that know nothing of what the bytes mean.

use super::Dice;

/// Changes bytes, perhaps with those of another file.
type Change = fn(&mut Dice, &mut Vec<u8>, &[u8]);

/// How bytes are changed.
const WAYS: [(&str, Change); 8] = [
    ("bits flipped", |dice, bytes, _| flipped(dice, bytes)),
    ("bytes replaced", |dice, bytes, _| replaced(dice, bytes)),
    ("cut short", |dice, bytes, _| bytes.truncate(dice.below(bytes.len()))),
    ("a part zeroed", |dice, bytes, _| part(dice, bytes).fill(0)),
    ("a part taken out", |dice, bytes, _| {
        let (from, to) = span(dice, bytes.len());
        bytes.drain(from..to);
    }),
    ("a part twice", |dice, bytes, _| {
        let (from, to) = span(dice, bytes.len());
        let again = bytes[from..to].to_vec();
        bytes.splice(to..to, again);
    }),
    ("a part of another file", |dice, bytes, other| {
        let (from, to) = span(dice, bytes.len().min(other.len()));
        bytes[from..to].copy_from_slice(&other[from..to]);
    }),
    ("grown at the end", |dice, bytes, other| {
        let (from, to) = span(dice, other.len());
        bytes.extend_from_slice(&other[from..to]);
    }),
];

/// The bytes changed, and how.
pub(super) fn change(dice: &mut Dice, bytes: &[u8], other: &[u8]) -> (&'static str, Vec<u8>) {
    let (way, work) = *dice.pick(&WAYS);
    let mut changed = bytes.to_vec();
    work(dice, &mut changed, other);
    (way, changed)
}

fn flipped(dice: &mut Dice, bytes: &mut [u8]) {
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
    }
}

fn replaced(dice: &mut Dice, bytes: &mut [u8]) {
    let (from, to) = span(dice, bytes.len());
    bytes[from..to].fill_with(|| dice.byte());
}

/// A part of at most a few hundred bytes: larger ones are noticed too easily.
fn span(dice: &mut Dice, length: usize) -> (usize, usize) {
    let from = dice.below(length);
    let most = (length - from).min(300);
    (from, from + (1 + dice.below(most)).min(length - from))
}

fn part<'a>(dice: &mut Dice, bytes: &'a mut [u8]) -> &'a mut [u8] {
    let (from, to) = span(dice, bytes.len());
    &mut bytes[from..to]
}
