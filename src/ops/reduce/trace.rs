//! `torch.trace(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "trace",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The sum of a matrix's diagonal.",
        formula: r"y = \sum_i x_{ii}",
        gradients: &[("input", r"\bar{y} I")],
        shape_rule: "A matrix gives a number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.trace.html",
    },
    shape: Some(|args| {
        let (_, dtype) = args.meta(0)?;
        shape_of(
            Shape::new(),
            if dtype.is_float() { dtype } else { DType::I64 },
        )
    }),
    forward: Forward::Kernel(|args| computed(args, compose)),
    backward: Some(|ctx| ctx.through(compose)),
    grad_fn: "TraceBackward0",
    saves: &[Save::Input(0)],
    examples: &["[3,3]", "[2,3]", "i[2,2]"],
    misuses: &[(
        "[3]",
        "RuntimeError: trace: expected a matrix, but got tensor with dim 1",
    )],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let ndim = args.tensor(0)?.ndim();
    if ndim != 2 {
        return Err(TensorError::runtime(
            "trace: expected a matrix, but got tensor with dim ".to_string() + &ndim.to_string(),
        ));
    }
    call(&super::sum::OP, (&ops::diagonal(args.tensor(0)?)?).into())
}
