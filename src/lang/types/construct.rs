//! `int(...)`, `list(...)` and the other constructors: `__new__` of the built-in types, and `__init__` of those that
//! change.

use std::rc::Rc;

use super::define::{Def, method, static_method};
use crate::lang::objects::{
    ByteArray, Class, Complex, Instance, Iter, IterState, Layout, Payload, Property, Range, Set,
    Slice, Wrapper,
};
use crate::lang::vm::{Number, number};
use crate::lang::{PyResult, Value, Vm, overflow_error, text, type_error, value_error};

/// The class that `__new__` is called for.
pub fn class_of(value: &Value) -> PyResult<&Rc<Class>> {
    match value {
        Value::Class(class) => Ok(class),
        _ => Err(type_error("__new__(X): X is not a type object")),
    }
}

pub const INT: &[Def] = &[static_method(
    "__new__",
    "(cls, x=0, /, base=?)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let value = int_of(vm, &args[1], &args[2])?;
        Ok(vm.new_value(&class, value))
    },
)];

/// `int(value, base)`
fn int_of(vm: &mut Vm, value: &Value, base: &Value) -> PyResult<Value> {
    if !base.is_undefined() {
        let base = vm.index(base)?;
        let Some(text) = value.as_str() else {
            return Err(type_error(
                "int() can't convert non-string with explicit base",
            ));
        };
        return Ok(super::text_format::small_or_big(text::int::parse(
            text,
            u32::try_from(base).unwrap_or(99),
        )?));
    }
    Ok(match value.base() {
        Value::Int(_) | Value::BigInt(_) => value.base().clone(),
        Value::Bool(flag) => Value::Int(i64::from(*flag)),
        Value::Float(float) => super::numbers::int_of_float(*float)?,
        Value::Str(text) => super::text_format::small_or_big(text::int::parse(text, 10)?),
        Value::Bytes(bytes) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            super::text_format::small_or_big(text::int::parse(&text, 10)?)
        }
        _ => {
            for name in [
                vm.names.int.clone(),
                vm.names.index.clone(),
                crate::lang::objects::intern("__trunc__"),
            ] {
                if let Some(result) = vm.special(value, &name, []) {
                    return match result? {
                        result @ (Value::Int(_) | Value::BigInt(_)) => Ok(result),
                        Value::Bool(flag) => Ok(Value::Int(i64::from(flag))),
                        other => Err(type_error(format!(
                            "{name} returned non-int (type {})",
                            vm.type_name(&other)
                        ))),
                    };
                }
            }
            let kind = vm.type_name(value);
            return Err(type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{kind}'"
            )));
        }
    })
}

pub const BOOL: &[Def] = &[static_method("__new__", "(cls, x=False, /)", |vm, args| {
    vm.truthy(&args[1]).map(Value::Bool)
})];

pub const FLOAT: &[Def] = &[static_method("__new__", "(cls, x=0, /)", |vm, args| {
    let class = class_of(&args[0])?.clone();
    let value = match args[1].as_str() {
        Some(content) => text::float::parse(content)?,
        None => float_of(vm, &args[1])?,
    };
    Ok(vm.new_value(&class, Value::Float(value)))
})];

/// `float(value)` of a number.
pub fn float_of(vm: &mut Vm, value: &Value) -> PyResult<f64> {
    match number(value) {
        Some(Number::Int(int)) => return Ok(int as f64),
        Some(Number::Big(big)) => return Ok(text::int::to_f64(&big)?),
        Some(Number::Float(float)) => return Ok(float),
        _ => {}
    }
    for name in [vm.names.float.clone(), vm.names.index.clone()] {
        if let Some(result) = vm.special(value, &name, []) {
            let result = result?;
            return match number(&result) {
                Some(Number::Float(float)) if name.as_str() == "__float__" => Ok(float),
                _ if name.as_str() == "__index__" && !matches!(result.base(), Value::Int(_)) => {
                    Err(type_error(format!(
                        "__index__ returned non-int (type {})",
                        vm.type_name(&result)
                    )))
                }
                Some(Number::Int(int)) if name.as_str() == "__index__" => Ok(int as f64),
                _ => Err(type_error(format!(
                    "{}.__float__ returned non-float (type {})",
                    vm.type_name(value),
                    vm.type_name(&result)
                ))),
            };
        }
    }
    Err(type_error(format!(
        "float() argument must be a string or a real number, not '{}'",
        vm.type_name(value)
    )))
}

