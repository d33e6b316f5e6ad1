//! Which dtype two operands meet in: numpy's rules (NEP 50). Arrays and numpy's own scalars have a dtype; Python's numbers
//! only have a kind, and take the other's dtype where it can hold their kind.
//!
//! Source: <https://numpy.org/doc/stable/reference/arrays.promotion.html>

use crate::tensor::DType;

/// What an operand brings to a promotion.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Brings {
    Dtype(DType),
    /// A Python bool, int or float.
    Kind(DType),
}

/// The dtype that both become.
pub fn promote(a: Brings, b: Brings) -> DType {
    match (a, b) {
        (Brings::Dtype(a), Brings::Dtype(b)) => strong(a, b),
        (Brings::Dtype(dtype), Brings::Kind(kind)) | (Brings::Kind(kind), Brings::Dtype(dtype)) => {
            weak(dtype, kind)
        }
        (Brings::Kind(a), Brings::Kind(b)) => a.max(b),
    }
}

/// float32 holds no int of 32 bits: those two become float64.
fn strong(a: DType, b: DType) -> DType {
    let (low, high) = (a.min(b), a.max(b));
    match (low, high) {
        (DType::I32 | DType::I64, DType::F32) => DType::F64,
        _ => high,
    }
}

fn weak(dtype: DType, kind: DType) -> DType {
    match kind.category() > dtype.category() {
        true if kind.is_float() => DType::F64,
        true => DType::I64,
        false => dtype,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Brings::*;

    #[test]
    fn as_numpys_result_type() {
        assert_eq!(promote(Dtype(DType::F32), Kind(DType::F64)), DType::F32);
        assert_eq!(promote(Dtype(DType::F32), Dtype(DType::F64)), DType::F64);
        assert_eq!(promote(Dtype(DType::I32), Dtype(DType::F32)), DType::F64);
        assert_eq!(promote(Dtype(DType::U8), Dtype(DType::F32)), DType::F32);
        assert_eq!(promote(Dtype(DType::U8), Kind(DType::I64)), DType::U8);
        assert_eq!(promote(Dtype(DType::Bool), Kind(DType::I64)), DType::I64);
        assert_eq!(promote(Dtype(DType::I32), Kind(DType::F64)), DType::F64);
    }
}
