//! `x >> y`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bitwise_right_shift",
    signature: "(input, other)",
    forms: Forms::ALL,
    operators: &["__rshift__"],
    card: Card {
        summary: "Bits moved to the right.",
        formula: r"y = \lfloor x / 2^z \rfloor",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bitwise_right_shift.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[3], 2", "i[3], i3[3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() || pair.dtype == DType::Bool {
        return Err(not_implemented("rshift_cpu", pair.dtype));
    }
    one(pair
        .map::<i64, i64>(|x, y| x.wrapping_shr(y as u32))?
        .to_dtype(pair.dtype)?)
}
