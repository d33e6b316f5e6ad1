//! Edits of a bracketed, comma-separated list in the text, in the way that the list is laid out.

use ruff_text_size::{TextRange, TextSize};

use super::program::Program;
use crate::session::protocol::TextEdit;

/// Inserts an item before item `index`; `inside` is what stands between the brackets.
pub fn insert(
    program: &Program,
    inside: TextRange,
    items: &[TextRange],
    index: usize,
    text: &str,
) -> Vec<TextEdit> {
    let edit = |at, text: String| TextEdit {
        span: program.point(at),
        text,
    };
    let Some(first) = items.first() else {
        return vec![edit(inside.start(), text.to_string())];
    };
    let own_lines = own_lines(program, items);
    match index {
        0 if own_lines => vec![edit(
            first.start(),
            format!("{text},\n{}", indent(program, *first)),
        )],
        index if own_lines => {
            let previous = items[index.min(items.len()) - 1];
            let comma = comma_after(program, previous, inside);
            let line_end = line_end(
                program,
                comma.map_or(previous.end(), |comma| comma + TextSize::new(1)),
            );
            let new = |comma: &str| format!("\n{}{text}{comma}", indent(program, previous));
            match comma {
                Some(_) => vec![edit(line_end.min(inside.end()), new(","))],
                None => vec![
                    edit(previous.end(), ",".into()),
                    edit(line_end.min(inside.end()), new("")),
                ],
            }
        }
        index if index >= items.len() => {
            vec![edit(items[items.len() - 1].end(), format!(", {text}"))]
        }
        index => vec![edit(items[index].start(), format!("{text}, "))],
    }
}

/// Removes an item with its comma, and with its line where it has one to itself.
pub fn remove(
    program: &Program,
    inside: TextRange,
    items: &[TextRange],
    index: usize,
) -> Vec<TextEdit> {
    let Some(item) = items.get(index).copied() else {
        return Vec::new();
    };
    let cut = |range| {
        vec![TextEdit {
            span: program.span(range),
            text: String::new(),
        }]
    };
    if own_lines(program, items) {
        return cut(block(program, inside, item));
    }
    match (index, items.get(index + 1)) {
        (_, Some(next)) => cut(TextRange::new(item.start(), next.start())),
        (0, None) => cut(TextRange::new(
            item.start(),
            comma_after(program, item, inside).map_or(item.end(), |c| c + TextSize::new(1)),
        )),
        (_, None) => cut(TextRange::new(items[index - 1].end(), item.end())),
    }
}

/// Moves an item to another place in the list, its comments with it where it has lines to itself.
pub fn move_item(
    program: &Program,
    inside: TextRange,
    items: &[TextRange],
    from: usize,
    to: usize,
) -> Vec<TextEdit> {
    if from >= items.len() {
        return Vec::new();
    }
    let mut order: Vec<usize> = (0..items.len()).collect();
    let moved = order.remove(from);
    order.insert(to.min(order.len()), moved);
    let blocks: Vec<TextRange> = match own_lines(program, items) {
        true => items
            .iter()
            .map(|item| block(program, inside, *item))
            .collect(),
        false => items.to_vec(),
    };
    let own_lines = own_lines(program, items);
    let text = |index: usize| {
        let text = program.slice(blocks[index]);
        let needs_comma = own_lines && comma_after(program, items[index], inside).is_none();
        match needs_comma {
            // The last item has no comma yet, and stands before others now.
            true => {
                let at = (items[index].end() - blocks[index].start()).to_usize();
                format!("{},{}", &text[..at], &text[at..])
            }
            false => text.to_string(),
        }
    };
    let changed = order
        .iter()
        .enumerate()
        .filter(|(place, index)| place != *index);
    changed
        .map(|(place, index)| TextEdit {
            span: program.span(blocks[place]),
            text: text(*index),
        })
        .collect()
}

/// Does each item begin on a line of its own?
fn own_lines(program: &Program, items: &[TextRange]) -> bool {
    !items.is_empty()
        && items.iter().all(|item| {
            let start = program.line_start(program.line(item.start()));
            program
                .slice(TextRange::new(start, item.start()))
                .trim()
                .is_empty()
        })
}

fn indent(program: &Program, item: TextRange) -> &str {
    program.slice(TextRange::new(
        program.line_start(program.line(item.start())),
        item.start(),
    ))
}

/// The offset of the comma after an item.
fn comma_after(program: &Program, item: TextRange, inside: TextRange) -> Option<TextSize> {
    let rest = program.slice(TextRange::new(item.end(), inside.end().max(item.end())));
    let mut comment = false;
    for (at, c) in rest.char_indices() {
        match c {
            '\n' => comment = false,
            '#' => comment = true,
            ',' if !comment => return Some(item.end() + TextSize::try_from(at).ok()?),
            c if !comment && !c.is_whitespace() && c != ')' => return None,
            _ => {}
        }
    }
    None
}

/// The offset before the line break of a line.
fn line_end(program: &Program, at: TextSize) -> TextSize {
    let rest = program.text().get(at.to_usize()..).unwrap_or_default();
    at + TextSize::try_from(rest.find('\n').unwrap_or(rest.len())).unwrap_or_default()
}

/// An item that begins its line, as whole lines: comment lines above it, its trailing comment, its line break.
fn block(program: &Program, inside: TextRange, item: TextRange) -> TextRange {
    let mut first = program.line(item.start());
    let bracket = program.line(inside.start());
    while first > bracket + 1 && program.line_text(first - 1).trim_start().starts_with('#') {
        first -= 1;
    }
    let comma =
        comma_after(program, item, inside).map_or(item.end(), |comma| comma + TextSize::new(1));
    let last = program.line(comma);
    let end = program.line_start(last + 1);
    // The closing bracket may stand on the item's own line.
    let end = if end > inside.end() {
        inside.end()
    } else {
        end
    };
    TextRange::new(program.line_start(first), end.max(comma))
}
