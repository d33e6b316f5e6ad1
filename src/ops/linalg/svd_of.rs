//! `torch.svd(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "svd",
    signature: "(input, some=True, compute_uv=True)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The singular value decomposition with V, not its transpose; torch.linalg.svd is its newer form.",
        formula: r"A = U \operatorname{diag}(s) V^\top",
        gradients: &[(
            "input",
            r"\begin{aligned} & U \left( \bar{S} + (F \odot K_U) S + S (F \odot K_V) \right) V^\top \\ & + (I - U U^\top) \bar{U} S^{-1} V^\top + U S^{-1} \bar{V}^\top (I - V V^\top) \\ & K_U = U^\top \bar{U} - \bar{U}^\top U, \; K_V = V^\top \bar{V} - \bar{V}^\top V, \\ & F_{ij} = 1 / (s_j^2 - s_i^2), \; F_{ii} = 0 \end{aligned}",
        )],
        shape_rule: "U m by k, S k, V n by k; k is the smaller of m and n.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.svd.html",
    },
    forward: Forward::Composite(compose),
    returns: Returns::Named("svd", &["U", "S", "V"]),
    examples: &["f[3,2]", "f[2,3]"],
    program: "x = torch.tensor([[1.0, -2.0], [0.5, 3.0], [-1.5, 2.0]])\nU, S, V = torch.svd(x)\nprint(S)\nprint(torch.allclose(U @ torch.diag(S) @ V.T, x, atol=1e-5))",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mut parts = call(
        &ops::linalg::svd_::OP,
        (args.tensor(0)?, !args.flag(1, true)?).into(),
    )?;
    parts[2] = ops::mT(&parts[2])?;
    Ok(parts)
}
