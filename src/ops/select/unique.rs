//! `torch.unique(x)`

use crate::ops::prelude::*;

pub static OP: Op = Op {
    name: "unique",
    signature: "(input, sorted=True, return_inverse=False, return_counts=False, dim=None)",
    forms: Forms::BOTH,
    card: Card {
        summary: "The different elements, in order; on request where each element went, and how often each occurs.",
        formula: r"y = \{x_i\}",
        gradients: &[],
        shape_rule: "One dimension, as long as there are different elements.",
        source: "https://docs.pytorch.org/docs/stable/generated/torch.unique.html",
    },
    forward: Forward::Kernel(forward),
    returns: Returns::TensorOrTuple,
    examples: &["i3[6]", "[4]", "i3[2,3], True, True, True", "b[3]"],
    ..Op::BASE
};

fn forward(args: &Args) -> Result<Out> {
    let (inverse, counts) = (args.flag(2, false)?, args.flag(3, false)?);
    let array = args.array(0)?;
    let keys = keys(&array.contiguous()?)?;
    dispatch!(array.dtype(), T => {
        let line = array.gather::<T>()?;
        let (mut values, mut count, mut went): (Vec<T>, Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new(), vec![0; line.len()]);
        for number in ordered(&keys.slice::<i64>(), false) {
            if values.last() != Some(&line[number]) {
                values.push(line[number]);
                count.push(0);
            }
            if let Some(last) = count.last_mut() {
                *last += 1;
            }
            went[number] = values.len() as i64 - 1;
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
