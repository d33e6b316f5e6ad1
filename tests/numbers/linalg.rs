//! Linear algebra, forward and backward, as PyTorch's LAPACK does it.

use kindling::autograd::Backward;
use kindling::ops::{self, Arg, Args};
use kindling::tensor::{Result, Tensor};
use serde::Deserialize;

#[derive(Deserialize)]
struct Case(
    String,
    Vec<(Vec<usize>, Vec<f64>)>,
    Vec<i64>,
    Vec<Vec<f64>>,
    Option<Vec<Vec<f64>>>,
);

/// Outputs and gradients.
type Answer = (Vec<Vec<f64>>, Option<Vec<Vec<f64>>>);

fn run(Case(name, inputs, arguments, outputs, grads): &Case) -> Result<Answer> {
    let leaf = |(shape, values): &(Vec<usize>, Vec<f64>)| {
        let leaf = Tensor::from_vec(values.clone(), shape);
        leaf.set_requires_grad(true).expect("a float leaf");
        leaf
    };
    let leaves: Vec<Tensor> = inputs.iter().map(leaf).collect();
    let tensors = leaves.iter().map(|leaf| Arg::Tensor(leaf.clone()));
    let args: Args = tensors
        .chain(arguments.iter().map(|&int| Arg::Int(int)))
        .collect();
    let op = ops::find(&format!("linalg_{name}")).unwrap_or_else(|| panic!("there is no {name}"));
    let mut got = ops::call(op, args)?;
    got.truncate(outputs.len());
    let values = |tensor: &Tensor| tensor.array().to_f64_vec();
    let all: Vec<Vec<f64>> = got.iter().map(values).collect();
    if grads.is_none() {
        return Ok((all, None));
    }
    let (mut roots, mut weights) = (Vec::new(), Vec::new());
    for output in got.into_iter().filter(Tensor::requires_grad) {
        let weight: Vec<f64> = (1..=output.numel()).map(|i| i as f64).collect();
        weights.push(Some(Tensor::from_vec(weight, &output.shape())));
        roots.push(output);
    }
    Backward::new(&roots, &weights, false, false, None)?.run()?;
    let grads = leaves.iter().map(|leaf| {
        leaf.grad()
            .map_or(vec![0.0; leaf.numel()], |grad| values(&grad))
    });
    Ok((all, Some(grads.collect())))
}

#[test]
fn linear_algebra_is_pytorchs() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../data/linalg.json")).expect("a recording");
    let mut wrong = Vec::new();
    for case in &cases {
        let Case(name, inputs, arguments, outputs, grads) = case;
        let close = |(x, y): (&f64, &f64)| (x - y).abs() <= 1e-8 * y.abs().max(1.0);
        let alike = |a: &Vec<Vec<f64>>, b: &Vec<Vec<f64>>| {
            a.len() == b.len()
                && a.iter()
                    .zip(b)
                    .all(|(a, b)| a.len() == b.len() && a.iter().zip(b).all(close))
        };
        let told = format!(
            "{name} {:?} {arguments:?}",
            inputs.iter().map(|input| &input.0).collect::<Vec<_>>()
        );
        match run(case) {
            Err(error) => wrong.push(format!("{told}: {error}")),
            Ok((got, _)) if !alike(&got, outputs) => {
                wrong.push(format!("{told}\n  {outputs:?}\n  {got:?}"))
            }
            Ok((_, got))
                if !alike(
                    &got.clone().unwrap_or_default(),
                    &grads.clone().unwrap_or_default(),
                ) =>
            {
                wrong.push(format!("{told}, gradients\n  {grads:?}\n  {got:?}"));
            }
            _ => {}
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
