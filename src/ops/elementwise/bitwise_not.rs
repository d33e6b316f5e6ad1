//! `~x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bitwise_not",
    signature: "(input)",
    forms: Forms::ALL,
    operators: &["__invert__"],
    card: Card {
        summary: "All bits turned over; of bools the opposite.",
        formula: r"y = \lnot x",
        gradients: &[],
        shape_rule: "As the input. Integers and bools only.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bitwise_not.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    examples: &["i[3]", "b[3]"],
    misuses: &[(
        "[2]",
        "NotImplementedError: \"bitwise_not_cpu\" not implemented for 'Double'",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    one(match array.dtype() {
        DType::Bool => map::<bool, bool>(&array, |x| !x)?,
        DType::U8 => map::<u8, u8>(&array, |x| !x)?,
        DType::I32 => map::<i32, i32>(&array, |x| !x)?,
        DType::I64 => map::<i64, i64>(&array, |x| !x)?,
        dtype => return Err(not_implemented("bitwise_not_cpu", dtype)),
    })
}
