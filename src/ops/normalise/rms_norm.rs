//! `F.rms_norm(x, (4,))`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "rms_norm",
    signature: "(input, normalized_shape, weight=None, eps=None)",
    forms: Forms::FUNCTION.and(Forms::FUNCTIONAL),
    card: Card {
        summary: "Divides by the root mean square over the last dimensions (Zhang and Sennrich 2019).",
        formula: r"y = \hat{x} \cdot w, \quad \hat{x} = \frac{x}{\sqrt{\operatorname{mean}(x^2) + \epsilon}}",
        gradients: &[
            (
                "input",
                r"\frac{1}{\sqrt{\operatorname{mean}(x^2) + \epsilon}} \left( g - \hat{x} \operatorname{mean}(g \hat{x}) \right), \; g = \bar{y} w",
            ),
            ("weight", r"\sum_n \bar{y} \hat{x}"),
        ],
        shape_rule: "As the input, whose last sizes must be normalized_shape.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.rms_norm.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Composite(compose),
    examples: &["[2,3], (3,), [3]", "[2,3], (3,), None, 0.01"],
    ..Op::BASE
};

fn compose(args: &Args) -> Result<Outputs> {
    let x = args.tensor(0)?;
    let eps = if args.has(3) {
        args.float(3, 0.0)?
    } else if x.dtype() == DType::F64 {
        f64::EPSILON
    } else {
        f64::from(f32::EPSILON)
    };
    let dims: Vec<i64> = (-(args.ints(1)?.unwrap_or_default().len() as i64)..0).collect();
    let squares = ops::mean((&ops::pow((x, 2))?, &dims[..], true))?;
    let y = ops::mul((x, &ops::rsqrt(&ops::add((&squares, eps))?)?))?;
    Ok(smallvec![if args.has(2) {
        ops::mul((&y, args.at(2)))?
    } else {
        y
    }])
}
