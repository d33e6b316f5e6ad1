//! The Rust types behind the dtypes, and how code is written once for all of them.

use super::{Buffer, DType};

/// A Rust type that a storage can hold.
pub trait Element: Copy + Default + PartialEq + PartialOrd + std::fmt::Debug + 'static {
    const DTYPE: DType;
    fn wrap(values: Vec<Self>) -> Buffer;
    /// All elements of a buffer of this dtype. Panics on another dtype: the caller has looked at the dtype.
    fn slice(buffer: &Buffer) -> &[Self];
    /// The same for writing. Copies the elements first when a snapshot shares them.
    fn slice_mut(buffer: &mut Buffer) -> &mut [Self];
    fn to_f64(self) -> f64;
    fn to_i64(self) -> i64;
    fn from_f64(x: f64) -> Self;
    fn from_i64(x: i64) -> Self;
    fn is_nan(self) -> bool {
        false
    }
    /// Greater, also on bool.
    #[inline]
    fn above(self, other: Self) -> bool {
        self > other
    }
    /// Conversion as C does it: through int64 between integers, else through float64.
    fn cast<U: Element>(self) -> U {
        if Self::DTYPE.is_float() {
            U::from_f64(self.to_f64())
        } else {
            U::from_i64(self.to_i64())
        }
    }
}

