//! `torch.searchsorted(edges, x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "searchsorted",
    signature: "(sorted_sequence, input, out_int32=False, right=False, side=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Where each value would have to be put into sorted numbers to keep them sorted.",
        formula: r"y_i = |\{k : e_k < x_i\}|",
        gradients: &[],
        shape_rule: "The shape of the values.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.searchsorted.html",
    },
    shape: Some(|args| {
        let shape = match args.at(1) {
            Arg::Tensor(_) => args.shape(1)?,
            _ => Shape::new(),
        };
        shape_of(
            shape,
            if args.flag(2, false)? {
                DType::I32
            } else {
                DType::I64
            },
        )
    }),
    forward: Forward::Kernel(forward),
    examples: &["i[3], [4]", "p[3], 0.5"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let edges = args.array(0)?.contiguous()?;
    let right = args.flag(3, false)? || args.text(4, "left")? == "right";
    let (values, shape) = match args.at(1) {
        Arg::Tensor(values) => (values.array().to_f64_vec(), values.shape()),
        _ => (vec![args.float(1, 0.0)?], Shape::new()),
    };
    let numbers = edges.to_f64_vec();
    let length = edges.shape().last().copied().unwrap_or(1);
    let row = shape.last().copied().unwrap_or(1).max(1);
    let places: Vec<i64> = values
        .iter()
        .enumerate()
        .map(|(i, &x)| {
            let line = if edges.ndim() > 1 {
                &numbers[i / row * length..][..length]
            } else {
                &numbers
            };
            line.partition_point(|&edge| if right { edge <= x } else { edge < x }) as i64
        })
        .collect();
    let places = Array::from_vec(places, shape);
    one(if args.flag(2, false)? {
        places.to_dtype(DType::I32)?
    } else {
        places
    })
}
