//! What the file of an op uses.

pub(super) use smallvec::smallvec;

pub(super) use super::kernels::*;
pub(super) use super::op::{
    Card, Forms, Forward, Grads, Op, Out, Outputs, Returns, Save, Shapes, one,
};
pub(super) use super::shapes::{self, shape_of};
pub(super) use super::watch::computed;
pub(super) use crate::ops::{self, Arg, Args, Context, call};
pub(super) use crate::tensor::kernels::F32x4;
pub(super) use crate::tensor::random::fma;
pub(super) use crate::tensor::{
    Arithmetic, Array, DType, Element, Real, Result, Shape, ShapeClash, Strides, Tensor,
    TensorError, broadcast, broadcast_strides, budget, contiguous_strides, dispatch, dispatch_real,
    dispatch_wide, expand_strides, numel, promote, size_text, wrap_dim,
};
