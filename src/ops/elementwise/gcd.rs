//! `torch.gcd(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "gcd",
    signature: "(input, other: Tensor)",
    forms: Forms::ALL,
    card: Card {
        summary: "The greatest common divisor of both.",
        formula: r"y = \operatorname{gcd}(x, z)",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.gcd.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[4], i[4]", "i[4], 6"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() || pair.dtype == DType::Bool {
        return Err(not_implemented("gcd_cpu", pair.dtype));
    }
    one(pair
        .map::<i64, i64>(|x, y| num_integer::Integer::gcd(&x, &y))?
        .to_dtype(pair.dtype)?)
}
