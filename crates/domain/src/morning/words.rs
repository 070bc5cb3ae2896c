//! A hasty line as words and numbers.

/// A word or a number of a line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Word {
    /// Letters (and hyphens within), in lower case.
    Text(String),
    /// A number, and how it was written.
    Number(f64, String),
}

impl Word {
    pub(super) fn written(&self) -> &str {
        match self {
            Word::Text(text) | Word::Number(_, text) => text,
        }
    }
}

/// Words and numbers in order. What is neither separates.
pub(super) fn of(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        let start = at;
        let negative = *letter == '-' && letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if letter.is_ascii_digit() || negative {
            let (number, end) = number(&letters, at);
            words.push(Word::Number(number, letters[start..end].iter().collect()));
            at = end;
        } else if letter.is_alphabetic() {
            let is_word = |i: usize| {
                letters.get(i).is_some_and(|c| c.is_alphabetic())
                    || (letters.get(i) == Some(&'-') && letters.get(i + 1).is_some_and(|c| c.is_alphabetic()))
                    // `spo2` is one word; in `hr48` the number follows.
                    || (letters.get(i) == Some(&'2') && letters[start..i].iter().collect::<String>().to_lowercase() == "spo")
            };
            at += 1;
            while is_word(at) {
                at += 1;
            }
            words.push(Word::Text(letters[start..at].iter().collect::<String>().to_lowercase()));
        } else {
            at += 1;
        }
    }
    words
}

/// A number from `at` on, and where it ends: `7.5`, `7,5` (a comma that a digit follows at once), `7:30` and `7h30` in hours.
fn number(letters: &[char], at: usize) -> (f64, usize) {
    let digits = |from: usize| {
        let end = (from..letters.len()).find(|i| !letters[*i].is_ascii_digit()).unwrap_or(letters.len());
        (letters[from..end].iter().collect::<String>(), end)
    };
    let sign = usize::from(letters[at] == '-');
    let (whole, mut end) = digits(at + sign);
    let mut value: f64 = whole.parse().unwrap_or(f64::NAN);
    let follows = |i: usize| letters.get(i + 1).is_some_and(char::is_ascii_digit);
    match letters.get(end) {
        Some('.' | ',') if follows(end) => {
            let (fraction, after) = digits(end + 1);
            value = format!("{whole}.{fraction}").parse().unwrap_or(f64::NAN);
            end = after;
        }
        Some(':' | 'h' | 'H') if follows(end) => {
            let (minutes, after) = digits(end + 1);
            value += minutes.parse().unwrap_or(f64::NAN) / 60.0;
            end = after;
        }
        _ => {}
    }
    (if sign == 1 { -value } else { value }, end)
}
