//! `torch.bernoulli(p)`

use crate::ops::prelude::*;
use crate::ops::random::bernoulli::{check, each};

pub static OP: Op = Op {
    name: "bernoulli",
    signature: "(input, p=None, *, generator=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "1 with the probability that the input gives for each element, else 0.",
        formula: r"y_i \sim \operatorname{Bernoulli}(p_i)",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.bernoulli.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "BernoulliBackward0",
    examples: &["u[2,3]", "u[20]", "[3], 0.3"],
    misuses: &[
        (
            "i[3]",
            "NotImplementedError: \"bernoulli_tensor_cpu_p_\" not implemented for 'Long'",
        ),
        (
            "[3], 2.0",
            "RuntimeError: bernoulli_ expects p to be in [0, 1], but got p=2",
        ),
    ],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    if !args.has(1) {
        return one(each(&array)?.to_dtype(array.dtype())?);
    }
    let p = args.float(1, 0.5)?;
    check(p)?;
    one(
        dispatch!(array.dtype(), T => filled_like::<T>(&array, |values| with_generator(|generator| {
        values.iter_mut().for_each(|value| *value = T::from_i64(i64::from(generator.next_bernoulli(p))));
    }))?),
    )
}
