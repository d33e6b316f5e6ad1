//! Python's regular expressions in the syntax of fancy-regex, and what Python says of those that are none.

/// `re.I`, `re.M` and their kin, with CPython's bits.
#[derive(Clone, Copy, Default)]
pub struct Flags {
    pub ignore_case: bool,
    pub multiline: bool,
    pub dot_all: bool,
    pub verbose: bool,
    pub ascii: bool,
}

impl Flags {
    pub fn from_bits(bits: i64) -> Flags {
        let has = |bit: i64| bits & bit != 0;
        Flags {
            ignore_case: has(2),
            multiline: has(8),
            dot_all: has(16),
            verbose: has(64),
            ascii: has(256),
        }
    }

    pub fn bits(self) -> i64 {
        let unicode = if self.ascii { 256 } else { 32 };
        [
            (self.ignore_case, 2),
            (self.multiline, 8),
            (self.dot_all, 16),
            (self.verbose, 64),
        ]
        .into_iter()
        .map(|(set, bit)| if set { bit } else { 0 })
        .sum::<i64>()
            + unicode
    }

    fn set(&mut self, letter: char) {
        match letter {
            'i' => self.ignore_case = true,
            'm' => self.multiline = true,
            's' => self.dot_all = true,
            'x' => self.verbose = true,
            'a' => self.ascii = true,
            _ => {}
        }
    }
}

/// A pattern that is none: CPython's words, and the character where.
#[derive(Debug)]
pub struct SyntaxError {
    pub message: String,
    pub at: usize,
}

fn fail<T>(message: impl Into<String>, at: usize) -> Result<T, SyntaxError> {
    Err(SyntaxError {
        message: message.into(),
        at,
    })
}

/// A pattern for fancy-regex, and the flags it has in the end.
pub struct Translated {
    pub source: String,
    pub flags: Flags,
}

/// Translates a pattern.
pub fn translate(source: &str, flags: Flags) -> Result<Translated, SyntaxError> {
    let mut translator = Translator {
        chars: source.chars().collect(),
        at: 0,
        out: String::new(),
        flags,
        open: Vec::new(),
        repeatable: Repeatable::No,
    };
    translator.leading_flags()?;
    translator.run()?;
    let Translator { out, flags, .. } = translator;
    let letters: String = [(flags.ignore_case, 'i'), (flags.dot_all, 's')]
        .iter()
        .filter(|(set, _)| *set)
        .map(|(_, letter)| *letter)
        .collect();
    let source = if letters.is_empty() {
        out
    } else {
        format!("(?{letters}:{out})")
    };
    Ok(Translated { source, flags })
}

/// Whether a `*` may follow.
#[derive(Clone, Copy, PartialEq)]
enum Repeatable {
    No,
    Yes,
    /// Something that was repeated already.
    Already,
}

struct Translator {
    chars: Vec<char>,
    at: usize,
    out: String,
    flags: Flags,
    /// Where the groups that are still open began.
    open: Vec<usize>,
    repeatable: Repeatable,
}

impl Translator {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn looking_at(&self, text: &str) -> bool {
        text.chars()
            .enumerate()
            .all(|(i, c)| self.peek(i) == Some(c))
    }

    /// `(?im)` at the start holds for the whole pattern.
    fn leading_flags(&mut self) -> Result<(), SyntaxError> {
        while self.looking_at("(?") {
            let letters: String = self.chars[self.at + 2..]
                .iter()
                .take_while(|c| "aiLmsux".contains(**c))
                .collect();
            if letters.is_empty() || self.peek(2 + letters.len()) != Some(')') {
                return Ok(());
            }
            letters.chars().for_each(|letter| self.flags.set(letter));
            self.at += 3 + letters.len();
        }
        Ok(())
    }

    fn run(&mut self) -> Result<(), SyntaxError> {
        while let Some(c) = self.peek(0) {
            let start = self.at;
            self.at += 1;
            match c {
                '\\' => self.escape(start)?,
                '[' => self.set(start)?,
                '(' => self.group(start)?,
                ')' => {
                    if self.open.pop().is_none() {
                        return fail("unbalanced parenthesis", start);
                    }
                    self.push(")", Repeatable::Yes);
                }
                '|' => self.push("|", Repeatable::No),
                '*' | '+' | '?' => self.repeat(&c.to_string(), start)?,
                '{' => match self.counted() {
                    Some(count) => self.repeat(&count, start)?,
                    None => self.push("\\{", Repeatable::Yes),
                },
                '}' => self.push("\\}", Repeatable::Yes),
                ']' => self.push("\\]", Repeatable::Yes),
                '^' => self.push(
                    if self.flags.multiline {
                        "(?m:^)"
                    } else {
                        "\\A"
                    },
                    Repeatable::Yes,
                ),
                '$' => self.push(
                    if self.flags.multiline {
                        "(?m:$)"
                    } else {
                        "(?=\\n?\\z)"
                    },
                    Repeatable::Yes,
                ),
                '.' => self.push(".", Repeatable::Yes),
                c if self.flags.verbose && c.is_whitespace() => {}
                '#' if self.flags.verbose => {
                    while self.peek(0).is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                }
                c => {
                    self.literal(c);
                    self.repeatable = Repeatable::Yes;
                }
            }
        }
        match self.open.first() {
            Some(&at) => fail("missing ), unterminated subpattern", at),
            None => Ok(()),
        }
    }

