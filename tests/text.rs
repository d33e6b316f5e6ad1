//! `src/lang/text` against what CPython 3.11 answered (`tests/text/cases.jsonl`, recorded by `tests/text/record.py`).

use kindling::lang::text::{
    self, Error, case, chars, escape, find, float, format, int, pad, percent, split, template,
};
use num_bigint::BigInt;
use serde_json::{Value, json};

fn raises(error: &Error) -> Value {
    json!({ "raises": format!("{:?}: {}", error.kind, error.message) })
}

fn answer<T: Into<Value>>(result: text::Result<T>) -> Value {
    result.map_or_else(|error| raises(&error), Into::into)
}

fn parsed(value: int::Parsed) -> Value {
    match value {
        int::Parsed::Small(n) => n.to_string().into(),
        int::Parsed::Big(n) => n.to_string().into(),
    }
}

/// The arguments of one row, read as the function wants them.
struct Row<'a>(&'a [Value]);

impl<'a> Row<'a> {
    fn str(&self, i: usize) -> &'a str {
        self.0[i]
            .as_str()
            .unwrap_or_else(|| panic!("argument {i} of {:?} is text", self.0))
    }

    fn option(&self, i: usize) -> Option<i64> {
        self.0[i].as_i64()
    }

    fn int(&self, i: usize) -> i64 {
        self.option(i).expect("an int")
    }

    fn big(&self, i: usize) -> BigInt {
        self.str(i).parse().expect("digits")
    }

    fn float(&self, i: usize) -> f64 {
        float::from_hex(self.str(i)).expect("float.hex")
    }

    /// `f` on the int as a machine word where it fits, else as a big one.
    fn any_int<T>(&self, i: usize, f: impl Fn(&dyn int::Int) -> T) -> T {
        match self.str(i).parse::<i64>() {
            Ok(n) => f(&n),
            Err(_) => f(&self.big(i)),
        }
    }
}

fn run(function: &str, row: &Row) -> Value {
    let index = |found: Option<usize>| found.map_or(json!(-1), |at| json!(at));
    match function {
        "repr_float" => float::repr(row.float(0)).into(),
        "float_hex" => float::hex(row.float(0)).into(),
        "from_hex" => answer(float::from_hex(row.str(0)).map(float::hex)),
        "format_float" => answer(format::format_float(row.float(0), row.str(1))),
        "format_int" => answer(row.any_int(0, |n| format::format_int(n, row.str(1), "int"))),
        "format_str" => answer(format::format_str(row.str(0), row.str(1))),
        "round" => answer(float::round(row.float(0), row.int(1)).map(float::hex)),
        "ratio" => answer(
            float::as_integer_ratio(row.float(0))
                .map(|(n, d)| json!([n.to_string(), d.to_string()])),
        ),
        "int_of_float" => answer(int::from_f64(row.float(0)).map(parsed)),
        "float_of_int" => answer(int::to_f64(&row.big(0)).map(float::hex)),
        "divide" => answer(int::divide(&row.big(0), &row.big(1)).map(float::hex)),
        "parse_int" => answer(int::parse(row.str(0), row.int(1) as u32).map(parsed)),
        "parse_float" => answer(float::parse(row.str(0)).map(float::hex)),
        "repr_str" => escape::repr_str(row.str(0)).into(),
        "ascii" => escape::ascii(row.str(0)).into(),
        "repr_bytes" => {
            let data: Vec<u8> = serde_json::from_value(row.0[0].clone()).expect("bytes");
            escape::repr_bytes(&data).into()
        }
        "method" => method(row.str(0), row.str(1)),
        "split" => match row.0[1].as_str() {
            None => split::split_space(row.str(0), row.int(2)).into(),
            Some(separator) => split::split(row.str(0), separator, row.int(2)).into(),
        },
        "rsplit" => match row.0[1].as_str() {
            None => split::rsplit_space(row.str(0), row.int(2)).into(),
            Some(separator) => split::rsplit(row.str(0), separator, row.int(2)).into(),
        },
        "splitlines" => split::split_lines(row.str(0), row.0[1] == true).into(),
        "replace" => find::replace(row.str(0), row.str(1), row.str(2), row.int(3)).into(),
        "find" => index(find::find(
            row.str(0),
            row.str(1),
            row.option(2),
            row.option(3),
        )),
        "rfind" => index(find::rfind(
            row.str(0),
            row.str(1),
            row.option(2),
            row.option(3),
        )),
        "count" => find::count(row.str(0), row.str(1), row.option(2), row.option(3)).into(),
        "partition" => json!(split::partition(row.str(0), row.str(1))),
        "rpartition" => json!(split::rpartition(row.str(0), row.str(1))),
        "strip" => {
            let ends = [split::Ends::Both, split::Ends::Left, split::Ends::Right];
            json!(ends.map(|ends| split::strip(row.str(0), row.0[1].as_str(), ends)))
        }
        "pad" => {
            let (text, width) = (row.str(0), row.int(1));
            json!([
                pad::center(text, width, '*'),
                pad::ljust(text, width, ' '),
                pad::rjust(text, width, 'é'),
                pad::zfill(text, width)
            ])
        }
        "expandtabs" => pad::expand_tabs(row.str(0), row.int(1)).into(),
        "chars" => {
            let text = row.str(0);
            let all = |test: fn(char) -> bool| text.chars().all(test);
            json!([
                all(chars::is_space),
                all(chars::is_printable),
                all(chars::is_alpha),
                all(chars::is_decimal),
                all(chars::is_digit),
                all(chars::is_numeric),
                all(chars::is_alnum),
                chars::is_identifier(text)
            ])
        }
        "percent_int" => answer(percent_all(row.str(0), |c| match c.wants()? {
            percent::Wants::Number | percent::Wants::Integer => row.any_int(1, |n| c.int(n)),
            percent::Wants::Float => Ok(c.float(row.any_int(1, |n| n.to_float())?)),
            percent::Wants::Char => Ok(c.text(&row.any_int(1, |n| n.to_char())?.to_string())),
            _ => Ok(c.text(row.str(1))),
        })),
        "percent_float" => answer(percent_all(row.str(0), |c| Ok(c.float(row.float(1))))),
        "percent_str" => answer(percent_all(row.str(0), |c| {
            Ok(c.text(&if c.kind == 'r' {
                escape::repr_str(row.str(1))
            } else {
                row.str(1).to_string()
            }))
        })),
        "template" => answer(fill(row.str(0), &mut template::Numbering::default())),
        other => panic!("no function {other}"),
    }
}