/// Elements that can be added and multiplied. Integers wrap; on bool, addition is `or` and multiplication `and`.
pub trait Arithmetic: Element + super::kernels::Sum {
    const ZERO: Self;
    const ONE: Self;
    fn plus(self, other: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
}

/// float32 and float64.
pub trait Real: Arithmetic + num_traits::Float {}
impl Real for f32 {}
impl Real for f64 {}

macro_rules! element {
    ($type:ty, $variant:ident, $zero:expr, $one:expr, |$x:ident| $from_f64:expr, |$y:ident| $from_i64:expr, $is_nan:expr,
     |$a:ident, $b:ident| $plus:expr, $minus:expr, $times:expr) => {
        impl Element for $type {
            const DTYPE: DType = DType::$variant;
            fn wrap(values: Vec<Self>) -> Buffer {
                Buffer::$variant(ndarray::ArcArray1::from_vec(values))
            }
            #[inline]
            fn slice(buffer: &Buffer) -> &[Self] {
                match buffer {
                    Buffer::$variant(values) => values.as_slice().unwrap_or_default(),
                    other => unreachable!("a {} buffer read as {}", other.dtype(), DType::$variant),
                }
            }
            #[inline]
            fn slice_mut(buffer: &mut Buffer) -> &mut [Self] {
                match buffer {
                    Buffer::$variant(values) => values.as_slice_mut().unwrap_or_default(),
                    other => {
                        unreachable!("a {} buffer written as {}", other.dtype(), DType::$variant)
                    }
                }
            }
            #[inline]
            fn to_f64(self) -> f64 {
                <Self as ToNumber>::f64(self)
            }
            #[inline]
            fn to_i64(self) -> i64 {
                <Self as ToNumber>::i64(self)
            }
            #[inline]
            fn from_f64($x: f64) -> Self {
                $from_f64
            }
            #[inline]
            fn from_i64($y: i64) -> Self {
                $from_i64
            }
            #[inline]
            fn is_nan(self) -> bool {
                $is_nan(self)
            }
        }
        impl Arithmetic for $type {
            const ZERO: Self = $zero;
            const ONE: Self = $one;
            #[inline]
            fn plus(self, other: Self) -> Self {
                let ($a, $b) = (self, other);
                $plus
            }
            #[inline]
            fn minus(self, other: Self) -> Self {
                let ($a, $b) = (self, other);
                $minus
            }
            #[inline]
            fn times(self, other: Self) -> Self {
                let ($a, $b) = (self, other);
                $times
            }
        }
    };
}

/// `as f64` and `as i64`, which bool lacks.
trait ToNumber {
    fn f64(self) -> f64;
    fn i64(self) -> i64;
}
macro_rules! to_number {
    ($($type:ty)*) => {$(
        impl ToNumber for $type {
            #[inline]
            fn f64(self) -> f64 { self as f64 }
            #[inline]
            fn i64(self) -> i64 { self as i64 }
        }
    )*};
}
to_number!(u8 i32 i64 f32 f64);
impl ToNumber for bool {
    fn f64(self) -> f64 {
        f64::from(u8::from(self))
    }
    fn i64(self) -> i64 {
        i64::from(self)
    }
}

element!(
    bool,
    Bool,
    false,
    true,
    |x| x != 0.0,
    |x| x != 0,
    |_| false,
    |a, b| a | b,
    a ^ b,
    a & b
);
element!(
    u8,
    U8,
    0,
    1,
    |x| x as i64 as u8,
    |x| x as u8,
    |_| false,
    |a, b| a.wrapping_add(b),
    a.wrapping_sub(b),
    a.wrapping_mul(b)
);
element!(
    i32,
    I32,
    0,
    1,
    |x| x as i64 as i32,
    |x| x as i32,
    |_| false,
    |a, b| a.wrapping_add(b),
    a.wrapping_sub(b),
    a.wrapping_mul(b)
);
element!(
    i64,
    I64,
    0,
    1,
    |x| x as i64,
    |x| x,
    |_| false,
    |a, b| a.wrapping_add(b),
    a.wrapping_sub(b),
    a.wrapping_mul(b)
);
element!(
    f32,
    F32,
    0.0,
    1.0,
    |x| x as f32,
    |x| x as f32,
    f32::is_nan,
    |a, b| a + b,
    a - b,
    a * b
);
element!(
    f64,
    F64,
    0.0,
    1.0,
    |x| x,
    |x| x as f64,
    f64::is_nan,
    |a, b| a + b,
    a - b,
    a * b
);

/// Runs the body with `$T` standing for the Rust type of a dtype of numbers: the second body is for bool.
macro_rules! dispatch_number {
    ($dtype:expr, $T:ident => $body:expr, bool => $other:expr) => {
        match $dtype {
            $crate::tensor::DType::Bool => $other,
            $crate::tensor::DType::U8 => {
                type $T = u8;
                $body
            }
            $crate::tensor::DType::I32 => {
                type $T = i32;
                $body
            }
            $crate::tensor::DType::I64 => {
                type $T = i64;
                $body
            }
            $crate::tensor::DType::F32 => {
                type $T = f32;
                $body
            }
            $crate::tensor::DType::F64 => {
                type $T = f64;
                $body
            }
        }
    };
}

/// Runs the body with `$T` standing for the Rust type of a dtype.
macro_rules! dispatch {
    ($dtype:expr, $T:ident => $body:expr) => {
        $crate::tensor::dispatch_number!($dtype, $T => $body, bool => {
            type $T = bool;
            $body
        })
    };
}

/// Like `dispatch`, for floating point: the second body is for all else.
macro_rules! dispatch_real {
    ($dtype:expr, $T:ident => $body:expr, _ => $other:expr) => {
        match $dtype {
            $crate::tensor::DType::F32 => {
                type $T = f32;
                $body
            }
            $crate::tensor::DType::F64 => {
                type $T = f64;
                $body
            }
            _ => $other,
        }
    };
}

/// Runs the body with `$T` standing for float32, float64 or int64, which bool and the other integers fit into.
macro_rules! dispatch_wide {
    ($dtype:expr, $T:ident => $body:expr) => {
        match $dtype {
            $crate::tensor::DType::F32 => {
                type $T = f32;
                $body
            }
            $crate::tensor::DType::F64 => {
                type $T = f64;
                $body
            }
            _ => {
                type $T = i64;
                $body
            }
        }
    };
}

pub(crate) use {dispatch, dispatch_number, dispatch_real, dispatch_wide};
