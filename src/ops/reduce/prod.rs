//! `x.prod()`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "prod",
    signature: "(input, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The product of all elements, or of those along a dimension.",
        formula: r"y = \prod_i x_i",
        gradients: &[("input", r"\bar{y} \prod_{j \ne i} x_j")],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.prod.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "ProdBackward0",
    grad_fn_of: Some(|args| {
        if args.has(1) {
            "ProdBackward1"
        } else {
            "ProdBackward0"
        }
    }),
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,3]",
        "[2,3], 0",
        "[2,3], -1, True",
        "[]",
        "[0]",
        "i[3]",
        "T[3,2], 1",
    ],
    misuses: &[(
        "[2,3], 2",
        "IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)",
    )],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    let (shape, dtype) = args.meta(0)?;
    shape_of(
        reduced_dims(args, &shape, 1, 2)?.shape,
        out_dtype(args, dtype)?,
    )
}

/// Integers and bools are multiplied in int64.
fn out_dtype(args: &Args, dtype: DType) -> Result<DType> {
    Ok(args
        .dtype(3)?
        .unwrap_or(if dtype.is_float() { dtype } else { DType::I64 }))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let reduced = reduced_dims(args, array.shape(), 1, 2)?;
    let array = array.to_dtype(out_dtype(args, array.dtype())?)?;
    one(
        dispatch_wide!(array.dtype(), T => Array::from_vec(fold::<T, T>(&array.widened()?, &reduced.dims, &Product)?, reduced.shape)).to_dtype(array.dtype())?,
    )
}

struct Product;

impl<T: Arithmetic> Fold<T, T> for Product {
    fn empty(&self) -> T {
        T::ONE
    }
    fn row(&self, row: &[T]) -> T {
        row.iter().fold(T::ONE, |product, &x| product.times(x))
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (grad, x, args) = (ctx.grad()?, ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let grad = spread(&grad, args, &shape)?;
    let zero = x.array().to_f64_vec().contains(&0.0);
    if !zero {
        let product = spread(&ctx.output(0)?, args, &shape)?;
        return ctx.only(ops::mul((&grad, &ops::div((&product, x))?))?);
    }
    // Where an element is 0, its gradient is the product of the others: those before it times those after it.
    let (flat, dim) = if args.has(1) {
        (x.clone(), args.int(1, 0)?)
    } else {
        (ops::reshape((x, -1))?, 0)
    };
    let others = ops::mul((
        &before(&flat, dim)?,
        &ops::flip((&before(&ops::flip((&flat, dim))?, dim)?, dim))?,
    ))?;
    ctx.only(ops::mul((&grad, &ops::reshape((&others, &shape))?))?)
}

/// For each element the product of those before it.
fn before(x: &Tensor, dim: i64) -> Result<Tensor> {
    let at = wrap_dim(dim, x.ndim())?;
    let mut first = x.shape();
    let length = std::mem::replace(&mut first[at], 1);
    let one = Tensor::new(Array::ones(first, x.dtype())?);
    let rest = ops::narrow((x, dim, 0, length.saturating_sub(1)))?;
    ops::cumprod((&ops::cat((vec![one, rest], dim))?, dim))
}
