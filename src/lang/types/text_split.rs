//! What `str` can do: splitting, joining, stripping.

use super::arguments::{int, text, this};
use super::define::{Def, method};
use crate::lang::text::split::{self, Ends};
use crate::lang::{PyResult, Value, Vm, type_error, value_error};

pub const METHODS: &[Def] = &[
    method("split", "(self, sep=None, maxsplit=-1)", |vm, args| {
        pieces(vm, args, split::split_space, split::split)
    }),
    method("rsplit", "(self, sep=None, maxsplit=-1)", |vm, args| {
        pieces(vm, args, split::rsplit_space, split::rsplit)
    }),
    method("splitlines", "(self, keepends=False)", |vm, args| {
        let keep = vm.truthy(&args[1])?;
        Ok(list(split::split_lines(this(&args[0])?, keep)))
    }),
    method("partition", "(self, sep, /)", |vm, args| {
        let separator = separator(vm, &args[1])?;
        Ok(triple(split::partition(this(&args[0])?, separator)))
    }),
    method("rpartition", "(self, sep, /)", |vm, args| {
        let separator = separator(vm, &args[1])?;
        Ok(triple(split::rpartition(this(&args[0])?, separator)))
    }),
    method("strip", "(self, chars=None, /)", |_, args| {
        strip(args, "strip", Ends::Both)
    }),
    method("lstrip", "(self, chars=None, /)", |_, args| {
        strip(args, "lstrip", Ends::Left)
    }),
    method("rstrip", "(self, chars=None, /)", |_, args| {
        strip(args, "rstrip", Ends::Right)
    }),
    method("join", "(self, iterable, /)", join),
];

fn list(parts: Vec<&str>) -> Value {
    Value::list(parts.into_iter().map(Value::from).collect())
}

fn triple((before, separator, after): (&str, &str, &str)) -> Value {
    Value::tuple([before, separator, after].map(Value::from))
}

fn separator<'a>(vm: &Vm, value: &'a Value) -> PyResult<&'a str> {
    match text(vm, value, "must be str")? {
        "" => Err(value_error("empty separator")),
        separator => Ok(separator),
    }
}

fn pieces(
    vm: &mut Vm,
    args: &[Value],
    by_space: fn(&str, i64) -> Vec<&str>,
    by_text: for<'a> fn(&'a str, &str, i64) -> Vec<&'a str>,
) -> PyResult<Value> {
    let most = int(vm, &args[2])?;
    let whole = this(&args[0])?;
    if args[1].is_none() {
        return Ok(list(by_space(whole, most)));
    }
    Ok(list(by_text(whole, separator(vm, &args[1])?, most)))
}

fn strip(args: &[Value], name: &str, ends: Ends) -> PyResult<Value> {
    let whole = this(&args[0])?;
    let chars = match &args[1] {
        Value::None => None,
        given => match given.as_str() {
            Some(chars) => Some(chars),
            None => return Err(type_error(format!("{name} arg must be None or str"))),
        },
    };
    Ok(split::strip(whole, chars, ends).into())
}

fn join(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    if let Err(exception) = vm.iter(&args[1]) {
        let refused = exception.is("TypeError");
        return Err(if refused {
            type_error("can only join an iterable")
        } else {
            exception
        });
    }
    let items = vm.items_of(&args[1])?;
    let separator = this(&args[0])?;
    let mut out = String::new();
    for (at, item) in items.iter().enumerate() {
        let Some(part) = item.as_str() else {
            return Err(type_error(format!(
                "sequence item {at}: expected str instance, {} found",
                vm.type_name(item)
            )));
        };
        if at > 0 {
            out.push_str(separator);
        }
        out.push_str(part);
    }
    vm.charge(out.len())?;
    Ok(out.into())
}
