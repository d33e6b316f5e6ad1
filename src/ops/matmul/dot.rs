//! `torch.dot(x, y)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "dot",
    signature: "(input, tensor)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The sum of the products of two vectors' elements.",
        formula: r"y = \sum_i x_i z_i",
        gradients: &[("input", r"\bar{y} z"), ("tensor", r"\bar{y} x")],
        shape_rule: "Two vectors of the same length give a single number.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.dot.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "DotBackward0",
    saves: &[Save::InputFor(1, 0), Save::InputFor(0, 1)],
    examples: &["[3], [3]", "[0], [0]", "i[3], i[3]"],
    misuses: &[
        (
            "[3], [4]",
            "RuntimeError: inconsistent tensor size, expected tensor [3] and src [4] to have the same number of elements, but got 3 and 4 elements respectively",
        ),
        (
            "[2,3], [3]",
            "RuntimeError: 1D tensors expected, but got 2D and 1D tensors",
        ),
        (
            "[3], f[3]",
            "RuntimeError: dot : expected both vectors to have same dtype, but found Double and Float",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let ((a, dtype), (b, other)) = (args.meta(0)?, args.meta(1)?);
    if a.len() != 1 || b.len() != 1 {
        return Err(TensorError::runtime(format!(
            "1D tensors expected, but got {}D and {}D tensors",
            a.len(),
            b.len()
        )));
    }
    if dtype != other {
        return Err(TensorError::runtime(format!(
            "dot : expected both vectors to have same dtype, but found {} and {}",
            dtype.word(),
            other.word()
        )));
    }
    if a != b {
        let message = format!(
            "inconsistent tensor size, expected tensor [{0}] and src [{1}] to have the same number of elements, but got {0} \
             and {1} elements respectively",
            a[0], b[0]
        );
        return Err(TensorError::runtime(message).with_shapes(ShapeClash {
            op: "dot".into(),
            rule: "Both vectors must have as many elements.".into(),
            because: format!("The first has {} elements, the second {}.", a[0], b[0]),
            culprits: vec![(0, 0), (1, 0)],
            shapes: vec![a, b],
        }));
    }
    shape_of(Shape::new(), dtype)
}

fn forward(args: &Args) -> Result<Out> {
    shape(args)?;
    let (a, b) = (args.array(0)?, args.array(1)?);
    let products =
        dispatch!(a.dtype(), T => map2::<T, T, T>(&a, &b, a.shape(), |x, y| x.times(y))?);
    one(
        dispatch!(a.dtype(), T => Array::from_vec(fold::<T, T>(&products, &[0], &Sum)?, Shape::new())),
    )
}

fn backward(ctx: &Context) -> Result<Grads> {
    let grad = ctx.grad()?;
    ctx.each::<2>(|input| ops::mul((&grad, ctx.tensor(1 - input)?)))
}
