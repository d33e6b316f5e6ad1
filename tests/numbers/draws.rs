//! Draws that depend on a tensor's values or on the order of its memory.

use kindling::ops::{self, Arg, Args};
use kindling::tensor::random::default_generator;
use kindling::tensor::{Array, DType, Tensor};
use serde::Deserialize;
use serde_json::{Number, Value};

#[derive(Deserialize)]
struct Case(String, Input, Vec<Value>, Vec<Value>);

#[derive(Deserialize)]
struct Input(String, Vec<usize>, Vec<f64>, bool);

fn tensor(Input(dtype, shape, values, transposed): &Input) -> Tensor {
    let dtype = *DType::ALL
        .iter()
        .find(|d| d.name() == dtype)
        .expect("a dtype");
    let array = Array::from_vec(values.clone(), shape.as_slice())
        .to_dtype(dtype)
        .expect("room");
    let tensor = Tensor::new(array);
    if *transposed {
        ops::t(&tensor).expect("a matrix")
    } else {
        tensor
    }
}

fn argument(value: &Value) -> Arg {
    match value {
        Value::Bool(flag) => Arg::Bool(*flag),
        Value::Number(number) => number
            .as_i64()
            .map_or(Arg::Float(number.as_f64().unwrap_or(0.0)), Arg::Int),
        _ => Arg::None,
    }
}

/// A number that stands for itself, whichever way it is written.
fn number(value: &Value) -> String {
    match value {
        Value::Bool(flag) => u8::from(*flag).to_string(),
        other => {
            let float = other.as_f64().filter(|_| other.as_i64().is_none());
            float.map_or(other.to_string(), |x| {
                Number::from_f64(x).map_or(String::new(), |n| n.to_string())
            })
        }
    }
}

#[test]
fn draws_from_tensors_equal_pytorchs() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../data/draws.json")).expect("a recording");
    let mut wrong = Vec::new();
    for Case(name, input, arguments, expected) in cases {
        let op = ops::find(&name).unwrap_or_else(|| panic!("there is no {name}"));
        let x = tensor(&input);
        let args: Args = std::iter::once(Arg::Tensor(x))
            .chain(arguments.iter().map(argument))
            .collect();
        default_generator().borrow_mut().manual_seed(0);
        let mut got = Vec::new();
        for _ in 0..2 {
            let drawn = if name.ends_with('_') {
                ops::call_in_place(op, args.clone())
            } else {
                ops::call_one(op, args.clone())
            };
            let array = drawn
                .unwrap_or_else(|error| panic!("{name}: {error}"))
                .array()
                .clone();
            if array.dtype().is_float() {
                got.extend(array.to_f64_vec().into_iter().map(|x| number(&x.into())));
            } else {
                got.extend(array.to_i64_vec().iter().map(i64::to_string));
            }
        }
        let expected: Vec<String> = expected.iter().map(number).collect();
        if got != expected {
            let Input(dtype, shape, _, transposed) = input;
            wrong.push(format!(
                "{name} {arguments:?} on {dtype} {shape:?} transposed {transposed}\n  {expected:?}\n  {got:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