pub const COMPLEX: &[Def] = &[static_method(
    "__new__",
    "(cls, real=0, imag=0)",
    |vm, args| {
        let part = |vm: &mut Vm, value: &Value| -> PyResult<Complex> {
            match number(value) {
                Some(Number::Complex(complex)) => Ok(complex),
                _ if value.as_str().is_some() => complex_from_text(value.as_str().unwrap_or("")),
                _ => Ok(Complex {
                    real: float_of(vm, value)?,
                    imag: 0.0,
                }),
            }
        };
        let (a, b) = (part(vm, &args[1])?, part(vm, &args[2])?);
        Ok(Value::Complex(Rc::new(Complex {
            real: a.real - b.imag,
            imag: a.imag + b.real,
        })))
    },
)];

/// `complex("1+2j")`: a real part, an imaginary part, or both, without blanks between them.
fn complex_from_text(text: &str) -> PyResult<Complex> {
    let malformed = || value_error("complex() arg is a malformed string");
    let parse = |text: &str| match text {
        "" | "+" => Ok(1.0),
        "-" => Ok(-1.0),
        digits => text::float::parse(digits).map_err(|_| malformed()),
    };
    let trimmed = text.trim();
    let trimmed = trimmed
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
        .unwrap_or(trimmed);
    let Some(body) = trimmed.strip_suffix(['j', 'J']) else {
        return match trimmed {
            "" => Err(malformed()),
            digits => Ok(Complex {
                real: parse(digits)?,
                imag: 0.0,
            }),
        };
    };
    // The sign of the imaginary part is the last one that does not belong to an exponent.
    let mut signs = body
        .char_indices()
        .filter(|&(at, c)| (c == '+' || c == '-') && at > 0 && !body[..at].ends_with(['e', 'E']));
    match signs.next_back() {
        Some((at, _)) => Ok(Complex {
            real: parse(&body[..at])?,
            imag: parse(&body[at..])?,
        }),
        None => Ok(Complex {
            real: 0.0,
            imag: parse(body)?,
        }),
    }
}

pub const STR: &[Def] = &[static_method(
    "__new__",
    "(cls, object='', encoding=?, errors='strict')",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let value = match (&args[1], &args[2]) {
            (Value::Str(_), Value::Undefined) => args[1].clone(),
            (object, Value::Undefined) => Value::str(vm.str(object)?),
            (object, encoding) => {
                let bytes = super::bytes::bytes_of(vm, object)?;
                Value::str(super::bytes::decode(
                    &bytes,
                    encoding.as_str().unwrap_or("utf-8"),
                    args[3].as_str().unwrap_or("strict"),
                )?)
            }
        };
        Ok(vm.new_value(&class, value))
    },
)];

fn bytes_from(vm: &mut Vm, args: &[Value]) -> PyResult<Vec<u8>> {
    Ok(match &args[1] {
        Value::Undefined => Vec::new(),
        Value::Str(content) => {
            if args[2].is_undefined() {
                return Err(type_error("string argument without an encoding"));
            }
            super::bytes::encode(content, args[2].as_str().unwrap_or("utf-8"), "strict")?
        }
        Value::Bytes(_) | Value::ByteArray(_) => super::bytes::bytes_of(vm, &args[1])?,
        Value::Int(count) => {
            let count = usize::try_from(*count).map_err(|_| value_error("negative count"))?;
            vm.charge(count)?;
            vec![0; count]
        }
        other => {
            let name = vm.names.bytes.clone();
            if let Some(result) = vm.special(other, &name, []) {
                return super::bytes::bytes_of(vm, &result?);
            }
            let items = vm.items_of(other)?;
            items
                .iter()
                .map(|item| {
                    super::bytes::byte(vm, item)
                        .map_err(|_| value_error("bytes must be in range(0, 256)"))
                })
                .collect::<PyResult<_>>()?
        }
    })
}

