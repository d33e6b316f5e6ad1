//! The operators of the built-in types as methods (`int.__add__`): for subclasses, and for those who call them by name.

use super::define::{Def, indexed, install, method};
use crate::lang::code::{BinaryOp, CompareOp, UnaryOp};
use crate::lang::native::Flow;
use crate::lang::objects::{Class, intern};
use crate::lang::{PyResult, Value, Vm, type_error};

/// Arithmetic, with the reflected forms.
fn arithmetic(vm: &mut Vm, index: usize, args: &[Value]) -> PyResult<Flow> {
    let op = BinaryOp::ALL[index % 16];
    // `1 + x`: int knows nothing of floats and of what only holds a number (numpy's scalars); those take it themselves.
    if let other @ Value::Instance(instance) = &args[1]
        && let Some(plain) = instance.base_value()
        && (!instance.class.is_subclass_of(vm.types.of(plain))
            || matches!(
                (args[0].base(), other.base()),
                (
                    Value::Int(_) | Value::Bool(_) | Value::BigInt(_),
                    Value::Float(_)
                )
            ))
    {
        return Ok(Value::NotImplemented.into());
    }
    let (a, b) = if index >= 16 {
        (&args[1], &args[0])
    } else {
        (&args[0], &args[1])
    };
    match vm.builtin_binary(op, a, b) {
        Some(result) => result.map(Flow::Value),
        None => Ok(Value::NotImplemented.into()),
    }
}

const ORDER: [CompareOp; 6] = [
    CompareOp::Less,
    CompareOp::LessEqual,
    CompareOp::Equal,
    CompareOp::NotEqual,
    CompareOp::Greater,
    CompareOp::GreaterEqual,
];

fn comparison(vm: &mut Vm, index: usize, args: &[Value]) -> PyResult<Flow> {
    let (a, b) = (args[0].base().clone(), args[1].base().clone());
    let op = ORDER[index];
    let same = std::mem::discriminant(&a) == std::mem::discriminant(&b);
    let numbers = crate::lang::vm::number(&a).is_some() && crate::lang::vm::number(&b).is_some();
    let sets = matches!(
        (&a, &b),
        (Value::Set(_), Value::FrozenSet(_)) | (Value::FrozenSet(_), Value::Set(_))
    );
    if matches!(b, Value::Instance(_)) || !(same || numbers || sets) {
        return Ok(Value::NotImplemented.into());
    }
    match vm.compare(op, &a, &b) {
        Err(exception) if exception.is("TypeError") && !exception.has_traceback() => {
            Ok(Value::NotImplemented.into())
        }
        result => result.map(Flow::Value),
    }
}

fn unary(vm: &mut Vm, index: usize, args: &[Value]) -> PyResult<Flow> {
    let op = [UnaryOp::Negative, UnaryOp::Positive, UnaryOp::Invert][index];
    let value = vm.builtin_unary(op, args[0].base());
    value
        .map(Flow::Value)
        .ok_or_else(|| type_error("bad operand type for unary operator"))
}

const SHOW: &[Def] = &[
    method("__repr__", "(self, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.repr(&base).map(Value::from)
    }),
    method("__hash__", "(self, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.hash(&base).map(Value::Int)
    }),
    method("__format__", "(self, format_spec, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.format(&base, args[1].as_str().unwrap_or(""))
            .map(Value::from)
    }),
];

const NUMBER: &[Def] = &[
    indexed("__neg__", "(self, /)", unary, 0),
    indexed("__pos__", "(self, /)", unary, 1),
    method("__abs__", "(self, /)", |vm, args| {
        crate::lang::builtins::absolute(vm, &args[0].base().clone())
    }),
    method("__bool__", "(self, /)", |vm, args| {
        Ok(Value::Bool(vm.plain_truth(args[0].base()).unwrap_or(true)))
    }),
    method("__int__", "(self, /)", |vm, args| {
        convert(vm, "int", &args[0])
    }),
    method("__float__", "(self, /)", |vm, args| {
        convert(vm, "float", &args[0])
    }),
];

fn convert(vm: &mut Vm, kind: &str, value: &Value) -> PyResult<Value> {
    let base = value.base().clone();
    match kind {
        "int" => match base {
            Value::Float(float) => super::numbers::int_of_float(float),
            Value::Bool(flag) => Ok(Value::Int(i64::from(flag))),
            base => Ok(base),
        },
        _ => super::construct::float_of(vm, &base).map(Value::Float),
    }
}

const INTEGER: &[Def] = &[
    indexed("__invert__", "(self, /)", unary, 2),
    method("__index__", "(self, /)", |vm, args| {
        convert(vm, "int", &args[0])
    }),
    method("__trunc__", "(self, /)", |vm, args| {
        convert(vm, "int", &args[0])
    }),
    method("__round__", "(self, ndigits=None, /)", |vm, args| {
        crate::lang::builtins::rounded(vm, &args[0].base().clone(), &args[1])
    }),
];

