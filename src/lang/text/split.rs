//! `str.split` and its relatives. Pieces are slices of the text.

use super::chars::{is_line_break, is_space};

/// `text.split(None, most)`: runs of white space separate, none at the ends. A negative `most` means no limit.
pub fn split_space(text: &str, most: i64) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text.trim_start_matches(is_space);
    while !rest.is_empty() {
        if most >= 0 && out.len() as i64 == most {
            out.push(rest);
            break;
        }
        let end = rest.find(is_space).unwrap_or(rest.len());
        out.push(&rest[..end]);
        rest = rest[end..].trim_start_matches(is_space);
    }
    out
}

/// `text.rsplit(None, most)`.
pub fn rsplit_space(text: &str, most: i64) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text.trim_end_matches(is_space);
    while !rest.is_empty() {
        if most >= 0 && out.len() as i64 == most {
            out.push(rest);
            break;
        }
        let start = rest
            .char_indices()
            .rev()
            .find(|(_, c)| is_space(*c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        out.push(&rest[start..]);
        rest = rest[..start].trim_end_matches(is_space);
    }
    out.reverse();
    out
}

/// `text.split(separator, most)`. The caller has refused an empty separator.
pub fn split<'a>(text: &'a str, separator: &str, most: i64) -> Vec<&'a str> {
    match usize::try_from(most) {
        Ok(most) => text.splitn(most + 1, separator).collect(),
        Err(_) => text.split(separator).collect(),
    }
}

/// `text.rsplit(separator, most)`.
pub fn rsplit<'a>(text: &'a str, separator: &str, most: i64) -> Vec<&'a str> {
    let mut out: Vec<&str> = match usize::try_from(most) {
        Ok(most) => text.rsplitn(most + 1, separator).collect(),
        Err(_) => text.rsplit(separator).collect(),
    };
    out.reverse();
    out
}

/// `text.splitlines(keepends)`.
pub fn split_lines(text: &str, keep_ends: bool) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let Some((at, c)) = rest.char_indices().find(|(_, c)| is_line_break(*c)) else {
            out.push(rest);
            break;
        };
        let after = at
            + if rest[at..].starts_with("\r\n") {
                2
            } else {
                c.len_utf8()
            };
        out.push(&rest[..if keep_ends { after } else { at }]);
        rest = &rest[after..];
    }
    out
}

/// `text.partition(separator)`. The caller has refused an empty separator.
pub fn partition<'a>(text: &'a str, separator: &'a str) -> (&'a str, &'a str, &'a str) {
    text.split_once(separator)
        .map_or((text, "", ""), |(before, after)| (before, separator, after))
}

/// `text.rpartition(separator)`.
pub fn rpartition<'a>(text: &'a str, separator: &'a str) -> (&'a str, &'a str, &'a str) {
    text.rsplit_once(separator)
        .map_or(("", "", text), |(before, after)| (before, separator, after))
}

/// Which ends `strip` takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    Both,
    Left,
    Right,
}

/// `text.strip(chars)`, `lstrip`, `rstrip`; `None` strips white space.
pub fn strip<'a>(text: &'a str, chars: Option<&str>, ends: Ends) -> &'a str {
    let taken = |c: char| chars.map_or_else(|| is_space(c), |set| set.contains(c));
    match ends {
        Ends::Both => text.trim_matches(taken),
        Ends::Left => text.trim_start_matches(taken),
        Ends::Right => text.trim_end_matches(taken),
    }
}
