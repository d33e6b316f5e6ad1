//! Looking for a piece of text: `find`, `count`, `replace`. Positions are characters, as Python counts them.

use std::ops::Range;

/// `text[start:end]` as Python clips it: the byte range, or `None` where `start` lies beyond `end` or the text (so that not even
/// an empty needle is found there).
pub fn window(text: &str, start: Option<i64>, end: Option<i64>) -> Option<Range<usize>> {
    if start.is_none() && end.is_none() {
        return Some(0..text.len());
    }
    let length = if text.is_ascii() {
        text.len()
    } else {
        text.chars().count()
    } as i64;
    let clip = |i: i64| if i < 0 { (i + length).max(0) } else { i };
    let (start, end) = (
        clip(start.unwrap_or(0)),
        clip(end.unwrap_or(length)).min(length),
    );
    if start > end {
        return None;
    }
    Some(byte_index(text, start as usize)..byte_index(text, end as usize))
}

/// The byte at which character `index` starts.
pub fn byte_index(text: &str, index: usize) -> usize {
    if text.is_ascii() {
        return index.min(text.len());
    }
    text.char_indices()
        .nth(index)
        .map_or(text.len(), |(at, _)| at)
}

/// The character that starts at byte `at`.
pub fn char_index(text: &str, at: usize) -> usize {
    text[..at].chars().count()
}

/// `text.find(needle, start, end)`.
pub fn find(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let range = window(text, start, end)?;
    let base = range.start;
    text[range]
        .find(needle)
        .map(|at| char_index(text, base + at))
}

/// `text.rfind(needle, start, end)`.
pub fn rfind(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> Option<usize> {
    let range = window(text, start, end)?;
    let base = range.start;
    text[range]
        .rfind(needle)
        .map(|at| char_index(text, base + at))
}

/// `text.count(needle, start, end)`: matches that do not overlap; an empty needle stands between all characters.
pub fn count(text: &str, needle: &str, start: Option<i64>, end: Option<i64>) -> usize {
    let Some(range) = window(text, start, end) else {
        return 0;
    };
    if needle.is_empty() {
        text[range].chars().count() + 1
    } else {
        text[range].matches(needle).count()
    }
}

/// `text.replace(old, new, count)`; a negative count means all.
pub fn replace(text: &str, old: &str, new: &str, count: i64) -> String {
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    if !old.is_empty() {
        return text.replacen(old, new, most);
    }
    let mut out = String::new();
    let mut left = most;
    for c in text.chars() {
        if left > 0 {
            out.push_str(new);
            left -= 1;
        }
        out.push(c);
    }
    if left > 0 {
        out.push_str(new);
    }
    out
}
