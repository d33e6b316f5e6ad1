//! `_datasets`: the data that the library brings along.

use crate::lang::native::ModuleBuilder;
use crate::lang::{PyResult, Value, Vm};
use crate::library::numpy::wrap;
use crate::tensor::Array;

/// 65 bytes a picture: 8 x 8 pixels, then the digit. See the README beside it.
const DIGITS: &[u8] = include_bytes!("../sklearn/datasets/data/digits.bin");

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_datasets")
        .function("digits", "()", digits)
        .function("pictures", "(bytes, /)", super::pictures::pictures)
}

/// Pixels (1797, 64) float64 and digits (1797,) int64.
fn digits(vm: &mut Vm, _: &[Value]) -> PyResult<Value> {
    let pictures = DIGITS.chunks_exact(65);
    let count = pictures.len();
    let pixels: Vec<f64> = pictures
        .clone()
        .flat_map(|picture| picture[..64].iter().map(|&pixel| f64::from(pixel)))
        .collect();
    let labels: Vec<i64> = pictures.map(|picture| i64::from(picture[64])).collect();
    let pixels = Array::from_vec(pixels, [count, 64].as_slice());
    let labels = Array::from_vec(labels, [count].as_slice());
    Ok(Value::tuple([wrap(vm, pixels), wrap(vm, labels)]))
}
