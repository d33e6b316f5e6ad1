//! `x ^ y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bitwise_xor",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__xor__", "__rxor__"],
    card: Card {
        summary: "Bits that are set in exactly one.",
        formula: r"y = x \oplus z",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers and bools only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bitwise_xor.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[3], i[3]", "b[3], b[3]", "i[3], 2"],
    misuses: &[(
        "[2], [2]",
        "NotImplementedError: \"bitwise_xor_cpu\" not implemented for 'Double'",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() {
        return Err(not_implemented("bitwise_xor_cpu", pair.dtype));
    }
    one(pair.map::<i64, i64>(|x, y| x ^ y)?.to_dtype(pair.dtype)?)
}
