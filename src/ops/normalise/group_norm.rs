//! `F.group_norm(x, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "group_norm",
    signature: "(input, num_groups, weight=None, bias=None, eps=1e-05)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "Mean 0 and variance 1 over each group of channels of each sample, then scaled and shifted per channel (Wu and He 2018).",
        formula: r"y = \frac{x - \mu_{ng}}{\sqrt{\sigma_{ng}^2 + \epsilon}} \cdot w_c + b_c",
        gradients: &[
            (
                "input",
                r"\frac{1}{\sqrt{\sigma_{ng}^2 + \epsilon}} \left( g - \operatorname{mean}(g) - \hat{x} \operatorname{mean}(g \hat{x}) \right), \; g = \bar{y} w \text{, means over the group}",
            ),
            (
                "weight",
                r"\sum \bar{y} \hat{x} \text{ over all but the channels, } \hat{x} = (x - \mu_{ng}) / \sqrt{\sigma_{ng}^2 + \epsilon}",
            ),
            ("bias", r"\sum \bar{y} \text{ over all but the channels}"),
        ],
        shape_rule: "As the input, (N, C, ...); C must be divisible by the number of groups.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.group_norm.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "NativeGroupNormBackward0",
    saves: &[Save::Input(0), Save::Input(2), Save::Input(3)],
    examples: &["[2,4], 2, [4], [4]", "[2,4,3], 2, [4], [4]", "[2,4], 1"],
    misuses: &[(
        "[2,3], 2",
        "RuntimeError: Expected number of channels in input to be divisible by num_groups, but got input of shape [2, 3] and num_groups=2",
    )],
    program: "x = torch.tensor([[1.0, -2.0, 0.5, 4.0, 2.0, -1.0]], requires_grad=True)\ny = F.group_norm(x, 2)\nprint(y)\n\n(y**3).sum().backward()\nprint(x.grad)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, groups) = (args.tensor(0)?, args.int(1, 1)?);
    let shape = x.shape();
    if shape.len() < 2 || shape[1] as i64 % groups.max(1) != 0 {
        return Err(TensorError::runtime(format!(
            "Expected number of channels in input to be divisible by num_groups, but got input of shape {} and \
             num_groups={groups}",
            size_text(&shape)
        )));
    }
    let rows = ops::reshape((x, &[shape[0] as i64, groups, -1][..]))?;
    let centred = ops::sub((&rows, &ops::mean((&rows, -1, true))?))?;
    let variance = ops::mean((&ops::mul((&centred, &centred))?, -1, true))?;
    let scale = ops::rsqrt(&ops::add((&variance, args.float(4, 1e-5)?))?)?;
    let mut y = ops::reshape((&ops::mul((&centred, &scale))?, &shape))?;
    let channels: Vec<i64> = (0..shape.len())
        .map(|d| if d == 1 { -1 } else { 1 })
        .collect();
    if let Some(weight) = args.optional_tensor(2)? {
        y = ops::mul((&y, &ops::reshape((weight, &channels[..]))?))?;
    }
    if let Some(bias) = args.optional_tensor(3)? {
        y = ops::add((&y, &ops::reshape((bias, &channels[..]))?))?;
    }
    Ok(smallvec![y])
}
