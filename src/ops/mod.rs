//! What can be done to tensors: one file per op, one word in the list below.
//!
//! An op is one record ([`Op`]): name, signature, card, shape rule, forward, backward, examples, misuses. [`call`] runs
//! it; every word of the list is also a function here, for gradient formulas: `ops::add((&x, &y))`.

mod arg;
mod call;
mod context;
pub mod example;
pub mod indexing;
mod kernels;
mod op;
mod prelude;
pub mod shapes;
pub mod signature;
pub mod watch;

pub use arg::{Arg, Args};
pub use call::{call, call_in_place, call_one};
pub use context::Context;
pub use kernels::{accumulate_into, add_into};
pub use op::{Card, Forms, Forward, Grads, Op, Out, Outputs, Returns, Save, Shapes, one};
pub use signature::Parameter;

use crate::tensor::{Array, DType, Result, Shape, Tensor};

/// Makes the list, a module per word, and a function per word.
macro_rules! ops {
    ($($(#[$doc:meta])* $group:ident { $($op:ident)* })*) => {
        $($(#[$doc])* pub mod $group { $(pub mod $op;)* })*

        /// Every op there is.
        pub static LIST: &[&Op] = &[$($(&$group::$op::OP),*),*];

        $($(
            #[doc = concat!("Calls [`", stringify!($group), "::", stringify!($op), "`] for its first output.")]
            ///
            /// # Errors
            /// As [`call`].
            pub fn $op(args: impl Into<Args>) -> Result<Tensor> {
                call_one(&$group::$op::OP, args.into())
            }
        )*)*
    };
}

ops! {
    /// Each element by itself.
    elementwise {
        add mul
    }
    /// Many elements to one.
    reduce {
        sum
    }
    /// The same elements seen otherwise, or copied.
    view {
        clone contiguous copy expand reshape to unsafe_view unsqueeze view_
    }
    /// Elements chosen by number.
    select {
        index_add index_fill index_select masked_fill
    }
    /// What `x[...]` is made of.
    index {
        alias fill index_ index_put select_ slice zero
    }
}

/// The op of a name or alias.
pub fn find(name: &str) -> Option<&'static Op> {
    LIST.iter().find(|op| op.name == name || op.aliases.contains(&name)).copied()
}

/// Sums over the dimensions in which `shape` was broadcast to become the tensor's shape.
///
/// # Errors
/// RuntimeError when the tensor's shape does not come from `shape` by broadcasting.
pub fn sum_to_size(tensor: &Tensor, shape: &Shape) -> Result<Tensor> {
    let from = tensor.shape();
    let Some(lead) = from.len().checked_sub(shape.len()) else {
        return Err(crate::tensor::TensorError::runtime("size is not expandable"));
    };
    if !shape.iter().zip(&from[lead..]).all(|(&to, &from)| to == from || to == 1) {
        return Err(crate::tensor::TensorError::runtime("size is not expandable"));
    }
    let dims: Vec<i64> =
        (0..from.len()).filter(|&d| d < lead || (shape[d - lead] == 1 && from[d] != 1)).map(|d| d as i64).collect();
    let summed = if dims.is_empty() { tensor.clone() } else { sum((tensor, &dims[..], true))? };
    if lead == 0 { Ok(summed) } else { reshape((&summed, shape)) }
}

/// Converts to another dtype, differentiably; the same tensor when it has it already.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_dtype(tensor: &Tensor, dtype: DType) -> Result<Tensor> {
    if tensor.dtype() == dtype { Ok(tensor.clone()) } else { to((tensor, dtype)) }
}

/// Zeros with a shape.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn zeros(shape: &Shape, dtype: DType) -> Result<Tensor> {
    Ok(Tensor::new(Array::zeros(shape.clone(), dtype)?))
}

/// Zeros with the shape and dtype of a tensor.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn zeros_like(tensor: &Tensor) -> Result<Tensor> {
    zeros(&tensor.shape(), tensor.dtype())
}
