//! `torch.bucketize(x, edges)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bucketize",
    signature: "(input, boundaries, out_int32=False, right=False)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "The number of the bin between sorted edges that each value falls into.",
        formula: r"y_i = |\{k : e_k < x_i\}|",
        gradients: &[],
        shape_rule: "The shape of the values.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bucketize.html",
    },
    shape: Some(|args| {
        let shape = match args.at(0) {
            Arg::Tensor(_) => args.shape(0)?,
            _ => Shape::new(),
        };
        shape_of(shape, DType::I64)
    }),
    forward: Forward::Composite(compose),
    examples: &["[4], p[3]"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    call(
        &super::searchsorted::OP,
        (args.at(1), args.at(0), args.at(2), args.at(3)).into(),
    )
}
