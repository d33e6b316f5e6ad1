//! What ops cost, in instructions of the language: so that a slice of a run ends in time when its ops are large.

use std::cell::Cell;

use super::{Arg, Args, Op};
use crate::tensor::Array;

/// About so many elements are worked through in the time of one instruction.
const ELEMENTS: usize = 64;

thread_local! {
    static COST: Cell<u64> = const { Cell::new(0) };
}

/// The cost of the ops since it was taken last.
pub fn take() -> u64 {
    COST.take()
}

/// An op has run.
pub(super) fn add(op: &Op, args: &Args, outputs: &[Array]) {
    if op.view {
        return;
    }
    let made: usize = outputs.iter().map(Array::numel).sum();
    let read: usize = args.tensors().map(|tensor| tensor.numel()).sum();
    let work = made.saturating_mul(inner(op, args)).max(made + read);
    COST.set(COST.get().saturating_add((work / ELEMENTS) as u64));
}

/// How many products each element of the output is the sum of.
fn inner(op: &Op, args: &Args) -> usize {
    let tensors = || {
        args.iter().filter_map(|arg| match arg {
            Arg::Tensor(tensor) => Some(tensor),
            _ => None,
        })
    };
    let size =
        |tensor: &crate::tensor::Tensor, dim: usize| tensor.shape().get(dim).copied().unwrap_or(1);
    match op.name {
        "mm" | "matmul" | "bmm" | "linear" | "mv" => tensors()
            .next()
            .map_or(1, |left| size(left, left.ndim().saturating_sub(1))),
        "addmm" | "baddbmm" | "addbmm" => tensors()
            .nth(1)
            .map_or(1, |left| size(left, left.ndim().saturating_sub(1))),
        name if name.starts_with("conv") => tensors()
            .nth(1)
            .map_or(1, |weight| weight.numel() / size(weight, 0).max(1)),
        _ => 1,
    }
}
