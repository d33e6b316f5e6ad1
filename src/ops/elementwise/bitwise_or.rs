//! `x | y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bitwise_or",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__or__", "__ror__"],
    card: Card {
        summary: "Bits that are set in at least one.",
        formula: r"y = x \lor z",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers and bools only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bitwise_or.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[3], i[3]", "b[3], b[3]", "i[3], 2"],
    misuses: &[(
        "[2], [2]",
        "NotImplementedError: \"bitwise_or_cpu\" not implemented for 'Double'",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() {
        return Err(not_implemented("bitwise_or_cpu", pair.dtype));
    }
    one(pair.map::<i64, i64>(|x, y| x | y)?.to_dtype(pair.dtype)?)
}
