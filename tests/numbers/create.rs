//! Creation functions, random ones too, give the numbers that PyTorch gives.

use kindling::ops::{self, example};
use kindling::tensor::DType;
use kindling::tensor::random::default_generator;
use serde_json::{Value, json};

fn run(name: &str, text: &str) -> Value {
    let op = ops::find(name).unwrap_or_else(|| panic!("there is no {name}"));
    let args = example::parse(op, text).unwrap_or_else(|error| panic!("{name}({text}): {error}"));
    default_generator().borrow_mut().manual_seed(0);
    match ops::call(op, args) {
        Err(error) => json!({ "error": error.to_string() }),
        Ok(outputs) => {
            let array = outputs[0].array();
            let texts: Vec<String> = match array.dtype() {
                DType::Bool => array
                    .to_i64_vec()
                    .iter()
                    .map(|&x| if x == 1 { "True" } else { "False" }.to_owned())
                    .collect(),
                dtype if dtype.is_float() => {
                    array.to_f64_vec().iter().map(f64::to_string).collect()
                }
                _ => array.to_i64_vec().iter().map(i64::to_string).collect(),
            };
            json!([array.dtype().name(), array.shape().to_vec(), texts])
        }
    }
}

#[test]
fn created_tensors_are_pytorchs() {
    let cases: Vec<(String, String, Value)> =
        serde_json::from_str(include_str!("../data/create.json")).expect("a recording");
    let mut wrong = Vec::new();
    for (name, text, mut expected) in cases {
        // Python and Rust write floats differently: compare what they mean.
        if expected[0]
            .as_str()
            .is_some_and(|dtype| dtype.starts_with("float"))
        {
            for value in expected[2].as_array_mut().into_iter().flatten() {
                let number: f64 = value
                    .as_str()
                    .and_then(|text| text.parse().ok())
                    .expect("a float");
                *value = number.to_string().into();
            }
        }
        let got = run(&name, &text);
        if got != expected {
            wrong.push(format!(
                "{name}({text})\n  expected {expected}\n  got      {got}"
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
