//! `-x`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "neg",
    aliases: &["negative"],
    signature: "(input)",
    forms: Forms::ALL,
    operators: &["__neg__"],
    card: Card {
        summary: "Each element with the other sign.",
        formula: "y = -x",
        gradients: &[("input", r"-\bar{y}")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.neg.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx| ctx.only(ops::neg(&ctx.grad()?)?)),
    grad_fn: "NegBackward0",
    examples: &["[2,3]", "[]", "i[3]", "T[3,2]"],
    misuses: &[(
        "b[2]",
        "NotImplementedError: Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    one(match array.dtype() {
        DType::Bool => {
            return Err(TensorError::not_implemented(
                "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the \
                 `~` or `logical_not()` operator instead.",
            ));
        }
        DType::F32 => map::<f32, f32>(&array, |x| -x)?,
        DType::F64 => map::<f64, f64>(&array, |x| -x)?,
        dtype => map::<i64, i64>(&array.to_dtype(DType::I64)?, i64::wrapping_neg)?.to_dtype(dtype)?,
    })
}
