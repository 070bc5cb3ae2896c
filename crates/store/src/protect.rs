//! A roster under a passphrase: its key, how connections get it, and how protection comes on, changes and goes.
//!
//! The pages are encrypted by SQLite3 Multiple Ciphers (ChaCha20-Poly1305 a page), which takes the key as it is; the key
//! is made from the passphrase here. docs/at-rest.md says why it is done this way.
//!
//! SQLite leaves the first 16 bytes of an encrypted file to whoever makes the key. Twelve are the salt; four say whether
//! a key is this file's, so that a wrong passphrase and a damaged file are told apart.

use std::io::Read;
use std::path::Path;
use std::time::Duration;

use argon2::{Algorithm, Argon2, Params, Version};
use rusqlite::{Connection, OpenFlags};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use zeroize::Zeroizing;

use crate::backup::renew_record;
use crate::fault::StoreFault;
use crate::files::{private_file, remove_database, settle_file, settle_folder};
use crate::left;
use crate::lock::Hold;
use crate::snapshot::beside;

const KEY: usize = 32;
const SALT: usize = 12;
const CHECK: usize = 4;

/// RFC 9106, section 4, the option for machines with little memory: 64 MiB, three passes, four lanes. In KiB.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// Binds the check to its use: the same key anywhere else would give another one.
const CHECKED: &str = "Trackside 2026-11-24 roster file: does this key open it";

/// What the copy is called until it takes the roster's place.
pub(crate) const PART: &str = "rewritten";

/// How long a rewrite waits for other programs to close the roster.
const PATIENCE: Duration = Duration::from_secs(5);

/// The key of a protected roster. Wiped from memory when dropped; its `Debug` shows nothing of it.
#[derive(Clone)]
pub struct RosterKey {
    key: Zeroizing<[u8; KEY]>,
    salt: [u8; SALT],
}

impl std::fmt::Debug for RosterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RosterKey").finish_non_exhaustive()
    }
}

impl RosterKey {
    /// The key of a passphrase for a file that is yet to be written. `salt` is fresh randomness. Takes a fifth of a second
    /// on purpose.
    #[must_use]
    pub fn new(passphrase: &str, salt: [u8; SALT]) -> RosterKey {
        let mut key = Zeroizing::new([0; KEY]);
        let params =
            Params::new(MEMORY, PASSES, LANES, Some(KEY)).expect("the three numbers are within Argon2's limits");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, key.as_mut_slice())
            .expect("a salt of 12 bytes and a key of 32 are within Argon2's limits");
        RosterKey { key, salt }
    }

    /// The key of the file at `path` from its passphrase.
    ///
    /// # Errors
    /// [`StoreFault::WrongPassphrase`] when it is another, [`StoreFault::NotARoster`] when the file is not protected.
    pub fn of(path: &Path, passphrase: &str) -> Result<RosterKey, StoreFault> {
        let head = Head::of(path)?;
        head.try_key(path, RosterKey::new(passphrase, head.salt))
    }

    /// The key of the file at `path` from the bytes that were kept of it ([`RosterKey::bytes`]).
    ///
    /// # Errors
    /// [`StoreFault::WrongPassphrase`] when they are another file's, [`StoreFault::NotARoster`] when it is not protected.
    pub fn kept(path: &Path, bytes: &[u8]) -> Result<RosterKey, StoreFault> {
        let head = Head::of(path)?;
        let bytes: &[u8; KEY] = bytes.try_into().map_err(|_| StoreFault::WrongPassphrase { path: path.to_owned() })?;
        head.try_key(path, RosterKey { key: Zeroizing::new(*bytes), salt: head.salt })
    }

    /// The key itself, for the system's keychain and nothing else.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        self.key.as_slice()
    }

    /// A name for the key that says nothing about it. Backups of a roster have the key of the roster, and this name.
    #[must_use]
    pub fn name(&self) -> String {
        name(&self.salt)
    }

    /// Whether a passphrase is that of this key. Asks no file, so that one may be open.
    #[must_use]
    pub fn fits(&self, passphrase: &str) -> bool {
        // Hashes compare without telling by their time where they differ.
        blake3::hash(RosterKey::new(passphrase, self.salt).bytes()) == blake3::hash(self.bytes())
    }

    fn check(&self) -> [u8; CHECK] {
        let mut hasher = blake3::Hasher::new_derive_key(CHECKED);
        hasher.update(&self.salt).update(self.bytes());
        let mut check = [0; CHECK];
        hasher.finalize_xof().fill(&mut check);
        check
    }

    /// How SQLite is told a key it shall use as it is.
    fn told(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("raw:{}", hex(self.bytes()).as_str()))
    }

    /// The same with the first 16 bytes, for a file that is yet to be written.
    fn told_with_head(&self) -> Zeroizing<String> {
        let told = self.told();
        Zeroizing::new(format!("{}{}{}", told.as_str(), hex(&self.salt).as_str(), hex(&self.check()).as_str()))
    }
}

