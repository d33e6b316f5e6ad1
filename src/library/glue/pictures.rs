//! Pictures of 28 x 28 grey pixels, packed: the subset of MNIST that comes with the page.

use super::torch;
use crate::lang::types::bytes::bytes_of;
use crate::lang::{PyResult, Value, Vm, value_error};
use crate::tensor::{Array, Tensor};

const PIXELS: usize = 28 * 28;

/// Pixels (N, 28, 28) uint8 and labels (N,) int64. A picture is its label, then its pixels; a 0 is followed by how many
/// zeros there are.
pub fn pictures(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    let bytes = bytes_of(vm, &args[0])?;
    let (mut pixels, mut labels) = (Vec::new(), Vec::new());
    let mut rest = bytes.iter();
    while let Some(&label) = rest.next() {
        labels.push(i64::from(label));
        let end = labels.len() * PIXELS;
        while pixels.len() < end {
            match (rest.next(), rest.clone().next()) {
                (Some(0), Some(&count)) if count > 0 => {
                    rest.next();
                    pixels.extend(std::iter::repeat_n(0u8, usize::from(count)));
                }
                (Some(&pixel), _) if pixel > 0 => pixels.push(pixel),
                _ => return Err(value_error("the pictures are damaged")),
            }
        }
        if pixels.len() != end {
            return Err(value_error("the pictures are damaged"));
        }
    }
    let count = labels.len();
    let pixels = Array::from_vec(pixels, [count, 28, 28].as_slice());
    let labels = Array::from_vec(labels, [count].as_slice());
    let torch = torch(vm);
    Ok(Value::tuple([
        torch.wrap(Tensor::new(pixels)),
        torch.wrap(Tensor::new(labels)),
    ]))
}
