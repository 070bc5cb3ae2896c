//! Bytes of an XML file as UTF-8, a piece at a time: other encodings brought over, the document type taken out, and never
//! more of one element held than a device writes.

use std::io::{self, BufRead, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::ExchangeFault;

/// Bytes decoded at once; a document type must end within them.
const PIECE: usize = 256 * 1024;

/// The most one tag or one stretch of text may hold, bytes: twelve hours of beats are 300 kB.
const MOST_AT_ONCE: usize = 16 * 1024 * 1024;

/// UTF-8 from a reader.
pub(super) struct Input<R> {
    inner: R,
    decoder: Decoder,
    out: Vec<u8>,
    from: usize,
    to: usize,
    done: bool,
    left: usize,
    odd_bytes: u32,
}

impl<R: BufRead> Input<R> {
    /// Begins to read: finds the encoding by the mark at the start, by the shape of the first bytes, or by what the file
    /// claims. A document type that only declares elements is taken out.
    ///
    /// # Errors
    /// [`ExchangeFault::EntitiesRefused`] if the document type defines entities.
    pub(super) fn new(mut inner: R, claimed: Option<&'static Encoding>) -> Result<Input<R>, ExchangeFault> {
        let encoding = match inner.fill_buf() {
            Ok(head) => claimed.unwrap_or_else(|| encoding_of(head)),
            Err(_) => UTF_8,
        };
        let mut input = Input {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            out: vec![0; PIECE],
            from: 0,
            to: 0,
            done: false,
            left: MOST_AT_ONCE,
            odd_bytes: 0,
        };
        // A failure of the reader shows again on the next read.
        while !input.done && input.to + 16 < PIECE && input.refill().is_ok_and(|more| more) {}
        if let Some((from, to)) = document_type(&input.out[..input.to]) {
            let text = &input.out[from..to];
            if text.windows(8).any(|at| at.eq_ignore_ascii_case(b"<!ENTITY")) {
                return Err(ExchangeFault::EntitiesRefused);
            }
            input.out.copy_within(to..input.to, from);
            input.to -= to - from;
        }
        Ok(input)
    }

    /// Allows another tag or stretch of text.
    pub(super) fn allow_more(&mut self) {
        self.left = MOST_AT_ONCE;
    }

    /// How often bytes were not what the encoding allows.
    pub(super) fn odd_bytes(&self) -> u32 {
        self.odd_bytes
    }

    /// Decodes behind what is there; `false` at the end.
    fn refill(&mut self) -> io::Result<bool> {
        let chunk = self.inner.fill_buf()?;
        let last = chunk.is_empty();
        let (result, read, written, odd) = self.decoder.decode_to_utf8(chunk, &mut self.out[self.to..], last);
        self.inner.consume(read);
        self.to += written;
        self.odd_bytes += u32::from(odd);
        self.done = last && result == CoderResult::InputEmpty;
        Ok(!self.done || written > 0)
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buf)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("one element is larger than any device writes"));
        }
        while self.from == self.to && !self.done {
            (self.from, self.to) = (0, 0);
            self.refill()?;
        }
        Ok(&self.out[self.from..self.to])
    }

    fn consume(&mut self, amount: usize) {
        self.from = (self.from + amount).min(self.to);
        self.left = self.left.saturating_sub(amount);
    }
}

/// The encoding of a whole file at hand: what is UTF-8 is read as such whatever it claims; else what it claims; else UTF-8
/// with bad bytes, or Windows-1252 if no character beyond ASCII is whole.
pub(super) fn encoding_of_whole(bytes: &[u8]) -> &'static Encoding {
    let told = encoding_of(bytes);
    if told != UTF_8 || std::str::from_utf8(bytes).is_ok() {
        // A claim of another 8-bit encoding is often wrong; text that happens to be UTF-8 is UTF-8.
        let marked = told == UTF_16LE || told == UTF_16BE;
        return if !marked && std::str::from_utf8(bytes).is_ok() { UTF_8 } else { told };
    }
    let whole = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
    if whole { UTF_8 } else { WINDOWS_1252 }
}