/// The name of the key that opens the file at `path`, see [`RosterKey::name`].
///
/// # Errors
/// [`StoreFault::NotARoster`] when the file is not protected, or what the file system says.
pub fn key_name(path: &Path) -> Result<String, StoreFault> {
    Head::of(path).map(|head| name(&head.salt))
}

fn name(salt: &[u8; SALT]) -> String {
    format!("roster-{}", hex(salt).as_str())
}

fn hex(bytes: &[u8]) -> Zeroizing<String> {
    use std::fmt::Write;
    bytes.iter().fold(Zeroizing::new(String::with_capacity(2 * bytes.len())), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What the beginning of a protected file says in the clear.
struct Head {
    salt: [u8; SALT],
    check: [u8; CHECK],
}

impl Head {
    fn of(path: &Path) -> Result<Head, StoreFault> {
        let head = read(path)?.filter(is_head);
        head.map(|head| Head::parse(&head)).ok_or_else(|| StoreFault::NotARoster { path: path.to_owned() })
    }

    fn parse(head: &[u8; 24]) -> Head {
        let (mut salt, mut check) = ([0; SALT], [0; CHECK]);
        salt.copy_from_slice(&head[..SALT]);
        check.copy_from_slice(&head[SALT..SALT + CHECK]);
        Head { salt, check }
    }

    fn try_key(&self, path: &Path, key: RosterKey) -> Result<RosterKey, StoreFault> {
        if key.check() == self.check { Ok(key) } else { Err(StoreFault::WrongPassphrase { path: path.to_owned() }) }
    }
}

/// Whether the file at `path` is a roster under a passphrase. Not for a roster this program has open: closing the file
/// after this look would give up SQLite's locks on it. [`crate::Roster::key`] knows.
///
/// # Errors
/// [`StoreFault::Missing`], or what the file system says.
pub fn is_protected(path: &Path) -> Result<bool, StoreFault> {
    Ok(read(path)?.is_some_and(|head| is_head(&head)))
}

/// The first 24 bytes, `None` of a shorter file.
fn read(path: &Path) -> Result<Option<[u8; 24]>, StoreFault> {
    if !path.is_file() {
        return Err(StoreFault::Missing { path: path.to_owned() });
    }
    let mut head = [0; 24];
    match std::fs::File::open(path).and_then(|mut file| file.read_exact(&mut head)) {
        Ok(()) => Ok(Some(head)),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(None),
        Err(error) => Err(StoreFault::io(path)(error)),
    }
}

/// sqlite.org/fileformat.html: bytes 16 to 23 are page size, two versions of the format, and four numbers, of which the
/// last three are fixed. They stay in the clear; the first of the four is what encryption keeps of each page.
fn is_head(head: &[u8; 24]) -> bool {
    !head.starts_with(b"SQLite format 3\0")
        && head[16..18] == [0x10, 0]
        && matches!(head[18..20], [1, 1] | [2, 2])
        && head[20..24] == [32, 64, 32, 32]
}

/// Lets connections of sqlx into a roster. Nothing they say is logged: the key goes through a statement.
pub(crate) fn keyed(options: SqliteConnectOptions, key: Option<&RosterKey>) -> SqliteConnectOptions {
    match key {
        None => options,
        Some(key) => options
            .pragma("key", format!("'{}'", key.told().as_str()))
            // What SQLite puts aside while it sorts would stand on the disk in the clear.
            .pragma("temp_store", "memory")
            .disable_statement_logging(),
    }
}

/// Lets a connection of rusqlite into a roster that exists; the first thing to do with it.
///
/// # Errors
/// What SQLite says. That the key is wrong shows at the first read.
pub(crate) fn unlock(connection: &Connection, key: Option<&RosterKey>) -> Result<(), StoreFault> {
    if let Some(key) = key {
        connection.pragma_update(None, "key", key.told().as_str())?;
        connection.pragma_update(None, "temp_store", "memory")?;
    }
    Ok(())
}

/// Lets a connection of rusqlite make a new file under a key.
///
/// # Errors
/// What SQLite says.
pub(crate) fn unlock_new(connection: &Connection, key: Option<&RosterKey>) -> Result<(), StoreFault> {
    if let Some(key) = key {
        connection.pragma_update(None, "key", key.told_with_head().as_str())?;
    }
    Ok(())
}

/// The key to open a copy of a roster with: its own if it has one, which may be none while the roster has one. Not for a
/// file this program has open, see [`is_protected`].
///
/// # Errors
/// [`StoreFault::NeedsPassphrase`] when the copy is under another key.
pub(crate) fn of_copy<'k>(path: &Path, key: Option<&'k RosterKey>) -> Result<Option<&'k RosterKey>, StoreFault> {
    let Some(head) = read(path)?.filter(is_head).map(|head| Head::parse(&head)) else { return Ok(None) };
    match key {
        Some(key) if head.salt == key.salt && head.check == key.check() => Ok(Some(key)),
        _ => Err(StoreFault::NeedsPassphrase { path: path.to_owned() }),
    }
}

