//! What every object can do, and what classes, functions and generators can do.

use std::rc::Rc;

use super::construct::new_object;
use super::define::{Def, class_method, flow, method, static_flow, static_method};
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{Class, Generator, intern};
use crate::lang::vm::{flow_of, make_class, name_of};
use crate::lang::{Exception, PyResult, Value, type_error};

pub const OBJECT: &[Def] = &[
    static_method("__new__", "(cls, /, *args, **kwargs)", new_object),
    method("__init__", "(self, /, *args, **kwargs)", |_, _| {
        Ok(Value::None)
    }),
    method("__repr__", "(self, /)", |vm, args| match &args[0] {
        Value::Instance(instance) => vm.instance_repr(instance, &args[0]).map(Value::from),
        other => vm.repr(other).map(Value::from),
    }),
    method("__str__", "(self, /)", |vm, args| {
        vm.repr(&args[0]).map(Value::from)
    }),
    method("__format__", "(self, format_spec, /)", |vm, args| {
        let spec = args[1].as_str().unwrap_or("");
        if spec.is_empty() {
            return vm.str(&args[0]).map(Value::from);
        }
        if !matches!(args[0].base(), Value::Instance(_)) {
            let base = args[0].base().clone();
            return vm.format(&base, spec).map(Value::from);
        }
        Err(type_error(format!(
            "unsupported format string passed to {}.__format__",
            vm.type_name(&args[0])
        )))
    }),
    method("__eq__", "(self, other, /)", |_, args| {
        Ok(if args[0].is(&args[1]) {
            Value::Bool(true)
        } else {
            Value::NotImplemented
        })
    }),
    method("__ne__", "(self, other, /)", |vm, args| {
        let name = vm.names.eq.clone();
        match vm.special(&args[0], &name, [args[1].clone()]) {
            None => Ok(Value::NotImplemented),
            Some(result) => match result? {
                Value::NotImplemented => Ok(Value::NotImplemented),
                equal => Ok(Value::Bool(!vm.truthy(&equal)?)),
            },
        }
    }),
    method("__hash__", "(self, /)", |vm, args| {
        vm.hash(&args[0]).map(Value::Int)
    }),
    flow("__getattribute__", "(self, name, /)", |vm, args| {
        let name = name_of(&args[1])?;
        match &args[0] {
            Value::Instance(instance) => vm.plain_attribute(instance, &args[0], &name),
            other => vm.get_attribute(other, &name),
        }
    }),
    flow("__setattr__", "(self, name, value, /)", |vm, args| {
        let name = name_of(&args[1])?;
        match &args[0] {
            Value::Instance(instance) => {
                vm.set_plain_attribute(instance, &args[0], &name, args[2].clone())
            }
            Value::Class(class) => {
                vm.set_class_attribute(class, &name, args[2].clone());
                Ok(Value::None.into())
            }
            other => vm.set_attribute(other, &name, args[2].clone()),
        }
    }),
    flow("__delattr__", "(self, name, /)", |vm, args| {
        let name = name_of(&args[1])?;
        match &args[0] {
            Value::Instance(instance) => vm.delete_plain_attribute(instance, &args[0], &name),
            other => vm.delete_attribute(other, &name),
        }
    }),
    method("__dir__", "(self, /)", |vm, args| {
        Ok(Value::list(
            vm.attribute_names(&args[0])
                .into_iter()
                .map(Value::from)
                .collect(),
        ))
    }),
    class_method("__init_subclass__", "(cls, /)", |_, _| Ok(Value::None)),
    class_method("__subclasshook__", "(cls, other, /)", |_, _| {
        Ok(Value::NotImplemented)
    }),
    method("__sizeof__", "(self, /)", |_, _| Ok(Value::Int(64))),
];

pub const TYPE: &[Def] = &[
    static_flow(
        "__new__",
        "(cls, name, bases=?, namespace=?, /, **keywords)",
        |vm, args| {
            if args[2].is_undefined() {
                return Ok(Value::Class(vm.types.of(&args[1]).clone()).into());
            }
            let Some(name) = args[1].as_str().map(intern) else {
                return Err(type_error(format!(
                    "type.__new__() argument 1 must be str, not {}",
                    vm.type_name(&args[1])
                )));
            };
            let bases: Vec<Rc<Class>> = vm
                .items_of(&args[2])?
                .into_iter()
                .filter_map(|base| {
                    if let Value::Class(class) = base {
                        Some(class)
                    } else {
                        None
                    }
                })
                .collect();
            let Value::Dict(namespace) = args[3].base() else {
                return Err(type_error("type.__new__() argument 3 must be dict"));
            };
            let meta = match &args[0] {
                Value::Class(meta) if !Rc::ptr_eq(meta, &vm.types.type_) => Some(meta.clone()),
                _ => bases.iter().find_map(|base| base.meta.clone()),
            };
            let keywords = match &args[4] {
                Value::Dict(keywords) => keywords
                    .pairs()
                    .into_iter()
                    .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
                    .collect(),
                _ => Vec::new(),
            };
            make_class(vm, &name, bases, namespace.clone(), meta, keywords)
        },
    ),
    method("__init__", "(cls, /, *args, **kwargs)", |_, _| {
        Ok(Value::None)
    }),
    flow("__call__", "(cls, /, *args, **kwargs)", |vm, args| {
        let (Value::Class(class), Value::Tuple(positional), Value::Dict(named)) =
            (&args[0], &args[1], &args[2])
        else {
            return Err(type_error("type.__call__ needs a class"));
        };
        let named = named
            .pairs()
            .into_iter()
            .filter_map(|(key, value)| Some((intern(key.as_str()?), value)));
        vm.construct(
            class,
            CallArgs::with_names(positional.iter().cloned(), named),
        )
    }),
    class_method("__prepare__", "(cls, /, *args, **kwargs)", |_, _| {
        Ok(Value::Dict(Rc::default()))
    }),
    method("mro", "(cls, /)", |_, args| {
        let Value::Class(class) = &args[0] else {
            return Ok(Value::None);
        };
        Ok(Value::list(
            std::iter::once(class)
                .chain(&class.ancestors)
                .map(|class| Value::Class(class.clone()))
                .collect(),
        ))
    }),
    method("__subclasses__", "(cls, /)", |_, args| {
        let Value::Class(class) = &args[0] else {
            return Ok(Value::None);
        };
        Ok(Value::list(
            class.subclasses().into_iter().map(Value::Class).collect(),
        ))
    }),
    method(
        "__instancecheck__",
        "(cls, instance, /)",
        |vm, args| match &args[0] {
            Value::Class(class) => Ok(Value::Bool(vm.types.of(&args[1]).is_subclass_of(class))),
            _ => Ok(Value::Bool(false)),
        },
    ),
    method(
        "__subclasscheck__",
        "(cls, subclass, /)",
        |_, args| match (&args[0], &args[1]) {
            (Value::Class(class), Value::Class(other)) => {
                Ok(Value::Bool(other.is_subclass_of(class)))
            }
            _ => Ok(Value::Bool(false)),
        },
    ),
];

