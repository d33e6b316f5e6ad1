//! `F.conv1d(x, weight, bias)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "conv1d",
    signature: "(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "A convolution over 1 spatial dimension.",
        formula: r"y_{n o l} = b_o + \sum_{c k} w_{o c k} \, x_{n c, s l + d k - p}",
        gradients: &[
            (
                "input",
                r"\sum_{o, \, l, k: \, s l + d k - p = i} w_{o c k} \, \bar{y}_{n o l} \text{ at } x_{n c i} \text{: the transposed convolution}",
            ),
            ("weight", r"\sum_{n l} \bar{y}_{n o l} \, x_{n c, s l + d k - p}"),
            ("bias", r"\sum_{n l} \bar{y}_{n o l}"),
        ],
        shape_rule: "(N, C, L...) or (C, L...); each L becomes floor((L + 2 padding - dilation (K - 1) - 1) / stride) + 1.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv1d.html",
    },
    forward: Forward::Composite(|args| convolve(args, 1)),
    examples: &[
        "[1,2,6], [3,2,3], [3]",
        "[2,6], [3,2,3]",
        "[1,2,6], [3,2,3], None, 1, 'same'",
    ],
    misuses: &[(
        "[8,8,8,8,8,8,8], [4,3,3,3]",
        "RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [8, 8, 8, 8, 8, 8, 8]",
    )],
    ..Op::BASE
};
