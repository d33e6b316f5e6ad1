//! The types that elements have.

use std::cell::Cell;
use std::fmt;

/// Type of a tensor's elements. The order is the order of promotion: two dtypes promote to the greater one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DType {
    Bool,
    U8,
    I32,
    I64,
    F32,
    F64,
}

thread_local! {
    static DEFAULT: Cell<DType> = const { Cell::new(DType::F32) };
}

/// The dtype that Python floats become: float32 unless `torch.set_default_dtype` said otherwise.
pub fn default_dtype() -> DType {
    DEFAULT.get()
}

/// Sets the dtype that Python floats become and returns the former one.
pub fn set_default_dtype(dtype: DType) -> DType {
    DEFAULT.replace(dtype)
}

impl DType {
    pub const ALL: [DType; 6] = [
        DType::Bool,
        DType::U8,
        DType::I32,
        DType::I64,
        DType::F32,
        DType::F64,
    ];

    /// Whole numbers, and bool with them.
    pub const INTEGERS: &'static [DType] = &[DType::Bool, DType::U8, DType::I32, DType::I64];

    /// `float32`, as in `torch.float32`.
    pub fn name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::U8 => "uint8",
            DType::I32 => "int32",
            DType::I64 => "int64",
            DType::F32 => "float32",
            DType::F64 => "float64",
        }
    }

    /// `Float`, as error messages and `torch.FloatTensor` call it.
    pub fn word(self) -> &'static str {
        match self {
            DType::Bool => "Bool",
            DType::U8 => "Byte",
            DType::I32 => "Int",
            DType::I64 => "Long",
            DType::F32 => "Float",
            DType::F64 => "Double",
        }
    }

    /// `float`, as C++ and some messages call it.
    pub fn c_name(self) -> &'static str {
        match self {
            DType::Bool => "bool",
            DType::U8 => "unsigned char",
            DType::I32 => "int",
            DType::I64 => "long int",
            DType::F32 => "float",
            DType::F64 => "double",
        }
    }

    /// Bytes of one element.
    pub fn size(self) -> usize {
        match self {
            DType::Bool | DType::U8 => 1,
            DType::I32 | DType::F32 => 4,
            DType::I64 | DType::F64 => 8,
        }
    }

    pub fn is_float(self) -> bool {
        self >= DType::F32
    }

    /// Bool, integer, floating point: 0, 1, 2. Promotion keeps the tensor's dtype unless the category is exceeded.
    pub fn category(self) -> u8 {
        match self {
            DType::Bool => 0,
            DType::U8 | DType::I32 | DType::I64 => 1,
            DType::F32 | DType::F64 => 2,
        }
    }

    /// This dtype if it is floating point, else the default one: what `exp` of integers gives.
    pub fn to_float(self) -> DType {
        if self.is_float() {
            self
        } else {
            default_dtype()
        }
    }
}

impl fmt::Display for DType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "torch.{}", self.name())
    }
}
