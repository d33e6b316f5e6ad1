//! `1 / x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rdiv",
    signature: "(input, other)",
    forms: Forms::INTERNAL,
    operators: &["__rtruediv__"],
    card: Card {
        summary: "The other operand divided by this one: how `1 / x` is computed, as the reciprocal times it.",
        formula: "y = z / x",
        gradients: &[("input", r"-\bar{y} z / x^2"), ("other", r"\bar{y} / x")],
        shape_rule: "The shapes are broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.div.html",
    },
    shape: Some(shapes::binary_float),
    forward: Forward::Composite(compose),
    examples: &["p[2,3], 1.0", "p[3], 2", "i[3], 2", "p[3], [2,3]"],
    program: "x = torch.tensor([1.0, 2.0, 4.0], requires_grad=True)\ny = 2 / x\nprint(y.detach())\n\ny.sum().backward()\nprint(x.grad)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let reciprocal = ops::reciprocal(args.tensor(0)?)?;
    call(&ops::elementwise::mul::OP, (&reciprocal, args.at(1)).into())
}
