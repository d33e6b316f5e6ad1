//! Shape rules that many ops share.

use smallvec::SmallVec;

use super::kernels::{Pair, reduced_dims};
use super::{Args, Shapes};
use crate::tensor::{DType, Result};

/// One output.
pub fn shape_of(shape: crate::tensor::Shape, dtype: DType) -> Result<Shapes> {
    Ok(SmallVec::from_iter([(shape, dtype)]))
}

/// As the first input.
pub fn same(args: &Args) -> Result<Shapes> {
    Ok(SmallVec::from_iter([args.meta(0)?]))
}

/// As the first input, in floating point.
pub fn float(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(shape, dtype.to_float())
}

/// As the first input, bool.
pub fn bool(args: &Args) -> Result<Shapes> {
    shape_of(args.shape(0)?, DType::Bool)
}

/// The first two inputs broadcast, their dtypes promoted.
pub fn binary(args: &Args) -> Result<Shapes> {
    let pair = Pair::new(args, 0, 1)?;
    shape_of(pair.shape, pair.dtype)
}

/// The first two inputs broadcast, in floating point.
pub fn binary_float(args: &Args) -> Result<Shapes> {
    let pair = Pair::new(args, 0, 1)?;
    shape_of(pair.shape, pair.dtype.to_float())
}

/// The first two inputs broadcast, bool.
pub fn comparison(args: &Args) -> Result<Shapes> {
    shape_of(Pair::new(args, 0, 1)?.shape, DType::Bool)
}

/// `(input, dim, keepdim)`: the first input without the reduced dimensions, same dtype.
pub fn reduce(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(reduced_dims(args, &shape, 1, 2)?.shape, dtype)
}

/// A new tensor: `(size, dtype)`.
pub fn created(args: &Args) -> Result<Shapes> {
    shape_of(super::kernels::sizes(args, 0)?, float_dtype(args, 1)?)
}

/// A new tensor like the first input: `(input, dtype)`.
pub fn like(args: &Args) -> Result<Shapes> {
    shape_of(args.shape(0)?, dtype_like(args, 1)?)
}

/// The dtype argument, or the default dtype.
pub fn float_dtype(args: &Args, index: usize) -> Result<DType> {
    Ok(args
        .dtype(index)?
        .unwrap_or_else(crate::tensor::default_dtype))
}

/// The dtype argument, or that of the first input.
pub fn dtype_like(args: &Args, index: usize) -> Result<DType> {
    Ok(args.dtype(index)?.unwrap_or(args.meta(0)?.1))
}
