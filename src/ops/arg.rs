//! The arguments of a call.

use std::rc::Rc;

use smallvec::SmallVec;

use super::{Op, signature};
use crate::tensor::{
    Array, DType, ErrorKind, Result, Shape, Tensor, TensorError, index::IndexItem, wrap_dim,
};

/// One argument.
#[derive(Clone, Debug, Default)]
pub enum Arg {
    /// `None`, or not given: the op's default holds.
    #[default]
    None,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(Rc<str>),
    Ints(SmallVec<[i64; 4]>),
    Floats(Rc<[f64]>),
    Tensor(Tensor),
    Tensors(Rc<[Tensor]>),
    DType(DType),
    Index(Rc<[IndexItem]>),
    /// In a node: the shape and dtype of a tensor whose elements are not needed.
    Like(Shape, DType),
}

/// The arguments of a call by position. One that was not given counts as `None`.
#[derive(Clone, Debug, Default)]
pub struct Args {
    items: SmallVec<[Arg; 4]>,
    pub(super) op: Option<&'static Op>,
}

impl std::ops::Deref for Args {
    type Target = [Arg];
    fn deref(&self) -> &[Arg] {
        &self.items
    }
}

impl std::ops::DerefMut for Args {
    fn deref_mut(&mut self) -> &mut [Arg] {
        &mut self.items
    }
}

impl FromIterator<Arg> for Args {
    fn from_iter<I: IntoIterator<Item = Arg>>(items: I) -> Self {
        Args {
            items: items.into_iter().collect(),
            op: None,
        }
    }
}

impl Args {
    pub fn push(&mut self, arg: Arg) {
        self.items.push(arg);
    }

    /// The argument, or `None`.
    pub fn at(&self, index: usize) -> &Arg {
        self.items.get(index).unwrap_or(&Arg::None)
    }

    pub fn has(&self, index: usize) -> bool {
        !matches!(self.at(index), Arg::None)
    }

    /// The op that is called: for messages.
    pub fn op_name(&self) -> &'static str {
        self.op.map_or("", |op| op.name)
    }

    /// All tensors among the arguments, those in lists too.
    pub fn tensors(&self) -> impl Iterator<Item = &Tensor> {
        self.items.iter().flat_map(|arg| match arg {
            Arg::Tensor(tensor) => std::slice::from_ref(tensor),
            Arg::Tensors(tensors) => tensors,
            _ => &[],
        })
    }

    /// # Errors
    /// TypeError `add(): argument 'other' (position 2) must be Tensor, not str`, here and below.
    pub fn tensor(&self, index: usize) -> Result<&Tensor> {
        match self.at(index) {
            Arg::Tensor(tensor) => Ok(tensor),
            _ => Err(self.wrong(index, "Tensor")),
        }
    }

    pub fn optional_tensor(&self, index: usize) -> Result<Option<&Tensor>> {
        if self.has(index) {
            self.tensor(index).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A copy of the handle to the array of a tensor argument.
    pub fn array(&self, index: usize) -> Result<Array> {
        Ok(self.tensor(index)?.array().clone())
    }

    pub fn tensor_list(&self, index: usize) -> Result<&[Tensor]> {
        match self.at(index) {
            Arg::Tensors(tensors) => Ok(tensors),
            Arg::Ints(ints) if ints.is_empty() => Ok(&[]),
            _ => Err(self.wrong(index, "tuple of Tensors")),
        }
    }

    /// Shape and dtype of a tensor argument, kept or not.
    pub fn meta(&self, index: usize) -> Result<(Shape, DType)> {
        match self.at(index) {
            Arg::Like(shape, dtype) => Ok((shape.clone(), *dtype)),
            _ => self
                .tensor(index)
                .map(|tensor| (tensor.shape(), tensor.dtype())),
        }
    }

    pub fn shape(&self, index: usize) -> Result<Shape> {
        Ok(self.meta(index)?.0)
    }

    pub fn float(&self, index: usize, default: f64) -> Result<f64> {
        match self.at(index) {
            Arg::None => Ok(default),
            Arg::Float(x) => Ok(*x),
            Arg::Int(i) => Ok(*i as f64),
            Arg::Bool(b) => Ok(f64::from(u8::from(*b))),
            Arg::Tensor(tensor) if tensor.numel() == 1 => tensor.item(),
            _ => Err(self.wrong(index, "float")),
        }
    }

    pub fn int(&self, index: usize, default: i64) -> Result<i64> {
        match self.at(index) {
            Arg::None => Ok(default),
            Arg::Int(i) => Ok(*i),
            Arg::Bool(b) => Ok(i64::from(*b)),
            Arg::Tensor(tensor) if tensor.numel() == 1 && !tensor.dtype().is_float() => {
                Ok(tensor.array().first_i64().unwrap_or_default())
            }
            _ => Err(self.wrong(index, "int")),
        }
    }

    pub fn flag(&self, index: usize, default: bool) -> Result<bool> {
        match self.at(index) {
            Arg::None => Ok(default),
            Arg::Bool(b) => Ok(*b),
            Arg::Int(i) => Ok(*i != 0),
            _ => Err(self.wrong(index, "bool")),
        }
    }

    pub fn text<'a>(&'a self, index: usize, default: &'a str) -> Result<&'a str> {
        match self.at(index) {
            Arg::None => Ok(default),
            Arg::Str(text) => Ok(text),
            _ => Err(self.wrong(index, "str")),
        }
    }

    pub fn dtype(&self, index: usize) -> Result<Option<DType>> {
        match self.at(index) {
            Arg::None => Ok(None),
            Arg::DType(dtype) => Ok(Some(*dtype)),
            _ => Err(self.wrong(index, "torch.dtype")),
        }
    }

    /// One int or several; `None` when not given.
    pub fn ints(&self, index: usize) -> Result<Option<SmallVec<[i64; 4]>>> {
        match self.at(index) {
            Arg::None => Ok(None),
            Arg::Int(i) => Ok(Some(SmallVec::from_slice(&[*i]))),
            Arg::Ints(ints) => Ok(Some(ints.clone())),
            _ => Err(self.wrong(index, "tuple of ints")),
        }
    }

    /// One int for all `N` places, or one for each: `kernel_size=3`, `kernel_size=(3, 2)`.
    pub fn ints_of<const N: usize>(&self, index: usize, default: i64) -> Result<[i64; N]> {
        match self.ints(index)? {
            None => Ok([default; N]),
            Some(ints) if ints.len() == 1 => Ok([ints[0]; N]),
            Some(ints) if ints.len() == N => Ok(std::array::from_fn(|i| ints[i])),
            Some(_) => Err(self.wrong(index, "tuple of ints")),
        }
    }

    /// A dimension of a tensor of `ndim` dimensions.
    pub fn dim(&self, index: usize, default: i64, ndim: usize) -> Result<usize> {
        wrap_dim(self.int(index, default)?, ndim)
    }

    /// The words for an argument of the wrong type.
    pub fn wrong(&self, index: usize, wanted: &str) -> TensorError {
        let name = self.op_name();
        let parameter = self
            .op
            .and_then(|op| signature::parameters(op.signature).nth(index));
        let parameter = parameter.map_or("input", |parameter| parameter.name);
        let kind = ErrorKind::TypeError;
        if !self.has(index) {
            return TensorError::new(
                kind,
                format!("{name}() missing 1 required positional arguments: \"{parameter}\""),
            );
        }
        TensorError::new(
            kind,
            format!(
                "{name}(): argument '{parameter}' (position {}) must be {wanted}, not {}",
                index + 1,
                self.at(index).type_name()
            ),
        )
    }
}

impl Arg {
    /// Python's name of the type.
    pub fn type_name(&self) -> &'static str {
        match self {
            Arg::None => "NoneType",
            Arg::Bool(_) => "bool",
            Arg::Int(_) => "int",
            Arg::Float(_) => "float",
            Arg::Str(_) => "str",
            Arg::Ints(_) | Arg::Floats(_) | Arg::Tensors(_) | Arg::Index(_) => "tuple",
            Arg::Tensor(_) | Arg::Like(..) => "Tensor",
            Arg::DType(_) => "torch.dtype",
        }
    }

    /// A tensor, kept or not.
    pub fn is_tensor(&self) -> bool {
        matches!(self, Arg::Tensor(_) | Arg::Like(..))
    }
}

