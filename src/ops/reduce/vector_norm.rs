//! `torch.linalg.vector_norm(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "linalg_vector_norm",
    signature: "(x, ord=2, dim=None, keepdim=False, *, dtype=None)",
    forms: Forms::LINALG,
    card: Card {
        summary: "The p-norm of all elements, or of those along some dimensions: the length of a vector for p = 2.",
        formula: r"y = \left( \sum_i |x_i|^p \right)^{1/p}",
        gradients: &[(
            "x",
            r"\bar{y} \, x_i |x_i|^{p - 2} / y^{p - 1} \text{, 0 at } y = 0",
        )],
        shape_rule: "The reduced dimensions disappear, or have size 1 with keepdim=True.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.linalg.vector_norm.html",
    },
    shape: Some(|args| {
        let (shape, dtype) = args.meta(0)?;
        shape_of(
            reduced_dims(args, &shape, 2, 3)?.shape,
            args.dtype(4)?.unwrap_or(dtype),
        )
    }),
    forward: Forward::Kernel(forward),
    backward: Some(backward),
    grad_fn: "LinalgVectorNormBackward0",
    saves: &[Save::Input(0), Save::Output(0)],
    examples: &[
        "[2,3]",
        "[2,3], 1",
        "[2,3], 3, 0",
        "[2,3], inf, -1, True",
        "[2,3], -inf",
        "[2,3], 0",
        "[0]",
        "T[3,2], 2, 1",
        "[2,3,4], 2, (0,2)",
    ],
    misuses: &[(
        "i[3]",
        "NotImplementedError: linalg.vector_norm: Expected a floating point or complex tensor as input. Got Long",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if !array.dtype().is_float() {
        return Err(TensorError::not_implemented(format!(
            "linalg.vector_norm: Expected a floating point or complex tensor as input. Got {}",
            array.dtype().word()
        )));
    }
    let array = array.to_dtype(args.dtype(4)?.unwrap_or(array.dtype()))?;
    let reduced = reduced_dims(args, array.shape(), 2, 3)?;
    let norm = Norm(args.float(1, 2.0)?);
    one(
        dispatch_real!(array.dtype(), T => Array::from_vec(fold::<T, T>(&array, &reduced.dims, &norm)?, reduced.shape), _ => {
            unreachable!("floating point")
        }),
    )
}

struct Norm(f64);

impl<T: Real> Fold<T, T> for Norm {
    fn empty(&self) -> T {
        T::ZERO
    }
    fn row(&self, row: &[T]) -> T {
        let sizes = row.iter().map(|x| x.abs());
        let p = self.0;
        if p == 2.0 {
            return T::from_f64(
                row.iter()
                    .fold(0.0, |sum, &x| sum + x.to_f64() * x.to_f64())
                    .sqrt(),
            );
        }
        if p == f64::INFINITY {
            return sizes.fold(T::ZERO, |top, x| {
                if x > top || Element::is_nan(x) {
                    x
                } else {
                    top
                }
            });
        }
        if p == f64::NEG_INFINITY {
            return sizes.fold(T::infinity(), |low, x| {
                if x < low || Element::is_nan(x) {
                    x
                } else {
                    low
                }
            });
        }
        if p == 0.0 {
            return T::from_f64(sizes.filter(|&x| x != T::ZERO).count() as f64);
        }
        if p == 1.0 {
            return T::from_f64(sizes.fold(0.0, |sum, x| sum + x.to_f64()));
        }
        T::from_f64(
            sizes
                .fold(0.0, |sum, x| sum + x.to_f64().powf(p))
                .powf(1.0 / p),
        )
    }
}

fn backward(ctx: &Context) -> Result<Grads> {
    let (x, args) = (ctx.tensor(0)?, ctx.args());
    let shape = x.shape();
    let p = args.float(1, 2.0)?;
    let places: Args = [args.at(0), args.at(2), args.at(3)]
        .into_iter()
        .cloned()
        .collect();
    let grad = spread(&ctx.grad()?, &places, &shape)?;
    let norm = spread(&ctx.output(0)?, &places, &shape)?;
    let zero = ops::eq((&norm, 0))?;
    ctx.only(if p == 0.0 {
        ops::zeros_like(x)?
    } else if p == 1.0 {
        ops::mul((&grad, &ops::sign(x)?))?
    } else if p == 2.0 {
        ops::where_((&zero, 0.0, &ops::mul((x, &ops::div((&grad, &norm))?))?))?
    } else if p.is_infinite() {
        let top = ops::to_dtype(&ops::eq((&ops::abs(x)?, &norm))?, x.dtype())?;
        let dims: Vec<i64> = reduced_dims(args, &shape, 2, 3)?
            .dims
            .iter()
            .map(|&d| d as i64)
            .collect();
        let share = ops::div((
            &ops::mul((&ops::sign(x)?, &top))?,
            &ops::sum((&top, &dims[..], true))?,
        ))?;
        ops::mul((&grad, &share))?
    } else {
        let size = ops::abs(x)?;
        let powers = ops::mul((&ops::sign(x)?, &ops::pow((&size, p - 1.0))?))?;
        let slope = ops::div((&powers, &ops::pow((&norm, p - 1.0))?))?;
        ops::where_((&zero, 0.0, &ops::mul((&grad, &slope))?))?
    })
}
