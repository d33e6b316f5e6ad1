//! `F.mse_loss(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mse_loss",
    signature: "(input, target, reduction='mean')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The mean of the squared differences.",
        formula: r"y = \frac{1}{n} \sum_i (x_i - t_i)^2",
        gradients: &[
            ("input", r"\bar{y} \tfrac{2}{n} (x_i - t_i)"),
            ("target", r"-\bar{x}"),
        ],
        shape_rule: "The shapes are broadcast. With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.mse_loss.html",
    },
    shape: Some(|args| reduced_shape(args, 2)),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "MseLossBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &[
        "[2,3], [2,3]",
        "[4], [4], 'sum'",
        "[2,3], [3], 'none'",
        "T[3,2], [3,2]",
        "[0], [0]",
    ],
    misuses: &[
        (
            "[2], [3]",
            "RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0",
        ),
        (
            "[2], [2], reduction='x'",
            "ValueError: x is not a valid value for reduction",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;

    let losses = dispatch_real!(pair.dtype, T => {

        pair.map::<T, T>(|x, t| { let d = x - t; d * d })?
    }, _ => return Err(not_implemented("mse_loss", pair.dtype)));
    one(reduce(losses, Reduction::read(args, 2)?)?)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let pair = Pair::new(args, 0, 1)?;

    let scale = Reduction::read(args, 2)?.scale(numel(&pair.shape));
    let input_gradient = if ctx.create_graph() {
        let d = ops::sub((args.at(0), args.at(1)))?;
        ops::mul((&grad, &ops::mul((&ops::mul((&d, 2.0))?, scale))?))?
    } else {
        let slopes = dispatch_real!(pair.dtype, T => {

            let scale = T::from_f64(scale);
            match grad.numel() {
                1 => {
                    let scale = scale * T::from_f64(grad.item()?);
                    pair.map::<T, T>(|x, t| { let d = x - t; (d * T::from_f64(2.0)) * scale })?
                }
                _ => {
                    let slopes = pair.map::<T, T>(|x, t| { let d = x - t; (d * T::from_f64(2.0)) * scale })?;
                    map2::<T, T, T>(&slopes, &grad.array(), &pair.shape, |slope, g| slope * g)?
                }
            }
        }, _ => return Err(not_implemented("mse_loss", pair.dtype)));
        Tensor::new(slopes)
    };
    ctx.each::<2>(|input| {
        if input == 0 {
            Ok(input_gradient.clone())
        } else {
            ops::neg(&input_gradient)
        }
    })
}
