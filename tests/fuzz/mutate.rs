//! Programs made of other programs: lines and words exchanged, left out, repeated and spoilt.

use super::random::Random;

const ODD: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ",",
    "=",
    "'",
    "\"",
    "\"\"\"",
    "\\",
    "\n",
    "\t",
    " ",
    "#",
    "f'{",
    "{x!r:{",
    "0x",
    "1e",
    "1_",
    "0",
    "-1",
    "10**20",
    "None",
    "self",
    "lambda: ",
    "yield ",
    "await ",
    "*",
    "**",
    "@",
    "->",
    ":=",
    "...",
    "é",
    "🎈",
    "\u{0}",
    "\u{feff}",
    "\r",
    "\u{c}",
    "if ",
    "else ",
    "for x in ",
    "del ",
    "return ",
    "raise ",
    "class ",
    "def f(",
    "'''",
    "rb'\\x",
    "\\N{",
    "\\u12",
    "%",
    "import ",
    "from . import ",
    "not ",
    "in ",
    "is ",
    "and ",
    "nan",
    "range(10**9)",
    "[[]]*9",
];

/// A mutation of one program with pieces of another.
pub fn program(random: &mut Random, text: &str, other: &str) -> String {
    let mut text = text.to_string();
    for _ in 0..1 + random.below(4) {
        text = match random.below(7) {
            0 | 1 => lines(random, &text, other),
            2 | 3 => words(random, &text, other),
            4 => characters(random, &text),
            5 => splice(random, &text, other),
            _ => numbers(random, &text),
        };
        text.truncate(text.floor_char_boundary(20_000));
    }
    text
}

/// A line left out, repeated, moved, indented or taken from the other program.
fn lines(random: &mut Random, text: &str, other: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(String::from).collect();
    let others: Vec<&str> = other.lines().collect();
    if lines.is_empty() {
        return other.to_string();
    }
    let (at, to) = (random.below(lines.len()), random.below(lines.len()));
    match random.below(6) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(to, lines[at].clone()),
        2 => lines.swap(at, to),
        3 => lines[at].insert_str(0, "    "),
        4 => lines[at] = lines[at].trim_start().to_string(),
        _ if others.is_empty() => {}
        _ => {
            let indent = lines[at].len() - lines[at].trim_start().len();
            let line = others[random.below(others.len())].trim_start();
            lines.insert(at, format!("{}{line}", " ".repeat(indent)));
        }
    }
    lines.join("\n") + "\n"
}

fn word_places(text: &str) -> Vec<(usize, usize)> {
    let mut places = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices() {
        let inside = letter.is_alphanumeric() || letter == '_';
        match (start, inside) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                places.push((from, at));
                start = None;
            }
            _ => {}
        }
    }
    places
}

/// A word exchanged for another one, of this program or the other.
fn words(random: &mut Random, text: &str, other: &str) -> String {
    let (own, others) = (word_places(text), word_places(other));
    if own.is_empty() || others.is_empty() {
        return text.to_string();
    }
    let (from, to) = own[random.below(own.len())];
    let word = if random.one_in(2) {
        let (start, end) = others[random.below(others.len())];
        &other[start..end]
    } else {
        let (start, end) = own[random.below(own.len())];
        &text[start..end]
    };
    format!("{}{word}{}", &text[..from], &text[to..])
}

/// Something odd put in, or a few characters left out.
fn characters(random: &mut Random, text: &str) -> String {
    let at = text.floor_char_boundary(random.below(text.len() + 1));
    if random.one_in(3) {
        let end = text.floor_char_boundary((at + 1 + random.below(4)).min(text.len()));
        return format!("{}{}", &text[..at], &text[end.max(at)..]);
    }
    let odd = random.of(ODD);
    let times = if random.one_in(12) {
        1 + random.below(3000)
    } else {
        1
    };
    format!("{}{}{}", &text[..at], odd.repeat(times), &text[at..])
}

/// The beginning of one, the end of the other.
fn splice(random: &mut Random, text: &str, other: &str) -> String {
    let own: Vec<&str> = text.lines().collect();
    let others: Vec<&str> = other.lines().collect();
    let (first, second) = (random.below(own.len() + 1), random.below(others.len() + 1));
    own[..first]
        .iter()
        .chain(&others[second..])
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A number made larger, negative or another kind.
fn numbers(random: &mut Random, text: &str) -> String {
    let places: Vec<(usize, usize)> = word_places(text)
        .into_iter()
        .filter(|&(from, to)| text[from..to].bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    if places.is_empty() {
        return text.to_string();
    }
    let (from, to) = places[random.below(places.len())];
    let number = random.of(&[
        "0", "-1", "1000000", "10**18", "2**64", "1e400", "0.5", "None", "'1'", "True", "-2**63",
        "[]",
    ]);
    format!("{}{number}{}", &text[..from], &text[to..])
}
