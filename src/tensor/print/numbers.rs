//! The notation that the elements of one tensor share.

use super::PrintOptions;

/// An element on its way to paper.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Bool(bool),
    Int(i64),
    Float(f64),
}

/// Notation and width common to all elements.
#[derive(Debug, PartialEq)]
pub(super) struct Notation {
    form: Form,
    precision: usize,
    pub width: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    /// Bools and integers, and floats of which none is finite and nonzero.
    Plain,
    /// Floats without a fractional part: `1.`
    Whole,
    Fixed,
    Scientific,
}

impl Notation {
    /// Chooses by the elements that will be shown.
    pub fn of(shown: &[Number], options: &PrintOptions) -> Notation {
        let precision = options.precision;
        let floats = shown.iter().filter_map(|n| {
            if let Number::Float(x) = n {
                Some(*x)
            } else {
                None
            }
        });
        let telling: Vec<f64> = floats.filter(|x| x.is_finite() && *x != 0.0).collect();
        let widest = |form: Form, among: &mut dyn Iterator<Item = Number>| {
            let bare = Notation {
                form,
                precision,
                width: 0,
            };
            among.map(|n| bare.text(n).len()).max().unwrap_or(1).max(1)
        };
        if telling.is_empty() {
            // Widths count integers and bools only: PyTorch gives up early on floats that tell it nothing.
            let is_float = matches!(shown.first(), Some(Number::Float(_)));
            let form = if is_float { Form::Whole } else { Form::Plain };
            let width = if is_float {
                1
            } else {
                widest(form, &mut shown.iter().copied())
            };
            return Notation {
                form,
                precision,
                width,
            };
        }
        let (smallest, largest) = telling
            .iter()
            .fold((f64::INFINITY, 0f64), |(low, high), x| {
                (low.min(x.abs()), high.max(x.abs()))
            });
        let far_apart = largest / smallest > 1000.0 || largest > 1e8 || smallest < 1e-4;
        let form = if options.sci_mode.unwrap_or(far_apart) {
            Form::Scientific
        } else if telling.iter().all(|x| x.fract() == 0.0) {
            Form::Whole
        } else {
            Form::Fixed
        };
        Notation {
            form,
            precision,
            width: widest(form, &mut telling.iter().map(|&x| Number::Float(x))),
        }
    }

    /// An element, right-aligned in the common width.
    pub fn aligned(&self, number: Number) -> String {
        format!("{:>width$}", self.text(number), width = self.width)
    }

    fn text(&self, number: Number) -> String {
        let x = match number {
            Number::Bool(true) => return "True".to_owned(),
            Number::Bool(false) => return "False".to_owned(),
            Number::Int(i) => return i.to_string(),
            Number::Float(x) => x,
        };
        if x.is_nan() {
            return "nan".to_owned();
        }
        if x.is_infinite() {
            return if x > 0.0 { "inf" } else { "-inf" }.to_owned();
        }
        match self.form {
            Form::Plain | Form::Whole => format!("{x:.0}."),
            Form::Fixed => format!("{x:.*}", self.precision),
            Form::Scientific => scientific(x, self.precision),
        }
    }
}

/// `1.2346e-05`: Python's exponent has a sign and at least two digits.
fn scientific(x: f64, precision: usize) -> String {
    let text = format!("{x:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (sign, digits) = exponent
        .strip_prefix('-')
        .map_or(('+', exponent), |digits| ('-', digits));
    format!("{mantissa}e{sign}{digits:0>2}")
}
