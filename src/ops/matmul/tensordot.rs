//! `torch.tensordot(x, y, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "tensordot",
    signature: "(a, b, dims=2, dims_b=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Sums of products over several dimensions of both.",
        formula: r"y_{ij} = \sum_{kl} a_{ikl} \, b_{klj}",
        gradients: &[
            ("a", r"\sum_j \bar{y}_{ij} \, b_{klj}"),
            ("b", r"\sum_i \bar{y}_{ij} \, a_{ikl}"),
        ],
        shape_rule: "The sizes of a that are not summed over, then those of b.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.tensordot.html",
    },
    forward: Forward::Composite(compose),
    examples: &[
        "[2,3,4], [3,4,2], 2",
        "[2,3], [3,2], 1",
        "[2,3], [4,3], (1,), (1,)",
    ],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (x, y) = (args.tensor(0)?, args.tensor(1)?);
    let (a, b) = match (args.at(2), args.ints(3)?) {
        (_, Some(b)) => (args.ints(2)?.unwrap_or_default().to_vec(), b.to_vec()),
        (Arg::Int(count), None) => (
            (x.ndim() as i64 - count..x.ndim() as i64).collect(),
            (0..*count).collect(),
        ),
        _ => ((x.ndim() as i64 - 2..x.ndim() as i64).collect(), vec![0, 1]),
    };
    let a: Vec<usize> = a
        .iter()
        .map(|&d| wrap_dim(d, x.ndim()))
        .collect::<Result<_>>()?;
    let b: Vec<usize> = b
        .iter()
        .map(|&d| wrap_dim(d, y.ndim()))
        .collect::<Result<_>>()?;
    let (xs, ys) = (x.shape(), y.shape());
    for (&p, &q) in a.iter().zip(&b) {
        if xs[p] != ys[q] {
            return Err(TensorError::runtime(format!(
                "contracted dimensions need to match, but first has size {} in dim {p} and second has size {} in dim {q}",
                xs[p], ys[q]
            )));
        }
    }
    let rest = |n: usize, used: &[usize]| (0..n).filter(|d| !used.contains(d)).collect::<Vec<_>>();
    let (free_a, free_b) = (rest(x.ndim(), &a), rest(y.ndim(), &b));
    let order = |first: &[usize], then: &[usize]| {
        first
            .iter()
            .chain(then)
            .map(|&d| d as i64)
            .collect::<Vec<_>>()
    };
    let inner: usize = a.iter().map(|&d| xs[d]).product();
    let left = ops::reshape((
        &ops::permute((x, &order(&free_a, &a)[..]))?,
        &[-1, inner as i64][..],
    ))?;
    let right = ops::reshape((
        &ops::permute((y, &order(&b, &free_b)[..]))?,
        &[inner as i64, -1][..],
    ))?;
    let shape: Shape = free_a
        .iter()
        .map(|&d| xs[d])
        .chain(free_b.iter().map(|&d| ys[d]))
        .collect();
    call(
        &ops::view::reshape::OP,
        (&ops::mm((&left, &right))?, &shape).into(),
    )
}
