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
pub use op::{
    Card, Forms, Forward, Grads, Op, Out, Outputs, Returns, Save, Shapes, in_place_name, one,
};
pub use signature::Parameter;

use crate::tensor::{Array, DType, Result, Shape, Tensor};

/// Makes the list, a module per word, and a function per word.
macro_rules! ops {
    ($($(#[$doc:meta])* $group:ident { $($op:ident)* })*) => {
        $($(#[$doc])* pub mod $group { $(#[allow(non_snake_case, reason = "`T` is PyTorch's name")] pub mod $op;)* })*

        /// Every op there is.
        pub static LIST: &[&Op] = &[$($(&$group::$op::OP),*),*];

        $($(
            #[doc = concat!("Calls [`", stringify!($group), "::", stringify!($op), "`] for its first output.")]
            ///
            /// # Errors
            /// As [`call`].
            #[allow(non_snake_case, reason = "`T` is PyTorch's name")]
            pub fn $op(args: impl Into<Args>) -> Result<Tensor> {
                call_one(&$group::$op::OP, args.into())
            }
        )*)*
    };
}

ops! {
    /// New tensors.
    create {
        arange empty empty_like eye full full_like linspace logspace new_empty new_full new_ones new_zeros ones_ ones_like zeros_
        zeros_like_
    }
    /// Random numbers, as PyTorch's CPU generator draws them.
    random {
        bernoulli bernoulli_of cauchy exponential geometric log_normal multinomial normal normal_of poisson rand rand_like randint
        randint_like randn randn_like random_fill randperm uniform
    }
    /// Each element by itself.
    elementwise {
        abs acos acosh add asin asinh atan atanh ceil clamp clamp_max clamp_min cos cosh deg2rad digamma div eq erf erfc erfinv exp exp2 expm1 floor floor_divide fmod ge gt isfinite isinf isnan isneginf isposinf le lgamma log log10 log1p log2 logical_and logical_not logical_or logical_xor lt maximum minimum mul ne neg pow rad2deg rdiv reciprocal relu remainder rfloordiv rmod rsqrt rsub sigmoid sign signbit sin sinh sqrt square sub tan tanh trunc where_
    }
    /// What neurons do.
    activation {
        celu elu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish relu6 selu silu softplus softshrink softsign tanhshrink threshold
    }
    /// Many elements to one.
    reduce {
        all amax amin aminmax any argmax argmin count_nonzero dist logsumexp max mean min nanmean nansum norm prod std std_mean sum var var_mean vector_norm
    }
    /// Each element and all before it.
    scan {
        cummax cummin cumprod cumsum logcumsumexp
    }
    /// Bringing numbers to a common scale.
    normalise {
        batch_norm group_norm layer_norm log_softmax rms_norm softmax
    }
    /// How wrong an answer is.
    loss {
        binary_cross_entropy binary_cross_entropy_with_logits huber_loss mse_loss nll_loss smooth_l1_loss
    }
    /// Layers.
    nn {
        embedding
    }
    /// Products of matrices.
    matmul {
        addmm baddbmm bmm dot linear matmul mm mv
    }
    /// The same elements seen otherwise, or copied.
    view {
        T cat clone contiguous copy detach expand flatten flip mT narrow permute reshape slice_backward squeeze stack t to transpose unsafe_view unsqueeze view_
    }
    /// Views and joins made of others.
    parts {
        atleast_1d atleast_2d atleast_3d column_stack dstack fliplr flipud movedim ravel repeat_interleave
    }
    /// Elements chosen by number.
    select {
        gather index_add index_fill index_select masked_fill scatter scatter_add
    }
    /// What `x[...]` is made of.
    index {
        alias fill index_ index_put select_ slice zero
    }
}

/// The op of a name or alias.
pub fn find(name: &str) -> Option<&'static Op> {
    LIST.iter()
        .find(|op| op.name == name || op.aliases.contains(&name))
        .copied()
}

/// Sums over the dimensions in which `shape` was broadcast to become the tensor's shape.
///
/// # Errors
/// RuntimeError when the tensor's shape does not come from `shape` by broadcasting.
pub fn sum_to_size(tensor: &Tensor, shape: &Shape) -> Result<Tensor> {
    let from = tensor.shape();
    let Some(lead) = from.len().checked_sub(shape.len()) else {
        return Err(crate::tensor::TensorError::runtime(
            "size is not expandable",
        ));
    };
    if !shape
        .iter()
        .zip(&from[lead..])
        .all(|(&to, &from)| to == from || to == 1)
    {
        return Err(crate::tensor::TensorError::runtime(
            "size is not expandable",
        ));
    }
    let dims: Vec<i64> = (0..from.len())
        .filter(|&d| d < lead || (shape[d - lead] == 1 && from[d] != 1))
        .map(|d| d as i64)
        .collect();
    let summed = if dims.is_empty() {
        tensor.clone()
    } else {
        sum((tensor, &dims[..], true))?
    };
    if lead == 0 {
        Ok(summed)
    } else {
        reshape((&summed, shape))
    }
}

/// Converts to another dtype, differentiably; the same tensor when it has it already.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn to_dtype(tensor: &Tensor, dtype: DType) -> Result<Tensor> {
    if tensor.dtype() == dtype {
        Ok(tensor.clone())
    } else {
        to((tensor, dtype))
    }
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
