//! What Python knows about a character: `isprintable`, `isalpha`, `isdecimal`, `isspace` ...

use unicode_properties::{GeneralCategory as Category, UnicodeGeneralCategory};

/// White space as `str.isspace` and `str.split` see it.
pub fn is_space(c: char) -> bool {
    // Python counts the four information separators too.
    c.is_whitespace() || ('\x1c'..='\x1f').contains(&c)
}

/// Where `str.splitlines` breaks.
pub fn is_line_break(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0b' | '\x0c' | '\x1c'..='\x1e' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Whether `repr` shows the character as itself.
pub fn is_printable(c: char) -> bool {
    if c.is_ascii() {
        return (' '..='~').contains(&c);
    }
    !matches!(
        c.general_category(),
        Category::Control
            | Category::Format
            | Category::Surrogate
            | Category::PrivateUse
            | Category::Unassigned
            | Category::LineSeparator
            | Category::ParagraphSeparator
            | Category::SpaceSeparator
    )
}

/// `str.isalpha`: a letter (general category L).
pub fn is_alpha(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    matches!(
        c.general_category(),
        Category::UppercaseLetter
            | Category::LowercaseLetter
            | Category::TitlecaseLetter
            | Category::ModifierLetter
            | Category::OtherLetter
    )
}

/// The value of a decimal digit in any script (category Nd): `int("٣")` is 3.
pub fn decimal_value(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.to_digit(10).map(|d| d as u8);
    }
    if c.general_category() != Category::DecimalNumber {
        return None;
    }
    // Scripts keep their ten digits in a row. Only the mathematical digits share one row of fifty.
    if ('\u{1d7ce}'..='\u{1d7ff}').contains(&c) {
        return Some(((c as u32 - 0x1d7ce) % 10) as u8);
    }
    let before = (1..10).take_while(|&n| {
        char::from_u32(c as u32 - n)
            .is_some_and(|p| p.general_category() == Category::DecimalNumber)
    });
    Some((before.count() % 10) as u8)
}

/// `str.isdecimal`.
pub fn is_decimal(c: char) -> bool {
    decimal_value(c).is_some()
}

/// `str.isdigit`: decimal digits, and digits in other dress such as superscripts.
pub fn is_digit(c: char) -> bool {
    is_decimal(c)
        || matches!(c, '²' | '³' | '¹' | '\u{1369}'..='\u{1371}' | '\u{19da}' | '\u{2070}' | '\u{2074}'..='\u{2079}'
            | '\u{2080}'..='\u{2089}' | '\u{2460}'..='\u{2468}' | '\u{2474}'..='\u{247c}' | '\u{2488}'..='\u{2490}'
            | '\u{24ea}' | '\u{24f5}'..='\u{24fd}' | '\u{24ff}' | '\u{2776}'..='\u{277e}' | '\u{2780}'..='\u{2788}'
            | '\u{278a}'..='\u{2792}' | '\u{10a40}'..='\u{10a43}' | '\u{10e60}'..='\u{10e68}' | '\u{11052}'..='\u{1105a}'
            | '\u{1f100}'..='\u{1f10a}')
}

/// `str.isnumeric`: anything that stands for a number.
pub fn is_numeric(c: char) -> bool {
    // Ideographs that are numbers have category Lo; these are the common ones.
    c.is_numeric() || "零〇一二三四五六七八九十百千万億兆壹貳參肆伍陸柒捌玖拾佰仟".contains(c)
}

/// `str.isalnum`.
pub fn is_alnum(c: char) -> bool {
    is_alpha(c) || is_decimal(c) || is_digit(c) || is_numeric(c)
}

/// `str.isidentifier` for one character at the start of a name.
pub fn is_name_start(c: char) -> bool {
    c == '_' || is_alpha(c) || c.general_category() == Category::LetterNumber
}

/// `str.isidentifier` for one character inside a name.
pub fn is_name_part(c: char) -> bool {
    is_name_start(c)
        || matches!(
            c.general_category(),
            Category::DecimalNumber
                | Category::NonspacingMark
                | Category::SpacingMark
                | Category::ConnectorPunctuation
        )
}

/// `text.isidentifier()`.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_name_start) && chars.all(is_name_part)
}