/// The encoding the first bytes tell.
fn encoding_of(head: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    match head {
        [b'<', 0, ..] => return UTF_16LE,
        [0, b'<', ..] => return UTF_16BE,
        _ => {}
    }
    let head = String::from_utf8_lossy(&head[..head.len().min(200)]);
    let claim = head.split_once("?>").and_then(|(declaration, _)| {
        let (_, rest) = declaration.split_once("encoding")?;
        let label = rest.trim_start().strip_prefix('=')?.trim_start();
        label.strip_prefix(['"', '\''])?.split(['"', '\'']).next()
    });
    // Bytes without zeros between them are not UTF-16, whatever they claim.
    let claim = claim.and_then(|label| Encoding::for_label(label.as_bytes()));
    claim.filter(|encoding| encoding.is_ascii_compatible()).unwrap_or(UTF_8)
}

/// Where the document type stands, if there is one before the first element.
fn document_type(text: &[u8]) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        at += text[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let rest = &text[at..];
        if rest.starts_with(b"<?") {
            at += find(rest, b"?>")? + 2;
        } else if rest.starts_with(b"<!--") {
            at += find(rest, b"-->")? + 3;
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case(b"<!DOCTYPE")) {
            let end = match rest.iter().position(|b| matches!(b, b'[' | b'>')) {
                Some(close) if rest[close] == b'>' => Some(close + 1),
                Some(open) => subset_end(&rest[open..]).map(|length| open + length),
                None => None,
            };
            return Some((at, end.map_or(text.len(), |length| at + length)));
        } else {
            return None;
        }
    }
}

/// One past the `]>` that ends the declarations; not every writer balances the brackets within.
fn subset_end(text: &[u8]) -> Option<usize> {
    text.iter().enumerate().filter(|(_, b)| **b == b']').find_map(|(at, _)| {
        let space = text[at + 1..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        (text.get(at + 1 + space) == Some(&b'>')).then_some(at + space + 2)
    })
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|at| at == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> (String, u32) {
        let mut input = Input::new(bytes, Some(encoding_of_whole(bytes))).expect("no entities");
        let mut text = String::new();
        input.read_to_string(&mut text).expect("UTF-8 comes out");
        (text, input.odd_bytes())
    }

    #[test]
    fn every_usual_encoding_comes_out_as_utf_8() {
        let wide: Vec<u8> = "<é/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = "\u{feff}<é/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let cases: [(&[u8], &str, u32); 8] = [
            ("<é/>".as_bytes(), "<é/>", 0),
            ("\u{feff}<é/>".as_bytes(), "<é/>", 0),
            (&wide, "<é/>", 0),
            (&marked, "<é/>", 0),
            (
                b"<?xml version='1.0' encoding='ISO-8859-1'?><\xe9/>",
                "<?xml version='1.0' encoding='ISO-8859-1'?><é/>",
                0,
            ),
            ("<?xml encoding='utf-16'?><é/>".as_bytes(), "<?xml encoding='utf-16'?><é/>", 0),
            (b"<\xe9/>", "<é/>", 0),
            (b"<\xc3\xa9\xe9/>", "<é\u{fffd}/>", 1),
        ];
        for (bytes, expected, odd) in cases {
            assert_eq!(all(bytes), (expected.to_owned(), odd));
        }
    }

    #[test]
    fn a_document_type_is_taken_out_even_where_its_brackets_do_not_balance() {
        let text = "<?xml version='1.0'?><!-- <!DOCTYPE no --><!DOCTYPE a [\n<!ELEMENT a (b|c)>\n<!ATTLIST a x CDATA #IMPLIED\n]><a/>";
        assert_eq!(all(text.as_bytes()).0, "<?xml version='1.0'?><!-- <!DOCTYPE no --><a/>");
        assert_eq!(all(b"<!DOCTYPE a SYSTEM 'x'><a/>").0, "<a/>");
        let entities = "<!DOCTYPE a [<!ENTITY e 'x'>]><a/>";
        assert_eq!(Input::new(entities.as_bytes(), None).err(), Some(ExchangeFault::EntitiesRefused));
    }

    #[test]
    fn a_piece_that_never_ends_is_stopped() {
        let endless = [b'x'; 4096];
        let mut input = Input::new(io::BufReader::new(io::repeat(b'x').take(1 << 30)), None).expect("no entities");
        let mut read = 0;
        let stopped = loop {
            match input.fill_buf() {
                Ok(piece) => {
                    let length = piece.len().min(endless.len());
                    read += length;
                    input.consume(length);
                }
                Err(fault) => break fault,
            }
        };
        assert!(stopped.to_string().contains("larger"));
        assert!(read <= MOST_AT_ONCE + endless.len());
    }
}