    fn push(&mut self, text: &str, repeatable: Repeatable) {
        self.out.push_str(text);
        self.repeatable = repeatable;
    }

    fn literal(&mut self, c: char) {
        if c.is_whitespace() || c.is_control() {
            self.out.push_str(&format!("\\x{{{:x}}}", c as u32));
        } else {
            if c.is_ascii_punctuation() && !matches!(c, '_' | '<' | '>') {
                self.out.push('\\');
            }
            self.out.push(c);
        }
    }

    fn repeat(&mut self, sign: &str, start: usize) -> Result<(), SyntaxError> {
        match self.repeatable {
            Repeatable::No => return fail("nothing to repeat", start),
            Repeatable::Already => return fail("multiple repeat", start),
            Repeatable::Yes => {}
        }
        self.out.push_str(sign);
        if let Some(mode @ ('?' | '+')) = self.peek(0) {
            self.at += 1;
            self.out.push(mode);
        }
        self.repeatable = Repeatable::Already;
        Ok(())
    }

    /// `{2}`, `{2,}`, `{,5}`, `{2,5}`; anything else after `{` is text.
    fn counted(&mut self) -> Option<String> {
        let rest: String = self.chars[self.at..]
            .iter()
            .take_while(|c| **c != '}')
            .collect();
        self.chars.get(self.at + rest.chars().count())?;
        let (low, high) = rest
            .split_once(',')
            .map_or((rest.as_str(), None), |(low, high)| (low, Some(high)));
        let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if !is_number(low)
            || !high.is_none_or(is_number)
            || (low.is_empty() && high.is_none_or(str::is_empty))
        {
            return None;
        }
        self.at += rest.chars().count() + 1;
        let low = if low.is_empty() { "0" } else { low };
        Some(match high {
            Some(high) => format!("{{{low},{high}}}"),
            None => format!("{{{low}}}"),
        })
    }

