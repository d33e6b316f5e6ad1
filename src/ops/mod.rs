//! What can be done to tensors: one file per op, one word in the list below.
//!
//! An op is one record ([`Op`]): name, signature, card, shape rule, forward, backward, examples, misuses. [`call`] runs
//! it; every word of the list is also a function here, for gradient formulas: `ops::add((&x, &y))`.

mod arg;
mod call;
mod context;
pub mod cost;
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
    ($(#[doc = $doc:literal] $group:ident { $($op:ident)* })*) => {
        $(#[doc = $doc] pub mod $group { $(#[allow(non_snake_case, reason = "`T` is PyTorch's name")] pub mod $op;)* })*

        /// Every op there is.
        pub static LIST: &[&Op] = &[$($(&$group::$op::OP),*),*];

        /// The same by group, each with what it is in words.
        pub static GROUPS: &[(&str, &str, &[&Op])] = &[$((stringify!($group), $doc, &[$(&$group::$op::OP),*])),*];

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
        abs acos acosh add addcdiv addcmul asin asinh atan atan2 atanh bitwise_and bitwise_left_shift bitwise_not bitwise_or bitwise_right_shift bitwise_xor ceil clamp clamp_max clamp_min copysign cos cosh deg2rad digamma div eq erf erfc erfinv exp exp2 expm1 float_power floor floor_divide fmax fmin fmod frac gcd ge gt heaviside hypot isclose isfinite isinf isnan isneginf isposinf lcm le lerp lgamma log log10 log1p log2 logaddexp logical_and logical_not logical_or logical_xor logit lt maximum minimum mul nan_to_num ne neg positive pow rad2deg rdiv reciprocal relu remainder rfloordiv rmod round rsqrt rsub sigmoid sign signbit sin sinc sinh sqrt square sub tan tanh trunc where_ xlogy
    }
    /// What neurons do.
    activation {
        celu elu gelu glu hardshrink hardsigmoid hardswish hardtanh leaky_relu logsigmoid mish prelu relu6 selu silu softplus softshrink softsign tanhshrink threshold
    }
    /// Many elements to one.
    reduce {
        all allclose amax amin aminmax any argmax argmin count_nonzero dist equal logsumexp max mean min nanmean nansum norm prod std std_mean sum trace var var_mean vector_norm
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
        embedding scaled_dot_product_attention
    }
    /// Filters that slide over an input.
    conv {
        col2im conv1d conv2d conv3d conv_transpose1d conv_transpose2d conv_transpose3d convolution im2col
    }
    /// Windows reduced to one number.
    pool {
        adaptive_avg_pool2d adaptive_max_pool2d avg_pool2d max_pool
    }
    /// Products of matrices.
    matmul {
        addmm addmv baddbmm bmm cdist cross dot einsum inner kron linear matmul mm mv outer tensordot vecdot
    }
    /// Linear algebra.
    linalg {
        cholesky det eigh eigvalsh inv linalg_cond linalg_matrix_norm linalg_multi_dot linalg_norm logdet lstsq matrix_power matrix_rank pinv qr_ qr_of slogdet solve svd_ svd_of svdvals
    }
    /// The same elements seen otherwise, or copied.
    view {
        T as_strided broadcast_to cat chunk clone constant_pad contiguous copy detach diag diag_embed diagonal dstack expand expand_as flatten flip hstack mT meshgrid movedim narrow permute ravel repeat repeat_interleave reshape reshape_as roll slice_backward split squeeze stack t tile to transpose tril triu unbind unflatten unfold unsafe_view unsqueeze view_ view_as vstack
    }
    /// Views and joins made of others.
    parts {
        atleast_1d atleast_2d atleast_3d column_stack fliplr flipud
    }
    /// Elements chosen by number.
    select {
        argsort bincount bucketize gather histc histogram index_add index_fill index_select kthvalue masked_fill masked_select median mode msort nanmedian nonzero scatter scatter_add scatter_reduce searchsorted sort take take_along_dim topk unique unique_consecutive
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