/// The key of a file nobody has open: none, the one that is known already, or that of a passphrase.
///
/// # Errors
/// [`StoreFault::NeedsPassphrase`] when the known key is not this file's and there is no passphrase,
/// [`StoreFault::WrongPassphrase`].
pub fn key_for(
    path: &Path,
    known: Option<&RosterKey>,
    passphrase: Option<&str>,
) -> Result<Option<RosterKey>, StoreFault> {
    match (of_copy(path, known), passphrase) {
        (Err(StoreFault::NeedsPassphrase { .. }), Some(passphrase)) => RosterKey::of(path, passphrase).map(Some),
        (found, _) => found.map(|key| key.cloned()),
    }
}

/// Where `VACUUM INTO` shall write, as SQLite's kind of address with the key in it: `None` writes in the clear, whatever
/// the connection is keyed with.
pub(crate) fn target(path: &Path, key: Option<&RosterKey>) -> Zeroizing<String> {
    let mut address = Zeroizing::new(String::from("file:"));
    let path = path.to_string_lossy();
    let path = if cfg!(windows) { format!("/{}", path.replace('\\', "/")) } else { path.into_owned() };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b':' => {
                address.push(char::from(byte));
            }
            byte => {
                address.push('%');
                address.push_str(&hex(&[byte]));
            }
        }
    }
    address.push_str("?key=");
    if let Some(key) = key {
        address.push_str(&key.told_with_head());
    }
    address
}

/// Writes the closed roster at `path` anew, from one key to another; `None` is in the clear. The copy is compared with the
/// roster row by row before it takes its place, in one step: whatever happens on the way, one whole roster stands there.
///
/// # Errors
/// [`StoreFault::InUse`] while another program has it open, [`StoreFault::CopyDiffers`], [`StoreFault::DiskFull`], or what
/// the file system or the database says. The roster is then as it was.
pub async fn rewrite(path: &Path, from: Option<RosterKey>, to: Option<RosterKey>) -> Result<(), StoreFault> {
    let hold = Hold::alone(path, PATIENCE).await?;
    left::forget(path)?;
    let owned = path.to_owned();
    let done = tokio::task::spawn_blocking(move || replace(&owned, from.as_ref(), to.as_ref())).await;
    hold.release();
    done.map_err(|ended| StoreFault::io(path)(std::io::Error::other(ended)))?
}

