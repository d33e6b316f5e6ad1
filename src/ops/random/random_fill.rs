//! `x.random_(0, 10)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "random_",
    signature: "(input, from=None, to=None, *, generator=None)",
    forms: Forms::INPLACE,
    card: Card {
        summary: "Draws all elements anew: integers from `from` up to but without `to`, or any that the dtype holds exactly.",
        formula: r"y_i \sim \mathcal{U}\{a, \dots, b - 1\}",
        gradients: &[("input", "0")],
        shape_rule: "As the input.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.Tensor.random_.html",
    },
    shape: Some(shapes::same),
    forward: Forward::Kernel(forward),
    backward: Some(|ctx: &Context| -> Result<Grads> { ctx.only(ops::zeros_like(&ctx.grad()?)?) }),
    grad_fn: "RandomBackward0",
    examples: &["[2,3]", "i[5], 3", "i[5], -2, 4", "b[4]"],
    misuses: &[(
        "i[3], 5, 2",
        "RuntimeError: random_ expects 'from' to be less than 'to', but got from=5 >= to=2",
    )],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let array = args.array(0)?;
    let dtype = array.dtype();
    if !args.has(1) && !args.has(2) {
        return one(
            dispatch!(dtype, T => filled_like::<T>(&array, |values| with_generator(|generator| {
            values.iter_mut().for_each(|value| *value = T::from_i64(match dtype {
                DType::Bool => i64::from(generator.next_u32() & 1),
                DType::U8 => i64::from(generator.next_u32() % 256),
                DType::I32 => i64::from(generator.next_u32() % (1 << 31)),
                DType::I64 => generator.next_i63(),
                DType::F32 => i64::from(generator.next_u32() % ((1 << 24) + 1)),
                DType::F64 => (generator.next_u64() % ((1 << 53) + 1)) as i64,
            }));
        }))?),
        );
    }
    // `random_(10)` gives the end first.
    let (low, high) = if args.has(2) {
        (args.int(1, 0)?, args.int(2, 0)?)
    } else {
        (0, args.int(1, 0)?)
    };
    check_int_bounds(low, high, dtype)?;
    one(dispatch!(dtype, T => filled_like::<T>(&array, |values| fill_ints(values, low, high))?))
}
