//! From the named convolutions to the one op that all of them are.

use super::with_padding;
use crate::ops::{self, Args, Outputs, call, call_one};
use crate::tensor::{Result, Tensor, TensorError, size_text};

/// `conv1d`, `conv2d`, `conv3d`.
///
/// # Errors
/// When the input has not `spatial` dimensions beside channels (and batch); as the op `convolution`.
pub fn convolve(args: &Args, spatial: usize) -> Result<Outputs> {
    batched(args, spatial, |input| {
        let (input, padding) = with_padding(args, input)?;
        let (stride, dilation, groups) = (args.at(3), args.at(5), args.at(6));
        Ok((
            &input,
            args.at(1),
            args.at(2),
            stride,
            padding,
            dilation,
            false,
            0,
            groups,
        )
            .into())
    })
}

/// `conv_transpose1d`, `conv_transpose2d`, `conv_transpose3d`.
///
/// # Errors
/// As [`convolve`].
pub fn convolve_transposed(args: &Args, spatial: usize) -> Result<Outputs> {
    batched(args, spatial, |input| {
        let (stride, padding, dilation) = (args.at(3), args.at(4), args.at(7));
        let (output_padding, groups) = (args.at(5), args.at(6));
        Ok((
            input,
            args.at(1),
            args.at(2),
            stride,
            padding,
            dilation,
            true,
            output_padding,
            groups,
        )
            .into())
    })
}

/// Convolves; a sample without batch gets one, and loses it again.
fn batched(
    args: &Args,
    spatial: usize,
    arguments: impl Fn(&Tensor) -> Result<Args>,
) -> Result<Outputs> {
    let input = args.tensor(0)?;
    let (one, many) = (spatial + 1, spatial + 2);
    let convolution = &ops::conv::convolution::OP;
    match input.ndim() {
        n if n == many => call(convolution, arguments(input)?),
        n if n == one => {
            let y = call_one(convolution, arguments(&ops::unsqueeze((input, 0))?)?)?;
            call(&ops::view::squeeze::OP, (&y, 0).into())
        }
        _ => Err(TensorError::runtime(format!(
            "Expected {one}D (unbatched) or {many}D (batched) input to {}, but got input of size: {}",
            args.op_name(),
            size_text(&input.shape())
        ))),
    }
}
