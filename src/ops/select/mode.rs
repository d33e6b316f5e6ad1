//! `x.mode()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "mode",
    signature: "(input, dim=-1, keepdim=False)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The most frequent element along a dimension (the least of several), and where it stands last.",
        formula: r"y = \operatorname{mode}_i x_i",
        gradients: &[(
            "input",
            r"\bar{y} \text{ at the place that was picked, 0 elsewhere}",
        )],
        shape_rule: "The dimension disappears, or has size 1 with keepdim=True; the indices are int64.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.mode.html",
    },
    shape: Some(|args| picked_shape(args, 1)),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(to_picked(ctx, 1)?)),
    grad_fn: "ModeBackward0",
    saves: &[Save::Output(1)],
    returns: Returns::Named("mode", &["values", "indices"]),
    examples: &["[5]", "i3[6]", "i3[2,4], 0", "i3[2,4], 1, True"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let shape = picked_shape(args, 1)?.swap_remove(0).0;
    let array = args.array(0)?;
    let dim = args.dim(1, -1, array.ndim())?;
    picked(&array, dim, &shape, most_frequent)
}
