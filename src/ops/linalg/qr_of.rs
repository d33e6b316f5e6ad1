//! `torch.qr(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "qr",
    signature: "(input, some=True)",
    forms: Forms::BOTH,
    card: Card {
        summary: "An orthogonal matrix times an upper triangular one; torch.linalg.qr is its newer form.",
        formula: r"A = Q R, \quad Q^\top Q = I",
        gradients: &[(
            "input",
            r"\left( \bar{Q} + Q \operatorname{sym}(M) \right) R^{-\top}, \; M = R \bar{R}^\top - \bar{Q}^\top Q \text{, where sym mirrors the lower triangle upwards}",
        )],
        shape_rule: "Q m by k, R k by n; k is the smaller of m and n, or m with some=False.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.qr.html",
    },
    forward: Forward::Composite(compose),
    returns: Returns::Named("qr", &["Q", "R"]),
    examples: &["f[3,2]"],
    program: "x = torch.tensor([[1.0, -2.0], [0.5, 3.0], [-1.5, 2.0]])\nQ, R = torch.linalg.qr(x)  # PyTorch has taken torch.qr out\nprint(torch.allclose(Q @ R, x, atol=1e-6))\nprint(R)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let mode = if args.flag(1, true)? {
        "reduced"
    } else {
        "complete"
    };
    call(&ops::linalg::qr_::OP, (args.tensor(0)?, mode).into())
}
