//! A file that a call names or brings: read whole, but never more than one of its kind can have.

use std::io::Read as _;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::keyring::FileFrom;
use exchange::signed::SignedFault;

use crate::AppFault;

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// [`SignedFault::TooLarge`] before the rest is read; what the disk or base64 says.
pub(crate) fn given(file: &FileFrom, limit: usize) -> Result<Vec<u8>, AppFault> {
    let large = |bytes: usize| AppFault::Signed(SignedFault::TooLarge { bytes: bytes as u64, limit: limit as u64 });
    match file {
        FileFrom::Path { path } => {
            let path = PathBuf::from(path);
            let unreadable = |source| AppFault::Unreadable { path: path.clone(), source };
            let file = std::fs::File::open(&path).map_err(unreadable)?;
            let size = file.metadata().map_err(unreadable)?.len();
            let mut bytes = Vec::new();
            // A file may grow, or be none at all: what is read is counted, not what its folder says.
            file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
            if bytes.len() > limit {
                return Err(large(usize::try_from(size).unwrap_or(usize::MAX).max(bytes.len())));
            }
            Ok(bytes)
        }
        FileFrom::Bytes { base64 } => {
            let least = base64.len() / 4 * 3;
            if least > limit.saturating_add(3) {
                return Err(large(least));
            }
            STANDARD.decode(base64).map_err(|source| AppFault::NotBase64 { source })
        }
    }
}
