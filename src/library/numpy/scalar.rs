//! numpy's scalars: what an element of an array is, and what a reduction gives. `np.float64(0.5)` is a float too.

use std::cell::OnceCell;
use std::rc::Rc;

use super::array::array_of;
use super::promote::Brings;
use super::scalar_math::{self, OPERATIONS};
use crate::lang::native::{ClassBuilder, NativeFn};
use crate::lang::objects::{Class, Instance, Layout, Payload, intern};
use crate::lang::text::float;
use crate::lang::{PyResult, Value, Vm, type_error, value_error};
use crate::library::glue::{tensor_of, torch};
use crate::tensor::{Array, DType};

/// The classes of a machine.
pub struct Scalars {
    /// By dtype, in the order of `DType::ALL`.
    classes: Vec<Rc<Class>>,
    /// `generic`, `number`, `integer` and so on, for those who ask what kind of scalar something is.
    abstract_classes: Vec<Rc<Class>>,
}

impl Scalars {
    pub fn new(vm: &Vm) -> Scalars {
        let abstract_class = |name: &str, base: Option<&Rc<Class>>| {
            let class = ClassBuilder::new(name, "numpy").layout(Layout::Value);
            match base {
                Some(base) => class.base(base).build(vm),
                None => operators(class).build(vm),
            }
        };
        let generic = abstract_class("generic", None);
        let number = abstract_class("number", Some(&generic));
        let integer = abstract_class("integer", Some(&number));
        let inexact = abstract_class("inexact", Some(&number));
        let signed = abstract_class("signedinteger", Some(&integer));
        let unsigned = abstract_class("unsignedinteger", Some(&integer));
        let floating = abstract_class("floating", Some(&inexact));
        let class = |dtype: DType| {
            let base = match dtype {
                DType::Bool => &generic,
                DType::U8 => &unsigned,
                DType::I32 | DType::I64 => &signed,
                DType::F32 | DType::F64 => &floating,
            };
            let class = ClassBuilder::new(dtype.name(), "numpy")
                .layout(Layout::Value)
                .base(base);
            let class = match dtype {
                DType::F64 => class.base(&vm.types.float),
                _ => class,
            };
            class
                .native("__new__", "(cls, value=0, /)", NativeFn::Plain(make))
                .build(vm)
        };
        Scalars {
            classes: DType::ALL.into_iter().map(class).collect(),
            abstract_classes: vec![
                generic, number, integer, inexact, signed, unsigned, floating,
            ],
        }
    }

    pub fn all(&self) -> impl Iterator<Item = &Rc<Class>> {
        self.classes.iter().chain(&self.abstract_classes)
    }

    fn class(&self, dtype: DType) -> &Rc<Class> {
        &self.classes[dtype as usize]
    }

    fn dtype(&self, class: &Rc<Class>) -> Option<DType> {
        let at = self
            .classes
            .iter()
            .position(|known| Rc::ptr_eq(known, class))?;
        Some(DType::ALL[at])
    }
}

/// Adds all operators to the class at the top.
fn operators(class: ClassBuilder) -> ClassBuilder {
    let mut class = class;
    for (number, operation) in OPERATIONS.iter().enumerate() {
        let signature = match operation.is_unary {
            true => "(self, /)",
            false => "(self, other, /)",
        };
        let native = NativeFn::Indexed(scalar_math::operate, number);
        class = class.native(operation.name, signature, native);
    }
    class
        .method("__repr__", "(self, /)", |vm, slots| {
            Ok(repr(vm, &slots[0])?.into())
        })
        .method("__str__", "(self, /)", |vm, slots| {
            Ok(text(vm, &slots[0])?.into())
        })
        .method("__hash__", "(self, /)", |vm, slots| {
            let plain = slots[0].base().clone();
            vm.hash(&plain).map(Value::Int)
        })
        .method("__bool__", "(self, /)", |_, slots| {
            Ok(Value::Bool(number(&slots[0])? != 0.0))
        })
        .method("__float__", "(self, /)", |_, slots| {
            Ok(Value::Float(number(&slots[0])?))
        })
        .method("__int__", "(self, /)", |_, slots| whole(&slots[0]))
        .method("__trunc__", "(self, /)", |_, slots| whole(&slots[0]))
        .method("__index__", "(self, /)", |vm, slots| {
            match slots[0].base() {
                Value::Int(int) => Ok(Value::Int(*int)),
                _ => Err(type_error(format!(
                    "'{}' object cannot be interpreted as an integer",
                    vm.type_name(&slots[0])
                ))),
            }
        })
        .method("__format__", "(self, spec, /)", |vm, slots| {
            match (slots[1].as_str(), slots[0].base()) {
                (Some(""), _) | (_, Value::Bool(_)) => Ok(text(vm, &slots[0])?.into()),
                (Some(spec), plain) => {
                    let (plain, spec) = (plain.clone(), spec.to_string());
                    Ok(vm.format(&plain, &spec)?.into())
                }
                _ => Err(type_error("__format__() argument must be str")),
            }
        })
        .method("item", "(self, *args)", |_, slots| {
            Ok(slots[0].base().clone())
        })
        .method("tolist", "(self)", |_, slots| Ok(slots[0].base().clone()))
        .getter("_dtype_name", |vm, slots| {
            Ok(dtype_of(vm, &slots[0]).map_or("object", DType::name).into())
        })
}

fn number(value: &Value) -> PyResult<f64> {
    match value.base() {
        Value::Float(float) => Ok(*float),
        Value::Int(int) => Ok(*int as f64),
        Value::Bool(flag) => Ok(f64::from(u8::from(*flag))),
        _ => Err(type_error("expected a number")),
    }
}

