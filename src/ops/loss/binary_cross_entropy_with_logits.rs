//! `F.binary_cross_entropy_with_logits(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "binary_cross_entropy_with_logits",
    signature: "(input, target, weight=None, pos_weight=None, reduction='mean')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The negative log likelihood of labels between 0 and 1 under probabilities, which are given as logits: exact where their sigmoid is near 0 or 1.",
        formula: r"y = -\frac{1}{n} \sum_i w_i \left( p t_i \ln \sigma(x_i) + (1 - t_i) \ln (1 - \sigma(x_i)) \right)",
        gradients: &[
            (
                "input",
                r"\bar{y} \frac{w_i}{n} \left( (1 - t_i) \sigma(x_i) - p \, t_i (1 - \sigma(x_i)) \right)",
            ),
            (
                "target",
                r"\bar{y} \frac{w_i}{n} \left( \ln (1 - \sigma(x_i)) - p \ln \sigma(x_i) \right)",
            ),
        ],
        shape_rule: "With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy_with_logits.html",
    },
    shape: Some(|args| reduced_shape(args, 4)),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(backward),
    grad_fn: "BinaryCrossEntropyWithLogitsBackward0",
    constants: &[(2, |_| "binary_cross_entropy_with_logits"), (3, |_| "binary_cross_entropy_with_logits")],
    saves: &[
        Save::Input(0),
        Save::Input(1),
        Save::Input(2),
        Save::Input(3),
    ],
    examples: &[
        "[2,3], u[2,3]",
        "[4], u[4], reduction='sum'",
        "[2,3], u[2,3], p[3], p[3], 'none'",
    ],
    misuses: &[(
        "[2], [3]",
        "ValueError: Target size (torch.Size([3])) must be the same as input size (torch.Size([2]))",
    )],
    ..Op::BASE
};

/// `(1 - t) x + (1 + (p - 1) t) (ln(1 + e^-|x|) + max(-x, 0))`
fn compose(args: &Args) -> Result<Outputs> {
    let (x, t) = (args.tensor(0)?, args.tensor(1)?);
    if x.dtype().is_float() && !t.dtype().is_float() {
        return Err(TensorError::runtime(format!(
            "result type {} can't be cast to the desired output type {}",
            x.dtype().word(),
            t.dtype().word()
        ))
        .because("The target is compared with probabilities: convert it with .float()."));
    }
    if x.shape() != t.shape() {
        return Err(TensorError::value(format!(
            "Target size ({}) must be the same as input size ({})",
            crate::tensor::shape_text(&t.shape()),
            crate::tensor::shape_text(&x.shape())
        )));
    }
    let mut softplus = ops::neg(&ops::logsigmoid(x)?)?;
    if args.has(3) {
        let weight = ops::add((&ops::mul((&ops::sub((args.at(3), 1))?, t))?, 1))?;
        softplus = ops::mul((&weight, &softplus))?;
    }
    let mut losses = ops::add((&ops::mul((&ops::rsub((t, 1))?, x))?, &softplus))?;
    if args.has(2) {
        losses = ops::mul((&losses, args.at(2)))?;
    }
    Ok(smallvec![Reduction::read(args, 4)?.of(&losses)?])
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let plain =
        !ctx.create_graph() && !ctx.needs(1) && !args.has(2) && !args.has(3) && grad.numel() == 1;
    if !plain {
        return ctx.through(compose);
    }
    let (x, t) = (args.array(0)?, args.array(1)?.to_dtype(args.meta(0)?.1)?);
    let scale = Reduction::read(args, 4)?.scale(x.numel()) * grad.item()?;
    ctx.only(Tensor::new(dispatch_real!(x.dtype(), T => {
        let scale = T::from_f64(scale);
        map2::<T, T, T>(&x, &t, x.shape(), |x, t| (T::ONE / (T::ONE + (-x).exp()) - t) * scale)?
    }, _ => unreachable!("floating point"))))
}
