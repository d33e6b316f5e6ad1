//! Losses of a difference `d = input - target`, with their gradients.

use super::{Pair, Reduction, map2, not_implemented, reduce};
use crate::ops::{self, Args, Context, Grads, Out, one};
use crate::tensor::{Element, Real, Result, Tensor, dispatch_real, numel};

/// What such a loss is. `at` is where it bends: its fourth argument, 1 if not given.
pub trait Difference {
    fn loss<T: Real>(d: T, at: T) -> T;

    /// The derivative of the loss.
    fn slope<T: Real>(d: T, at: T) -> T;

    /// The derivative in ops, for gradients of gradients.
    ///
    /// # Errors
    /// When the bytes budget does not allow it.
    fn slopes(d: &Tensor, at: f64) -> Result<Tensor>;
}

fn bend(args: &Args) -> Result<f64> {
    if args.len() > 3 {
        args.float(3, 1.0)
    } else {
        Ok(1.0)
    }
}

/// # Errors
/// When the shapes cannot be broadcast; NotImplementedError for integers.
pub fn forward<D: Difference>(args: &Args) -> Result<Out> {
    let (pair, at) = (Pair::new(args, 0, 1)?, bend(args)?);
    let losses = dispatch_real!(pair.dtype, T => {
        let at = T::from_f64(at);
        pair.map::<T, T>(|x, t| D::loss(x - t, at))?
    }, _ => return Err(not_implemented(kernel_name(args), pair.dtype)));
    one(reduce(losses, Reduction::read(args, 2)?)?)
}

/// # Errors
/// As [`forward`].
pub fn backward<D: Difference>(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let (pair, at) = (Pair::new(args, 0, 1)?, bend(args)?);
    let scale = Reduction::read(args, 2)?.scale(numel(&pair.shape));
    let to_input = if ctx.create_graph() {
        let slopes = D::slopes(&ops::sub((args.at(0), args.at(1)))?, at)?;
        ops::mul((&grad, &ops::mul((&slopes, scale))?))?
    } else {
        // The gradient of a reduced loss is one number: it is taken into the scale, in one pass.
        let single = grad.numel() == 1;
        let factor = if single { grad.item()? } else { 1.0 };
        Tensor::new(dispatch_real!(pair.dtype, T => {
            let (at, scale) = (T::from_f64(at), T::from_f64(scale) * T::from_f64(factor));
            let slopes = pair.map::<T, T>(|x, t| D::slope(x - t, at) * scale)?;
            if single { slopes } else { map2::<T, T, T>(&slopes, &grad.array(), &pair.shape, |slope, g| slope * g)? }
        }, _ => return Err(not_implemented(kernel_name(args), pair.dtype))))
    };
    ctx.each::<2>(|input| match input {
        0 => Ok(to_input.clone()),
        _ => ops::neg(&to_input),
    })
}

/// The squared difference has a kernel of its own name; the others are named after the op.
fn kernel_name(args: &Args) -> &str {
    match args.op_name() {
        "mse_loss" => "mse_cpu",
        name => name,
    }
}
