//! What `str` can do: search, case, fields, tests. Splitting is in `text_split`, formatting in `text_format`.

use std::rc::Rc;

use super::arguments::{bound, int, item, text, this};
use super::define::{Def, method, static_method};
use crate::lang::objects::Dict;
use crate::lang::text::{case, chars, find, pad};
use crate::lang::{Exception, PyResult, Value, Vm, type_error, value_error};

pub const METHODS: &[Def] = &[
    method(
        "find",
        "(self, sub, start=None, end=None, /)",
        |vm, args| search(vm, args, find::find),
    ),
    method(
        "rfind",
        "(self, sub, start=None, end=None, /)",
        |vm, args| search(vm, args, find::rfind),
    ),
    method(
        "index",
        "(self, sub, start=None, end=None, /)",
        |vm, args| search(vm, args, find::find).and_then(found),
    ),
    method(
        "rindex",
        "(self, sub, start=None, end=None, /)",
        |vm, args| search(vm, args, find::rfind).and_then(found),
    ),
    method(
        "count",
        "(self, sub, start=None, end=None, /)",
        |vm, args| {
            let needle = text(vm, &args[1], "must be str")?;
            let (start, end) = (bound(vm, &args[2])?, bound(vm, &args[3])?);
            Ok(find::count(this(&args[0])?, needle, start, end).into())
        },
    ),
    method("replace", "(self, old, new, count=-1, /)", |vm, args| {
        let old = text(vm, &args[1], "replace() argument 1 must be str")?;
        let new = text(vm, &args[2], "replace() argument 2 must be str")?;
        let count = int(vm, &args[3])?;
        Ok(find::replace(this(&args[0])?, old, new, count).into())
    }),
    method(
        "startswith",
        "(self, prefix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "startswith", |text, part| text.starts_with(part)),
    ),
    method(
        "endswith",
        "(self, suffix, start=None, end=None, /)",
        |vm, args| affix(vm, args, "endswith", |text, part| text.ends_with(part)),
    ),
    method("removeprefix", "(self, prefix, /)", |vm, args| {
        let part = text(vm, &args[1], "removeprefix() argument must be str")?;
        let whole = this(&args[0])?;
        Ok(whole.strip_prefix(part).unwrap_or(whole).into())
    }),
    method("removesuffix", "(self, suffix, /)", |vm, args| {
        let part = text(vm, &args[1], "removesuffix() argument must be str")?;
        let whole = this(&args[0])?;
        Ok(whole.strip_suffix(part).unwrap_or(whole).into())
    }),
    method("upper", "(self, /)", |_, args| {
        Ok(this(&args[0])?.to_uppercase().into())
    }),
    method("lower", "(self, /)", |_, args| {
        Ok(this(&args[0])?.to_lowercase().into())
    }),
    method("title", "(self, /)", |_, args| {
        Ok(case::title(this(&args[0])?).into())
    }),
    method("capitalize", "(self, /)", |_, args| {
        Ok(case::capitalize(this(&args[0])?).into())
    }),
    method("swapcase", "(self, /)", |_, args| {
        Ok(case::swapcase(this(&args[0])?).into())
    }),
    method("casefold", "(self, /)", |_, args| {
        Ok(case::casefold(this(&args[0])?).into())
    }),
    method("isupper", "(self, /)", |_, args| {
        Ok(case::is_upper(this(&args[0])?).into())
    }),
    method("islower", "(self, /)", |_, args| {
        Ok(case::is_lower(this(&args[0])?).into())
    }),
    method("istitle", "(self, /)", |_, args| {
        Ok(case::is_title(this(&args[0])?).into())
    }),
    method("isalpha", "(self, /)", |_, args| all(args, chars::is_alpha)),
    method("isalnum", "(self, /)", |_, args| all(args, chars::is_alnum)),
    method("isdigit", "(self, /)", |_, args| all(args, chars::is_digit)),
    method("isdecimal", "(self, /)", |_, args| {
        all(args, chars::is_decimal)
    }),
    method("isnumeric", "(self, /)", |_, args| {
        all(args, chars::is_numeric)
    }),
    method("isspace", "(self, /)", |_, args| all(args, chars::is_space)),
    method("isascii", "(self, /)", |_, args| {
        Ok(str::is_ascii(this(&args[0])?).into())
    }),
    method("isprintable", "(self, /)", |_, args| {
        Ok(this(&args[0])?.chars().all(chars::is_printable).into())
    }),
    method("isidentifier", "(self, /)", |_, args| {
        Ok(chars::is_identifier(this(&args[0])?).into())
    }),
    method("center", "(self, width, fillchar=?, /)", |vm, args| {
        field(vm, args, pad::center)
    }),
    method("ljust", "(self, width, fillchar=?, /)", |vm, args| {
        field(vm, args, pad::ljust)
    }),
    method("rjust", "(self, width, fillchar=?, /)", |vm, args| {
        field(vm, args, pad::rjust)
    }),
    method("zfill", "(self, width, /)", |vm, args| {
        let width = width(vm, &args[1])?;
        Ok(pad::zfill(this(&args[0])?, width).into())
    }),
    method("expandtabs", "(self, tabsize=8)", |vm, args| {
        let size = int(vm, &args[1])?;
        Ok(pad::expand_tabs(this(&args[0])?, size).into())
    }),
    method(
        "encode",
        "(self, encoding='utf-8', errors='strict')",
        encode,
    ),
    method("translate", "(self, table, /)", translate),
    static_method("maketrans", "(x, y=?, z=?, /)", make_translation),
    method("__len__", "(self, /)", |_, args| {
        Ok(this(&args[0])?.char_count().into())
    }),
    method("__getnewargs__", "(self, /)", |_, args| {
        Ok(Value::tuple([Value::Str(this(&args[0])?.clone())]))
    }),
];

