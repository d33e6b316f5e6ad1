//! Equality, order, identity and membership.

use std::cmp::Ordering;
use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed};

use super::Vm;
use super::arith::{Number, number};
use crate::lang::code::CompareOp;
use crate::lang::native::CallArgs;
use crate::lang::objects::{Set, Str, ViewKind};
use crate::lang::{Exception, PyResult, Value, type_error};

impl Vm {
    /// `a == b`, as containers and dicts ask it: an object equals itself.
    pub fn eq(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if a.is(b) {
            return Ok(true);
        }
        if let Some(answer) = self.plain_eq(a, b) {
            return answer;
        }
        let result = self.compare(CompareOp::Equal, a, b)?;
        self.truthy(&result)
    }

    /// Equality of values that have no Python code in them; None for others.
    #[inline]
    fn plain_eq(&mut self, a: &Value, b: &Value) -> Option<PyResult<bool>> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Some(Ok(a == b)),
            (Value::Str(a), Value::Str(b)) => Some(Ok(Str::same(a, b))),
            (Value::Instance(_), _) | (_, Value::Instance(_)) => None,
            _ => Some(self.builtin_eq(a, b)),
        }
    }

    /// `a == b` of two built-in values.
    fn builtin_eq(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        if let (Some(a), Some(b)) = (number(a), number(b)) {
            return Ok(match (a, b) {
                (Number::Complex(a), Number::Complex(b)) => a == b,
                (Number::Complex(a), Number::Float(b)) | (Number::Float(b), Number::Complex(a)) => {
                    a.imag == 0.0 && a.real == b
                }
                (Number::Complex(a), Number::Int(b)) | (Number::Int(b), Number::Complex(a)) => {
                    a.imag == 0.0 && a.real == b as f64
                }
                (a, b) => order_numbers(&a, &b) == Some(Ordering::Equal),
            });
        }
        Ok(match (a, b) {
            (Value::Str(a), Value::Str(b)) => Str::same(a, b),
            (Value::Bytes(a), Value::Bytes(b)) => a.0 == b.0,
            (Value::ByteArray(a), Value::ByteArray(b)) => *a.bytes.borrow() == *b.bytes.borrow(),
            (Value::Bytes(a), Value::ByteArray(b)) | (Value::ByteArray(b), Value::Bytes(a)) => {
                *a.0 == **b.bytes.borrow()
            }
            (Value::Tuple(a), Value::Tuple(b)) => a.len() == b.len() && self.all_eq(a, b)?,
            (Value::List(a), Value::List(b)) => {
                if a.len() != b.len() {
                    return Ok(false);
                }
                let (a, b) = (a.to_vec(), b.to_vec());
                self.all_eq(&a, &b)?
            }
            (Value::Dict(a) | Value::MappingProxy(a), Value::Dict(b) | Value::MappingProxy(b)) => {
                if a.len() != b.len() {
                    return Ok(false);
                }
                let pairs = a.pairs();
                let b = b.clone();
                self.nested(" in comparison", |vm| {
                    for (key, value) in pairs {
                        match vm.dict_get(&b, &key)? {
                            Some(other) if vm.eq(&value, &other)? => {}
                            _ => return Ok(false),
                        }
                    }
                    Ok(true)
                })?
            }
            (Value::Set(a) | Value::FrozenSet(a), Value::Set(b) | Value::FrozenSet(b)) => {
                a.len() == b.len() && self.is_subset(a, b)?
            }
            (Value::DictView(_), _) | (_, Value::DictView(_)) => {
                match (self.as_set(a)?, self.as_set(b)?) {
                    (Some(a), Some(b)) => a.len() == b.len() && self.is_subset(&a, &b)?,
                    _ => a.is(b),
                }
            }
            (Value::Range(a), Value::Range(b)) => {
                let len = a.len();
                len == b.len()
                    && (len == 0 || (a.start == b.start && (len == 1 || a.step == b.step)))
            }
            (Value::Slice(a), Value::Slice(b)) => {
                let (a, b) = (a.clone(), b.clone());
                self.eq(&a.start, &b.start)?
                    && self.eq(&a.stop, &b.stop)?
                    && self.eq(&a.step, &b.step)?
            }
            (Value::Method(a), Value::Method(b)) => {
                a.this.is(&b.this) && a.function.is(&b.function)
            }
            (Value::Alias(a), Value::Alias(b)) => {
                let (a, b) = (a.clone(), b.clone());
                a.args.len() == b.args.len() && self.all_eq(&a.args, &b.args)?
            }
            _ => a.is(b),
        })
    }

    fn all_eq(&mut self, a: &[Value], b: &[Value]) -> PyResult<bool> {
        self.nested(" in comparison", |vm| {
            for (a, b) in a.iter().zip(b) {
                if !vm.eq(a, b)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    pub fn is_subset(&mut self, a: &Set, b: &Set) -> PyResult<bool> {
        let items: Vec<(i64, Value)> = a
            .map
            .borrow()
            .hashed()
            .map(|(hash, key)| (hash, key.clone()))
            .collect();
        for (hash, key) in items {
            if self.set_find(b, hash, &key)?.is_none() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A set of what a set-like value holds (sets, and views of keys and items).
    pub fn as_set(&mut self, value: &Value) -> PyResult<Option<Rc<Set>>> {
        match value.base() {
            Value::Set(set) | Value::FrozenSet(set) => Ok(Some(set.clone())),
            Value::DictView(view) if view.kind != ViewKind::Values => {
                let items = match view.kind {
                    ViewKind::Keys => view.dict.keys(),
                    _ => view
                        .dict
                        .pairs()
                        .into_iter()
                        .map(|(key, value)| Value::tuple([key, value]))
                        .collect(),
                };
                let set = Rc::new(Set::default());
                for item in items {
                    self.set_add(&set, item)?;
                }
                Ok(Some(set))
            }
            _ => Ok(None),
        }
    }

    /// A comparison by operator: mostly a bool, but whatever a class's method returns.
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> PyResult<Value> {
        match op {
            CompareOp::Is => return Ok(Value::Bool(a.is(b))),
            CompareOp::IsNot => return Ok(Value::Bool(!a.is(b))),
            CompareOp::In => return self.contains(b, a).map(Value::Bool),
            CompareOp::NotIn => return self.contains(b, a).map(|found| Value::Bool(!found)),
            CompareOp::Exception => return Ok(Value::Bool(false)),
            _ => {}
        }
        let Some((method, reflected, symbol)) = op.method_names() else {
            return Ok(Value::NotImplemented);
        };
        let is_instance = |value: &Value| {
            matches!(value, Value::Instance(_))
                || matches!(value, Value::Class(class) if class.meta.is_some())
        };
        if is_instance(a) || is_instance(b) {
            let (left, right) = (self.types.of(a).clone(), self.types.of(b).clone());
            let mut tried_right = false;
            if !Rc::ptr_eq(&left, &right)
                && right.is_subclass_of(&left)
                && let Some(result) = self.compare_method(b, reflected, a)?
            {
                return Ok(result);
            } else if !Rc::ptr_eq(&left, &right) && right.is_subclass_of(&left) {
                tried_right = true;
            }
            if let Some(result) = self.compare_method(a, method, b)? {
                return Ok(result);
            }
            if !tried_right && let Some(result) = self.compare_method(b, reflected, a)? {
                return Ok(result);
            }
        }
        let (left, right) = (a.base(), b.base());
        match op {
            CompareOp::Equal | CompareOp::NotEqual => {
                let left_plain = !matches!(left, Value::Instance(_));
                let right_plain = !matches!(right, Value::Instance(_));
                let equal = if left_plain && right_plain {
                    self.builtin_eq(left, right)?
                } else {
                    a.is(b)
                };
                Ok(Value::Bool(equal == (op == CompareOp::Equal)))
            }
            _ => match self.order(op, left, right)? {
                Some(answer) => Ok(Value::Bool(answer)),
                None => {
                    let (left, right) = (self.type_name(a), self.type_name(b));
                    Err(type_error(format!(
                        "'{symbol}' not supported between instances of '{left}' and '{right}'"
                    )))
                }
            },
        }
    }

    /// What a class's comparison method says; None if there is none or it says NotImplemented.
    fn compare_method(
        &mut self,
        this: &Value,
        name: &str,
        other: &Value,
    ) -> PyResult<Option<Value>> {
        let Some(method) = self.lookup_special(this, &crate::lang::objects::intern(name)) else {
            if name == "__ne__" {
                let equal = self.compare_method(this, "__eq__", other)?;
                return match equal {
                    Some(value) => Ok(Some(Value::Bool(!self.truthy(&value)?))),
                    None => Ok(None),
                };
            }
            return Ok(None);
        };
        let result = self.call(&method, CallArgs::positional([this.clone(), other.clone()]))?;
        Ok((!matches!(result, Value::NotImplemented)).then_some(result))
    }

    /// `<`, `<=`, `>`, `>=` of built-in values; None where there is no order.
    fn order(&mut self, op: CompareOp, a: &Value, b: &Value) -> PyResult<Option<bool>> {
        let holds = |ordering: Option<Ordering>| {
            ordering.is_some_and(|ordering| match op {
                CompareOp::Less => ordering == Ordering::Less,
                CompareOp::LessEqual => ordering != Ordering::Greater,
                CompareOp::Greater => ordering == Ordering::Greater,
                _ => ordering != Ordering::Less,
            })
        };
        if let (Some(a), Some(b)) = (number(a), number(b)) {
            if matches!(a, Number::Complex(_)) || matches!(b, Number::Complex(_)) {
                return Ok(None);
            }
            return Ok(Some(holds(order_numbers(&a, &b))));
        }
        match (a, b) {
            (Value::Str(a), Value::Str(b)) => Ok(Some(holds(Some(a.as_str().cmp(b.as_str()))))),
            (Value::Bytes(a), Value::Bytes(b)) => Ok(Some(holds(Some(a.0.cmp(&b.0))))),
            (Value::Tuple(a), Value::Tuple(b)) => self.order_items(op, a, b).map(Some),
            (Value::List(a), Value::List(b)) => {
                let (a, b) = (a.to_vec(), b.to_vec());
                self.order_items(op, &a, &b).map(Some)
            }
            _ => match (self.as_set(a)?, self.as_set(b)?) {
                (Some(a), Some(b)) => Ok(Some(match op {
                    CompareOp::Less => a.len() < b.len() && self.is_subset(&a, &b)?,
                    CompareOp::LessEqual => self.is_subset(&a, &b)?,
                    CompareOp::Greater => b.len() < a.len() && self.is_subset(&b, &a)?,
                    _ => self.is_subset(&b, &a)?,
                })),
                _ => Ok(None),
            },
        }
    }

    fn order_items(&mut self, op: CompareOp, a: &[Value], b: &[Value]) -> PyResult<bool> {
        self.nested(" in comparison", |vm| {
            for (a, b) in a.iter().zip(b) {
                if !vm.eq(a, b)? {
                    let result = vm.compare(op, a, b)?;
                    return vm.truthy(&result);
                }
            }
            Ok(match op {
                CompareOp::Less => a.len() < b.len(),
                CompareOp::LessEqual => a.len() <= b.len(),
                CompareOp::Greater => a.len() > b.len(),
                _ => a.len() >= b.len(),
            })
        })
    }

    /// `a < b`, for sorting.
    pub fn less(&mut self, a: &Value, b: &Value) -> PyResult<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => Ok(a < b),
            (Value::Float(a), Value::Float(b)) => Ok(a < b),
            _ => {
                let result = self.compare(CompareOp::Less, a, b)?;
                self.truthy(&result)
            }
        }
    }

    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        if let Value::Instance(_) | Value::Class(_) = container {
            let name = self.names.contains.clone();
            if let Some(method) = self.lookup_special(container, &name) {
                if method.is_none() {
                    return Err(type_error(format!(
                        "'{}' object is not a container",
                        self.type_name(container)
                    )));
                }
                let result = self.call(
                    &method,
                    CallArgs::positional([container.clone(), item.clone()]),
                )?;
                return self.truthy(&result);
            }
            if let Value::Instance(instance) = container
                && instance.base_value().is_none()
            {
                return self.contains_by_iteration(container, item);
            }
        }
        match container.base() {
            Value::Str(text) => match item.as_str() {
                Some(part) => Ok(text.contains(part)),
                None => Err(type_error(format!(
                    "'in <string>' requires string as left operand, not {}",
                    self.type_name(item)
                ))),
            },
            Value::Dict(dict) | Value::MappingProxy(dict) => {
                Ok(self.dict_get(dict, item)?.is_some())
            }
            Value::Set(set) | Value::FrozenSet(set) => {
                let hash = match (item, self.hash(item)) {
                    // A set looks up a set by what a frozenset of it would hash to.
                    (Value::Set(inner), Err(exception)) if !exception.is_needs_python() => {
                        self.hash(&Value::FrozenSet(inner.clone()))?
                    }
                    (_, hash) => hash?,
                };
                Ok(self.set_find(set, hash, item)?.is_some())
            }
            Value::List(list) => {
                let list = list.clone();
                let mut index = 0;
                while let Some(other) = list.get(index) {
                    if self.eq(&other, item)? {
                        return Ok(true);
                    }
                    index += 1;
                }
                Ok(false)
            }
            Value::Tuple(tuple) => {
                for other in tuple.clone().iter() {
                    if self.eq(other, item)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Range(range) => match item.base() {
                Value::Int(int) => {
                    let (start, stop, step) = (range.start, range.stop, range.step);
                    let within = if step > 0 {
                        start <= *int && *int < stop
                    } else {
                        stop < *int && *int <= start
                    };
                    Ok(within && (i128::from(*int) - i128::from(start)) % i128::from(step) == 0)
                }
                Value::Bool(value) => {
                    self.contains(&Value::Range(range.clone()), &Value::Int(i64::from(*value)))
                }
                Value::Float(float) if float.fract() == 0.0 => {
                    self.contains(&Value::Range(range.clone()), &Value::Int(*float as i64))
                }
                _ => Ok(false),
            },
            Value::DictView(view) => match view.kind {
                ViewKind::Keys => Ok(self.dict_get(&view.dict, item)?.is_some()),
                ViewKind::Values => self.contains(&Value::list(view.dict.values()), item),
                ViewKind::Items => match item {
                    Value::Tuple(pair) if pair.len() == 2 => {
                        match self.dict_get(&view.dict, &pair[0])? {
                            Some(value) => self.eq(&value, &pair[1]),
                            None => Ok(false),
                        }
                    }
                    _ => Ok(false),
                },
            },
            Value::ByteArray(array) => {
                let bytes = Value::bytes(array.bytes.borrow().clone());
                self.contains(&bytes, item)
            }
            Value::Bytes(bytes) => match item.base() {
                Value::Int(byte) => Ok((0..256).contains(byte) && bytes.contains(&(*byte as u8))),
                Value::Bytes(part) => {
                    Ok(part.is_empty()
                        || bytes.windows(part.len()).any(|window| window == &***part))
                }
                _ => Err(type_error(format!(
                    "a bytes-like object is required, not '{}'",
                    self.type_name(item)
                ))),
            },
            _ => self.contains_by_iteration(container, item),
        }
    }

    fn contains_by_iteration(&mut self, container: &Value, item: &Value) -> PyResult<bool> {
        let iterator = match self.iter(container) {
            Err(exception) if exception.is("TypeError") => {
                return Err(type_error(format!(
                    "argument of type '{}' is not iterable",
                    self.type_name(container)
                )));
            }
            iterator => iterator?,
        };
        let items = self.items_of(&iterator)?;
        for other in &items {
            if self.eq(other, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Runs something that goes one level deeper on the Rust stack; past the limit it is a RecursionError.
    pub fn nested<T>(
        &mut self,
        doing: &str,
        run: impl FnOnce(&mut Vm) -> PyResult<T>,
    ) -> PyResult<T> {
        if self.native_depth >= 400 {
            return Err(Exception::new(
                "RecursionError",
                format!("maximum recursion depth exceeded{doing}"),
            ));
        }
        self.native_depth += 1;
        let result = run(self);
        self.native_depth -= 1;
        result
    }
}

/// The order of two numbers, exact between int and float.
pub fn order_numbers(a: &Number, b: &Number) -> Option<Ordering> {
    fn int_float(int: &BigInt, float: f64) -> Option<Ordering> {
        if float.is_nan() {
            None
        } else if float.is_infinite() {
            Some(if float > 0.0 {
                Ordering::Less
            } else {
                Ordering::Greater
            })
        } else {
            let whole = BigInt::from_f64(float.trunc())?;
            Some(int.cmp(&whole).then_with(|| {
                0.0f64
                    .partial_cmp(&float.fract())
                    .unwrap_or(Ordering::Equal)
            }))
        }
    }
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(b),
        (Number::Int(a), Number::Float(b)) if a.unsigned_abs() < 1 << 53 => {
            (*a as f64).partial_cmp(b)
        }
        (Number::Float(a), Number::Int(b)) if b.unsigned_abs() < 1 << 53 => {
            a.partial_cmp(&(*b as f64))
        }
        (Number::Int(a), Number::Float(b)) => int_float(&BigInt::from(*a), *b),
        (Number::Float(a), Number::Int(b)) => {
            int_float(&BigInt::from(*b), *a).map(Ordering::reverse)
        }
        (Number::Big(a), Number::Float(b)) => int_float(a, *b),
        (Number::Float(a), Number::Big(b)) => int_float(b, *a).map(Ordering::reverse),
        (Number::Big(a), Number::Big(b)) => Some(a.cmp(b)),
        (Number::Int(_), Number::Big(b)) => Some(if b.is_negative() {
            Ordering::Greater
        } else {
            Ordering::Less
        }),
        (Number::Big(a), Number::Int(_)) => Some(if a.is_negative() {
            Ordering::Less
        } else {
            Ordering::Greater
        }),
        _ => None,
    }
}
