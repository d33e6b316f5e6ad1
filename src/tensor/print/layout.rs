//! Brackets, commas, line breaks and the three dots.

use super::PrintOptions;
use super::numbers::{Notation, Number};
use crate::tensor::{Array, Element, dispatch};

/// Where one element of a row stands.
enum Item {
    At(usize),
    Dots,
}

/// The elements of an array as they stand between `tensor(` and what follows.
pub(super) fn elements(array: &Array, indent: usize, options: &PrintOptions) -> String {
    if array.numel() == 0 {
        return "[]".to_owned();
    }
    let summarise = array.numel() as f64 > options.threshold;
    let page = Page {
        array,
        options,
        summarise,
    };
    let mut shown = Vec::new();
    page.collect_shown(0, array.offset() as isize, &mut shown);
    let notation = Notation::of(&shown, options);
    let mut text = String::new();
    page.write(0, array.offset() as isize, indent, &notation, &mut text);
    text
}

struct Page<'a> {
    array: &'a Array,
    options: &'a PrintOptions,
    summarise: bool,
}

impl Page<'_> {
    /// The indices of dimension `dim` that are shown.
    fn items(&self, dim: usize) -> Vec<Item> {
        let (size, edge) = (self.array.shape()[dim], self.options.edgeitems);
        let innermost = dim + 1 == self.array.ndim();
        if self.summarise && edge == 0 && innermost {
            return vec![Item::Dots];
        }
        if !self.summarise || size <= 2 * edge {
            return (0..size).map(Item::At).collect();
        }
        let start = (0..edge).map(Item::At);
        start
            .chain([Item::Dots])
            .chain((size - edge..size).map(Item::At))
            .collect()
    }

    fn number(&self, at: isize) -> Number {
        dispatch!(self.array.dtype(), T => {
            let element = self.array.storage().data::<T>()[at as usize];
            match T::DTYPE {
                crate::tensor::DType::Bool => Number::Bool(element.to_i64() != 0),
                dtype if dtype.is_float() => Number::Float(element.to_f64()),
                _ => Number::Int(element.to_i64()),
            }
        })
    }

    fn step(&self, dim: usize, at: isize, index: usize) -> isize {
        at + self.array.strides()[dim] * index as isize
    }

    fn collect_shown(&self, dim: usize, at: isize, shown: &mut Vec<Number>) {
        if dim == self.array.ndim() {
            shown.push(self.number(at));
            return;
        }
        for item in self.items(dim) {
            if let Item::At(index) = item {
                self.collect_shown(dim + 1, self.step(dim, at, index), shown);
            }
        }
    }

    fn write(&self, dim: usize, at: isize, indent: usize, notation: &Notation, text: &mut String) {
        let below = self.array.ndim() - dim;
        match below {
            0 => return text.push_str(&notation.aligned(self.number(at))),
            1 => return self.write_row(dim, at, indent, notation, text),
            _ => text.push('['),
        }
        for (k, item) in self.items(dim).into_iter().enumerate() {
            if k > 0 {
                text.push(',');
                text.extend(std::iter::repeat_n('\n', below - 1));
                text.extend(std::iter::repeat_n(' ', indent + 1));
            }
            match item {
                Item::At(index) => self.write(
                    dim + 1,
                    self.step(dim, at, index),
                    indent + 1,
                    notation,
                    text,
                ),
                Item::Dots => text.push_str("..."),
            }
        }
        text.push(']');
    }

    fn write_row(
        &self,
        dim: usize,
        at: isize,
        indent: usize,
        notation: &Notation,
        text: &mut String,
    ) {
        let per_line =
            (self.options.linewidth.saturating_sub(indent) / (notation.width + 2)).max(1);
        let items = self.items(dim);
        text.push('[');
        let alone = items.len() == 1;
        for (k, item) in items.into_iter().enumerate() {
            if k > 0 && k % per_line == 0 {
                text.push_str(",\n");
                text.extend(std::iter::repeat_n(' ', indent + 1));
            } else if k > 0 {
                text.push_str(", ");
            }
            match item {
                Item::At(index) => {
                    text.push_str(&notation.aligned(self.number(self.step(dim, at, index))))
                }
                Item::Dots => text.push_str(if alone { "..." } else { " ..." }),
            }
        }
        text.push(']');
    }
}

/// Appends `, dtype=torch.float64` and the like, on a new line where the line would become too long.
pub(super) fn with_suffixes(
    mut text: String,
    suffixes: &[String],
    indent: usize,
    linewidth: usize,
) -> String {
    let last_line = text.rsplit('\n').next().unwrap_or_default();
    // PyTorch counts two more than the characters of the last line.
    let mut length = last_line.chars().count() + 2;
    for suffix in suffixes {
        if length + suffix.len() + 2 > linewidth {
            text.push_str(",\n");
            text.extend(std::iter::repeat_n(' ', indent));
            length = indent + suffix.len();
        } else {
            text.push_str(", ");
            length += suffix.len() + 2;
        }
        text.push_str(suffix);
    }
    text.push(')');
    text
}
