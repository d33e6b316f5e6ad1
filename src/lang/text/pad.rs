//! `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

fn fill(c: char, n: usize) -> String {
    std::iter::repeat_n(c, n).collect()
}

fn missing(text: &str, width: i64) -> usize {
    usize::try_from(width)
        .unwrap_or(0)
        .saturating_sub(text.chars().count())
}

/// `text.ljust(width, c)`.
pub fn ljust(text: &str, width: i64, c: char) -> String {
    format!("{text}{}", fill(c, missing(text, width)))
}

/// `text.rjust(width, c)`.
pub fn rjust(text: &str, width: i64, c: char) -> String {
    format!("{}{text}", fill(c, missing(text, width)))
}

/// `text.center(width, c)`: an odd blank goes left only in an odd field, as CPython does it.
pub fn center(text: &str, width: i64, c: char) -> String {
    let pad = missing(text, width);
    let left = pad / 2 + (pad & width.max(0) as usize & 1);
    format!("{}{text}{}", fill(c, left), fill(c, pad - left))
}

/// `text.zfill(width)`: zeros after the sign.
pub fn zfill(text: &str, width: i64) -> String {
    let zeros = fill('0', missing(text, width));
    match text.strip_prefix(['+', '-']) {
        Some(rest) => format!("{}{zeros}{rest}", &text[..1]),
        None => format!("{zeros}{text}"),
    }
}

/// `text.expandtabs(size)`.
pub fn expand_tabs(text: &str, size: i64) -> String {
    let size = usize::try_from(size).unwrap_or(0);
    let mut out = String::with_capacity(text.len());
    let mut column = 0;
    for c in text.chars() {
        match c {
            '\t' => {
                if size > 0 {
                    let step = size - column % size;
                    out.push_str(&fill(' ', step));
                    column += step;
                }
            }
            _ => {
                column = if matches!(c, '\n' | '\r') {
                    0
                } else {
                    column + 1
                };
                out.push(c);
            }
        }
    }
    out
}