pub const BYTES: &[Def] = &[static_method(
    "__new__",
    "(cls, source=?, encoding=?, errors=?)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        let bytes = bytes_from(vm, args)?;
        Ok(vm.new_value(&class, Value::bytes(bytes)))
    },
)];

pub const BYTEARRAY: &[Def] = &[static_method(
    "__new__",
    "(cls, source=?, encoding=?, errors=?)",
    |vm, args| {
        let bytes = bytes_from(vm, args)?;
        Ok(Value::ByteArray(Rc::new(ByteArray {
            bytes: bytes.into(),
        })))
    },
)];

/// A container of a built-in class, filled; for a subclass an instance that `__init__` will fill.
fn container(
    vm: &mut Vm,
    args: &[Value],
    make: fn(&mut Vm, &[Value]) -> PyResult<Value>,
    empty: Value,
) -> PyResult<Value> {
    let class = class_of(&args[0])?.clone();
    if class.is_python {
        return Ok(vm.new_value(&class, empty));
    }
    make(vm, args)
}

fn positional(args: &Value, most: usize, name: &str) -> PyResult<Option<Value>> {
    match args {
        Value::Tuple(items) if items.len() > most => Err(type_error(format!(
            "{name} expected at most {most} argument{}, got {}",
            if most == 1 { "" } else { "s" },
            items.len()
        ))),
        Value::Tuple(items) => Ok(items.first().cloned()),
        _ => Ok(None),
    }
}

pub const LIST: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| {
                if matches!(&args[2], Value::Dict(named) if !named.is_empty()) {
                    return Err(type_error("list() takes no keyword arguments"));
                }
                Ok(Value::list(match positional(&args[1], 1, "list")? {
                    Some(iterable) => vm.items_of(&iterable)?,
                    None => Vec::new(),
                }))
            },
            Value::list(Vec::new()),
        )
    }),
    method("__init__", "(self, iterable=(), /)", |vm, args| {
        let items = vm.items_of(&args[1])?;
        if let Value::List(list) = args[0].base() {
            let old = list.items.replace(items);
            drop(old);
        }
        Ok(Value::None)
    }),
];

pub const TUPLE: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable=(), /)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        if let (Value::Tuple(_), false) = (&args[1], class.is_python) {
            return Ok(args[1].clone());
        }
        let items = vm.items_of(&args[1])?;
        Ok(vm.new_value(&class, Value::tuple(items)))
    },
)];

pub const DICT: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| {
                let dict = Rc::default();
                if let Some(source) = positional(&args[1], 1, "dict")? {
                    let pairs = super::dict::pairs_of(vm, &source)?;
                    super::dict::fill(vm, &dict, pairs)?;
                }
                if let Value::Dict(named) = &args[2] {
                    super::dict::fill(vm, &dict, named.pairs())?;
                }
                Ok(Value::Dict(dict))
            },
            Value::Dict(Rc::default()),
        )
    }),
    method("__init__", "(self, /, *args, **kwargs)", |vm, args| {
        let Value::Dict(dict) = args[0].base() else {
            return Ok(Value::None);
        };
        let mut pairs = match positional(&args[1], 1, "dict")? {
            Some(source) => super::dict::pairs_of(vm, &source)?,
            None => Vec::new(),
        };
        if let Value::Dict(named) = &args[2] {
            pairs.extend(named.pairs());
        }
        super::dict::fill(vm, dict, pairs)?;
        Ok(Value::None)
    }),
];

