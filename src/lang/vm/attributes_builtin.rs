//! Attributes of functions, methods, modules, exceptions and other objects of the machine.

use std::rc::Rc;

use super::Vm;
use crate::lang::objects::{
    AliasKind, Dict, Function, GeneratorState, Instance, Str, Traceback, intern,
};
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// An attribute that is a field of a built-in object.
    pub fn builtin_attribute(&mut self, value: &Value, name: &Rc<Str>) -> PyResult<Option<Value>> {
        if name.as_str() == "__class__" {
            return Ok(Some(Value::Class(self.types.of(value).clone())));
        }
        Ok(match value {
            Value::Function(function) => self.function_attribute(function, name),
            Value::Builtin(builtin) => match name.as_str() {
                "__name__" => Some(Value::Str(builtin.name.clone())),
                "__qualname__" => Some(match &builtin.owner {
                    Some(owner) => Value::str(format!("{owner}.{}", builtin.name)),
                    None => Value::Str(builtin.name.clone()),
                }),
                "__doc__" => Some(if builtin.doc.is_empty() {
                    Value::None
                } else {
                    Value::str(builtin.doc)
                }),
                "__module__" => Some(
                    builtin
                        .module
                        .clone()
                        .map_or_else(|| Value::str("builtins"), Value::Str),
                ),
                _ => None,
            },
            Value::Method(method) => match name.as_str() {
                "__self__" => Some(method.this.clone()),
                "__func__" => Some(method.function.clone()),
                _ => self.builtin_attribute(&method.function.clone(), name)?,
            },
            Value::StaticMethod(wrapper) | Value::ClassMethod(wrapper) => match name.as_str() {
                "__func__" | "__wrapped__" => Some(wrapper.function.clone()),
                _ => self.builtin_attribute(&wrapper.function.clone(), name)?,
            },
            Value::Property(property) => match name.as_str() {
                "fget" => Some(property.get.clone()),
                "fset" => Some(property.set.clone()),
                "fdel" => Some(property.delete.clone()),
                "__doc__" => Some(match (&property.doc, &property.get) {
                    (Value::None, Value::Function(function)) => function.doc(),
                    (doc, _) => doc.clone(),
                }),
                "__isabstractmethod__" => {
                    let get = property.get.clone();
                    match self.getattr_opt(&get, "__isabstractmethod__")? {
                        Some(flag) => Some(flag),
                        None => Some(Value::Bool(false)),
                    }
                }
                _ => None,
            },
            Value::Slice(slice) => match name.as_str() {
                "start" => Some(slice.start.clone()),
                "stop" => Some(slice.stop.clone()),
                "step" => Some(slice.step.clone()),
                _ => None,
            },
            Value::Range(range) => match name.as_str() {
                "start" => Some(Value::Int(range.start)),
                "stop" => Some(Value::Int(range.stop)),
                "step" => Some(Value::Int(range.step)),
                _ => None,
            },
            Value::Complex(complex) => match name.as_str() {
                "real" => Some(Value::Float(complex.real)),
                "imag" => Some(Value::Float(complex.imag)),
                _ => None,
            },
            Value::Generator(generator) => match name.as_str() {
                "__name__" => Some(Value::Str(generator.name.clone())),
                "__qualname__" => Some(Value::Str(generator.function.qualname.borrow().clone())),
                "gi_running" => Some(Value::Bool(matches!(
                    *generator.state.borrow(),
                    GeneratorState::Running
                ))),
                "gi_code" => Some(Value::Code(generator.function.code.clone())),
                "gi_frame" => Some(match *generator.state.borrow() {
                    GeneratorState::Done => Value::None,
                    _ => Value::Bool(true),
                }),
                _ => None,
            },
            Value::Code(code) => match name.as_str() {
                "co_freevars" => Some(Value::tuple(
                    code.free.iter().map(|name| Value::Str(name.clone())),
                )),
                "co_cellvars" => Some(Value::tuple(
                    code.cells.iter().map(|cell| Value::Str(cell.name.clone())),
                )),
                "co_names" => Some(Value::tuple(
                    code.names.iter().map(|name| Value::Str(name.clone())),
                )),
                "co_consts" => Some(Value::tuple(code.constants.iter().cloned())),
                "co_qualname" => Some(Value::Str(code.qualname.clone())),
                "co_name" => Some(Value::Str(code.name.clone())),
                "co_filename" => Some(Value::str(code.file.path.as_str())),
                "co_firstlineno" => Some(Value::Int(i64::from(code.first_line))),
                "co_varnames" => Some(Value::tuple(
                    code.locals.iter().map(|name| Value::Str(name.clone())),
                )),
                "co_argcount" => Some(Value::Int(i64::from(code.positional))),
                "co_kwonlyargcount" => Some(Value::Int(i64::from(code.keyword_only))),
                "co_posonlyargcount" => Some(Value::Int(i64::from(code.positional_only))),
                "co_flags" => Some(Value::Int(
                    if code.is_generator { 0x20 } else { 0 }
                        | if code.var_positional { 4 } else { 0 }
                        | if code.var_keyword { 8 } else { 0 },
                )),
                _ => None,
            },
            Value::Cell(cell) if name.as_str() == "cell_contents" => Some(cell.get()),
            Value::Traceback(traceback) => match name.as_str() {
                "tb_lineno" => traceback
                    .entries
                    .borrow()
                    .last()
                    .map(|entry| Value::Int(i64::from(entry.code.line(entry.at as usize)))),
                "tb_next" => {
                    let mut entries = traceback.entries.borrow().clone();
                    entries.pop();
                    Some(if entries.is_empty() {
                        Value::None
                    } else {
                        Value::Traceback(Rc::new(Traceback {
                            entries: entries.into(),
                        }))
                    })
                }
                _ => None,
            },
            Value::Super(inner) => match name.as_str() {
                "__self__" => Some(inner.this.clone()),
                "__thisclass__" => Some(Value::Class(inner.after.clone())),
                _ => None,
            },
            Value::Alias(alias) => match (name.as_str(), &alias.kind) {
                ("__args__", _) => Some(Value::tuple(alias.args.iter().cloned())),
                ("__origin__", AliasKind::Generic(class)) => Some(Value::Class(class.clone())),
                (_, AliasKind::Generic(class)) => class.lookup(name),
                _ => None,
            },
            _ => None,
        })
    }

    fn function_attribute(&mut self, function: &Rc<Function>, name: &Rc<Str>) -> Option<Value> {
        Some(match name.as_str() {
            "__name__" => Value::Str(function.name.borrow().clone()),
            "__qualname__" => Value::Str(function.qualname.borrow().clone()),
            "__doc__" => function.doc(),
            "__module__" => match function
                .dict
                .borrow()
                .as_ref()
                .and_then(|dict| dict.get_name(name))
            {
                Some(module) => module,
                None => function.globals.get_str("__name__").unwrap_or(Value::None),
            },
            "__dict__" => Value::Dict(
                function
                    .dict
                    .borrow_mut()
                    .get_or_insert_with(Rc::default)
                    .clone(),
            ),
            "__code__" => Value::Code(function.code.clone()),
            "__globals__" => Value::Dict(function.globals.clone()),
            "__defaults__" => match &*function.defaults.borrow() {
                defaults if defaults.is_empty() => Value::None,
                defaults => Value::tuple(defaults.iter().cloned()),
            },
            "__kwdefaults__" => match &*function.keyword_defaults.borrow() {
                defaults if defaults.is_empty() => Value::None,
                defaults => Value::dict_of(defaults.iter().cloned()),
            },
            "__annotations__" => {
                let mut annotations = function.annotations.borrow_mut();
                if annotations.is_none() {
                    *annotations = Value::Dict(Rc::new(Dict::default()));
                }
                annotations.clone()
            }
            "__closure__" if function.closure.is_empty() => Value::None,
            "__closure__" => Value::tuple(
                function
                    .closure
                    .iter()
                    .map(|cell| Value::Cell(cell.clone())),
            ),
            _ => {
                return function
                    .dict
                    .borrow()
                    .as_ref()
                    .and_then(|dict| dict.get_name(name));
            }
        })
    }

    pub fn set_function_attribute(
        &mut self,
        function: &Rc<Function>,
        name: &Rc<Str>,
        new: Value,
    ) -> PyResult<()> {
        match (name.as_str(), &new) {
            ("__name__", Value::Str(text)) => *function.name.borrow_mut() = text.clone(),
            ("__qualname__", Value::Str(text)) => *function.qualname.borrow_mut() = text.clone(),
            ("__name__" | "__qualname__", _) => {
                return Err(type_error(format!("{name} must be set to a string object")));
            }
            ("__doc__", _) => *function.own_doc.borrow_mut() = new,
            ("__annotations__", _) => *function.annotations.borrow_mut() = new,
            ("__defaults__", Value::Tuple(items)) => {
                *function.defaults.borrow_mut() = items.to_vec()
            }
            ("__defaults__", Value::None) => function.defaults.borrow_mut().clear(),
            ("__dict__", Value::Dict(dict)) => *function.dict.borrow_mut() = Some(dict.clone()),
            _ => {
                let dict = function
                    .dict
                    .borrow_mut()
                    .get_or_insert_with(Rc::default)
                    .clone();
                dict.set_name(name, new);
            }
        }
        Ok(())
    }

    /// Fields of exceptions.
    pub fn exception_attribute(
        &mut self,
        instance: &Rc<Instance>,
        name: &Rc<Str>,
    ) -> Option<Value> {
        let state = instance.exception_state()?;
        let state = state.borrow();
        let argument = |index: usize| match &state.args {
            Value::Tuple(items) => items.get(index).cloned(),
            _ => None,
        };
        let is = |kind: &str| {
            self.types
                .exceptions
                .get(kind)
                .is_some_and(|class| instance.class.is_subclass_of(class))
        };
        Some(match name.as_str() {
            "args" => state.args.clone(),
            "__cause__" => state.cause.clone(),
            "__context__" => state.context.clone(),
            "__suppress_context__" => Value::Bool(state.suppress_context),
            "__traceback__" => state
                .traceback
                .clone()
                .map_or(Value::None, Value::Traceback),
            "value" if is("StopIteration") => argument(0).unwrap_or(Value::None),
            "code" if is("SystemExit") => argument(0).unwrap_or(Value::None),
            "errno" if is("OSError") => {
                if argument(1).is_some() {
                    argument(0)?
                } else {
                    Value::None
                }
            }
            "strerror" if is("OSError") => argument(1).unwrap_or(Value::None),
            "filename" if is("OSError") => argument(2).unwrap_or(Value::None),
            "msg" if is("SyntaxError") || is("ImportError") => argument(0).unwrap_or(Value::None),
            "lineno" | "offset" | "filename" | "text" if is("SyntaxError") => match argument(1) {
                Some(Value::Tuple(place)) => {
                    let at = match name.as_str() {
                        "filename" => 0,
                        "lineno" => 1,
                        "offset" => 2,
                        _ => 3,
                    };
                    place.get(at).cloned().unwrap_or(Value::None)
                }
                _ => Value::None,
            },
            "name" if is("NameError") || is("AttributeError") || is("ImportError") => state
                .about
                .as_ref()
                .map_or(Value::None, |(_, name)| Value::Str(name.clone())),
            "obj" if is("AttributeError") => state
                .about
                .as_ref()
                .map_or(Value::None, |(object, _)| object.clone()),
            _ => return None,
        })
    }

    /// Sets a field of an exception; false if it is an attribute like any other.
    pub fn set_exception_attribute(
        &mut self,
        instance: &Rc<Instance>,
        name: &Rc<Str>,
        new: &Value,
    ) -> PyResult<bool> {
        let Some(state) = instance.exception_state() else {
            return Ok(false);
        };
        match (name.as_str(), new) {
            ("args", new) => {
                let items = self.items_of(new)?;
                state.borrow_mut().args = Value::tuple(items);
            }
            ("__cause__", new) => {
                state.borrow_mut().cause = new.clone();
                state.borrow_mut().suppress_context = true;
            }
            ("__context__", new) => state.borrow_mut().context = new.clone(),
            ("__suppress_context__", Value::Bool(flag)) => {
                state.borrow_mut().suppress_context = *flag
            }
            ("__traceback__", Value::Traceback(traceback)) => {
                state.borrow_mut().traceback = Some(traceback.clone())
            }
            ("__traceback__", Value::None) => state.borrow_mut().traceback = None,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

/// The text of a name that is a value.
pub fn name_of(value: &Value) -> PyResult<Rc<Str>> {
    match value.as_str() {
        Some(text) => Ok(intern(text)),
        None => Err(type_error("attribute name must be string")),
    }
}
