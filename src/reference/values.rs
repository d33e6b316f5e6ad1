//! The notation of an op's examples (see [`crate::ops::example`]) as Python: `p[2,3]` becomes a positive tensor written out.

use std::fmt::Write as _;

/// A tensor of the notation: its letters, the bound of its integers, its shape.
pub struct TensorText<'a> {
    letters: &'a str,
    bound: i64,
    pub shape: Vec<usize>,
}

/// Up to so many elements a tensor is written out; a larger one is drawn.
const WRITTEN: usize = 12;

impl<'a> TensorText<'a> {
    /// Reads `i5[2,3]`; `None` for what is no tensor.
    pub fn read(text: &'a str) -> Option<Self> {
        if !text.ends_with(']') || text.starts_with(['{', '<', '(', '\'']) {
            return None;
        }
        let (kind, sizes) = text.trim_end_matches(']').split_once('[')?;
        let shape: Result<Vec<usize>, _> = sizes
            .split(',')
            .map(str::trim)
            .filter(|size| !size.is_empty())
            .map(str::parse)
            .collect();
        let digits = kind
            .find(|c: char| c.is_ascii_digit())
            .unwrap_or(kind.len());
        Some(Self {
            letters: &kind[..digits],
            bound: kind[digits..].parse().unwrap_or(7),
            shape: shape.ok()?,
        })
    }

    pub fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// Whether it is a layout or a set of values that only tests look for.
    pub fn is_odd(&self) -> bool {
        self.letters.contains(['T', 'e', 'n']) || self.shape.contains(&0)
    }

    pub fn is_float(&self) -> bool {
        !self.letters.contains(['i', 'b'])
    }

    /// As a reader writes it: `[2, 3]`, `[3] int64`.
    pub fn shape_words(&self) -> String {
        let sizes: Vec<String> = self.shape.iter().map(usize::to_string).collect();
        let kind = match () {
            () if self.letters.contains('i') => " int64",
            () if self.letters.contains('b') => " bool",
            () => "",
        };
        format!("[{}]{kind}", sizes.join(", "))
    }

    /// A Python expression for such a tensor. Tensors of one program differ by `seed`.
    pub fn python(&self, seed: usize, requires_grad: bool) -> String {
        let grad = if requires_grad {
            ", requires_grad=True"
        } else {
            ""
        };
        if self.count() <= WRITTEN || self.letters.contains('d') {
            return format!("torch.tensor({}{grad})", self.nested(&self.shape, 0, seed));
        }
        let sizes: Vec<String> = self.shape.iter().map(usize::to_string).collect();
        let sizes = sizes.join(", ");
        if self.letters.contains('i') {
            format!("torch.randint(0, {}, ({sizes}))", self.bound)
        } else if self.letters.contains('b') {
            format!("torch.rand({sizes}) > 0.5")
        } else if self.letters.contains('u') {
            format!("torch.rand({sizes}{grad})")
        } else if self.letters.contains('p') {
            let tail = if requires_grad {
                ".requires_grad_()"
            } else {
                ""
            };
            format!("torch.rand({sizes}).add(0.5){tail}")
        } else {
            format!("torch.randn({sizes}{grad})")
        }
    }

    fn nested(&self, shape: &[usize], at: usize, seed: usize) -> String {
        let Some((&size, inner)) = shape.split_first() else {
            return self.element(at, seed);
        };
        let step: usize = inner.iter().product();
        let mut text = String::from("[");
        for i in 0..size {
            let comma = if i == 0 { "" } else { ", " };
            let part = self.nested(inner, at + i * step, seed);
            let _ = write!(text, "{comma}{part}");
        }
        text + "]"
    }

    /// Element `at` in row-major order: few digits, without pattern.
    fn element(&self, at: usize, seed: usize) -> String {
        const ANY: [f64; 12] = [
            1.0, -2.0, 0.5, 3.0, -1.5, 2.0, -0.5, 1.5, -3.0, 2.5, 0.25, -1.0,
        ];
        const POSITIVE: [f64; 12] = [
            1.0, 2.0, 0.5, 3.0, 1.5, 0.25, 4.0, 2.5, 0.75, 1.25, 3.5, 1.75,
        ];
        const PART: [f64; 12] = [
            0.1, 0.5, 0.9, 0.3, 0.7, 0.2, 0.8, 0.4, 0.6, 0.25, 0.75, 0.35,
        ];
        let pick = (at + seed * 5) % 12;
        let has = |letter| self.letters.contains(letter);
        if has('i') {
            return ((at as i64 * 2 + seed as i64 + 1) % self.bound.max(1)).to_string();
        }
        if has('b') {
            return if (at + seed).is_multiple_of(3) {
                "False"
            } else {
                "True"
            }
            .into();
        }
        if has('n') {
            return ["0.5", "float(\"nan\")", "float(\"inf\")", "-1.0"][at % 4].into();
        }
        let value = if has('d') {
            let size = self.shape.last().copied().unwrap_or(1).max(1);
            let (row, column) = (at / size % size, at % size);
            if row == column { 3.0 + row as f64 } else { 1.0 }
        } else if has('p') {
            POSITIVE[pick]
        } else if has('u') {
            PART[pick]
        } else {
            ANY[pick]
        };
        format!("{value:?}")
    }
}
