//! `F.scaled_dot_product_attention(q, k, v)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "scaled_dot_product_attention",
    signature: "(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, enable_gqa=False)",
    forms: Forms::FUNCTIONAL,
    card: Card {
        summary: "Each query takes a mixture of the values, weighted by how well it fits their keys (Vaswani et al. 2017).",
        formula: r"y = A v, \quad A = \operatorname{softmax}\left( \frac{q k^\top}{\sqrt{d}} + M \right)",
        gradients: &[
            (
                "query",
                r"\frac{1}{\sqrt{d}} \bar{S} k, \; \bar{S} = A \odot \left( \bar{y} v^\top - \textstyle\sum_e \bar{y}_e y_e \right)",
            ),
            ("key", r"\frac{1}{\sqrt{d}} \bar{S}^\top q"),
            ("value", r"A^\top \bar{y}"),
            ("attn_mask", r"\bar{S} \text{, of a mask that is added}"),
        ],
        shape_rule: "(..., L, d), (..., S, d) and (..., S, e) give (..., L, e).",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.scaled_dot_product_attention.html",
    },
    forward: Forward::Composite(compose),
    grad_fn_of: Some(|args| {
        if args.shape(0).is_ok_and(|shape| shape.len() == 4) {
            "ScaledDotProductFlashAttentionForCpuBackward0"
        } else {
            "SqueezeBackward1"
        }
    }),
    examples: &[
        "[2,3,4], [2,5,4], [2,5,2]",
        "[3,4], [3,4], [3,2], None, 0.0, True",
        "[2,4], [3,4], [3,2], b[2,3]",
        "[2,4], [3,4], [3,2], [2,3]",
    ],
    program: "query = torch.tensor([[1.0, 0.0], [0.0, 1.0]])\nkey = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])\nvalue = torch.tensor([[10.0], [20.0], [30.0]])\nprint(F.scaled_dot_product_attention(query, key, value))\nprint(torch.softmax(query @ key.T / 2**0.5, dim=-1) @ value)",
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let (query, key, value) = (args.tensor(0)?, args.tensor(1)?, args.tensor(2)?);
    let (queries, keys) = (query.shape(), key.shape());
    let width = queries.last().copied().unwrap_or(1);
    let scale = args.float(6, 1.0 / (width as f64).sqrt())?;
    // As PyTorch: the root of the scale to each side.
    let root = scale.abs().sqrt();
    let scores = ops::matmul((
        &ops::mul((query, root * scale.signum()))?,
        &ops::transpose((&ops::mul((key, root))?, -2, -1))?,
    ))?;
    let mut scores = scores;
    if args.flag(5, false)? {
        let (l, s) = (queries[queries.len() - 2], keys[keys.len() - 2]);
        let allowed = ops::tril(&Tensor::new(Array::ones(
            Shape::from_slice(&[l, s]),
            DType::Bool,
        )?))?;
        scores = ops::where_((&allowed, &scores, f64::NEG_INFINITY))?;
    }
    if let Some(mask) = args.optional_tensor(3)? {
        scores = if mask.dtype() == DType::Bool {
            ops::where_((mask, &scores, f64::NEG_INFINITY))?
        } else {
            ops::add((&scores, mask))?
        };
    }
    let mut weights = ops::softmax((&scores, -1))?;
    let dropout = args.float(4, 0.0)?;
    if dropout > 0.0 {
        let noise = (&ops::zeros_like(&weights.detach())?, 1.0 - dropout).into();
        let kept = ops::call_in_place(&ops::random::bernoulli::OP, noise)?;
        weights = ops::mul((&weights, &ops::div((&kept, 1.0 - dropout))?))?;
    }
    call(&ops::matmul::matmul::OP, (&weights, value).into())
}
