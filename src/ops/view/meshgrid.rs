//! `torch.meshgrid(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "meshgrid",
    signature: "(tensors, indexing='ij')",
    forms: Forms::INTERNAL,
    card: Card {
        summary: "Grids of coordinates: each vector repeated along the others' dimensions.",
        formula: r"y^1_{ij} = x_i, \; y^2_{ij} = z_j",
        gradients: &[("tensors", r"\text{sums over the repeats}")],
        shape_rule: "As many grids as vectors, with all their lengths as sizes.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.meshgrid.html",
    },
    forward: Forward::Composite(compose),
    returns: Returns::Tuple,
    examples: &["{[2],[3]}", "{[2],[3]}, 'xy'"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let vectors = args.tensor_list(0)?;
    let swap = args.text(1, "ij")? == "xy" && vectors.len() > 1;
    let place = |k: usize| if swap && k < 2 { 1 - k } else { k };
    let mut shape: Shape = smallvec![1; vectors.len()];
    for (k, vector) in vectors.iter().enumerate() {
        shape[place(k)] = vector.numel();
    }
    vectors
        .iter()
        .enumerate()
        .map(|(k, vector)| {
            let mut own: Shape = smallvec![1; vectors.len()];
            own[place(k)] = vector.numel();
            ops::expand((&ops::reshape((vector, &own))?, &shape))
        })
        .collect()
}
