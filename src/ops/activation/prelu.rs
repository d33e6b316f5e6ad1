//! `F.prelu(x, weight)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "prelu",
    signature: "(input, weight)",
    forms: Forms::FUNCTIONAL.and(Forms::BOTH),
    card: Card {
        summary: "A leaky ReLU whose slope is learned, one or one per channel.",
        formula: r"y = \max(x, 0) + a \min(x, 0)",
        gradients: &[
            (
                "input",
                r"\bar{y} \text{ where } x > 0 \text{, else } a \bar{y}",
            ),
            ("weight", r"\sum \bar{y} \min(x, 0)"),
        ],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.prelu.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "PreluKernelBackward0",
    saves: &[Save::Input(0), Save::Input(1)],
    examples: &["[2,3], [1]", "[2,3], [3]", "[2,3,2], [3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, weight) = (args.tensor(0)?, args.tensor(1)?);
    let channels = if x.ndim() > 1 { x.shape()[1] } else { 1 };
    if weight.numel() != 1 && weight.numel() != channels {
        return Err(TensorError::runtime(format!(
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = {} and channel size = {channels}.",
            weight.numel()
        )));
    }
    let shape: Vec<i64> = (0..x.ndim()).map(|d| if d == 1 { -1 } else { 1 }).collect();
    let weight = if weight.numel() == 1 {
        ops::reshape((weight, &[][..] as &[i64]))?
    } else {
        ops::reshape((weight, &shape[..]))?
    };
    call(
        &ops::elementwise::where_::OP,
        (&ops::gt((x, 0))?, x, &ops::mul((&weight, x))?).into(),
    )
}
