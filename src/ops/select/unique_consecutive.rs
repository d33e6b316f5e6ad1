//! `torch.unique_consecutive(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unique_consecutive",
    signature: "(input, return_inverse=False, return_counts=False, dim=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "Elements without those that equal the one before.",
        formula: r"y = (x_i : x_i \ne x_{i - 1})",
        gradients: &[],
        shape_rule: "One dimension, as long as there are runs.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unique_consecutive.html",
    },
    forward: Forward::Kernel(forward),
    returns: Returns::TensorOrTuple,
    examples: &["i2[6]", "i2[6], True, True"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (inverse, counts) = (args.flag(1, false)?, args.flag(2, false)?);
    let array = args.array(0)?;
    dispatch!(array.dtype(), T => {
        let (mut values, mut count, mut went): (Vec<T>, Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new(), Vec::new());
        for x in array.gather::<T>()? {
            if values.last() != Some(&x) {
                values.push(x);
                count.push(0);
            }
            if let Some(last) = count.last_mut() {
                *last += 1;
            }
            went.push(values.len() as i64 - 1);
        }
        let length = values.len();
        let mut out: Out = smallvec![Array::from_vec(values, Shape::from_slice(&[length]))];
        if inverse {
            out.push(Array::from_vec(went, array.shape().clone()));
        }
        if counts {
            out.push(Array::from_vec(count, Shape::from_slice(&[length])));
        }
        Ok(out)
    })
}
