//! What stands between the brackets of `x[...]`.

use super::Tensor;

/// One item of an index expression.
#[derive(Clone, Debug)]
pub enum IndexItem {
    Int(i64),
    Slice {
        start: Option<i64>,
        stop: Option<i64>,
        step: Option<i64>,
    },
    /// `None`: a new dimension of size 1.
    NewAxis,
    Ellipsis,
    Bool(bool),
    /// Integers or a mask.
    Tensor(Tensor),
}
