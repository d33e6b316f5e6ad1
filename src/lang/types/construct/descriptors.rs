//! `property(...)`, `staticmethod(...)`, `classmethod(...)`.

use crate::lang::objects::{Property, Wrapper};
use crate::lang::types::define::{Def, method, static_method};
use crate::lang::{PyResult, Value, type_error};
use std::rc::Rc;

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

pub(super) fn changed(
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
