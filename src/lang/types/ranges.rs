//! What `range` and `slice` can do.

use super::arguments::int;
use super::define::{Def, getter, method};
use crate::lang::objects::{Range, Slice};
use crate::lang::{PyResult, Value, Vm, type_error, value_error};

pub const RANGE_METHODS: &[Def] = &[
    getter("start", |_, args| Ok(range(&args[0])?.start.into())),
    getter("stop", |_, args| Ok(range(&args[0])?.stop.into())),
    getter("step", |_, args| Ok(range(&args[0])?.step.into())),
    method("index", "(self, value, /)", |vm, args| {
        let range = range(&args[0])?;
        match args[1].base() {
            Value::Int(wanted) if vm.contains(&args[0], &args[1])? => {
                Ok(((wanted - range.start) / range.step).into())
            }
            Value::Int(wanted) => Err(value_error(format!("{wanted} is not in range"))),
            _ => Err(value_error("sequence.index(x): x not in sequence")),
        }
    }),
    method("count", "(self, value, /)", |vm, args| {
        Ok(i64::from(vm.contains(&args[0], &args[1])?).into())
    }),
];

pub const SLICE_METHODS: &[Def] = &[
    getter("start", |_, args| Ok(slice(&args[0])?.start.clone())),
    getter("stop", |_, args| Ok(slice(&args[0])?.stop.clone())),
    getter("step", |_, args| Ok(slice(&args[0])?.step.clone())),
    method("indices", "(self, length, /)", |vm, args| {
        let length = int(vm, &args[1])?;
        if length < 0 {
            return Err(value_error("length should not be negative"));
        }
        let (start, stop, step) = indices(vm, slice(&args[0])?, length)?;
        Ok(Value::tuple([start, stop, step].map(Value::Int)))
    }),
];

fn range(value: &Value) -> PyResult<&Range> {
    match value {
        Value::Range(range) => Ok(range),
        _ => Err(type_error("descriptor requires a 'range' object")),
    }
}

fn slice(value: &Value) -> PyResult<&Slice> {
    match value {
        Value::Slice(slice) => Ok(slice),
        _ => Err(type_error("descriptor requires a 'slice' object")),
    }
}

/// Start, stop and step of a slice of a sequence of this length, as `slice.indices` gives them.
pub fn indices(vm: &mut Vm, slice: &Slice, length: i64) -> PyResult<(i64, i64, i64)> {
    let step = super::arguments::bound(vm, &slice.step)?.unwrap_or(1);
    if step == 0 {
        return Err(value_error("slice step cannot be zero"));
    }
    let (low, high) = if step < 0 {
        (-1, length - 1)
    } else {
        (0, length)
    };
    let clip = |bound: Option<i64>, default: i64| match bound {
        None => default,
        Some(at) if at < 0 => (at + length).max(low),
        Some(at) => at.min(high),
    };
    let start = super::arguments::bound(vm, &slice.start)?;
    let stop = super::arguments::bound(vm, &slice.stop)?;
    let (first, last) = if step < 0 { (high, low) } else { (low, high) };
    Ok((clip(start, first), clip(stop, last), step))
}
