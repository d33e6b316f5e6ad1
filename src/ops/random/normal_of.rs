//! `torch.normal(mean, std)`

use crate::ops::prelude::*;
use crate::ops::random::normal::check_std;

pub static OP: Op = Op {
    name: "normal",
    signature: "(mean=0.0, std=1.0, size=None, *, generator=None, dtype=None)",
    forms: Forms::FUNCTION,
    card: Card {
        summary: "Random numbers from normal distributions: one mean and one std for all, or one of each for each element.",
        formula: r"y_i \sim \mathcal{N}(\mu_i, \sigma_i^2)",
        gradients: &[],
        shape_rule: "The given size, or mean and std broadcast.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.normal.html",
    },
    shape: Some(shape),
    forward: Forward::Kernel(forward),
    examples: &["0.0, 1.0, (2,3)", "[3], 2.0", "0.0, p[2,1]", "[3], p[2,3]"],
    misuses: &[
        (
            "0.0, -1.0, (2,)",
            "RuntimeError: normal expects std >= 0.0, but found std -1",
        ),
        (
            "[2], [2]",
            "RuntimeError: normal expects all elements of std >= 0.0",
        ),
    ],
    ..Op::BASE
};

fn shape(args: &Args) -> Result<Shapes> {
    match (args.at(0).is_tensor(), args.at(1).is_tensor()) {
        (false, false) => shape_of(sizes(args, 2)?, shapes::float_dtype(args, 4)?),
        (true, true) => shape_of(
            broadcast("normal", &args.shape(0)?, &args.shape(1)?)?,
            args.meta(0)?.1,
        ),
        (true, false) => Ok(smallvec![args.meta(0)?]),
        (false, true) => Ok(smallvec![args.meta(1)?]),
    }
}

fn forward(args: &Args) -> Result<Out> {
    let (shape, dtype) = shape(args)?.swap_remove(0);
    let number = |index: usize, default: f64| -> Result<Array> {
        match args.at(index) {
            Arg::Tensor(tensor) => tensor.array().to_dtype(dtype),
            _ => Ok(Array::number(args.float(index, default)?, dtype)),
        }
    };
    if !dtype.is_float() {
        return Err(not_implemented("normal_kernel_cpu", dtype));
    }
    if !args.at(0).is_tensor() && !args.at(1).is_tensor() {
        let (mean, std) = (args.float(0, 0.0)?, args.float(1, 1.0)?);
        check_std(std)?;
        return one(
            dispatch_real!(dtype, T => filled::<T>(shape, |values| fill_normal(values, mean, std, true))?,
            _ => return Err(not_implemented("normal_kernel_cpu", dtype))),
        );
    }
    let (mean, std) = (number(0, 0.0)?, number(1, 1.0)?);
    if let Arg::Tensor(_) = args.at(1) {
        if std.to_f64_vec().iter().any(|&std| std < 0.0) {
            return Err(TensorError::runtime(
                "normal expects all elements of std >= 0.0",
            ));
        }
    } else {
        check_std(args.float(1, 1.0)?)?;
    }
    // Standard normals, scaled afterwards.
    one(dispatch_real!(dtype, T => {
        let noise = filled::<T>(shape.clone(), |values| fill_normal(values, 0.0, 1.0, true))?;
        let scaled = map2::<T, T, T>(&noise, &std, &shape, |x, std| x * std)?;
        map2::<T, T, T>(&scaled, &mean, &shape, |x, mean| x + mean)?
    }, _ => return Err(not_implemented("normal_kernel_cpu", dtype))))
}
