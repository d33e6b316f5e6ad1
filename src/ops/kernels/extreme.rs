//! The greatest or least element: finding it, and giving it its gradient.

use smallvec::smallvec;

use super::Pair;
use super::reduce::{Fold, Reduced, fold, reduced_dims, spread};
use crate::ops::{self, Arg, Args, Context, Forward, Grads, Op, Out, Shapes, one, shapes};
use crate::tensor::{Array, DType, Element, Result, Shape, Tensor, TensorError, dispatch_wide};

/// Which end of the order an op looks for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    Greatest,
    Least,
}

impl Extreme {
    /// Whether `x` is further out than `y`.
    pub fn beyond<T: Element>(self, x: T, y: T) -> bool {
        match self {
            Extreme::Greatest => x.above(y),
            Extreme::Least => y.above(x),
        }
    }

    /// The outermost element of each group of `dims`, and where it stands first in it.
    fn find<T: Element>(self, array: &Array, dims: &[usize]) -> Result<Vec<(T, i64)>> {
        match self {
            Extreme::Greatest => fold(array, dims, &Best(|x: T, best: T| x.above(best))),
            Extreme::Least => fold(array, dims, &Best(|x: T, best: T| best.above(x))),
        }
    }

    /// `max` and `min`: of all elements, or along a dimension with the places, or of two tensors as `of_two` says.
    ///
    /// # Errors
    /// PyTorch's, when there is no element to find.
    pub fn with_place(self, args: &Args, of_two: &Op) -> Result<Out> {
        if args.at(1).is_tensor() {
            let Forward::Kernel(kernel) = of_two.forward else {
                unreachable!("a kernel")
            };
            return kernel(args);
        }
        let array = args.array(0)?;
        let reduced = single_dim(args, array.shape())?;
        check_not_empty(args.op_name(), &array, &reduced, args.has(1))?;
        dispatch_wide!(array.dtype(), T => {
            let (values, places): (Vec<T>, Vec<i64>) = self.find::<T>(&array.widened()?, &reduced.dims)?.into_iter().unzip();
            let values = Array::from_vec(values, reduced.shape.clone()).to_dtype(array.dtype())?;
            if args.has(1) { Ok(smallvec![values, Array::from_vec(places, reduced.shape)]) } else { one(values) }
        })
    }

    /// `amax` and `amin`: the element alone.
    ///
    /// # Errors
    /// PyTorch's, when there is no element to find.
    pub fn element(self, args: &Args) -> Result<Out> {
        let array = args.array(0)?;
        let reduced = reduced_dims(args, array.shape(), 1, 2)?;
        check_not_empty(args.op_name(), &array, &reduced, args.has(1))?;
        one(dispatch_wide!(array.dtype(), T => {
            let found = self.find::<T>(&array.widened()?, &reduced.dims)?;
            Array::from_vec(found.into_iter().map(|(value, _)| value).collect(), reduced.shape).to_dtype(array.dtype())?
        }))
    }

    /// `argmax` and `argmin`: the place alone.
    ///
    /// # Errors
    /// PyTorch's, when there is no element to find.
    pub fn place(self, args: &Args) -> Result<Out> {
        let array = args.array(0)?;
        let reduced = reduced_dims(args, array.shape(), 1, 2)?;
        let name = args.op_name();
        if array.numel() == 0 && !args.has(1) {
            return Err(TensorError::index(format!(
                "{name}(): Expected reduction dim to be specified for input.numel() == 0."
            )));
        }
        check_not_empty(name, &array, &reduced, true)?;
        one(dispatch_wide!(array.dtype(), T => {
            let found = self.find::<T>(&array.widened()?, &reduced.dims)?;
            Array::from_vec(found.into_iter().map(|(_, place)| place).collect(), reduced.shape)
        }))
    }

    /// `maximum` and `minimum`: of two tensors, element by element. nan wins.
    ///
    /// # Errors
    /// When the shapes cannot be broadcast.
    pub fn of_two(self, args: &Args) -> Result<Out> {
        let pair = Pair::new(args, 0, 1)?;
        let own = dispatch_wide!(pair.dtype, T => {
            pair.map::<T, T>(|x, y| if self.beyond(x, y) || x.is_nan() { x } else { y })?
        });
        one(own.to_dtype(pair.dtype)?)
    }