fn method(name: &str, text: &str) -> Value {
    match name {
        "title" => case::title(text).into(),
        "capitalize" => case::capitalize(text).into(),
        "swapcase" => case::swapcase(text).into(),
        "casefold" => case::casefold(text).into(),
        "istitle" => case::is_title(text).into(),
        "isupper" => case::is_upper(text).into(),
        "islower" => case::is_lower(text).into(),
        "isidentifier" => chars::is_identifier(text).into(),
        "upper" => text.to_uppercase().into(),
        "lower" => text.to_lowercase().into(),
        other => panic!("no method {other}"),
    }
}

fn percent_all(
    format: &str,
    one: impl Fn(&percent::Conversion) -> text::Result<String>,
) -> text::Result<String> {
    let mut out = String::new();
    for piece in percent::pieces(format) {
        match piece? {
            percent::Piece::Literal(text) => out.push_str(&text),
            percent::Piece::Conversion(conversion) => out.push_str(&one(&conversion)?),
        }
    }
    Ok(out)
}

/// `template.format("3", "6")`: enough of an object model to follow the recorded templates.
fn fill(text: &str, numbering: &mut template::Numbering) -> text::Result<String> {
    let mut out = String::new();
    for piece in template::pieces(text) {
        let field = match piece? {
            template::Piece::Literal(text) => {
                out.push_str(&text);
                continue;
            }
            template::Piece::Field(field) => field,
        };
        let (first, steps) = template::field_name(&field.name)?;
        let position = numbering.position(&first)?.expect("no names are recorded");
        assert!(
            steps.is_empty() || steps == [template::Step::Index(1)],
            "only what fails is recorded"
        );
        let value = ["3", "6"].get(position).ok_or_else(|| Error {
            kind: text::Kind::IndexError,
            message: format!("Replacement index {position} out of range for positional args tuple"),
        })?;
        let value = match field.conversion {
            None | Some('s') => value.to_string(),
            Some('r') => escape::repr_str(value),
            Some('a') => escape::ascii(value),
            Some(other) => {
                return Err(Error::value(format!(
                    "Unknown conversion specifier {other}"
                )));
            }
        };
        let spec = fill(&field.spec, numbering)?;
        out.push_str(&format::format_str(&value, &spec)?);
    }
    Ok(out)
}

#[test]
fn text_functions_answer_as_cpython() {
    let cases = include_str!("text/cases.jsonl");
    let mut wrong = Vec::new();
    for line in cases.lines() {
        let (function, arguments, expected): (String, Vec<Value>, Value) =
            serde_json::from_str(line).expect("a row");
        let got = run(&function, &Row(&arguments));
        if got != expected {
            wrong.push(format!(
                "{function}{}\n  CPython  {expected}\n  Kindling {got}",
                Value::from(arguments)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} rows differ:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(40)].join("\n")
    );
}
