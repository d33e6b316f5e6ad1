//! `torch.lcm(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "lcm",
    signature: "(input, other: Tensor)",
    forms: Forms::ALL,
    card: Card {
        summary: "The least common multiple of both.",
        formula: r"y = \operatorname{lcm}(x, z)",
        gradients: &[],
        shape_rule: "The shapes are broadcast. Integers only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.lcm.html",
    },
    shape: Some(shapes::binary),
    forward: Forward::Kernel(forward),
    examples: &["i[4], i[4]", "i[4], 6"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let pair = Pair::new(args, 0, 1)?;
    if pair.dtype.is_float() || pair.dtype == DType::Bool {
        return Err(not_implemented("lcm_cpu", pair.dtype));
    }
    one(pair
        .map::<i64, i64>(|x, y| num_integer::Integer::lcm(&x, &y))?
        .to_dtype(pair.dtype)?)
}