fn whole(value: &Value) -> PyResult<Value> {
    match value.base() {
        Value::Float(float) => crate::lang::types::int_of_float(*float),
        Value::Bool(flag) => Ok(Value::Int(i64::from(*flag))),
        plain => Ok(plain.clone()),
    }
}

/// The dtype of a scalar, if it is one.
pub fn dtype_of(vm: &Vm, value: &Value) -> Option<DType> {
    match value {
        Value::Instance(instance) if instance.base_value().is_some() => {
            torch(vm).numpy_scalars(vm).dtype(&instance.class)
        }
        _ => None,
    }
}

/// What a number brings to a promotion; None for what is no number.
pub fn brings(vm: &Vm, value: &Value) -> Option<Brings> {
    if let Some(dtype) = dtype_of(vm, value) {
        return Some(Brings::Dtype(dtype));
    }
    Some(Brings::Kind(match value.base() {
        Value::Bool(_) => DType::Bool,
        Value::Int(_) => DType::I64,
        Value::Float(_) => DType::F64,
        _ => return None,
    }))
}

/// A scalar of this dtype from a Python number that fits it.
pub fn scalar(vm: &Vm, dtype: DType, plain: Value) -> Value {
    let class = torch(vm).numpy_scalars(vm).class(dtype).clone();
    let cell = OnceCell::new();
    let _ = cell.set(plain);
    Value::Instance(Instance::new(class, Payload::Value(cell)))
}

/// The only element of an array as a scalar.
pub fn element(vm: &Vm, array: &Array) -> Value {
    let dtype = array.dtype();
    let int = || array.first_i64().unwrap_or_default();
    let plain = match dtype {
        DType::Bool => Value::Bool(int() != 0),
        DType::F32 | DType::F64 => Value::Float(array.first_f64().unwrap_or_default()),
        _ => Value::Int(int()),
    };
    scalar(vm, dtype, plain)
}

/// A Python number as this dtype holds it.
pub fn fitted(dtype: DType, plain: &Value) -> PyResult<Value> {
    Ok(match dtype {
        DType::Bool => Value::Bool(number(plain)? != 0.0),
        DType::F64 => Value::Float(number(plain)?),
        DType::F32 => Value::Float(f64::from(number(plain)? as f32)),
        _ => {
            let Value::Int(int) = whole(plain)? else {
                return Err(crate::lang::overflow_error(
                    "Python int too large to convert to C long",
                ));
            };
            Value::Int(match dtype {
                DType::I32 => i64::from(int as i32),
                DType::U8 => i64::from(int as u8),
                _ => int,
            })
        }
    })
}

/// `np.float32(value)`: a scalar of a number or a text, an array of an array.
fn make(vm: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let Value::Class(class) = &slots[0] else {
        return Err(type_error("expected a class"));
    };
    let dtype = torch(vm).numpy_scalars(vm).dtype(class);
    // A class derived from one of them in Python.
    let dtype = dtype.unwrap_or(DType::F64);
    if let Some(array) = array_of(&slots[1]).or_else(|| Some(tensor_of(&slots[1])?.array().clone()))
    {
        return super::array::result(vm, array.to_dtype(dtype)?);
    }
    if let Value::List(_) | Value::Tuple(_) = slots[1].base() {
        let made = crate::library::glue::tensor_from(vm, &slots[1], Some(dtype))?;
        return super::array::result(vm, made.array().clone());
    }
    let plain = match slots[1].base() {
        Value::Str(text) => Value::Float(
            float::parse(text)
                .map_err(|_| value_error(format!("could not convert string to float: '{text}'")))?,
        ),
        Value::None if dtype.is_float() => Value::Float(f64::NAN),
        Value::Float(_) | Value::Int(_) | Value::Bool(_) => slots[1].base().clone(),
        _ if dtype == DType::Bool => Value::Bool(vm.truthy(&slots[1])?),
        _ => {
            let name = intern(if dtype.is_float() {
                "__float__"
            } else {
                "__int__"
            });
            match vm.special(&slots[1], &name, []) {
                Some(plain) => plain?,
                None => {
                    return Err(type_error(format!(
                        "float() argument must be a string or a real number, not '{}'",
                        vm.type_name(&slots[1])
                    )));
                }
            }
        }
    };
    Ok(scalar(vm, dtype, fitted(dtype, &plain)?))
}

/// The shortest digits that mean this number in its own dtype, as numpy writes a scalar: positional from 1e-4 to 1e16, or to 1e6 as float32.
pub fn float_text(value: f64, dtype: DType) -> String {
    if dtype == DType::F64 || !value.is_finite() {
        return float::repr(value);
    }
    let narrow = value as f32;
    let size = f64::from(narrow.abs());
    if size != 0.0 && !(1e-4..1e6).contains(&size) {
        let text = format!("{narrow:e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let exponent: i32 = exponent.parse().unwrap_or_default();
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{digits}e{sign}{:02}", exponent.abs());
    }
    let text = format!("{narrow}");
    if text.contains('.') {
        text
    } else {
        text + ".0"
    }
}

fn text(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let dtype = dtype_of(vm, value).unwrap_or(DType::F64);
    Ok(match value.base() {
        Value::Float(float) => float_text(*float, dtype),
        Value::Int(int) => int.to_string(),
        Value::Bool(true) => "True".into(),
        _ => "False".into(),
    })
}

fn repr(vm: &mut Vm, value: &Value) -> PyResult<String> {
    let text = text(vm, value)?;
    Ok(match dtype_of(vm, value) {
        Some(DType::Bool) => format!("np.{text}_"),
        Some(dtype) => format!("np.{}({text})", dtype.name()),
        None => text,
    })
}
