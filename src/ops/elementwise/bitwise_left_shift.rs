//! `x << y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bitwise_left_shift",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__lshift__"],
    card: Card {
        summary: "Bits moved to the left.",
        formula: r"y = x \cdot 2^{z}",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bitwise_left_shift.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[3], 2", "i[3], i3[3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() || pair.dtype == DType::Bool {
        return Err(not_implemented("lshift_cpu", pair.dtype));
    }
    one(pair
        .map::<i64, i64>(|x, y| if (0..64).contains(&y) { x << y } else { 0 })?
        .to_dtype(pair.dtype)?)
}