fn set_from(vm: &mut Vm, iterable: &Value) -> PyResult<Rc<Set>> {
    if let Value::Set(other) | Value::FrozenSet(other) = iterable.base() {
        let map = other.map.borrow().copied();
        return Ok(Rc::new(Set { map: map.into() }));
    }
    let items = vm.items_of(iterable)?;
    let set = Rc::new(Set::default());
    for item in items {
        vm.set_add(&set, item)?;
    }
    Ok(set)
}

pub const SET: &[Def] = &[
    static_method("__new__", "(cls, /, *args)", |vm, args| {
        container(
            vm,
            args,
            |vm, args| match positional(&args[1], 1, "set")? {
                Some(iterable) => set_from(vm, &iterable).map(Value::Set),
                None => Ok(Value::Set(Rc::default())),
            },
            Value::Set(Rc::default()),
        )
    }),
    method("__init__", "(self, iterable=(), /)", |vm, args| {
        let new = set_from(vm, &args[1])?;
        if let Value::Set(set) = args[0].base() {
            let map = std::mem::take(&mut *new.map.borrow_mut());
            let old = set.map.replace(map);
            drop(old);
        }
        Ok(Value::None)
    }),
];

pub const FROZENSET: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable=(), /)",
    |vm, args| {
        let class = class_of(&args[0])?.clone();
        if let (Value::FrozenSet(_), false) = (&args[1], class.is_python) {
            return Ok(args[1].clone());
        }
        let set = set_from(vm, &args[1])?;
        Ok(vm.new_value(&class, Value::FrozenSet(set)))
    },
)];

pub const SLICE: &[Def] = &[static_method(
    "__new__",
    "(cls, a, b=?, step=None, /)",
    |_, args| {
        let (start, stop) = if args[2].is_undefined() {
            (Value::None, args[1].clone())
        } else {
            (args[1].clone(), args[2].clone())
        };
        Ok(Value::Slice(Rc::new(Slice {
            start,
            stop,
            step: args[3].clone(),
        })))
    },
)];

pub const RANGE: &[Def] = &[static_method(
    "__new__",
    "(cls, a, b=?, step=1, /)",
    |vm, args| {
        let mut bound = |value: &Value| match value.base() {
            Value::BigInt(_) => Err(overflow_error(
                "range() over ints of more than 64 bits is not available in Kindling",
            )),
            _ => vm.index(value),
        };
        let (start, stop) = if args[2].is_undefined() {
            (0, bound(&args[1])?)
        } else {
            (bound(&args[1])?, bound(&args[2])?)
        };
        let step = bound(&args[3])?;
        if step == 0 {
            return Err(value_error("range() arg 3 must not be zero"));
        }
        Ok(Value::Range(Rc::new(Range { start, stop, step })))
    },
)];

pub const ENUMERATE: &[Def] = &[static_method(
    "__new__",
    "(cls, iterable, start=0)",
    |vm, args| {
        let inner = vm.iter(&args[1])?;
        let count = vm.index(&args[2])?;
        Ok(Iter::value(IterState::Enumerate { inner, count }))
    },
)];

fn iterators(vm: &mut Vm, args: &Value, what: &str) -> PyResult<Vec<Value>> {
    let Value::Tuple(items) = args else {
        return Ok(Vec::new());
    };
    let mut iterators = Vec::new();
    for (at, item) in items.clone().iter().enumerate() {
        iterators.push(match vm.iter(item) {
            Err(exception) if exception.is("TypeError") && what == "zip" => {
                return Err(type_error(format!(
                    "zip argument #{} must support iteration",
                    at + 1
                )));
            }
            iterator => iterator?,
        });
    }
    Ok(iterators)
}

