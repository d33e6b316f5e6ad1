//! `F.conv_transpose1d(x, weight, bias)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "conv_transpose1d",
    signature: "(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "A transposed convolution over 1 spatial dimension.",
        formula: r"y_{n o i} = b_o + \sum_{c, \, l, k: \, s l + d k - p = i} w_{c o k} \, x_{n c l}",
        gradients: &[
            (
                "input",
                r"\sum_{o k} w_{c o k} \, \bar{y}_{n o, s l + d k - p} \text{: the convolution}",
            ),
            ("weight", r"\sum_{n l} x_{n c l} \, \bar{y}_{n o, s l + d k - p}"),
            ("bias", r"\sum_{n i} \bar{y}_{n o i}"),
        ],
        shape_rule: "(N, C, L...) or (C, L...); each L becomes (L - 1) stride - 2 padding + dilation (K - 1) + output_padding + 1.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose1d.html",
    },
    forward: Forward::Composite(|args| convolve_transposed(args, 1)),
    examples: &["[1,2,6], [2,3,3], [3]", "[2,6], [2,3,3]"],
    misuses: &[(
        "[8,8,8,8,8,8,8], [4,3,3,3]",
        "RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv_transpose1d, but got input of size: [8, 8, 8, 8, 8, 8, 8]",
    )],
    ..Op::BASE
};
