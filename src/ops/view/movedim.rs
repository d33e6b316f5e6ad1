//! `torch.movedim(x, 0, 2)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "movedim",
    aliases: &["moveaxis"],
    signature: "(input, source, destination)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Dimensions moved to other places; the rest keeps its order.",
        formula: r"y = x \text{, permuted}",
        gradients: &[("input", r"\bar{y} \text{, moved back}")],
        shape_rule: "The sizes in the new order.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.movedim.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(
            order(args, shape.len())?
                .iter()
                .map(|&d| shape[d as usize])
                .collect(),
            dtype,
        )
    }),
    forward: Forward::Composite(compose),
    examples: &["[2,3,4], 0, 2", "[2,3,4], (0,1), (1,2)", "[2,3], -1, 0"],
    ..Op::BASE
};

fn order(args: &Args, ndim: usize) -> Result<Vec<i64>> {
    let (from, to) = (
        args.ints(1)?.unwrap_or_default(),
        args.ints(2)?.unwrap_or_default(),
    );
    if from.len() != to.len() {
        return Err(TensorError::runtime(format!(
            "movedim: Invalid source or destination dims: source ({} dims) should contain the same number of dims as \
             destination ({} dims)",
            size_text(&from),
            size_text(&to)
        )));
    }
    let mut order: Vec<Option<i64>> = vec![None; ndim];
    let mut moved = Vec::new();
    for (&from, &to) in from.iter().zip(&to) {
        let from = wrap_dim(from, ndim)? as i64;
        order[wrap_dim(to, ndim)?] = Some(from);
        moved.push(from);
    }
    let mut rest = (0..ndim as i64).filter(|d| !moved.contains(d));
    Ok(order
        .into_iter()
        .filter_map(|place| place.or_else(|| rest.next()))
        .collect())
}

fn compose(args: &Args) -> Result<Outputs> {
    let order = order(args, args.tensor(0)?.ndim())?;
    call(&super::permute::OP, (args.at(0), &order[..]).into())
}
