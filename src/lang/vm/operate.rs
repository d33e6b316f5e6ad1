//! The operations that may have to ask Python code: see [`super::ask::Operation`].

use std::rc::Rc;

use super::{Operation, Vm};
use crate::lang::code::{BinaryOp, UnaryOp};
use crate::lang::native::{CallArgs, Flow, NativeFn};
use crate::lang::objects::Str;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, key_error, type_error};

impl Vm {
    /// Performs an operation; an error that it needs Python is for [`Vm::attempt`] to handle.
    pub fn perform(&mut self, operation: &Operation, args: &[Value]) -> PyResult<Flow> {
        match operation {
            Operation::Native(function) => match *function {
                NativeFn::Plain(function) => function(self, args).map(Flow::Value),
                NativeFn::Flow(function) => function(self, args),
                NativeFn::Indexed(function, index) => function(self, index, args),
            },
            Operation::Binary(op) => self.binary(*op, &args[0], &args[1]).map(Flow::Value),
            Operation::InPlace(op) => self.in_place(*op, &args[0], &args[1]).map(Flow::Value),
            Operation::Unary(op) => self.unary(*op, &args[0]).map(Flow::Value),
            Operation::Compare(op) => self.compare(*op, &args[0], &args[1]).map(Flow::Value),
            Operation::GetAttr(name) => self.get_attribute(&args[0], name),
            Operation::SetAttr(name) => self.set_attribute(&args[0], name, args[1].clone()),
            Operation::DelAttr(name) => self.delete_attribute(&args[0], name),
            Operation::Subscript => self.subscript(&args[0], &args[1]),
            Operation::SetSubscript => self.set_subscript(&args[0], &args[1], &args[2]),
            Operation::DelSubscript => self.delete_subscript(&args[0], &args[1]),
            Operation::Truth => self.truthy(&args[0]).map(|truth| Value::Bool(truth).into()),
            Operation::Not => self
                .truthy(&args[0])
                .map(|truth| Value::Bool(!truth).into()),
            Operation::Iter => self.iter(&args[0]).map(Flow::Value),
            Operation::Items(most) => match self.first_items_of(&args[0], *most) {
                Err(exception)
                    if exception.is("TypeError")
                        && !exception.has_traceback()
                        && !self.is_iterable(&args[0]) =>
                {
                    Err(type_error(format!(
                        "cannot unpack non-iterable {} object",
                        self.type_name(&args[0])
                    )))
                }
                items => items.map(|items| Value::list(items).into()),
            },
            Operation::Format(conversion) => self.formatted(*conversion, &args[0], &args[1]),
            Operation::ListExtend => {
                let items = match self.items_of(&args[1]) {
                    Err(exception)
                        if exception.is("TypeError")
                            && !exception.has_traceback()
                            && !self.is_iterable(&args[1]) =>
                    {
                        return Err(type_error(format!(
                            "Value after * must be an iterable, not {}",
                            self.type_name(&args[1])
                        )));
                    }
                    items => items?,
                };
                if let Value::List(list) = &args[0] {
                    list.items.borrow_mut().extend(items);
                }
                Ok(Value::None.into())
            }
            Operation::SetAdd => {
                if let Value::Set(set) = &args[0] {
                    self.set_add(set, args[1].clone())?;
                }
                Ok(Value::None.into())
            }
            Operation::SetUpdate => {
                let items = self.items_of(&args[1])?;
                if let Value::Set(set) = &args[0] {
                    for item in items {
                        self.set_add(set, item)?;
                    }
                }
                Ok(Value::None.into())
            }
            Operation::DictAdd => {
                if let Value::Dict(dict) = &args[0] {
                    self.dict_set(dict, args[1].clone(), args[2].clone())?;
                }
                Ok(Value::None.into())
            }
            Operation::DictPairs => {
                if let (Value::Dict(dict), Value::List(pairs)) = (&args[0], &args[1]) {
                    for pair in pairs.to_vec() {
                        if let Value::Tuple(pair) = pair {
                            self.dict_set(dict, pair[0].clone(), pair[1].clone())?;
                        }
                    }
                }
                Ok(Value::None.into())
            }
            Operation::SetItems => {
                let set = Rc::new(crate::lang::objects::Set::default());
                for item in args {
                    self.set_add(&set, item.clone())?;
                }
                Ok(Value::Set(set).into())
            }
            Operation::DictUpdate => self.dict_update(&args[0], &args[1], None),
            Operation::DictMerge(callee) => self.dict_update(&args[0], &args[1], Some(callee)),
            Operation::MatchClass(count) => self
                .match_class(&args[0], &args[1], &args[2], *count)
                .map(Flow::Value),
            Operation::MatchKeys => self.match_keys(&args[0], &args[1]).map(Flow::Value),
            Operation::Len => self.len(&args[0]).map(|length| Value::Int(length).into()),
            Operation::Matches => self
                .exception_matches(&args[0], &args[1])
                .map(|matches| Value::Bool(matches).into()),
            Operation::Instantiate => match &args[0] {
                Value::Class(class) => self.instantiate(class, CallArgs::default()),
                _ => Err(type_error("exceptions must derive from BaseException")),
            },
        }
    }