/// The same for a copy the program made, which opens with a key the roster has or had. Its record is written down anew.
///
/// # Errors
/// [`StoreFault::NeedsPassphrase`] when it is under another key, or as [`rewrite`]. The copy is then as it was.
pub async fn rewrite_copy(path: &Path, from: Option<RosterKey>, to: Option<RosterKey>) -> Result<(), StoreFault> {
    let owned = path.to_owned();
    let work = move || {
        replace(&owned, of_copy(&owned, from.as_ref())?, to.as_ref())?;
        renew_record(&owned, to.as_ref())
    };
    tokio::task::spawn_blocking(work).await.map_err(|ended| StoreFault::io(path)(std::io::Error::other(ended)))?
}

/// Whether a copy opens as its roster does: by the same key, or both by none.
///
/// # Errors
/// What the file system says.
pub fn opens_alike(copy: &Path, key: Option<&RosterKey>) -> Result<bool, StoreFault> {
    match of_copy(copy, key) {
        Ok(found) => Ok(found.is_some() == key.is_some()),
        Err(StoreFault::NeedsPassphrase { .. }) => Ok(false),
        Err(fault) => Err(fault),
    }
}

fn replace(path: &Path, from: Option<&RosterKey>, to: Option<&RosterKey>) -> Result<(), StoreFault> {
    let part = beside(path, PART);
    remove_database(&part)?;
    private_file(&part).map_err(StoreFault::io(&part))?;
    let made = copy(path, &part, from, to);
    if made.is_err() {
        // Why there is no copy is what the caller needs; what is left of it goes at the next opening.
        let _ = remove_database(&part);
        return made;
    }
    std::fs::rename(&part, path).map_err(StoreFault::io(path))?;
    settle_folder(path)
}

fn copy(path: &Path, part: &Path, from: Option<&RosterKey>, to: Option<&RosterKey>) -> Result<(), StoreFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let source = Connection::open_with_flags(path, flags)?;
    unlock(&source, from)?;
    // The log is folded in, and the file is all there is of the roster: nothing of it may outlive the swap beside it.
    source.pragma_update(None, "locking_mode", "exclusive")?;
    let mode: String = source.query_row("PRAGMA journal_mode = delete", [], |row| row.get(0))?;
    if mode != "delete" {
        return Err(StoreFault::Busy);
    }
    source.execute("VACUUM INTO ?1", [target(part, to).as_str()])?;
    let copied = Connection::open_with_flags(part, flags)?;
    unlock(&copied, to)?;
    compare(path, &source, &copied)?;
    copied.close().map_err(|(_, error)| error)?;
    source.close().map_err(|(_, error)| error)?;
    settle_file(part)
}

/// Whether two databases hold the same: the marks of the file, the schema, and every row of every table.
fn compare(path: &Path, source: &Connection, copied: &Connection) -> Result<(), StoreFault> {
    let differs = |what: &str| Err(StoreFault::CopyDiffers { path: path.to_owned(), what: what.to_owned() });
    for mark in ["application_id", "user_version"] {
        let of = |of: &Connection| of.pragma_query_value(None, mark, |row| row.get::<_, i64>(0));
        if of(source)? != of(copied)? {
            return differs(mark);
        }
    }
    let sound: String = copied.pragma_query_value(None, "integrity_check", |row| row.get(0))?;
    if sound != "ok" {
        return differs(&sound);
    }
    if schema(source)? != schema(copied)? {
        return differs("the schema");
    }
    let tables = schema(source)?.into_iter().filter(|(kind, _, _)| kind == "table");
    for (_, table, _) in tables {
        let rows = format!("SELECT * FROM \"{}\"", table.replace('"', "\"\""));
        if !same_rows(source, copied, &rows)? {
            return differs(&table);
        }
    }
    Ok(())
}

/// Kind, name and text of everything in a schema.
type Schema = Vec<(String, String, Option<String>)>;

fn schema(of: &Connection) -> Result<Schema, StoreFault> {
    let mut asked = of.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let rows = asked.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A copy keeps the order of rows, so both are read side by side and never held whole.
fn same_rows(source: &Connection, copied: &Connection, asked: &str) -> Result<bool, StoreFault> {
    let (mut of_source, mut of_copy) = (source.prepare(asked)?, copied.prepare(asked)?);
    let columns = of_source.column_count();
    let (mut of_source, mut of_copy) = (of_source.query([])?, of_copy.query([])?);
    loop {
        match (of_source.next()?, of_copy.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) => {
                for column in 0..columns {
                    if one.get_ref(column)? != other.get_ref(column)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}
