//! `"\N{GREEK SMALL LETTER ALPHA}"`: characters by their Unicode names.
//!
//! The parser asks its dependency `unicode_names2` for these. All 34,000 names are a third of what a browser may load
//! for the whole engine, so this crate stands in for it with the names of `names.txt` (Unicode 14, as CPython 3.11):
//! Latin-1, Greek, punctuation, super- and subscripts, currencies, letter-like symbols, arrows, mathematical operators,
//! boxes, shapes, symbols, dingbats and emoji. Any other name is the SyntaxError of an unknown one.

/// `#3B1` sets the code point of the name in the next line; the lines after it count on from there.
static NAMES: &str = include_str!("names.txt");

/// The character of a name, in upper or lower case.
pub fn character(name: &str) -> Option<char> {
    let mut next = 0;
    for line in NAMES.lines() {
        if let Some(start) = line.strip_prefix('#') {
            next = u32::from_str_radix(start, 16).ok()?;
            continue;
        }
        if line.eq_ignore_ascii_case(name) {
            return char::from_u32(next);
        }
        next += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::character;

    #[test]
    fn names_are_those_of_unicode() {
        for (name, expected) in [
            ("SPACE", ' '),
            ("latin small letter e with acute", 'é'),
            ("GREEK SMALL LETTER ALPHA", 'α'),
            ("NABLA", '∇'),
            ("RIGHTWARDS ARROW", '→'),
            ("FIRE", '🔥'),
        ] {
            assert_eq!(character(name), Some(expected), "{name}");
        }
        assert_eq!(character("#41"), None);
        assert_eq!(character("NO SUCH CHARACTER"), None);
    }
}
