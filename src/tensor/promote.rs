//! Which dtype comes out when several go in.
//! Source: <https://docs.pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc>

use super::DType;

/// The smallest dtype that holds both.
pub fn promote(a: DType, b: DType) -> DType {
    a.max(b)
}

/// Promotion over operands of three ranks: tensors with dimensions, tensors without, Python numbers. A lower rank
/// changes the result only when its category (bool, integer, floating point) is higher.
#[derive(Clone, Copy, Default)]
pub struct Promotion {
    dimensioned: Option<DType>,
    zero_dim: Option<DType>,
    number: Option<DType>,
}

impl Promotion {
    /// Counts in a tensor of `ndim` dimensions.
    pub fn tensor(&mut self, dtype: DType, ndim: usize) {
        let slot = if ndim > 0 {
            &mut self.dimensioned
        } else {
            &mut self.zero_dim
        };
        *slot = Some(slot.map_or(dtype, |d| d.max(dtype)));
    }

    /// Counts in a Python number: `dtype` is bool, int64 or the default float dtype.
    pub fn number(&mut self, dtype: DType) {
        self.number = Some(self.number.map_or(dtype, |d| d.max(dtype)));
    }

    /// The dtype of the result; the default dtype when there was no operand.
    pub fn result(self) -> DType {
        let lower = combine(self.zero_dim, self.number);
        combine(self.dimensioned, lower).unwrap_or_else(super::default_dtype)
    }
}

fn combine(higher: Option<DType>, lower: Option<DType>) -> Option<DType> {
    match (higher, lower) {
        (Some(high), Some(low)) if high.category() >= low.category() => Some(high),
        (Some(high), Some(low)) => Some(promote(high, low)),
        (high, low) => high.or(low),
    }
}
