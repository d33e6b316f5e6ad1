//! Tensors print as PyTorch prints them.

use kindling::tensor::print::{PrintOptions, set_print_options, tensor_text};
use kindling::tensor::{Array, DType, Shape, Strides, Tensor};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case(
    String,
    Vec<usize>,
    Elements,
    Option<Vec<isize>>,
    Options,
    bool,
    String,
);

/// Each element as text, or `arange*STEP+START`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Elements {
    Each(Vec<String>),
    Arange(String),
}

#[derive(Deserialize, Debug)]
struct Options {
    precision: Option<usize>,
    threshold: Option<f64>,
    edgeitems: Option<usize>,
    linewidth: Option<usize>,
    sci_mode: Option<bool>,
}

fn array(dtype: DType, shape: &[usize], elements: &Elements) -> Array {
    let flat = match elements {
        Elements::Arange(text) => {
            let (step, start) = text
                .trim_start_matches("arange*")
                .split_once('+')
                .expect("STEP+START");
            let (step, start): (f64, f64) = (
                step.parse().expect("a step"),
                start.parse().expect("a start"),
            );
            let count: usize = shape.iter().product();
            Array::from_vec(
                (0..count)
                    .map(|i| i as f64 * step + start)
                    .collect::<Vec<_>>(),
                [count].as_slice(),
            )
        }
        Elements::Each(texts) if dtype.is_float() => {
            let values: Vec<f64> = texts
                .iter()
                .map(|text| text.parse().expect("a float"))
                .collect();
            Array::from_vec(values, [texts.len()].as_slice())
        }
        Elements::Each(texts) => {
            let number = |text: &String| match text.as_str() {
                "True" => 1,
                "False" => 0,
                digits => digits.parse().expect("an integer"),
            };
            Array::from_vec(
                texts.iter().map(number).collect::<Vec<i64>>(),
                [texts.len()].as_slice(),
            )
        }
    };
    flat.to_dtype(dtype).expect("room")
}

#[test]
fn tensors_print_as_in_pytorch() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../data/print.json")).expect("a recording");
    assert!(cases.len() > 600);
    for Case(dtype, shape, elements, strides, options, requires_grad, expected) in cases {
        let dtype = *DType::ALL
            .iter()
            .find(|d| d.name() == dtype)
            .expect("a dtype");
        let flat = array(dtype, &shape, &elements);
        let array = match &strides {
            Some(strides) => {
                flat.with_geometry(Shape::from_slice(&shape), Strides::from_slice(strides), 0)
            }
            None => flat.with_shape(shape.as_slice()),
        };
        let tensor = Tensor::new(array);
        tensor.set_requires_grad(requires_grad).expect("a leaf");
        let default = PrintOptions::default();
        set_print_options(PrintOptions {
            precision: options.precision.unwrap_or(default.precision),
            threshold: options.threshold.unwrap_or(default.threshold),
            edgeitems: options.edgeitems.unwrap_or(default.edgeitems),
            linewidth: options.linewidth.unwrap_or(default.linewidth),
            sci_mode: options.sci_mode,
        });
        assert_eq!(
            tensor_text(&tensor),
            expected,
            "{dtype} {shape:?} {options:?}"
        );
    }
}
