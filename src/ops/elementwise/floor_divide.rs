//! `x // y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "floor_divide",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__floordiv__"],
    card: Card {
        summary: "Divides and rounds down.",
        formula: r"y = \lfloor x / z \rfloor",
        gradients: &[("input", r"\text{not implemented: use floor of the quotient, or div with rounding\_mode}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.floor_divide.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| one(super::div::floor_divide(&Pair::new(args, 0, 1)?)?)),
    backward: Some(|_| Err(no_derivative("floor_divide"))),
    grad_fn: "NotImplemented",
    examples: &["[2,3], p[3]", "[3], 0.7", "i[4], -2", "[], p[2,2]"],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 0",
        ),
        ("i[2], 0", "RuntimeError: ZeroDivisionError"),
    ],
    lacks: Some(("div_floor_cpu", &[DType::Bool])),
    program: "x = torch.tensor([[1.0, -2.0, 0.5], [3.0, -1.5, 2.0]])\nprint(torch.floor_divide(x, 2))\nprint(x // 0.5)",
    ..Op::BASE
};