pub const ZIP: &[Def] = &[static_method(
    "__new__",
    "(cls, /, *iterables, strict=False)",
    |vm, args| {
        let inners = iterators(vm, &args[1], "zip")?;
        let strict = vm.truthy(&args[2])?;
        Ok(Iter::value(IterState::Zip { inners, strict }))
    },
)];

pub const MAP: &[Def] = &[static_method(
    "__new__",
    "(cls, function, /, *iterables)",
    |vm, args| {
        let inners = iterators(vm, &args[2], "map")?;
        if inners.is_empty() {
            return Err(type_error("map() must have at least two arguments."));
        }
        Ok(Iter::value(IterState::Map {
            function: args[1].clone(),
            inners,
        }))
    },
)];

pub const FILTER: &[Def] = &[static_method(
    "__new__",
    "(cls, function, iterable, /)",
    |vm, args| {
        let inner = vm.iter(&args[2])?;
        Ok(Iter::value(IterState::Filter {
            function: args[1].clone(),
            inner,
        }))
    },
)];

pub const REVERSED: &[Def] = &[static_method(
    "__new__",
    "(cls, sequence, /)",
    |vm, args| {
        let sequence = &args[1];
        let name = vm.names.reversed.clone();
        match sequence {
            Value::List(list) => {
                return Ok(Iter::value(IterState::ListReversed {
                    list: list.clone(),
                    index: list.len(),
                }));
            }
            Value::Tuple(items) => {
                let list = Value::list(items.to_vec());
                if let Value::List(list) = list {
                    return Ok(Iter::value(IterState::ListReversed {
                        index: list.len(),
                        list,
                    }));
                }
            }
            Value::Range(range) if !range.is_empty() => {
                let len = range.len();
                return Ok(Iter::value(IterState::Range {
                    next: range.get(len - 1),
                    step: -range.step,
                    remaining: len,
                }));
            }
            Value::Range(_) => return Ok(Iter::value(IterState::Done)),
            _ => {}
        }
        if let Some(result) = vm.special(sequence, &name, []) {
            return result;
        }
        let (len, getitem) = (vm.names.len.clone(), vm.names.getitem.clone());
        if vm.lookup_special(sequence, &getitem).is_some()
            && vm.lookup_special(sequence, &len).is_some()
            && !matches!(sequence, Value::Dict(_) | Value::Set(_))
        {
            let length = vm.len(sequence)?;
            return Ok(Iter::value(IterState::Sequence {
                object: sequence.clone(),
                index: length - 1,
                reversed: true,
            }));
        }
        Err(type_error(format!(
            "'{}' object is not reversible",
            vm.type_name(sequence)
        )))
    },
)];

pub const PROPERTY: &[Def] = &[
    static_method(
        "__new__",
        "(cls, fget=None, fset=None, fdel=None, doc=None)",
        |_, args| {
            Ok(Value::Property(Rc::new(Property {
                get: args[1].clone(),
                set: args[2].clone(),
                delete: args[3].clone(),
                doc: args[4].clone(),
            })))
        },
    ),
    method("getter", "(self, function, /)", |_, args| {
        changed(&args[0], Some(&args[1]), None, None)
    }),
    method("setter", "(self, function, /)", |_, args| {
        changed(&args[0], None, Some(&args[1]), None)
    }),
    method("deleter", "(self, function, /)", |_, args| {
        changed(&args[0], None, None, Some(&args[1]))
    }),
];

fn changed(
    property: &Value,
    get: Option<&Value>,
    set: Option<&Value>,
    delete: Option<&Value>,
) -> PyResult<Value> {
    let Value::Property(property) = property else {
        return Err(type_error("descriptor requires a 'property' object"));
    };
    Ok(Value::Property(Rc::new(Property {
        get: get.unwrap_or(&property.get).clone(),
        set: set.unwrap_or(&property.set).clone(),
        delete: delete.unwrap_or(&property.delete).clone(),
        doc: property.doc.clone(),
    })))
}