    /// Whether `iter(value)` has something to call.
    pub fn is_iterable(&self, value: &Value) -> bool {
        self.lookup_special(value, &self.names.iter).is_some()
            || self.lookup_special(value, &self.names.getitem).is_some()
    }

    /// `object[key]`, for natives; may ask.
    pub fn get_item(&mut self, object: &Value, key: &Value) -> PyResult<Value> {
        let flow = self.subscript(object, key)?;
        self.answer_of(flow)
    }

    /// `object[key] = value`, for natives; may ask.
    pub fn set_item(&mut self, object: &Value, key: &Value, value: &Value) -> PyResult<()> {
        let flow = self.set_subscript(object, key, value)?;
        self.answer_of(flow).map(drop)
    }

    /// `a op b`
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult<Value> {
        match self.binary_opt(op, a, b)? {
            Some(value) => Ok(value),
            None => Err(self.unsupported_operands(op.symbol(), a, b)),
        }
    }

    fn unsupported_operands(&self, symbol: &str, a: &Value, b: &Value) -> crate::lang::Exception {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let exception = match (symbol, a, b) {
            ("+", Value::Str(_), _) => format!("can only concatenate str (not \"{right}\") to str"),
            ("+", Value::List(_), _) => {
                format!("can only concatenate list (not \"{right}\") to list")
            }
            ("+", Value::Tuple(_), _) => {
                format!("can only concatenate tuple (not \"{right}\") to tuple")
            }
            ("+", Value::Bytes(_), _) => format!("can't concat {right} to bytes"),
            ("*", Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_), _) => {
                format!("can't multiply sequence by non-int of type '{right}'")
            }
            ("*", _, Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_)) => {
                format!("can't multiply sequence by non-int of type '{left}'")
            }
            _ => format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"),
        };
        type_error(exception)
    }

    fn binary_opt(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult<Option<Value>> {
        let asks = |value: &Value| {
            matches!(value, Value::Instance(_))
                || matches!(value, Value::Class(class) if class.meta.is_some())
        };
        if asks(a) || asks(b) {
            let names = self.names.clone();
            let [method, reflected, _] = &names.binary[op as usize];
            let (left, right) = (self.types.of(a).clone(), self.types.of(b).clone());
            let mut tried_right = Rc::ptr_eq(&left, &right);
            if !tried_right
                && right.is_subclass_of(&left)
                && self.overrides(&left, &right, reflected)
            {
                tried_right = true;
                if let Some(value) = self.binary_method(b, reflected, a)? {
                    return Ok(Some(value));
                }
            }
            if let Some(value) = self.binary_method(a, method, b)? {
                return Ok(Some(value));
            }
            if !tried_right && let Some(value) = self.binary_method(b, reflected, a)? {
                return Ok(Some(value));
            }
            if matches!(a.base(), Value::Instance(_)) || matches!(b.base(), Value::Instance(_)) {
                return Ok(None);
            }
        }
        self.builtin_binary(op, a, b).transpose()
    }

    fn overrides(
        &self,
        base: &crate::lang::objects::Class,
        class: &crate::lang::objects::Class,
        name: &Rc<Str>,
    ) -> bool {
        match (
            self.lookup_cached(base, name),
            self.lookup_cached(class, name),
        ) {
            (Some(old), Some(new)) => !old.is(&new),
            (None, new) => new.is_some(),
            _ => false,
        }
    }

    fn binary_method(
        &mut self,
        this: &Value,
        name: &Rc<Str>,
        other: &Value,
    ) -> PyResult<Option<Value>> {
        let Some(method) = self.lookup_special(this, name) else {
            return Ok(None);
        };
        let result = self.call(&method, CallArgs::positional([this.clone(), other.clone()]))?;
        Ok((!matches!(result, Value::NotImplemented)).then_some(result))
    }

    /// `a op= b`
    fn in_place(&mut self, op: BinaryOp, a: &Value, b: &Value) -> PyResult<Value> {
        let names = self.names.clone();
        let name = &names.binary[op as usize][2];
        if let Value::Instance(_) = a
            && let Some(value) = self.binary_method(a, name, b)?
        {
            return Ok(value);
        }
        match (op, a) {
            (BinaryOp::Add, Value::List(list)) => {
                let items = self.items_of(b)?;
                self.charge((list.len() + items.len()) * 16)?;
                list.items.borrow_mut().extend(items);
                return Ok(a.clone());
            }
            (BinaryOp::Multiply, Value::List(list)) => {
                if let Some(Value::List(repeated)) = self.builtin_binary(op, a, b).transpose()? {
                    let items = std::mem::take(&mut *repeated.items.borrow_mut());
                    let old = std::mem::replace(&mut *list.items.borrow_mut(), items);
                    drop(old);
                    return Ok(a.clone());
                }
            }
            (BinaryOp::Or, Value::Dict(_)) => {
                self.dict_update(a, b, None)?;
                return Ok(a.clone());
            }
            (
                BinaryOp::Or | BinaryOp::And | BinaryOp::Subtract | BinaryOp::Xor,
                Value::Set(set),
            ) => {
                if let Some(Value::Set(result)) = self.builtin_binary(op, a, b).transpose()? {
                    let new = std::mem::take(&mut *result.map.borrow_mut());
                    let old = std::mem::replace(&mut *set.map.borrow_mut(), new);
                    drop(old);
                    return Ok(a.clone());
                }
            }
            (BinaryOp::Add, Value::ByteArray(bytes)) => {
                if let Value::Bytes(_) | Value::ByteArray(_) = b {
                    let more = bytes_of(self, b)?;
                    bytes.bytes.borrow_mut().extend_from_slice(&more);
                    return Ok(a.clone());
                }
            }
            _ => {}
        }
        match self.binary_opt(op, a, b)? {
            Some(value) => Ok(value),
            None => Err(self.unsupported_operands(op.in_place_symbol(), a, b)),
        }
    }

    fn unary(&mut self, op: UnaryOp, value: &Value) -> PyResult<Value> {
        let (name, symbol) = match op {
            UnaryOp::Negative => (self.names.neg.clone(), "-"),
            UnaryOp::Positive => (self.names.pos.clone(), "+"),
            UnaryOp::Invert => (self.names.invert.clone(), "~"),
        };
        if let Value::Instance(_) = value
            && let Some(result) = self.special(value, &name, [])
        {
            return result;
        }
        self.builtin_unary(op, value).ok_or_else(|| {
            type_error(format!(
                "bad operand type for unary {symbol}: '{}'",
                self.type_name(value)
            ))
        })
    }

    fn formatted(&mut self, conversion: u8, value: &Value, spec: &Value) -> PyResult<Flow> {
        let converted = match conversion {
            b'r' => Value::str(self.repr(value)?),
            b's' => Value::str(self.str(value)?),
            b'a' => Value::str(self.ascii(value)?),
            _ => value.clone(),
        };
        let spec = spec.as_str().unwrap_or("").to_string();
        Ok(Value::str(self.format(&converted, &spec)?).into())
    }

    /// `{**other}`, `dict.update(other)`; for a call's `**other`, names must be texts and not come twice.
    pub fn dict_update(
        &mut self,
        dict: &Value,
        other: &Value,
        callee: Option<&Value>,
    ) -> PyResult<Flow> {
        let Value::Dict(dict) = dict.base() else {
            return Ok(Value::None.into());
        };
        let pairs = match other.base() {
            Value::Dict(other) | Value::MappingProxy(other) => other.pairs(),
            _ => match self.getattr_opt(other, "keys")? {
                Some(keys) => {
                    let keys = self.call(&keys, CallArgs::default())?;
                    let mut pairs = Vec::new();
                    for key in self.items_of(&keys)? {
                        let name = self.names.getitem.clone();
                        match self.special(other, &name, [key.clone()]) {
                            Some(value) => pairs.push((key, value?)),
                            None => return Err(key_error(key)),
                        }
                    }
                    pairs
                }
                None if callee.is_some() => {
                    return Err(type_error(format!(
                        "argument after ** must be a mapping, not {}",
                        self.type_name(other)
                    )));
                }
                None => {
                    return Err(type_error(format!(
                        "'{}' object is not a mapping",
                        self.type_name(other)
                    )));
                }
            },
        };
        for (key, value) in pairs {
            if let Some(callee) = callee {
                let name = match callee {
                    Value::Function(function) => {
                        let module = function
                            .globals
                            .get_str("__name__")
                            .and_then(|name| name.as_str().map(str::to_string));
                        format!(
                            "{}.{}()",
                            module.unwrap_or_default(),
                            function.qualname.borrow()
                        )
                    }
                    _ => "function".into(),
                };
                let Some(text) = key.as_str() else {
                    return Err(type_error("keywords must be strings"));
                };
                if dict.get_str(text).is_some() {
                    return Err(type_error(format!(
                        "{name} got multiple values for keyword argument '{text}'"
                    )));
                }
            }
            self.dict_set(dict, key, value)?;
        }
        Ok(Value::None.into())
    }

    /// `len(value)`
    pub fn len(&mut self, value: &Value) -> PyResult<i64> {
        if let Value::Instance(_) | Value::Class(_) = value {
            let name = self.names.len.clone();
            if let Some(result) = self.special(value, &name, []) {
                let result = result?;
                let length = match self.index_opt(&result)? {
                    Some(length) => length,
                    None => {
                        return Err(type_error(format!(
                            "'{}' object cannot be interpreted as an integer",
                            self.type_name(&result)
                        )));
                    }
                };
                if length < 0 {
                    return Err(crate::lang::value_error("__len__() should return >= 0"));
                }
                return Ok(length);
            }
        }
        Ok(match value.base() {
            Value::Str(text) => text.char_count() as i64,
            Value::List(list) => list.len() as i64,
            Value::Tuple(tuple) => tuple.len() as i64,
            Value::Dict(dict) | Value::MappingProxy(dict) => dict.len() as i64,
            Value::Set(set) | Value::FrozenSet(set) => set.len() as i64,
            Value::Bytes(bytes) => bytes.len() as i64,
            Value::ByteArray(bytes) => bytes.bytes.borrow().len() as i64,
            Value::Range(range) => range.len(),
            Value::DictView(view) => view.dict.len() as i64,
            _ => {
                return Err(type_error(format!(
                    "object of type '{}' has no len()",
                    self.type_name(value)
                )));
            }
        })
    }

    /// Whether `except kind` takes an exception.
    fn exception_matches(&mut self, exception: &Value, kind: &Value) -> PyResult<bool> {
        let kinds = match kind {
            Value::Tuple(kinds) => kinds.to_vec(),
            kind => vec![kind.clone()],
        };
        let base = self.types.exceptions["BaseException"].clone();
        for kind in &kinds {
            match kind {
                Value::Class(class) if class.is_subclass_of(&base) => {}
                _ => {
                    return Err(type_error(
                        "catching classes that do not inherit from BaseException is not allowed",
                    ));
                }
            }
        }
        Ok(kinds.iter().any(|kind| matches!(kind, Value::Class(class) if self.types.of(exception).is_subclass_of(class))))
    }
}
