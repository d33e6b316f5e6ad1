//! `x.bernoulli_(0.5)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "bernoulli_",
    signature: "(input, p=0.5, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew: 1 with probability p, else 0.",
        formula: r"y_i \sim \operatorname{Bernoulli}(p)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.bernoulli_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "BernoulliBackward0",
    examples: &["[2,3]", "f[20], 0.2", "b[4], 0.5", "[2,3], u[2,3]"],
    misuses: &[(
        "f[3], 1.5",
        "RuntimeError: bernoulli_ expects p to be in [0, 1], but got p=1.5",
    )],
    ..Op::BASE
};

/// A probability must be one.
pub(in crate::ops) fn check(p: f64) -> Result<()> {
    if (0.0..=1.0).contains(&p) {
        return Ok(());
    }
    Err(TensorError::runtime(format!(
        "bernoulli_ expects p to be in [0, 1], but got p={}",
        short_number(p)
    )))
}

/// Each element true with its own probability: one draw of 24 bits for float32, of 53 bits for float64.
pub(in crate::ops) fn each(p: &Array) -> Result<Array> {
    let single = p.dtype() == DType::F32;
    if !p.dtype().is_float() {
        return Err(not_implemented("bernoulli_tensor_cpu_p_", p.dtype()));
    }
    let draws = with_generator(|generator| -> Result<Vec<bool>> {
        p.to_f64_vec()
            .into_iter()
            .map(|p| {
                if !(0.0..=1.0).contains(&p) {
                    return Err(TensorError::runtime(
                        "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If \
                         so, please report an enhancement request to PyTorch.)",
                    )
                    .because(format!("{p} is not a probability.")));
                }
                Ok(if single { f64::from(generator.next_f32()) < p } else { generator.next_bernoulli(p) })
            })
            .collect()
    })?;
    Ok(Array::from_vec(draws, p.shape().clone()))
}

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if let Arg::Tensor(p) = args.at(1) {
        let strides = expand_strides(&p.shape(), p.array().strides(), array.shape());
        let strides = strides.ok_or_else(|| {
            TensorError::runtime("the probabilities do not broadcast to the tensor")
        })?;
        let p = p
            .array()
            .with_geometry(array.shape().clone(), strides, p.array().offset());
        return one(each(&p)?.to_dtype(array.dtype())?);
    }
    let p = args.float(1, 0.5)?;
    check(p)?;
    one(
        dispatch!(array.dtype(), T => filled_like::<T>(&array, |values| with_generator(|generator| {
        values.iter_mut().for_each(|value| *value = T::from_i64(i64::from(generator.next_bernoulli(p))));
    }))?),
    )
}