pub const STATIC_METHOD: &[Def] = &[static_method("__new__", "(cls, function, /)", |_, args| {
    Ok(Value::StaticMethod(Rc::new(Wrapper {
        function: args[1].clone(),
    })))
})];

pub const CLASS_METHOD: &[Def] = &[static_method("__new__", "(cls, function, /)", |_, args| {
    Ok(Value::ClassMethod(Rc::new(Wrapper {
        function: args[1].clone(),
    })))
})];

pub const EXCEPTION: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", |vm, args| {
        let mut class = class_of(&args[0])?.clone();
        if Rc::ptr_eq(&class, &vm.types.exceptions["OSError"])
            && let Value::Tuple(items) = &args[1]
            && let [Value::Int(number), _, ..] = &items[..]
            && let Some(kind) = os_error(*number)
        {
            class = vm.types.exceptions[kind].clone();
        }
        Ok(Instance::exception(class, args[1].clone()).into())
    }),
    method("__init__", "(self, /, *args, **kwargs)", |_, args| {
        if let Value::Instance(instance) = &args[0]
            && let Some(state) = instance.exception_state()
        {
            state.borrow_mut().args = args[1].clone();
        }
        Ok(Value::None)
    }),
    method("__str__", "(self, /)", |vm, args| match &args[0] {
        Value::Instance(instance) => vm.exception_text(instance).map(Value::from),
        other => vm.repr(other).map(Value::from),
    }),
    method("with_traceback", "(self, traceback, /)", |vm, args| {
        vm.setattr(&args[0], "__traceback__", args[1].clone())?;
        Ok(args[0].clone())
    }),
    method("add_note", "(self, note, /)", |vm, args| {
        let notes = match vm.getattr_opt(&args[0], "__notes__")? {
            Some(Value::List(notes)) => notes,
            _ => {
                let notes = Value::list(Vec::new());
                vm.setattr(&args[0], "__notes__", notes.clone())?;
                match notes {
                    Value::List(notes) => notes,
                    _ => return Ok(Value::None),
                }
            }
        };
        notes.items.borrow_mut().push(args[1].clone());
        Ok(Value::None)
    }),
];

/// The class of an OSError with this number.
fn os_error(number: i64) -> Option<&'static str> {
    Some(match number {
        1 | 13 => "PermissionError",
        2 => "FileNotFoundError",
        3 => "ProcessLookupError",
        4 => "InterruptedError",
        10 => "ChildProcessError",
        11 => "BlockingIOError",
        17 => "FileExistsError",
        20 => "NotADirectoryError",
        21 => "IsADirectoryError",
        32 => "BrokenPipeError",
        104 => "ConnectionResetError",
        110 => "TimeoutError",
        111 => "ConnectionRefusedError",
        _ => return None,
    })
}

/// `object.__new__`: see [`Vm::new_object`].
pub fn new_object(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let class = class_of(&args[0])?.clone();
    match class.layout {
        Layout::Native => Err(type_error(format!(
            "object.__new__({0}) is not safe, use {0}.__new__()",
            class.name()
        ))),
        _ => {
            let positional = match &args[1] {
                Value::Tuple(items) => items.to_vec(),
                _ => Vec::new(),
            };
            let name = vm.names.new.clone();
            let overrides_new = !matches!(class.lookup(&name), Some(Value::StaticMethod(wrapper)) if matches!(&wrapper.function, Value::Builtin(_)));
            if overrides_new && !positional.is_empty() {
                return Err(type_error(
                    "object.__new__() takes exactly one argument (the type to instantiate)",
                ));
            }
            if class.layout == Layout::Value {
                return Ok(Instance::new(class, Payload::Value(Default::default())).into());
            }
            vm.new_object(
                &class,
                &crate::lang::native::CallArgs::positional(positional),
            )
        }
    }
}