type Finder = fn(&str, &str, Option<i64>, Option<i64>) -> Option<usize>;

fn search(vm: &mut Vm, args: &[Value], finder: Finder) -> PyResult<Value> {
    let needle = text(vm, &args[1], "must be str")?;
    let (start, end) = (bound(vm, &args[2])?, bound(vm, &args[3])?);
    Ok(finder(this(&args[0])?, needle, start, end).map_or(Value::Int(-1), Value::from))
}

fn found(at: Value) -> PyResult<Value> {
    match at {
        Value::Int(-1) => Err(value_error("substring not found")),
        at => Ok(at),
    }
}

fn affix(vm: &mut Vm, args: &[Value], name: &str, test: fn(&str, &str) -> bool) -> PyResult<Value> {
    let (start, end) = (bound(vm, &args[2])?, bound(vm, &args[3])?);
    let whole = this(&args[0])?;
    let range = find::window(whole, start, end);
    let holds = |part: &str| range.clone().is_some_and(|range| test(&whole[range], part));
    match args[1].base() {
        Value::Str(part) => Ok(holds(part).into()),
        Value::Tuple(parts) => {
            for part in parts.iter() {
                let complaint = format!("tuple for {name} must only contain str");
                if holds(text(vm, part, &complaint)?) {
                    return Ok(Value::Bool(true));
                }
            }
            Ok(Value::Bool(false))
        }
        other => Err(type_error(format!(
            "{name} first arg must be str or a tuple of str, not {}",
            vm.type_name(other)
        ))),
    }
}

fn all(args: &[Value], test: fn(char) -> bool) -> PyResult<Value> {
    let whole = this(&args[0])?;
    Ok((!whole.is_empty() && whole.chars().all(test)).into())
}

/// The widest field: beyond it is a program's mistake, not a wish.
const WIDEST: i64 = 1 << 32;

fn width(vm: &mut Vm, value: &Value) -> PyResult<i64> {
    let width = int(vm, value)?;
    if width > WIDEST {
        return Err(Exception::new("MemoryError", ""));
    }
    vm.charge(width.max(0) as usize)?;
    Ok(width)
}

fn field(vm: &mut Vm, args: &[Value], fill: fn(&str, i64, char) -> String) -> PyResult<Value> {
    let width = width(vm, &args[1])?;
    let c = if args[2].is_undefined() {
        ' '
    } else {
        let given = text(
            vm,
            &args[2],
            "The fill character must be a unicode character",
        )?;
        let mut chars = given.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => c,
            _ => {
                return Err(type_error(
                    "The fill character must be exactly one character long",
                ));
            }
        }
    };
    Ok(fill(this(&args[0])?, width, c).into())
}

fn encode(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let encoding = text(vm, &args[1], "encode() argument 'encoding' must be str")?;
    let errors = text(vm, &args[2], "encode() argument 'errors' must be str")?;
    let whole = this(&args[0])?;
    super::bytes::encode(whole, encoding, errors).map(Value::bytes)
}

/// `text.translate(table)`: the table maps code points to code points, texts or None.
fn translate(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let whole = this(&args[0])?.clone();
    let mut out = String::with_capacity(whole.len());
    for c in whole.chars() {
        let key = Value::Int(i64::from(c as u32));
        let mapped = match args[1].base() {
            Value::Dict(dict) => vm.dict_get(&dict.clone(), &key)?,
            _ => match item(vm, &args[1], &key) {
                Ok(value) => Some(value),
                Err(exception) if exception.is("LookupError") => None,
                Err(exception) => return Err(exception),
            },
        };
        match mapped {
            None => out.push(c),
            Some(Value::None) => {}
            Some(Value::Int(code)) => match u32::try_from(code).ok().and_then(char::from_u32) {
                Some(c) => out.push(c),
                None => return Err(value_error("character mapping must be in range(0x110000)")),
            },
            Some(Value::Str(text)) => out.push_str(&text),
            Some(_) => {
                return Err(type_error(
                    "character mapping must return integer, None or str",
                ));
            }
        }
    }
    Ok(out.into())
}

fn make_translation(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let dict = Rc::new(Dict::default());
    let code = |c: char| Value::Int(i64::from(c as u32));
    if args[1].is_undefined() {
        let Value::Dict(given) = args[0].base() else {
            return Err(type_error(
                "if you give only one argument to maketrans it must be a dict",
            ));
        };
        for (key, value) in given.pairs() {
            let key = match key
                .as_str()
                .map(|text| text.chars().collect::<Vec<_>>())
                .as_deref()
            {
                Some([c]) => code(*c),
                Some(_) => {
                    return Err(value_error(
                        "string keys in translate table must be of length 1",
                    ));
                }
                None => key,
            };
            vm.dict_set(&dict, key, value)?;
        }
        return Ok(Value::Dict(dict));
    }
    let from = text(
        vm,
        &args[0],
        "first maketrans argument must be a string if there is a second argument",
    )?;
    let to = text(vm, &args[1], "maketrans() argument 2 must be str")?;
    if from.chars().count() != to.chars().count() {
        return Err(value_error(
            "the first two maketrans arguments must have equal length",
        ));
    }
    for (from, to) in from.chars().zip(to.chars()) {
        vm.dict_set(&dict, code(from), code(to))?;
    }
    if !args[2].is_undefined() {
        for c in text(vm, &args[2], "maketrans() argument 3 must be str")?.chars() {
            vm.dict_set(&dict, code(c), Value::None)?;
        }
    }
    Ok(Value::Dict(dict))
}