const FLOATING: &[Def] = &[
    method("__trunc__", "(self, /)", |vm, args| {
        convert(vm, "int", &args[0])
    }),
    method("__round__", "(self, ndigits=None, /)", |vm, args| {
        crate::lang::builtins::rounded(vm, &args[0].base().clone(), &args[1])
    }),
];

/// Of everything with elements.
const CONTAINER: &[Def] = &[
    method("__len__", "(self, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.len(&base).map(Value::Int)
    }),
    method("__contains__", "(self, item, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.contains(&base, &args[1]).map(Value::Bool)
    }),
    method("__iter__", "(self, /)", |vm, args| {
        let base = args[0].base().clone();
        vm.iter(&base)
    }),
];

fn item(vm: &mut Vm, index: usize, args: &[Value]) -> PyResult<Flow> {
    let base = args[0].base().clone();
    match index {
        0 => vm.subscript(&base, &args[1]),
        1 => vm.set_subscript(&base, &args[1], &args[2]),
        _ => vm.delete_subscript(&base, &args[1]),
    }
}

const GET_ITEM: &[Def] = &[indexed("__getitem__", "(self, key, /)", item, 0)];

const SET_ITEM: &[Def] = &[
    indexed("__setitem__", "(self, key, value, /)", item, 1),
    indexed("__delitem__", "(self, key, /)", item, 2),
];

fn install_binary(class: &Class, ops: &[BinaryOp], reflected: bool) {
    for &op in ops {
        let [name, other, _] = op.method_names();
        install(
            class,
            &[indexed(name, "(self, value, /)", arithmetic, op as usize)],
        );
        if reflected {
            install(
                class,
                &[indexed(
                    other,
                    "(self, value, /)",
                    arithmetic,
                    op as usize + 16,
                )],
            );
        }
    }
}

fn install_compare(class: &Class, ops: std::ops::Range<usize>) {
    for index in ops {
        if let Some((name, _, _)) = ORDER[index].method_names() {
            install(
                class,
                &[indexed(name, "(self, value, /)", comparison, index)],
            );
        }
    }
}

fn in_place(vm: &mut Vm, index: usize, args: &[Value]) -> PyResult<Flow> {
    let base = args[0].base().clone();
    vm.perform(
        &crate::lang::vm::Operation::InPlace(BinaryOp::ALL[index]),
        &[base, args[1].clone()],
    )?;
    Ok(args[0].clone().into())
}

/// Gives the built-in types their operators.
pub fn install_all(vm: &Vm) {
    use BinaryOp::*;
    let types = &vm.types;
    let all = [Add, Subtract, Multiply, Divide, FloorDivide, Modulo, Power];
    for class in [&types.int, &types.float, &types.complex] {
        install_binary(class, &all, true);
        install(class, SHOW);
        install(class, NUMBER);
        install_compare(class, 0..6);
    }
    install(&types.int, INTEGER);
    install(&types.float, FLOATING);
    install_binary(&types.int, &[LeftShift, RightShift, And, Or, Xor], true);
    install_binary(&types.str, &[Add, Multiply, Modulo], false);
    for class in [&types.list, &types.tuple, &types.bytes] {
        install_binary(class, &[Add, Multiply], false);
    }
    for class in [&types.set, &types.frozenset] {
        install_binary(class, &[Subtract, And, Or, Xor], true);
    }
    install_binary(&types.dict, &[Or], true);
    let containers = [
        &types.mapping_proxy,
        &types.str,
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.bytes,
        &types.bytearray,
        &types.range,
    ];
    for class in containers {
        install(class, SHOW);
        install(class, CONTAINER);
        install_compare(class, 0..6);
    }
    for class in [
        &types.str,
        &types.list,
        &types.tuple,
        &types.dict,
        &types.bytes,
        &types.bytearray,
        &types.range,
    ] {
        install(class, GET_ITEM);
    }
    for class in [&types.list, &types.dict, &types.bytearray] {
        install(class, SET_ITEM);
    }
    for class in [&types.dict_keys, &types.dict_values, &types.dict_items] {
        install(class, CONTAINER);
    }
    install(
        &types.list,
        &[indexed(
            "__iadd__",
            "(self, value, /)",
            in_place,
            Add as usize,
        )],
    );
    install(
        &types.list,
        &[indexed(
            "__imul__",
            "(self, value, /)",
            in_place,
            Multiply as usize,
        )],
    );
    install(
        &types.dict,
        &[indexed(
            "__ior__",
            "(self, value, /)",
            in_place,
            Or as usize,
        )],
    );
    for class in [&types.list, &types.dict, &types.set, &types.bytearray] {
        class.dict.set_name(&intern("__hash__"), Value::None);
        class.changed();
    }
}
