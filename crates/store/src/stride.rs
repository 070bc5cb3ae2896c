//! Device files are rows of equal length, one a second, in which each byte differs little from the one a row before. Laid
//! out by column and as differences, they pack to half of what they take as they stand.
//!
//! The layout is a plain reordering of any bytes: it knows no format, and what is no table merely packs worse.

/// Rows longer than this are not looked for.
const LONGEST: usize = 128;
/// How much of a file is looked at.
const LOOKED_AT: usize = 4 * 1024;
/// Below this share of bytes that equal the one a row before, the bytes are no table.
const SHARE: usize = 3;

/// The length of a row, if the bytes look like a table; taken from the middle of the file.
pub(crate) fn of(bytes: &[u8]) -> Option<u8> {
    let from = (bytes.len() / 2).saturating_sub(LOOKED_AT / 2);
    let looked_at = &bytes[from..bytes.len().min(from + LOOKED_AT)];
    let rows = looked_at.len().checked_sub(LONGEST)?;
    let alike = |stride: usize| equal(&looked_at[stride..stride + rows], &looked_at[..rows]);
    // The shortest of equally good ones: twice a row is a row as well.
    let (stride, alike) = (1..=LONGEST)
        .map(|stride| (stride, alike(stride)))
        .max_by_key(|(stride, alike)| (alike * 32 / rows.max(1), std::cmp::Reverse(*stride)))?;
    if alike * SHARE >= rows { u8::try_from(stride).ok() } else { None }
}

/// How many bytes are equal, place by place.
fn equal(a: &[u8], b: &[u8]) -> usize {
    // Counted in bytes, so that the machine compares many at once.
    a.chunks(255)
        .zip(b.chunks(255))
        .map(|(a, b)| usize::from(a.iter().zip(b).fold(0_u8, |sum, (a, b)| sum + u8::from(a == b))))
        .sum()
}

/// Column after column, each byte as the difference from the one before it in its column.
pub(crate) fn apart(bytes: &[u8], stride: u8) -> Vec<u8> {
    let stride = usize::from(stride).max(1);
    let mut differences = bytes.to_vec();
    for (difference, before) in differences[stride.min(bytes.len())..].iter_mut().zip(bytes) {
        *difference = difference.wrapping_sub(*before);
    }
    let mut columns = Vec::with_capacity(bytes.len());
    for column in 0..stride.min(bytes.len()) {
        columns.extend(differences[column..].iter().step_by(stride));
    }
    columns
}

/// The bytes as they were before [`apart`].
pub(crate) fn together(columns: &[u8], stride: u8) -> Vec<u8> {
    let stride = usize::from(stride).max(1);
    let mut bytes = vec![0; columns.len()];
    let mut differences = columns.iter();
    for column in 0..stride.min(columns.len()) {
        let mut before = 0_u8;
        for (byte, difference) in bytes[column..].iter_mut().step_by(stride).zip(&mut differences) {
            before = before.wrapping_add(*difference);
            *byte = before;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_come_back_at_any_stride(bytes in proptest::collection::vec(any::<u8>(), 0..600), stride in any::<u8>()) {
            prop_assert_eq!(together(&apart(&bytes, stride), stride), bytes);
        }
    }

    /// Rows of 13 bytes with a counter, two slow values and a fast one, and now and then a row of another length.
    fn table() -> Vec<u8> {
        let mut bytes = Vec::new();
        for row in 0..3_000_u32 {
            bytes.push(3);
            bytes.extend((1_000_000 + row).to_le_bytes());
            bytes.extend((50_000 + row * 3).to_le_bytes());
            bytes.extend([(row / 40) as u8, (row.wrapping_mul(2_654_435_761) >> 27) as u8, 0xff, 0xff]);
            if row % 900 == 899 {
                bytes.extend([7; 21]);
            }
        }
        bytes
    }

    #[test]
    fn the_length_of_a_row_is_found() {
        assert_eq!(of(&table()), Some(13));
    }

    #[test]
    fn what_is_no_table_has_no_rows() {
        let noise: Vec<u8> = (0..40_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(of(&noise[1..]), None);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[1, 2, 3]), None);
    }

    #[test]
    fn a_table_packs_to_less_than_half_when_laid_out_by_column() {
        let bytes = table();
        let as_it_stands = zstd::bulk::compress(&bytes, 3).expect("packs").len();
        let by_column = zstd::bulk::compress(&apart(&bytes, 13), 1).expect("packs").len();
        assert!(by_column * 2 < as_it_stands, "{by_column} of {as_it_stands}");
    }
}
