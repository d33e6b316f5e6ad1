//! How a built-in type says what it can do: a table of definitions.

use std::rc::Rc;

use crate::lang::native::{Flow, NativeFn, Signature};
use crate::lang::objects::{Builtin, Class, Property, Wrapper, intern};
use crate::lang::{PyResult, Value, Vm};

/// One row of a type's table.
pub struct Def {
    name: &'static str,
    signature: &'static str,
    function: NativeFn,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Method,
    Static,
    Class,
    Getter,
}

type Plain = fn(&mut Vm, &[Value]) -> PyResult<Value>;

/// `method("append", "(self, object, /)", append)`
pub const fn method(name: &'static str, signature: &'static str, function: Plain) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Plain(function),
        kind: Kind::Method,
    }
}

/// A method that goes on with continuations.
pub const fn flow(
    name: &'static str,
    signature: &'static str,
    function: fn(&mut Vm, &[Value]) -> PyResult<Flow>,
) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Flow(function),
        kind: Kind::Method,
    }
}

/// Also how `__new__` is defined: `static_method("__new__", "(cls, iterable=(), /)", new)`.
pub const fn static_method(name: &'static str, signature: &'static str, function: Plain) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Plain(function),
        kind: Kind::Static,
    }
}

pub const fn class_method(name: &'static str, signature: &'static str, function: Plain) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Plain(function),
        kind: Kind::Class,
    }
}

/// A computed attribute.
pub const fn getter(name: &'static str, function: Plain) -> Def {
    Def {
        name,
        signature: "(self, /)",
        function: NativeFn::Plain(function),
        kind: Kind::Getter,
    }
}

/// Puts a table into its class.
pub fn install(class: &Class, table: &[Def]) {
    for def in table {
        let is_method = !matches!(def.kind, Kind::Static);
        let builtin = Value::Builtin(Rc::new(Builtin {
            name: intern(def.name),
            owner: Some(class.name()),
            module: None,
            signature: Rc::new(Signature::parse(def.signature)),
            function: def.function,
            is_method,
            doc: "",
        }));
        let value = match def.kind {
            Kind::Method => builtin,
            Kind::Static => Value::StaticMethod(Rc::new(Wrapper { function: builtin })),
            Kind::Class => Value::ClassMethod(Rc::new(Wrapper { function: builtin })),
            Kind::Getter => Value::Property(Rc::new(Property {
                get: builtin,
                set: Value::None,
                delete: Value::None,
                doc: Value::None,
            })),
        };
        class.dict.set_str(def.name, value);
    }
    class.changed();
}

/// A method that is one of a family: the Rust function gets the number.
pub const fn indexed(
    name: &'static str,
    signature: &'static str,
    function: fn(&mut Vm, usize, &[Value]) -> PyResult<Flow>,
    index: usize,
) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Indexed(function, index),
        kind: Kind::Method,
    }
}

/// A static method that goes on with continuations.
pub const fn static_flow(
    name: &'static str,
    signature: &'static str,
    function: fn(&mut Vm, &[Value]) -> PyResult<Flow>,
) -> Def {
    Def {
        name,
        signature,
        function: NativeFn::Flow(function),
        kind: Kind::Static,
    }
}

/// An attribute that is computed with continuations.
pub const fn getter_flow(
    name: &'static str,
    function: fn(&mut Vm, &[Value]) -> PyResult<Flow>,
) -> Def {
    Def {
        name,
        signature: "(self, /)",
        function: NativeFn::Flow(function),
        kind: Kind::Getter,
    }
}
