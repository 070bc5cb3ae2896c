//! Archives: what is read, and what is refused before it fills memory or points elsewhere.

use std::io::{Cursor, Read, Write};

use exchange::archive::{Archive, FREE_BYTES, fault_within, is_archive};
use exchange::{ExchangeFault, MAX_BYTES};
use flate2::Compression;
use flate2::write::GzEncoder;
use zip::write::{SimpleFileOptions, ZipWriter};

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::default());
    writer.write_all(bytes).expect("bytes");
    writer.finish().expect("an archive")
}

fn open(bytes: &[u8]) -> Archive<Cursor<&[u8]>> {
    Archive::open("a.zip", Cursor::new(bytes)).expect("an archive")
}

fn names(archive: &Archive<Cursor<&[u8]>>) -> Vec<String> {
    archive.entries().iter().map(|entry| entry.name.clone()).collect()
}

/// Zeros without end, as far as asked.
fn zeros(bytes: u64) -> impl Read {
    std::io::repeat(0).take(bytes)
}

#[test]
fn entries_are_listed_and_read_one_by_one() {
    let bytes = zipped(&[("Ada/ride.fit", b"one"), ("Ada/", b""), ("__MACOSX/._ride.fit", b"x"), ("rr.csv", b"two")]);
    assert!(is_archive(&bytes));
    let mut archive = open(&bytes);
    assert_eq!(names(&archive), ["Ada/ride.fit", "rr.csv"]);
    assert!(archive.refused().is_empty());
    let indices: Vec<usize> = archive.entries().iter().map(|entry| entry.index).collect();
    assert_eq!(archive.read(indices[1]).expect("an entry"), b"two");
    assert_eq!(archive.read(indices[0]).expect("an entry"), b"one");
    assert_eq!(archive.head(indices[0], 2).expect("a head"), b"on");
    assert!(matches!(archive.read(99), Err(ExchangeFault::BadArchive { .. })));
}

#[test]
fn a_gz_file_is_an_archive_of_one_entry() {
    let bytes = gzipped(b"inside");
    assert!(is_archive(&bytes));
    let mut archive = Archive::open("folder/ride.fit.gz", Cursor::new(bytes)).expect("an archive");
    assert_eq!((archive.entries()[0].name.as_str(), archive.entries()[0].size), ("ride.fit", 6));
    assert_eq!(archive.head(0, 3).expect("a head"), b"ins");
    assert_eq!(archive.read(0).expect("the entry"), b"inside", "and again from its beginning");
}

#[test]
fn archives_within_archives_open_again_over_their_bytes() {
    let inner = zipped(&[("ride.fit", b"inside")]);
    let outer = zipped(&[("inner.zip", &inner), ("ride.fit.gz", &gzipped(b"packed"))]);
    let mut archive = open(&outer);
    let bytes = archive.read(0).expect("the inner archive");
    assert_eq!(open(&bytes).read(0).expect("its entry"), b"inside");
    let bytes = archive.read(1).expect("the gz file");
    assert_eq!(open(&bytes).read(0).expect("its entry"), b"packed");
}

#[test]
fn names_that_point_elsewhere_are_refused_and_the_others_read() {
    let long = ["../up.fit", "/root.fit", "C:\\drive.fit", "a/../../b.fit", "..\\win.fit"];
    let mut entries: Vec<(&str, &[u8])> = long.iter().map(|name| (*name, b"bad".as_slice())).collect();
    entries.push(("fine.fit", b"good"));
    entries.push(("win\\fine.fit", b"good too"));
    let bytes = zipped(&entries);
    let mut archive = open(&bytes);
    assert_eq!(names(&archive), ["fine.fit", "win/fine.fit"]);
    let refused: Vec<&str> = archive.refused().iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(refused, long);
    assert!(archive.refused().iter().all(|(_, fault)| matches!(fault, ExchangeFault::PathOutside { .. })));
    let index = archive.entries()[0].index;
    assert_eq!(archive.read(index).expect("the good entry"), b"good");
    assert!(archive.read(0).is_err(), "a refused entry is not read by its index either");
}

#[test]
fn links_are_refused() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.add_symlink("link.fit", "/etc/passwd", SimpleFileOptions::default()).expect("a link");
    let bytes = writer.finish().expect("an archive").into_inner();
    let archive = open(&bytes);
    assert!(archive.entries().is_empty());
    assert_eq!(archive.refused().len(), 1);
}

#[test]
fn entries_with_a_password_are_told() {
    let mut bytes = zipped(&[("locked.fit", b"secret"), ("open.fit", b"open")]);
    // The flag of encryption, in the local header and in the directory.
    let central = bytes.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    bytes[6] |= 1;
    bytes[central + 8] |= 1;
    let mut archive = open(&bytes);
    assert_eq!(names(&archive), ["open.fit"]);
    assert_eq!(archive.refused(), [("locked.fit".to_owned(), ExchangeFault::ArchiveLocked)]);
    let index = archive.entries()[0].index;
    assert_eq!(archive.read(index).expect("the open entry"), b"open");
}

