//! `F.binary_cross_entropy(x, target)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "binary_cross_entropy",
    signature: "(input, target, weight=None, reduction='mean')",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "The negative log likelihood of labels between 0 and 1 under probabilities; logarithms are held at -100.",
        formula: r"y = -\frac{1}{n} \sum_i w_i \left( t_i \ln x_i + (1 - t_i) \ln (1 - x_i) \right)",
        gradients: &[
            ("input", r"\bar{y} \frac{w_i}{n} \frac{x_i - t_i}{x_i (1 - x_i)}"),
            ("target", r"\bar{y} \frac{w_i}{n} \left( \ln(1 - x_i) - \ln x_i \right)"),
        ],
        shape_rule: "With reduction 'none' the losses' shape, else a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.binary_cross_entropy.html",
    },
    shape: Some(|args| reduced_shape(args, 3)),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(backward),
    grad_fn: "BinaryCrossEntropyBackward0",
    constants: &[(2, |_| "binary_cross_entropy")],
    saves: &[Save::Input(0), Save::Input(1), Save::Input(2)],
    examples: &[
        "u[2,3], u[2,3]",
        "u[4], u[4], reduction='sum'",
        "u[2,3], u[2,3], p[3], 'none'",
    ],
    misuses: &[
        (
            "[5], u[5]",
            "RuntimeError: all elements of input should be between 0 and 1",
        ),
        (
            "u[2], u[3]",
            "ValueError: Using a target size (torch.Size([3])) that is different to the input size (torch.Size([2])) is deprecated. Please ensure they have the same size.",
        ),
    ],
    program: "x = torch.tensor([0.1, 0.6, 0.9], requires_grad=True)\ntarget = torch.tensor([0.0, 1.0, 1.0])\ny = F.binary_cross_entropy(x, target)\nprint(y)\n\ny.backward()\nprint(x.grad)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, t) = (args.tensor(0)?, args.tensor(1)?);
    if x.shape() != t.shape() {
        return Err(TensorError::value(format!(
            "Using a target size ({}) that is different to the input size ({}) is deprecated. Please ensure they have the \
             same size.",
            crate::tensor::shape_text(&t.shape()),
            crate::tensor::shape_text(&x.shape())
        )));
    }
    if t.dtype() != x.dtype() {
        return Err(TensorError::runtime(format!(
            "Found dtype {} but expected {}",
            t.dtype().word(),
            x.dtype().word()
        ))
        .because("The target is compared with probabilities: convert it with .float()."));
    }
    let inside = |x: &f64| (0.0..=1.0).contains(x);
    if !x.array().to_f64_vec().iter().all(inside) {
        return Err(TensorError::runtime("all elements of input should be between 0 and 1").because(
            "These are to be probabilities. Put a sigmoid before, or use binary_cross_entropy_with_logits.",
        ));
    }
    let log = |p: &Tensor| ops::clamp_min((&ops::log(p)?, -100.0));
    let right = ops::mul((t, &log(x)?))?;
    let wrong = ops::mul((&ops::rsub((t, 1))?, &log(&ops::rsub((x, 1))?)?))?;
    let mut losses = ops::neg(&ops::add((&right, &wrong))?)?;
    if args.has(2) {
        losses = ops::mul((&losses, args.at(2)))?;
    }
    Ok(smallvec![Reduction::read(args, 3)?.of(&losses)?])
}

/// PyTorch's formula, finite where a probability is exactly 0 or 1.
fn backward(ctx: &Context) -> Result<Grads> {
    let (args, grad) = (ctx.args(), ctx.grad()?);
    let plain = !ctx.create_graph() && !ctx.needs(1) && !args.has(2) && grad.numel() == 1;
    if !plain {
        return ctx.through(compose);
    }
    let (x, t) = (args.array(0)?, args.array(1)?.to_dtype(args.meta(0)?.1)?);
    let scale = Reduction::read(args, 3)?.scale(x.numel()) * grad.item()?;
    ctx.only(Tensor::new(dispatch_real!(x.dtype(), T => {
        let (scale, least) = (T::from_f64(scale), T::from_f64(1e-12));
        map2::<T, T, T>(&x, &t, x.shape(), |x, t| (x - t) / ((T::ONE - x) * x).max(least) * scale)?
    }, _ => unreachable!("floating point"))))
}
