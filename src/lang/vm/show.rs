//! `repr`, `str`, `format`, `ascii`.

use std::rc::Rc;

use super::Vm;
use crate::lang::native::CallArgs;
use crate::lang::objects::{AliasKind, Complex, Instance, IterState, Payload, ViewKind};
use crate::lang::text;
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// `repr(value)`
    pub fn repr(&mut self, value: &Value) -> PyResult<String> {
        match value {
            Value::Instance(instance) => {
                let name = self.names.repr.clone();
                // Its own, in Python or of a native class derived from a built-in type (`torch.Size`).
                let base_name = instance.base_value().map(|base| self.types.of(base).name());
                if let Some(method) = instance.class.lookup(&name)
                    && !matches!(&method, Value::Builtin(builtin) if base_name.is_none() || builtin.owner == base_name)
                {
                    return self.text_from(&method, value, "__repr__");
                }
                if let Some(base) = instance.base_value() {
                    let base = base.clone();
                    let shown = self.repr(&base)?;
                    // A subclass of set says so; the other built-in types don't.
                    return Ok(match &base {
                        Value::Set(set) | Value::FrozenSet(set) => {
                            let inner =
                                shown.trim_start_matches("frozenset(").trim_end_matches(')');
                            if set.is_empty() {
                                format!("{}()", instance.class.name())
                            } else {
                                format!("{}({inner})", instance.class.name())
                            }
                        }
                        _ => shown,
                    });
                }
                if let Some(method) = instance.class.lookup(&name)
                    && !matches!(&method, Value::Builtin(builtin) if builtin.owner.as_ref().is_some_and(|owner| owner.as_str() == "object"))
                {
                    return self.text_from(&method, value, "__repr__");
                }
                self.instance_repr(instance, value)
            }
            _ => self.builtin_repr(value),
        }
    }

    fn text_from(&mut self, method: &Value, value: &Value, name: &str) -> PyResult<String> {
        let result = self.call(method, CallArgs::positional([value.clone()]))?;
        match result.as_str() {
            Some(text) => Ok(text.to_string()),
            None => Err(type_error(format!(
                "{name} returned non-string (type {})",
                self.type_name(&result)
            ))),
        }
    }

    /// `<__main__.Net object at 0x7f...>`, or an exception with its arguments.
    pub fn instance_repr(&mut self, instance: &Rc<Instance>, value: &Value) -> PyResult<String> {
        if let Payload::Exception(state) = &instance.payload {
            let args = state.borrow().args.clone();
            let name = instance.class.name();
            return Ok(match &args {
                Value::Tuple(items) if items.len() == 1 => {
                    format!("{name}({})", self.repr(&items[0])?)
                }
                args => format!("{name}{}", self.repr(args)?),
            });
        }
        Ok(format!(
            "<{} object at {}>",
            qualified(&instance.class),
            address(value)
        ))
    }

    fn builtin_repr(&mut self, value: &Value) -> PyResult<String> {
        Ok(match value {
            Value::Undefined => "<undefined>".into(),
            Value::None => "None".into(),
            Value::Ellipsis => "Ellipsis".into(),
            Value::NotImplemented => "NotImplemented".into(),
            Value::Bool(true) => "True".into(),
            Value::Bool(false) => "False".into(),
            Value::Int(int) => int.to_string(),
            Value::BigInt(big) => text::int::to_decimal(big)?,
            Value::Float(float) => text::repr_float(*float),
            Value::Complex(complex) => complex_repr(**complex),
            Value::Str(string) => text::repr_str(string),
            Value::Bytes(bytes) => text::repr_bytes(bytes),
            Value::ByteArray(bytes) => {
                format!("bytearray({})", text::repr_bytes(&bytes.bytes.borrow()))
            }
            Value::List(list) => {
                if list.is_empty() {
                    return Ok("[]".into());
                }
                self.guarded_repr(value, "[...]", |vm| {
                    let mut out = String::from("[");
                    let mut index = 0;
                    while let Some(item) = list.get(index) {
                        if index > 0 {
                            out.push_str(", ");
                        }
                        out.push_str(&vm.repr(&item)?);
                        index += 1;
                    }
                    out.push(']');
                    Ok(out)
                })?
            }
            Value::Tuple(items) => self.guarded_repr(value, "(...)", |vm| {
                let parts = items
                    .iter()
                    .map(|item| vm.repr(item))
                    .collect::<PyResult<Vec<_>>>()?;
                Ok(if parts.len() == 1 {
                    format!("({},)", parts[0])
                } else {
                    format!("({})", parts.join(", "))
                })
            })?,
            Value::Dict(dict) => {
                let pairs = dict.pairs();
                self.guarded_repr(value, "{...}", |vm| {
                    let mut parts = Vec::with_capacity(pairs.len());
                    for (key, value) in &pairs {
                        parts.push(format!("{}: {}", vm.repr(key)?, vm.repr(value)?));
                    }
                    Ok(format!("{{{}}}", parts.join(", ")))
                })?
            }
            Value::MappingProxy(dict) => {
                format!("mappingproxy({})", self.repr(&Value::Dict(dict.clone()))?)
            }
            Value::Set(set) => {
                if set.is_empty() {
                    return Ok("set()".into());
                }
                let items = set.to_vec();
                self.guarded_repr(value, "set(...)", |vm| {
                    Ok(format!("{{{}}}", vm.joined(&items)?))
                })?
            }
            Value::FrozenSet(set) => {
                if set.is_empty() {
                    return Ok("frozenset()".into());
                }
                let items = set.to_vec();
                self.guarded_repr(value, "frozenset(...)", |vm| {
                    Ok(format!("frozenset({{{}}})", vm.joined(&items)?))
                })?
            }
            Value::Slice(slice) => {
                let (start, stop, step) = (
                    self.repr(&slice.start)?,
                    self.repr(&slice.stop)?,
                    self.repr(&slice.step)?,
                );
                format!("slice({start}, {stop}, {step})")
            }
            Value::Range(range) if range.step == 1 => {
                format!("range({}, {})", range.start, range.stop)
            }
            Value::Range(range) => {
                format!("range({}, {}, {})", range.start, range.stop, range.step)
            }
            Value::DictView(view) => {
                let items = match view.kind {
                    ViewKind::Keys => view.dict.keys(),
                    ViewKind::Values => view.dict.values(),
                    ViewKind::Items => view
                        .dict
                        .pairs()
                        .into_iter()
                        .map(|(key, value)| Value::tuple([key, value]))
                        .collect(),
                };
                let name = self.type_name(value);
                self.guarded_repr(value, "...", |vm| {
                    Ok(format!("{name}([{}])", vm.joined(&items)?))
                })?
            }
            Value::Function(function) => format!(
                "<function {} at {}>",
                function.qualname.borrow(),
                address(value)
            ),
            Value::Builtin(builtin) => match &builtin.owner {
                Some(owner) if builtin.is_method => {
                    format!("<method '{}' of '{owner}' objects>", builtin.name)
                }
                _ => format!("<built-in function {}>", builtin.name),
            },
            Value::Method(method) => match &method.function {
                Value::Builtin(builtin) => {
                    format!(
                        "<built-in method {} of {} object at {}>",
                        builtin.name,
                        self.type_name(&method.this),
                        address(&method.this)
                    )
                }
                function => {
                    let name = match function {
                        Value::Function(function) => function.qualname.borrow().to_string(),
                        _ => "?".into(),
                    };
                    let this = method.this.clone();
                    format!("<bound method {name} of {}>", self.repr(&this)?)
                }
            },
            Value::Class(class) => {
                if class.meta.is_some() {
                    let name = self.names.repr.clone();
                    let meta = self.types.of(value).lookup(&name);
                    if let Some(method) = meta.filter(|method| matches!(method, Value::Function(_)))
                    {
                        return self.text_from(&method, value, "__repr__");
                    }
                }
                format!("<class '{}'>", qualified(class))
            }
            Value::Module(module) => match module.dict.get_str("__file__") {
                Some(file) => format!("<module '{}' from {}>", module.name, self.repr(&file)?),
                None => format!("<module '{}' (built-in)>", module.name),
            },
            Value::Generator(generator) => format!(
                "<generator object {} at {}>",
                generator.function.qualname.borrow(),
                address(value)
            ),
            Value::Iterator(iterator) => {
                let native = match &*iterator.state.borrow() {
                    IterState::Native { name, .. } => Some(*name),
                    _ => None,
                };
                let name = native.map_or_else(|| self.type_name(value).to_string(), str::to_string);
                format!("<{name} object at {}>", address(value))
            }
            Value::Super(inner) => {
                let this = inner.start.name();
                format!("<super: <class '{}'>, <{this} object>>", inner.after.name())
            }
            Value::Code(code) => format!(
                "<code object {} at {}, file \"{}\", line {}>",
                code.name,
                address(value),
                code.file.path,
                code.first_line
            ),
            Value::Alias(alias) => match &alias.kind {
                AliasKind::Generic(class) => {
                    let parts = alias
                        .args
                        .iter()
                        .map(|arg| self.type_repr(arg))
                        .collect::<PyResult<Vec<_>>>()?;
                    format!("{}[{}]", qualified(class), parts.join(", "))
                }
                AliasKind::Union => alias
                    .args
                    .iter()
                    .map(|arg| self.type_repr(arg))
                    .collect::<PyResult<Vec<_>>>()?
                    .join(" | "),
            },
            _ => format!("<{} object at {}>", self.type_name(value), address(value)),
        })
    }

    /// How a type is written in an annotation.
    fn type_repr(&mut self, value: &Value) -> PyResult<String> {
        match value {
            Value::Class(class) => Ok(qualified(class)),
            Value::Ellipsis => Ok("...".into()),
            Value::List(items) => {
                let items = items.to_vec();
                let parts = items
                    .iter()
                    .map(|item| self.type_repr(item))
                    .collect::<PyResult<Vec<_>>>()?;
                Ok(format!("[{}]", parts.join(", ")))
            }
            _ => self.repr(value),
        }
    }

    fn joined(&mut self, items: &[Value]) -> PyResult<String> {
        Ok(items
            .iter()
            .map(|item| self.repr(item))
            .collect::<PyResult<Vec<_>>>()?
            .join(", "))
    }

    /// A container that holds itself shows `[...]` in its own place.
    fn guarded_repr(
        &mut self,
        value: &Value,
        again: &str,
        show: impl FnOnce(&mut Vm) -> PyResult<String>,
    ) -> PyResult<String> {
        let address = value.address();
        if self.showing.contains(&address) {
            return Ok(again.into());
        }
        self.showing.push(address);
        let result = self.nested(" while getting the repr of an object", show);
        self.showing.pop();
        result
    }

    /// `str(value)`
    pub fn str(&mut self, value: &Value) -> PyResult<String> {
        match value {
            Value::Str(text) => Ok(text.to_string()),
            Value::Instance(instance) => {
                let name = self.names.str.clone();
                match instance.class.lookup(&name) {
                    Some(method) if !matches!(&method, Value::Builtin(builtin) if is_plain_str(builtin)) => {
                        self.text_from(&method, value, "__str__")
                    }
                    _ => match &instance.payload {
                        Payload::Exception(_) => self.exception_text(instance),
                        _ => match instance.base_value() {
                            Some(Value::Str(text)) => Ok(text.to_string()),
                            _ => self.repr(value),
                        },
                    },
                }
            }
            Value::Class(class) if class.meta.is_some() => {
                let name = self.names.str.clone();
                match self.types.of(value).lookup(&name) {
                    Some(method @ Value::Function(_)) => self.text_from(&method, value, "__str__"),
                    _ => self.repr(value),
                }
            }
            _ => self.repr(value),
        }
    }

    /// `str(exception)`
    pub fn exception_text(&mut self, instance: &Rc<Instance>) -> PyResult<String> {
        let args = instance
            .exception_state()
            .map_or(Value::None, |state| state.borrow().args.clone());
        let args = &args;
        let Value::Tuple(items) = args else {
            return Ok(String::new());
        };
        let is = |name: &str| {
            self.types
                .exceptions
                .get(name)
                .is_some_and(|class| instance.class.is_subclass_of(class))
        };
        if is("KeyError") && items.len() == 1 {
            return self.repr(&items[0]);
        }
        if is("OSError") && (items.len() == 2 || items.len() == 3) {
            let (number, message) = (self.str(&items[0])?, self.str(&items[1])?);
            return Ok(match items.get(2) {
                Some(file) => format!("[Errno {number}] {message}: {}", self.repr(file)?),
                None => format!("[Errno {number}] {message}"),
            });
        }
        if is("SyntaxError") && items.len() == 2 {
            let message = self.str(&items[0])?;
            return Ok(match &items[1] {
                Value::Tuple(place) if place.len() >= 2 => {
                    let file = self.str(&place[0])?;
                    let file = file.rsplit('/').next().unwrap_or_default();
                    format!("{message} ({file}, line {})", self.str(&place[1])?)
                }
                _ => message,
            });
        }
        match items.len() {
            0 => Ok(String::new()),
            1 => self.str(&items[0]),
            _ => self.repr(args),
        }
    }

    /// `ascii(value)`
    pub fn ascii(&mut self, value: &Value) -> PyResult<String> {
        Ok(text::escape::escape_non_ascii(&self.repr(value)?))
    }

    /// `format(value, spec)`
    pub fn format(&mut self, value: &Value, spec: &str) -> PyResult<String> {
        if let Value::Instance(instance) = value {
            let name = self.names.format.clone();
            if let Some(method) = instance.class.lookup(&name)
                && !matches!(&method, Value::Builtin(_))
            {
                let result = self.call(
                    &method,
                    CallArgs::positional([value.clone(), Value::str(spec)]),
                )?;
                return match result.as_str() {
                    Some(text) => Ok(text.to_string()),
                    None => Err(type_error(format!(
                        "__format__ must return a str, not {}",
                        self.type_name(&result)
                    ))),
                };
            }
            if let Some(method @ Value::Builtin(_)) = instance.class.lookup(&name)
                && instance.base_value().is_none()
            {
                let is_object = matches!(&method, Value::Builtin(builtin) if builtin.owner.as_ref().is_some_and(|owner| owner.as_str() == "object"));
                if !is_object {
                    let result = self.call(
                        &method,
                        CallArgs::positional([value.clone(), Value::str(spec)]),
                    )?;
                    return self.str(&result);
                }
            }
            // A subclass with its own __str__ is shown by it where no spec is given.
            if spec.is_empty() {
                return self.str(value);
            }
        }
        Ok(match value.base() {
            Value::Str(content) => text::format::format_str(content, spec)?,
            Value::Int(int) => text::format::format_int(int, spec, "int")?,
            Value::Bool(flag) if spec.is_empty() => {
                if *flag {
                    "True".into()
                } else {
                    "False".into()
                }
            }
            Value::Bool(flag) => text::format::format_int(&i64::from(*flag), spec, "int")?,
            Value::BigInt(big) => text::format::format_int(&**big, spec, "int")?,
            Value::Float(float) => text::format::format_float(*float, spec)?,
            _ if spec.is_empty() => self.str(value)?,
            Value::Complex(complex) => {
                let imag = text::format::format_float(
                    complex.imag,
                    &format!("+{}", spec.trim_start_matches('+')),
                )?;
                format!("{}{imag}j", text::format::format_float(complex.real, spec)?)
            }
            _ => {
                return Err(type_error(format!(
                    "unsupported format string passed to {}.__format__",
                    self.type_name(value)
                )));
            }
        })
    }
}

fn is_plain_str(builtin: &crate::lang::objects::Builtin) -> bool {
    builtin.owner.as_ref().is_some_and(|owner| {
        matches!(
            owner.as_str(),
            "object" | "BaseException" | "int" | "float" | "str"
        )
    })
}

/// `__main__.Net`; built-ins without their module.
pub fn qualified(class: &crate::lang::objects::Class) -> String {
    class.full_name()
}

/// An address as `repr` shows it.
fn address(value: &Value) -> String {
    format!("0x{:012x}", value.address().unwrap_or(0))
}

fn complex_repr(complex: Complex) -> String {
    let part = |x: f64| {
        let text = text::repr_float(x);
        text.strip_suffix(".0").map_or(text.clone(), str::to_string)
    };
    if complex.real == 0.0 && !complex.real.is_sign_negative() {
        return format!("{}j", part(complex.imag));
    }
    let imag = part(complex.imag);
    let sign = if imag.starts_with(['-', '+']) {
        ""
    } else {
        "+"
    };
    format!("({}{sign}{imag}j)", part(complex.real))
}
