//! `F.conv_transpose3d(x, weight, bias)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "conv_transpose3d",
    signature: "(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1, dilation=1)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "A transposed convolution over 3 spatial dimensions.",
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
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.conv_transpose3d.html",
    },
    forward: Forward::Composite(|args| convolve_transposed(args, 3)),
    examples: &["[1,1,3,3,3], [1,2,2,2,2], [2]", "[1,3,3,3], [1,2,2,2,2]"],
    misuses: &[(
        "[8,8,8,8,8,8,8], [4,3,3,3]",
        "RuntimeError: Expected 4D (unbatched) or 5D (batched) input to conv_transpose3d, but got input of size: [8, 8, 8, 8, 8, 8, 8]",
    )],
    program: "x = torch.ones(1, 1, 2, 2, 2, requires_grad=True)\nweight = torch.ones(1, 1, 2, 2, 2)\ny = F.conv_transpose3d(x, weight)\nprint(y)\n\ny.sum().backward()\nprint(x.grad)",
    ..Op::BASE
};