#[test]
fn a_zip_bomb_is_refused_after_a_few_megabytes() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("bomb.fit", SimpleFileOptions::default()).expect("an entry");
    std::io::copy(&mut zeros(MAX_BYTES / 2), &mut writer).expect("zeros");
    let honest = writer.finish().expect("an archive").into_inner();
    let central = honest.windows(4).position(|four| four == b"PK\x01\x02").expect("a directory");
    // Sizes in headers are not what counts, whether they are true, too small or too large.
    let claimed = |packed: u32, size: u32| {
        let mut bytes = honest.clone();
        bytes[central + 20..central + 24].copy_from_slice(&packed.to_le_bytes());
        bytes[central + 24..central + 28].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    for (bytes, bomb) in
        [(honest.clone(), true), (claimed(u32::MAX - 1, u32::MAX - 1), true), (claimed(1000, 1000), false)]
    {
        let mut archive = open(&bytes);
        let mut out = 0;
        let mut stream = archive.stream(0).expect("a stream");
        let mut buffer = vec![0; 64 * 1024];
        let fault = loop {
            match stream.read(&mut buffer) {
                Ok(0) => panic!("the bomb went off: {out} bytes"),
                Ok(read) => out += read as u64,
                Err(error) => break fault_within(&error),
            }
        };
        assert_eq!(matches!(fault, ExchangeFault::ArchiveBomb { .. }), bomb, "{fault:?}");
        assert!(out <= FREE_BYTES + buffer.len() as u64, "{out} bytes came out");
        drop(stream);
        assert!(archive.read(0).is_err());
    }
}

#[test]
fn a_gz_bomb_is_refused_as_well() {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    std::io::copy(&mut zeros(64 * 1024 * 1024), &mut writer).expect("zeros");
    let bytes = writer.finish().expect("an archive");
    let mut archive = Archive::open("bomb.gz", Cursor::new(bytes)).expect("an archive");
    assert!(matches!(archive.read(0), Err(ExchangeFault::ArchiveBomb { .. })));
}

#[test]
fn what_packs_well_but_stays_small_is_read() {
    let bytes = gzipped(&vec![b' '; 4 * 1024 * 1024]);
    let mut archive = Archive::open("blank.csv.gz", Cursor::new(bytes)).expect("an archive");
    assert_eq!(archive.read(0).expect("the entry").len(), 4 * 1024 * 1024);
}

#[test]
fn an_archive_that_announces_too_many_entries_is_refused_before_its_directory_is_read() {
    let mut bytes = b"PK\x03\x04".to_vec();
    let record = bytes.len() as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([0; 12]);
    bytes.extend(u64::from(u32::MAX).to_le_bytes());
    bytes.extend(u64::from(u32::MAX).to_le_bytes());
    bytes.extend([0; 16]);
    bytes.extend(b"PK\x06\x07");
    bytes.extend(0_u32.to_le_bytes());
    bytes.extend(record.to_le_bytes());
    bytes.extend(1_u32.to_le_bytes());
    bytes.extend(b"PK\x05\x06");
    bytes.extend([0xff; 16]);
    bytes.extend([0; 2]);
    let fault = Archive::open("many.zip", Cursor::new(bytes)).err();
    assert!(matches!(fault, Some(ExchangeFault::ArchiveBomb { .. })), "{fault:?}");
}

#[test]
fn an_archive_cut_anywhere_is_refused_or_read_and_never_panics() {
    let whole = zipped(&[("a.fit", &[7; 500]), ("b.fit", b"two")]);
    let packed = gzipped(&(0..=255).cycle().take(5000).collect::<Vec<u8>>());
    for bytes in [&whole, &packed] {
        for cut in 0..bytes.len() {
            let Ok(mut archive) = Archive::open("cut", Cursor::new(&bytes[..cut])) else { continue };
            let indices: Vec<usize> = archive.entries().iter().map(|entry| entry.index).collect();
            for index in indices {
                assert!(archive.read(index).is_err(), "cut at {cut}");
            }
        }
    }
}

#[test]
fn an_archive_with_any_byte_turned_never_panics() {
    let whole = zipped(&[("a.fit", &[7; 300]), ("b.fit", b"two")]);
    for at in 0..whole.len() {
        for bit in [1_u8, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] ^= bit;
            let Ok(mut archive) = Archive::open("odd", Cursor::new(bytes)) else { continue };
            let indices: Vec<usize> = archive.entries().iter().map(|entry| entry.index).collect();
            for index in indices {
                if let Ok(bytes) = archive.read(index) {
                    assert!(bytes.len() <= 300);
                }
            }
        }
    }
}
