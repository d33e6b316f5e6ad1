//! `torch.nonzero(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "nonzero",
    signature: "(input)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The places of the elements that are not 0.",
        formula: r"y = (i : x_i \ne 0)",
        gradients: &[],
        shape_rule: "As many rows as there are such elements; a column for each dimension.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nonzero.html",
    },
    forward: Forward::Kernel(forward),
    examples: &["i3[2,3]", "b[4]", "[]", "[0]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let flags = array.to_dtype(DType::Bool)?.gather::<bool>()?;
    let mut rows: Vec<i64> = Vec::new();
    let mut count = 0;
    for i in flags
        .iter()
        .enumerate()
        .filter(|(_, flag)| **flag)
        .map(|(i, _)| i)
    {
        let mut left = array.numel();
        let mut place = i;
        for &size in array.shape() {
            left /= size;
            rows.push((place / left) as i64);
            place %= left;
        }
        count += 1;
    }
    one(Array::from_vec(
        rows,
        Shape::from_slice(&[count, array.ndim()]),
    ))
}