    /// The gradients of [`Extreme::of_two`]: all of it to the winner, half of it to each of a tie.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    pub fn of_two_backward(self, ctx: &Context) -> Result<Grads> {
        let (grad, args) = (ctx.grad()?, ctx.args());
        let half = ops::div((&grad, 2.0))?;
        let tie = ops::eq((args.at(0), args.at(1)))?;
        ctx.each::<2>(|input| {
            let two = (args.at(input), args.at(1 - input));
            let wins = match self {
                Extreme::Greatest => ops::gt(two),
                Extreme::Least => ops::lt(two),
            }?;
            ops::where_((&tie, &half, &ops::where_((&wins, &grad, 0.0))?))
        })
    }
}

/// The shape rule of `max` and `min`.
///
/// # Errors
/// When the dimension is out of range.
pub fn with_place_shape(args: &Args) -> Result<Shapes> {
    if args.at(1).is_tensor() {
        return shapes::binary(args);
    }
    let (shape, dtype) = args.meta(0)?;
    let dims = single_dim(args, &shape)?;
    let value = (dims.shape.clone(), dtype);
    Ok(if args.has(1) {
        smallvec![value, (dims.shape, DType::I64)]
    } else {
        smallvec![value]
    })
}

/// The gradient of `max` and `min`.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn with_place_backward(ctx: &Context, of_two: &Op) -> Result<Grads> {
    match ctx.args().at(1) {
        Arg::None => ctx.only(share_among_equal(ctx)?),
        Arg::Int(_) => ctx.only(to_places(ctx)?),
        _ => match of_two.backward {
            Some(backward) => backward(ctx),
            None => unreachable!("the op of two tensors has a gradient"),
        },
    }
}

/// All dimensions, or the single one that is named.
fn single_dim(args: &Args, shape: &Shape) -> Result<Reduced> {
    match args.at(1) {
        Arg::None | Arg::Int(_) => reduced_dims(args, shape, 1, 2),
        _ => Err(args.wrong(1, "int")),
    }
}

/// Finds the element that is better than all others, and where it stands first. nan is better than all.
struct Best<F>(F);

impl<T: Element, F: Fn(T, T) -> bool> Fold<T, (T, i64)> for Best<F> {
    fn empty(&self) -> (T, i64) {
        (T::default(), 0)
    }

    fn row(&self, row: &[T]) -> (T, i64) {
        let mut best = (row[0], 0);
        for (i, &x) in row.iter().enumerate().skip(1) {
            if !best.0.is_nan() && ((self.0)(x, best.0) || x.is_nan()) {
                best = (x, i as i64);
            }
        }
        best
    }

    fn columns(&self, data: &[T], rows: usize, results: &mut [(T, i64)]) {
        let width = results.len();
        for (best, &x) in results.iter_mut().zip(data) {
            *best = (x, 0);
        }
        for row in 1..rows {
            for (best, &x) in results.iter_mut().zip(&data[row * width..]) {
                if !best.0.is_nan() && ((self.0)(x, best.0) || x.is_nan()) {
                    *best = (x, row as i64);
                }
            }
        }
    }
}

/// # Errors
/// PyTorch's, when there is no element to find.
fn check_not_empty(op: &str, array: &Array, reduced: &Reduced, dim_given: bool) -> Result<()> {
    if let Some(dim) = reduced.dims.iter().find(|&&d| array.shape()[d] == 0) {
        if dim_given {
            return Err(TensorError::index(format!(
                "{op}(): Expected reduction dim {dim} to have non-zero size."
            )));
        }
        return Err(TensorError::runtime(format!(
            "{op}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' \
             argument."
        )));
    }
    Ok(())
}

/// The gradient for all elements that equal the output, in equal shares.
///
/// # Errors
/// When the bytes budget does not allow it.
pub fn share_among_equal(ctx: &Context) -> Result<Tensor> {
    let (x, args) = (ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let output = spread(&ctx.output(0)?.detach(), args, &shape)?;
    let equal = ops::to_dtype(&ops::eq((&x.detach(), &output))?, x.dtype())?;
    let dims: Vec<i64> = reduced_dims(args, &shape, 1, 2)?
        .dims
        .iter()
        .map(|&d| d as i64)
        .collect();
    let share = ops::div((&equal, &ops::sum((&equal, &dims[..], true))?))?;
    ops::mul((&spread(&ctx.grad()?, args, &shape)?, &share))
}

/// The gradient at the places that the second output names along dim, 0 elsewhere.
///
/// # Errors
/// When the bytes budget does not allow it.
fn to_places(ctx: &Context) -> Result<Tensor> {
    let (args, shape) = (ctx.args(), ctx.shape(0)?);
    super::to_places_along(&ctx.grad()?, &ctx.output(1)?, &shape, args.int(1, -1)?)
}