    fn group(&mut self, start: usize) -> Result<(), SyntaxError> {
        self.repeatable = Repeatable::No;
        if !self.looking_at("?") {
            self.open.push(start);
            self.out.push('(');
            return Ok(());
        }
        if self.looking_at("?#") {
            match self.chars[self.at..].iter().position(|c| *c == ')') {
                Some(end) => self.at += end + 1,
                None => return fail("missing ), unterminated comment", start),
            }
            return Ok(());
        }
        if self.looking_at("?P=") {
            let name: String = self.chars[self.at + 3..]
                .iter()
                .take_while(|c| **c != ')')
                .collect();
            self.at += 4 + name.chars().count();
            self.push(&format!("(?P={name})"), Repeatable::Yes);
            return Ok(());
        }
        for opening in ["?:", "?=", "?!", "?<=", "?<!", "?>", "?P<", "?("] {
            if self.looking_at(opening) {
                self.open.push(start);
                self.at += opening.len();
                self.out.push('(');
                self.out.push_str(opening);
                let end = match opening {
                    "?P<" => '>',
                    "?(" => ')',
                    _ => return Ok(()),
                };
                let name: String = self.chars[self.at..]
                    .iter()
                    .take_while(|c| **c != end)
                    .collect();
                if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) && end == '>' {
                    let what = if name.is_empty() {
                        "missing group name".into()
                    } else {
                        format!("bad character in group name '{name}'")
                    };
                    return fail(what, self.at);
                }
                self.at += name.chars().count() + 1;
                self.out.push_str(&name);
                self.out.push(end);
                return Ok(());
            }
        }
        // `(?i:...)`
        let letters: String = self.chars[self.at + 1..]
            .iter()
            .take_while(|c| "aiLmsux-".contains(**c))
            .collect();
        if !letters.is_empty() && self.peek(1 + letters.len()) == Some(':') {
            self.open.push(start);
            self.at += 2 + letters.len();
            let kept: String = letters.chars().filter(|c| "ims-".contains(*c)).collect();
            self.out.push_str(&format!("(?{kept}:"));
            return Ok(());
        }
        if !letters.is_empty() && self.peek(1 + letters.len()) == Some(')') {
            return fail("global flags not at the start of the expression", start);
        }
        match self.peek(1) {
            None => fail("unexpected end of pattern", self.chars.len()),
            Some(c) => fail(format!("unknown extension ?{c}"), start + 1),
        }
    }

    /// `\d`, `\1`, `\n` ... outside a set.
    fn escape(&mut self, start: usize) -> Result<(), SyntaxError> {
        let Some(c) = self.peek(0) else {
            return fail("bad escape (end of pattern)", start);
        };
        self.at += 1;
        let text = match c {
            'Z' => "\\z".to_string(),
            'A' | 'b' | 'B' => format!("\\{c}"),
            'd' | 'D' | 'w' | 'W' | 's' | 'S' => self.kind(c).to_string(),
            '1'..='9' => {
                let mut number = c.to_string();
                if let Some(next) = self.peek(0).filter(char::is_ascii_digit) {
                    number.push(next);
                    self.at += 1;
                }
                format!("(?:\\{number})")
            }
            _ => {
                let found = self.character(c, start)?;
                self.literal(found);
                String::new()
            }
        };
        self.push(&text, Repeatable::Yes);
        Ok(())
    }

    fn kind(&self, c: char) -> &'static str {
        match (c, self.flags.ascii) {
            ('d', true) => "[0-9]",
            ('D', true) => "[^0-9]",
            ('w', true) => "[a-zA-Z0-9_]",
            ('W', true) => "[^a-zA-Z0-9_]",
            ('s', true) => "[ \\t\\n\\r\\x{0b}\\x{0c}]",
            ('S', true) => "[^ \\t\\n\\r\\x{0b}\\x{0c}]",
            ('d', _) => "\\d",
            ('D', _) => "\\D",
            ('w', _) => "\\w",
            ('W', _) => "\\W",
            ('s', _) => "\\s",
            _ => "\\S",
        }
    }

    /// The character that an escape stands for; `c` is what follows the backslash.
    fn character(&mut self, c: char, start: usize) -> Result<char, SyntaxError> {
        let digits = match c {
            'n' => return Ok('\n'),
            't' => return Ok('\t'),
            'r' => return Ok('\r'),
            'a' => return Ok('\x07'),
            'f' => return Ok('\x0c'),
            'v' => return Ok('\x0b'),
            '0' => {
                let mut code = 0;
                for _ in 0..2 {
                    let Some(digit) = self.peek(0).and_then(|c| c.to_digit(8)) else {
                        break;
                    };
                    code = code * 8 + digit;
                    self.at += 1;
                }
                return char::from_u32(code).map_or_else(|| fail("bad escape", start), Ok);
            }
            'x' => 2,
            'u' => 4,
            'U' => 8,
            c if c.is_ascii_alphabetic() => return fail(format!("bad escape \\{c}"), start),
            c => return Ok(c),
        };
        let text: String = self.chars[self.at..]
            .iter()
            .take(digits)
            .take_while(|c| c.is_ascii_hexdigit())
            .collect();
        let found = (text.len() == digits)
            .then(|| u32::from_str_radix(&text, 16).ok().and_then(char::from_u32))
            .flatten();
        self.at += text.len();
        match found {
            Some(found) => Ok(found),
            None => fail(format!("incomplete escape \\{c}{text}"), start),
        }
    }

    /// `[a-z\d]`, with the signs escaped that mean something else in the other syntax.
    fn set(&mut self, start: usize) -> Result<(), SyntaxError> {
        self.out.push('[');
        if self.peek(0) == Some('^') {
            self.out.push('^');
            self.at += 1;
        }
        let first = self.at;
        loop {
            let Some(c) = self.peek(0) else {
                return fail("unterminated character set", start);
            };
            let place = self.at;
            self.at += 1;
            match c {
                ']' if place > first => break,
                '\\' => {
                    let Some(escaped) = self.peek(0) else {
                        return fail("unterminated character set", start);
                    };
                    self.at += 1;
                    match escaped {
                        'd' | 'D' | 'w' | 'W' | 's' | 'S' => {
                            let kind = self.kind(escaped);
                            self.out.push_str(kind);
                        }
                        'b' => self.out.push_str("\\x{8}"),
                        _ => {
                            let found = self.character(escaped, place)?;
                            self.set_literal(found);
                        }
                    }
                }
                '-' => {
                    // A range where something stands on both sides, a minus sign at the edges.
                    let edge = place == first || self.peek(0) == Some(']');
                    self.out.push_str(if edge { "\\-" } else { "-" });
                }
                c => self.set_literal(c),
            }
        }
        self.push("]", Repeatable::Yes);
        Ok(())
    }

    fn set_literal(&mut self, c: char) {
        if c.is_ascii_punctuation() || c.is_whitespace() || c.is_control() {
            self.out.push_str(&format!("\\x{{{:x}}}", c as u32));
        } else {
            self.out.push(c);
        }
    }
}
