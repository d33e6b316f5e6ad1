//! Update rules do what PyTorch's optimizers do.

use kindling::optim::{self, State};
use kindling::tensor::{Array, DType, Tensor};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Case(
    String,
    String,
    Map<String, Value>,
    Vec<f64>,
    Vec<Vec<f64>>,
    Vec<Vec<f64>>,
);

/// The rule's settings with these arguments of the constructor.
fn settings(rule: &optim::Rule, arguments: &Map<String, Value>) -> Vec<f64> {
    let pairs = [("betas", ["beta1", "beta2"]), ("etas", ["eta1", "eta2"])];
    let sizes = [("step_sizes", ["step_size1", "step_size2"])];
    let number = |value: &Value| {
        value
            .as_f64()
            .unwrap_or_else(|| f64::from(u8::from(value.as_bool() == Some(true))))
    };
    let mut settings: Vec<f64> = rule
        .settings
        .iter()
        .map(|setting| setting.default)
        .collect();
    let mut set = |name: &str, value: &Value| {
        let at = rule
            .settings
            .iter()
            .position(|setting| setting.name == name);
        settings[at.unwrap_or_else(|| panic!("{} has no setting {name}", rule.name))] =
            number(value);
    };
    for (name, value) in arguments {
        match pairs.iter().chain(&sizes).find(|(pair, _)| pair == name) {
            Some((_, [first, second])) => {
                set(first, &value[0]);
                set(second, &value[1]);
            }
            None => set(name, value),
        }
    }
    settings
}

#[test]
fn steps_equal_pytorchs() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../data/optim.json")).expect("a recording");
    for rule in optim::LIST {
        assert!(
            cases.iter().any(|case| case.0 == rule.name),
            "{} has no recorded case",
            rule.name
        );
    }
    for Case(name, dtype, arguments, start, grads, after) in cases {
        let rule = optim::rule(&name).expect("a rule of that name");
        let (dtype, tolerance) = if dtype == "float32" {
            (DType::F32, 2e-6)
        } else {
            (DType::F64, 1e-14)
        };
        let tensor = |values: &[f64]| {
            Tensor::new(
                Array::from_vec(values.to_vec(), [values.len()].as_slice())
                    .to_dtype(dtype)
                    .expect("room"),
            )
        };
        let (param, settings, mut state) =
            (tensor(&start), settings(rule, &arguments), State::default());
        for (step, (grad, expected)) in grads.iter().zip(&after).enumerate() {
            optim::step(rule, &param, &tensor(grad), &settings, &mut state).expect("a step");
            for (got, expected) in param.array().to_f64_vec().iter().zip(expected) {
                let error = (got - expected).abs() / expected.abs().max(1e-1);
                assert!(
                    error < tolerance,
                    "{name} {arguments:?} {dtype}, step {step}: {got} is not {expected}"
                );
            }
        }
        assert_eq!(param.version(), grads.len() as u32);
    }
}

#[test]
fn a_parameter_seen_through_a_transposed_view_is_updated_in_place() {
    let storage = Array::from_vec(vec![1.0f32, 2.0, 3.0, 4.0, 5.0, 6.0], [2, 3].as_slice());
    let view =
        Tensor::new(storage.with_geometry([3, 2].as_slice().into(), [1, 3].as_slice().into(), 0));
    let grad = Tensor::from_vec(vec![1.0f32, 10.0, 100.0, 0.0, 0.0, 1.0], &[3, 2]);
    let sgd = optim::rule("SGD").expect("SGD");
    let settings = [0.5, 0.0, 0.0, 0.0, 0.0, 0.0];
    optim::step(sgd, &view, &grad, &settings, &mut State::default()).expect("a step");
    assert_eq!(storage.to_f64_vec(), [0.5, -48.0, 3.0, -1.0, 5.0, 5.5]);
}

#[test]
fn settings_and_shapes_that_do_not_fit_are_errors() {
    let sgd = optim::rule("SGD").expect("SGD");
    let (one, two) = (
        Tensor::from_vec(vec![1.0f32], &[1]),
        Tensor::from_vec(vec![1.0f32; 2], &[2]),
    );
    let step =
        |grad, settings: &[f64]| optim::step(sgd, &one, grad, settings, &mut State::default());
    assert!(step(&one, &[0.1]).is_err());
    assert!(step(&two, &[0.1, 0.0, 0.0, 0.0, 0.0, 0.0]).is_err());
}
