//! Bytes in memory that the encoder can write to and go back in.

use std::convert::Infallible;

/// The bytes, and where the next goes.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) bytes: Vec<u8>,
    at: usize,
}

impl embedded_io::ErrorType for Memory {
    type Error = Infallible;
}

impl embedded_io::Write for Memory {
    fn write(&mut self, buf: &[u8]) -> Result<usize, Infallible> {
        let over = buf.len().min(self.bytes.len() - self.at);
        self.bytes[self.at..self.at + over].copy_from_slice(&buf[..over]);
        self.bytes.extend_from_slice(&buf[over..]);
        self.at += buf.len();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

impl embedded_io::Seek for Memory {
    fn seek(&mut self, pos: embedded_io::SeekFrom) -> Result<u64, Infallible> {
        let length = self.bytes.len() as i64;
        let to = match pos {
            embedded_io::SeekFrom::Start(at) => at as i64,
            embedded_io::SeekFrom::Current(by) => self.at as i64 + by,
            embedded_io::SeekFrom::End(by) => length + by,
        };
        self.at = to.clamp(0, length) as usize;
        Ok(self.at as u64)
    }
}
