//! `F.huber_loss(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "huber_loss",
    signature: "(input, target, reduction='mean', delta=1.0)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Squared where the difference is up to delta, else absolute times delta.",
        formula: r"y = \frac{1}{n} \sum_i \begin{cases} \tfrac{1}{2} d_i^2 & |d_i| \le \delta \\ \delta (|d_i| - \tfrac{1}{2} \delta) \end{cases}, \; d = x - t",
        gradients: &[
            (
                "input",
                r"\bar{y} \tfrac{1}{n} \operatorname{clamp}(d_i, -\delta, \delta)",
            ),
            ("target", r"-\bar{x}"),
        ],
        shape_rule: "The shapes are broadcast. With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.huber_loss.html",
    },
    shape: Some(|args| reduced_shape(args, 2)),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "HuberLossBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [2,3]", "[4], [4], 'sum', 0.5", "[2,3], [3], 'none'"],
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
    let delta = args.float(3, 1.0)?;
    let losses = dispatch_real!(pair.dtype, T => {
        let delta = T::from_f64(delta);
        pair.map::<T, T>(|x, t| { let d = x - t; { let a = d.abs(); if a <= delta { d * d * 0.5 } else { delta * (a - delta * 0.5) } } })?
    }, _ => return Err(not_implemented("huber_loss", pair.dtype)));
    one(reduce(losses, Reduction::read(args, 2)?)?)
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let pair = Pair::new(args, 0, 1)?;
    let delta = args.float(3, 1.0)?;
    let scale = Reduction::read(args, 2)?.scale(numel(&pair.shape));
    let input_gradient = if ctx.create_graph() {
        let d = ops::sub((args.at(0), args.at(1)))?;
        ops::mul((
            &grad,
            &ops::mul((&ops::clamp((&d, -delta, delta))?, scale))?,
        ))?
    } else {
        let slopes = dispatch_real!(pair.dtype, T => {
            let delta = T::from_f64(delta);
            let scale = T::from_f64(scale);
            match grad.numel() {
                1 => {
                    let scale = scale * T::from_f64(grad.item()?);
                    pair.map::<T, T>(|x, t| { let d = x - t; (if d <= -delta { -delta } else if d >= delta { delta } else { d }) * scale })?
                }
                _ => {
                    let slopes = pair.map::<T, T>(|x, t| { let d = x - t; (if d <= -delta { -delta } else if d >= delta { delta } else { d }) * scale })?;
                    map2::<T, T, T>(&slopes, &grad.array(), &pair.shape, |slope, g| slope * g)?
                }
            }
        }, _ => return Err(not_implemented("huber_loss", pair.dtype)));
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
