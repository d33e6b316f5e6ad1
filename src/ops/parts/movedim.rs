//! `x.movedim(0, 1)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "movedim",
    aliases: &["moveaxis"],
    signature: "(input, source, destination)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Moves dimensions to other places, without copying; the others keep their order.",
        formula: r"y = x \text{ with its dimensions in another order}",
        gradients: &[("input", r"\bar{y} \text{ with its dimensions moved back}")],
        shape_rule: "The sizes move with their dimensions.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.movedim.html",
    },
    forward: Forward::Composite(compose),
    examples: &["[2,3,4], 0, 2", "[2,3,4], (0,1), (1,2)"],
    misuses: &[("[2,3], (0,1), (0,0)", "RuntimeError: movedim: repeated dim in `destination` ([0, 0])")],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let tensor = args.tensor(0)?;
    let n = tensor.ndim();
    let list = |index: usize, name: &str| -> Result<Vec<usize>> {
        let given = args.ints(index)?.unwrap_or_default();
        let dims: Vec<usize> = given.iter().map(|&dim| wrap_dim(dim, n)).collect::<Result<_>>()?;
        let mut seen = dims.clone();
        seen.sort_unstable();
        seen.dedup();
        if seen.len() != dims.len() {
            return Err(TensorError::runtime(format!("movedim: repeated dim in `{name}` ({})", size_text(&given))));
        }
        Ok(dims)
    };
    let (source, destination) = (list(1, "source")?, list(2, "destination")?);
    if source.len() != destination.len() {
        return Err(TensorError::runtime(format!(
            "movedim: Invalid source or destination dims: source ({} dims) should contain the same number of dims as destination \
             ({} dims)",
            size_text(&source),
            size_text(&destination)
        )));
    }
    let mut rest = (0..n).filter(|d| !source.contains(d));
    let order: Vec<i64> = (0..n)
        .map(|d| match destination.iter().position(|&to| to == d) {
            Some(k) => source[k] as i64,
            None => rest.next().unwrap_or(d) as i64,
        })
        .collect();
    call(&ops::view::permute::OP, (tensor, &order[..]).into())
}
