//! `7 % x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rmod",
    signature: "(input, other)",
    forms: Forms::INTERNAL,
    operators: &["__rmod__"],
    card: Card {
        summary: "What is left of the other operand divided by this one.",
        formula: r"y = z - x \lfloor z / x \rfloor",
        gradients: &[("input", r"\text{not implemented}")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.remainder.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(|args| {
        let mut pair = Pair::new(args, 0, 1)?;
        std::mem::swap(&mut pair.a, &mut pair.b);
        one(super::remainder::remainder(&pair)?)
    }),
    backward: Some(|_| Err(no_derivative("remainder"))),
    grad_fn: "NotImplemented",
    examples: &["p[3], 7.0", "i[1], 7"],
    program: "x = torch.tensor([1.0, 2.0, 4.0])\nprint(7 % x)",
    ..Op::BASE
};