fn generator(value: &Value) -> PyResult<Rc<Generator>> {
    match value {
        Value::Generator(generator) => Ok(generator.clone()),
        _ => Err(type_error("descriptor requires a 'generator' object")),
    }
}

pub const GENERATOR: &[Def] = &[
    flow("send", "(self, value, /)", |_, args| {
        Ok(Flow::Send {
            generator: generator(&args[0])?,
            value: args[1].clone(),
        })
    }),
    flow("__next__", "(self, /)", |_, args| {
        Ok(Flow::Send {
            generator: generator(&args[0])?,
            value: Value::None,
        })
    }),
    method("__iter__", "(self, /)", |_, args| Ok(args[0].clone())),
    flow("close", "(self, /)", |vm, args| {
        let generator = generator(&args[0])?;
        Ok(vm.close_generator(&generator))
    }),
    flow(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        |vm, args| {
            let generator = generator(&args[0])?;
            match &args[1] {
                Value::Instance(instance) => Ok(Flow::Throw {
                    generator,
                    exception: instance.clone().into(),
                }),
                Value::Class(class) => match &args[2] {
                    Value::Instance(instance) => Ok(Flow::Throw {
                        generator,
                        exception: instance.clone().into(),
                    }),
                    value => {
                        let args = CallArgs::positional(if value.is_none() {
                            None
                        } else {
                            Some(value.clone())
                        });
                        let make = vm.instantiate(class, args)?;
                        Ok(crate::lang::vm::then(
                            make,
                            move |_, exception| match exception? {
                                Value::Instance(instance) => Ok(Flow::Throw {
                                    generator,
                                    exception: instance.into(),
                                }),
                                _ => Err(type_error("exceptions must derive from BaseException")),
                            },
                        ))
                    }
                },
                other => Err(type_error(format!(
                    "exceptions must be classes or instances deriving from BaseException, not {}",
                    vm.type_name(other)
                ))),
            }
        },
    ),
];

/// Of iterators that are not generators.
pub const ITERATOR: &[Def] = &[
    method("__iter__", "(self, /)", |_, args| Ok(args[0].clone())),
    flow("__next__", "(self, /)", |vm, args| {
        let next = vm.next(&args[0])?;
        flow_of(next)
    }),
    method("__length_hint__", "(self, /)", |_, _| Ok(Value::Int(0))),
];

/// Of functions: they bind to instances.
pub const FUNCTION: &[Def] = &[
    flow("__call__", "(self, /, *args, **kwargs)", |_, args| {
        let (Value::Tuple(positional), Value::Dict(named)) = (&args[1], &args[2]) else {
            return Ok(Value::None.into());
        };
        let named = named
            .pairs()
            .into_iter()
            .filter_map(|(key, value)| Some((intern(key.as_str()?), value)));
        Ok(Flow::TailCall {
            callee: args[0].clone(),
            args: CallArgs::with_names(positional.iter().cloned(), named),
        })
    }),
    flow("__get__", "(self, instance, owner=None, /)", |vm, args| {
        if args[1].is_none() {
            return Ok(args[0].clone().into());
        }
        let class = vm.types.of(&args[1]).clone();
        vm.bind(args[0].clone(), &args[1], &class)
    }),
];

/// Of descriptors: properties, static and class methods.
pub const DESCRIPTOR: &[Def] = &[
    flow("__get__", "(self, instance, owner=None, /)", |vm, args| {
        if args[1].is_none() && matches!(args[0], Value::Property(_)) {
            return Ok(args[0].clone().into());
        }
        let class = match &args[2] {
            Value::Class(class) => class.clone(),
            _ => vm.types.of(&args[1]).clone(),
        };
        vm.bind(args[0].clone(), &args[1], &class)
    }),
    flow(
        "__set__",
        "(self, instance, value, /)",
        |_, args| match &args[0] {
            Value::Property(property) if !property.set.is_none() => Ok(Flow::TailCall {
                callee: property.set.clone(),
                args: CallArgs::positional([args[1].clone(), args[2].clone()]),
            }),
            _ => Err(Exception::new("AttributeError", "can't set attribute")),
        },
    ),
];
