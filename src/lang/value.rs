//! A Python value in sixteen bytes.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::objects::*;

/// Any Python object. Small immutables are held in place, everything else behind a counted pointer, so that moving a
/// value costs two machine words and copying one costs at most an increment.
///
/// The tag is a whole word: with a byte as tag, values would be copied in pieces that overlap, which stalls the processor.
#[derive(Clone, Default)]
#[repr(u64)]
pub enum Value {
    /// An unbound slot. No program ever sees one.
    #[default]
    Undefined,
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    Int(i64),
    Float(f64),
    /// An int outside the range of i64; one inside is always an `Int`.
    BigInt(Rc<BigInt>),
    Complex(Rc<Complex>),
    Str(Rc<Str>),
    Bytes(Rc<Bytes>),
    ByteArray(Rc<ByteArray>),
    List(Rc<List>),
    Tuple(Rc<Tuple>),
    Dict(Rc<Dict>),
    Set(Rc<Set>),
    FrozenSet(Rc<Set>),
    Slice(Rc<Slice>),
    Range(Rc<Range>),
    DictView(Rc<DictView>),
    Iterator(Rc<Iter>),
    Generator(Rc<Generator>),
    Function(Rc<Function>),
    Builtin(Rc<Builtin>),
    Method(Rc<Method>),
    Property(Rc<Property>),
    StaticMethod(Rc<Wrapper>),
    ClassMethod(Rc<Wrapper>),
    Super(Rc<Super>),
    Class(Rc<Class>),
    Instance(Rc<Instance>),
    Module(Rc<Module>),
    Cell(Rc<Cell>),
    Code(Rc<super::code::Code>),
    Traceback(Rc<Traceback>),
    /// A read-only view of a class's dict.
    MappingProxy(Rc<Dict>),
    /// `list[int]`, `int | None`.
    Alias(Rc<Alias>),
}

const _: () = assert!(std::mem::size_of::<Value>() == 16);
const _: () = assert!(std::mem::size_of::<crate::lang::PyResult>() == 16);

impl Value {
    pub fn str(text: impl Into<Box<str>>) -> Value {
        Value::Str(Rc::new(Str::new(text)))
    }

    pub fn bytes(bytes: impl Into<Box<[u8]>>) -> Value {
        Value::Bytes(Rc::new(Bytes(bytes.into())))
    }

    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(List::new(items)))
    }

    pub fn tuple(items: impl IntoIterator<Item = Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    /// A dict with text keys, as `**kwargs` are.
    pub fn dict_of(items: impl IntoIterator<Item = (Rc<Str>, Value)>) -> Value {
        let dict = Dict::default();
        for (name, value) in items {
            dict.set_name(&name, value);
        }
        Value::Dict(Rc::new(dict))
    }

    /// An int of any size.
    pub fn big(value: BigInt) -> Value {
        match value.to_i64() {
            Some(small) => Value::Int(small),
            None => Value::BigInt(Rc::new(value)),
        }
    }

    pub fn is_undefined(&self) -> bool {
        matches!(self, Value::Undefined)
    }

    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text of a `str` (of a subclass of `str` too).
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text),
            Value::Instance(instance) => match instance.base_value() {
                Some(Value::Str(text)) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// What an instance of a subclass of a built-in type holds; any other value is itself.
    pub fn base(&self) -> &Value {
        match self {
            Value::Instance(instance) => instance.base_value().unwrap_or(self),
            _ => self,
        }
    }

    /// The Rust value inside an instance of a native class.
    ///
    /// `value.native::<Tensor>()` is how a library finds the tensor of a torch.Tensor.
    pub fn native<T: 'static>(&self) -> Option<&T> {
        match self {
            Value::Instance(instance) => instance.native::<T>(),
            _ => None,
        }
    }

    /// The address that `id()` and `is` go by; `None` for values held in place.
    pub fn address(&self) -> Option<usize> {
        fn of<T>(rc: &Rc<T>) -> Option<usize> {
            Some(Rc::as_ptr(rc) as *const u8 as usize)
        }
        match self {
            Value::Undefined | Value::None | Value::Ellipsis | Value::NotImplemented => None,
            Value::Bool(_) | Value::Int(_) | Value::Float(_) => None,
            Value::BigInt(rc) => of(rc),
            Value::Complex(rc) => of(rc),
            Value::Str(rc) => of(rc),
            Value::Bytes(rc) => of(rc),
            Value::ByteArray(rc) => of(rc),
            Value::List(rc) => of(rc),
            Value::Tuple(rc) => of(rc),
            Value::Dict(rc) | Value::MappingProxy(rc) => of(rc),
            Value::Set(rc) | Value::FrozenSet(rc) => of(rc),
            Value::Slice(rc) => of(rc),
            Value::Range(rc) => of(rc),
            Value::DictView(rc) => of(rc),
            Value::Iterator(rc) => of(rc),
            Value::Generator(rc) => of(rc),
            Value::Function(rc) => of(rc),
            Value::Builtin(rc) => of(rc),
            Value::Method(rc) => of(rc),
            Value::Property(rc) => of(rc),
            Value::StaticMethod(rc) | Value::ClassMethod(rc) => of(rc),
            Value::Super(rc) => of(rc),
            Value::Class(rc) => of(rc),
            Value::Instance(rc) => of(rc),
            Value::Module(rc) => of(rc),
            Value::Cell(rc) => of(rc),
            Value::Code(rc) => of(rc),
            Value::Traceback(rc) => of(rc),
            Value::Alias(rc) => of(rc),
        }
    }

    /// `a is b`.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            _ => {
                std::mem::discriminant(self) == std::mem::discriminant(other)
                    && self.address() == other.address()
            }
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}
impl From<usize> for Value {
    fn from(value: usize) -> Value {
        Value::Int(value as i64)
    }
}
impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::str(value)
    }
}
impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::str(value)
    }
}
impl From<Rc<Str>> for Value {
    fn from(value: Rc<Str>) -> Value {
        Value::Str(value)
    }
}
impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Value {
        Value::list(items)
    }
}
impl From<Rc<Class>> for Value {
    fn from(class: Rc<Class>) -> Value {
        Value::Class(class)
    }
}
impl From<Rc<Dict>> for Value {
    fn from(dict: Rc<Dict>) -> Value {
        Value::Dict(dict)
    }
}
impl From<Rc<Instance>> for Value {
    fn from(instance: Rc<Instance>) -> Value {
        Value::Instance(instance)
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::None, Into::into)
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Undefined => f.write_str("<undefined>"),
            Value::None => f.write_str("None"),
            Value::Bool(value) => write!(f, "{value}"),
            Value::Int(value) => write!(f, "{value}"),
            Value::Float(value) => write!(f, "{value:?}"),
            Value::Str(text) => write!(f, "{:?}", &***text),
            Value::Class(class) => write!(f, "<class {}>", class.name()),
            Value::Function(function) => {
                write!(f, "<function {}>", function.code.qualname.as_str())
            }
            Value::Builtin(builtin) => write!(f, "<builtin {}>", builtin.name.as_str()),
            _ => write!(f, "<value {:?}>", std::mem::discriminant(self)),
        }
    }
}