macro_rules! arg_from {
    ($($type:ty, |$x:ident| $arg:expr;)*) => {$(
        impl From<$type> for Arg {
            fn from($x: $type) -> Arg { $arg }
        }
    )*};
}
arg_from! {
    bool, |x| Arg::Bool(x);
    i64, |x| Arg::Int(x);
    i32, |x| Arg::Int(x.into());
    usize, |x| Arg::Int(x as i64);
    f64, |x| Arg::Float(x);
    &str, |x| Arg::Str(x.into());
    DType, |x| Arg::DType(x);
    Tensor, |x| Arg::Tensor(x);
    &Tensor, |x| Arg::Tensor(x.clone());
    &Arg, |x| x.clone();
    &[Tensor], |x| Arg::Tensors(x.into());
    Vec<Tensor>, |x| Arg::Tensors(x.into());
    &[i64], |x| Arg::Ints(SmallVec::from_slice(x));
    &Shape, |x| Arg::Ints(x.iter().map(|&size| size as i64).collect());
    Vec<IndexItem>, |x| Arg::Index(x.into());
}

impl<T: Into<Arg>> From<Option<T>> for Arg {
    fn from(x: Option<T>) -> Arg {
        x.map_or(Arg::None, Into::into)
    }
}

impl From<&Tensor> for Args {
    fn from(x: &Tensor) -> Args {
        Args {
            items: SmallVec::from_iter([x.into()]),
            op: None,
        }
    }
}

macro_rules! args_from {
    ($($name:ident)*) => {
        impl<$($name: Into<Arg>),*> From<($($name,)*)> for Args {
            #[allow(non_snake_case, reason = "the type parameters name the values too")]
            fn from(($($name,)*): ($($name,)*)) -> Args {
                Args { items: SmallVec::from_iter([$($name.into()),*]), op: None }
            }
        }
    };
}
args_from!(A);
args_from!(A B);
args_from!(A B C);
args_from!(A B C D);
args_from!(A B C D E);
args_from!(A B C D E F);
args_from!(A B C D E F G);
args_from!(A B C D E F G H);
args_from!(A B C D E F G H I);
