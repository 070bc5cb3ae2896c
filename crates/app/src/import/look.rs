//! Looking at one file on a thread of its own: reading, hashing, decoding, and making its recordings ready for whom it most
//! likely is. Nothing here depends on the files before it, so that looking ahead changes no result.

use std::io::{self, BufRead, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use domain::athlete::DeviceStamp;
use domain::guess::{self, Clues, SURE};
use domain::id::{AthleteId, ContentHash};
use domain::library::Template;
use domain::recording::{Recording, Repair};
use domain::wellness::WellnessValue;
use exchange::{Content, ExchangeFault, Format, Hints, Note, Parsed, RoutedKind};
use futures::{Stream, StreamExt, stream};
use store::{Raw, Roster, SourceSeen, StoreFault};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::club::{Club, Member};
use super::gather::{Found, Opened, Unread};
use super::prepared::Prepared;
use super::request::Item;
use crate::AppFault;
use crate::preferences::{carried, carried_over};

/// Files looked at ahead at most.
const AHEAD: usize = 12;
/// How much may be in memory at once, in parts of [`PART`] bytes of file. Decoded and packed, a file takes some five times
/// its size.
const ROOM: u32 = 48;
const PART: u64 = 256 * 1024;

/// A file that was looked at.
pub(crate) struct Looked {
    pub(crate) item: Item,
    pub(crate) hash: Option<ContentHash>,
    pub(crate) what: What,
}

/// What it is.
pub(crate) enum What {
    /// A person left it out: it was not even read.
    Skipped,
    Unread(Unread),
    /// Its bytes are not those that were previewed.
    Changed,
    /// The same bytes are here.
    Known(SourceSeen),
    /// In a known or unknown format, but nothing of it can be used.
    Refused(ExchangeFault),
    Read(Box<Contents>),
}

/// What a file holds, ready to be decided on.
pub(crate) struct Contents {
    pub(crate) format: Format,
    /// The packed bytes; `None` in a preview.
    pub(crate) raw: Option<Raw>,
    /// It is too large to be copied into the roster.
    pub(crate) outside: bool,
    /// The same bytes were here before: their batch was taken back, or they are a table of which a part may be new.
    pub(crate) seen: Option<SourceSeen>,
    pub(crate) recordings: Vec<Prepared>,
    pub(crate) tables: Vec<(Option<String>, Vec<WellnessValue>)>,
    pub(crate) templates: Vec<Template>,
    pub(crate) routed: Option<RoutedKind>,
    pub(crate) repairs: Vec<Repair>,
    pub(crate) notes: Vec<Note>,
    /// The device that wrote it.
    pub(crate) device: Option<DeviceStamp>,
}

/// What every look needs.
#[derive(Clone)]
pub(crate) struct Looking {
    pub(crate) roster: Roster,
    pub(crate) club: Arc<Club>,
    /// Whose all files are, if somebody said so.
    pub(crate) named: Option<AthleteId>,
    /// Nothing is kept: raw bytes and channels are not packed.
    pub(crate) preview: bool,
    pub(crate) cancelled: Arc<AtomicBool>,
}

impl Looking {
    /// Looks at files ahead of whoever takes them, in order, and hands each on with the room it takes: memory does not grow
    /// with the import, and a large file is alone.
    pub(crate) fn ahead(
        self,
        items: Vec<Item>,
    ) -> impl Stream<Item = Result<(Looked, Option<OwnedSemaphorePermit>), AppFault>> {
        let room = Arc::new(Semaphore::new(ROOM as usize));
        let roomy = stream::iter(items).then(move |item| {
            let room = Arc::clone(&room);
            async move {
                let parts = u32::try_from(item.found.size() / PART + 1).unwrap_or(ROOM).min(ROOM);
                // Fails only when closed, which nobody does.
                (room.acquire_many_owned(parts).await.ok(), item)
            }
        });
        // Tasks of their own: a future that is only polled between two writes could sit on a connection the writer waits for.
        let looked = roomy.map(move |(permit, item)| {
            let looking = self.clone();
            tokio::spawn(carried(async move { Ok((looking.look(item).await?, permit)) }))
        });
        looked.buffered(AHEAD).map(|one| one.map_err(|source| AppFault::Panicked { said: source.to_string() })?)
    }

    async fn look(self, item: Item) -> Result<Looked, AppFault> {
        if item.chosen.skip {
            return Ok(Looked { hash: item.expect.clone(), item, what: What::Skipped });
        }
        let (found, cancelled) = (item.found.clone(), Arc::clone(&self.cancelled));
        let (hash, bytes) = match blocking(move || read(&found, &cancelled)).await? {
            Ok(read) => read,
            Err(why) => return Ok(Looked { item, hash: None, what: What::Unread(why) }),
        };
        let what = if item.expect.as_ref().is_some_and(|expected| *expected != hash) {
            What::Changed
        } else {
            match self.roster.source(&hash).await? {
                Some(seen) if !may_bring_more(&item.found, &seen) => What::Known(seen),
                seen => self.contents(&item, &hash, bytes, seen).await?,
            }
        };
        Ok(Looked { item, hash: Some(hash), what })
    }

    async fn contents(
        self,
        item: &Item,
        hash: &ContentHash,
        bytes: Bytes,
        seen: Option<SourceSeen>,
    ) -> Result<What, AppFault> {
        let (found, club) = (item.found.clone(), Arc::clone(&self.club));
        let cancelled = Arc::clone(&self.cancelled);
        let outside = matches!(bytes, Bytes::Large(_));
        let (hash, preview) = (hash.clone(), self.preview);
        let decoded = blocking(move || {
            let hints = Hints { columns: &club.columns };
            let parsed = match &bytes {
                Bytes::Whole(bytes) => Ok(exchange::read_with(found.name(), bytes, &hints)),
                Bytes::Large(_) => {
                    found.stream(|file| exchange::read_stream(&mut Stoppable { file, cancelled: &cancelled }))
                }
            };
            let raw = match &bytes {
                _ if preview || !matches!(parsed, Ok(Ok(_))) => None,
                Bytes::Whole(bytes) => Some(Raw::of(&hash, &found.path, bytes)),
                Bytes::Large(size) => Some(Ok(Raw::outside(&hash, &found.path, *size))),
            };
            (parsed, raw)
        });
        let Some((parsed, raw)) = unbroken(decoded.await) else { return Ok(broken()) };
        let parsed = match parsed {
            Ok(Ok(parsed)) => parsed,
            Ok(Err(fault)) => return Ok(What::Refused(fault)),
            Err(why) => return Ok(What::Unread(why)),
        };
        let member = self.likely(item, &parsed).await?;
        let preview = self.preview;
        let sorted = blocking(move || sorted(parsed, &member, !preview));
        let Some(contents) = unbroken(sorted.await).transpose()? else { return Ok(broken()) };
        Ok(What::Read(Box::new(Contents { raw: raw.transpose()?, outside, seen, ..contents })))
    }

    /// For whom the recordings are made ready: whoever device or names make sure, else the stand-in. It is decided later
    /// and in order whose they are.
    async fn likely(&self, item: &Item, parsed: &Parsed) -> Result<Arc<Member>, AppFault> {
        let club = &self.club;
        let device = device_of(parsed.contents.iter());
        let named = item.chosen.athlete.or(self.named);
        let likely = match named {
            Some(named) => Some(named),
            None => {
                let owner = match device {
                    Some(stamp) => club.owner_of(stamp).await?.zip(stamp.serial),
                    None => None,
                };
                let clues = Clues { device: owner, path: &item.found.path, ..Clues::default() };
                let best = guess::guess(&clues, &club.bare).into_iter().next();
                best.filter(|guess| guess.confidence >= SURE).map(|guess| guess.athlete)
            }
        };
        let athlete = likely.and_then(|id| club.athlete(id)).unwrap_or(&club.stand_in);
        club.member(athlete).await
    }
}

/// Whether a file that is here may still bring something: its import was taken back, or it is a table that may name people
/// who were not here then.
fn may_bring_more(found: &Found, seen: &SourceSeen) -> bool {
    let name = found.name().to_ascii_lowercase();
    seen.undone || (seen.activities.is_empty() && (name.ends_with(".csv") || name.ends_with(".tsv")))
}

/// A file's bytes, or how many there are of one too large for memory.
enum Bytes {
    Whole(Vec<u8>),
    Large(u64),
}

/// The bytes with their identity.
fn read(found: &Found, cancelled: &AtomicBool) -> Result<(ContentHash, Bytes), Unread> {
    match found.open()? {
        Opened::Whole(bytes) => Ok((exchange::identity(&bytes), Bytes::Whole(bytes))),
        Opened::Large => {
            let hashed = found.stream(|file| {
                let mut hasher = blake3::Hasher::new();
                io::copy(&mut Stoppable { file, cancelled }, &mut hasher).map(|size| (hasher.finalize(), size))
            })?;
            let (hash, size) = hashed?;
            Ok((ContentHash(hash.to_hex().to_string()), Bytes::Large(size)))
        }
    }
}

/// Puts the contents of a file apart and makes its recordings ready.
fn sorted(parsed: Parsed, member: &Member, pack: bool) -> Result<Contents, StoreFault> {
    let device = device_of(parsed.contents.iter()).cloned();
    let mut contents = Contents {
        format: parsed.format,
        raw: None,
        outside: false,
        seen: None,
        recordings: Vec::new(),
        tables: Vec::new(),
        templates: Vec::new(),
        routed: None,
        repairs: parsed.repairs,
        notes: parsed.notes,
        device,
    };
    for content in parsed.contents {
        match content {
            Content::Activity { recording, mut repairs } => {
                repairs.extend(contents.repairs.iter().cloned());
                contents.recordings.push(Prepared::of(recording, repairs, member, pack)?);
            }
            Content::Wellness { athlete, values } => contents.tables.push((athlete, values)),
            Content::Template { template } => contents.templates.push(template),
            Content::Routed { kind } => contents.routed = Some(kind),
        }
    }
    Ok(contents)
}

fn device_of<'a>(contents: impl Iterator<Item = &'a Content>) -> Option<&'a DeviceStamp> {
    let recordings = contents.filter_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    recordings.filter_map(|recording: &Recording| recording.device.as_ref()).next()
}

/// A stream that ends with an error once its task is cancelled: an export of gigabytes must not outlive its import.
struct Stoppable<'a> {
    file: &'a mut dyn BufRead,
    cancelled: &'a AtomicBool,
}

impl Stoppable<'_> {
    fn go_on(&self) -> io::Result<()> {
        // Not `Interrupted`, which asks for another try.
        if self.cancelled.load(Ordering::Relaxed) { Err(io::Error::other("cancelled")) } else { Ok(()) }
    }
}

impl Read for Stoppable<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.go_on()?;
        self.file.read(into)
    }
}

impl BufRead for Stoppable<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.go_on()?;
        self.file.fill_buf()
    }

    fn consume(&mut self, bytes: usize) {
        self.file.consume(bytes);
    }
}

/// What came of work on one file; `None` when it broke off, which must not stop the files after it.
fn unbroken<T>(done: Result<T, AppFault>) -> Option<T> {
    done.inspect_err(|fault| tracing::error!(%fault, "a file could not be worked on")).ok()
}

const fn broken() -> What {
    What::Refused(ExchangeFault::DecoderPanicked { messages: 0 })
}

/// Work for a thread that may block.
pub(crate) async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppFault> {
    tokio::task::spawn_blocking(carried_over(work))
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })
}
