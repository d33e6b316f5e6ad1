//! One loop over the list of ops: whatever is in the list is tested here, and nothing else has to be said about it.

#[path = "ops/history.rs"]
mod history;

use kindling::autograd::Backward;
use kindling::ops::{self, Arg, Args, Op, Outputs, example};
use kindling::tensor::{Array, DType, Tensor};

fn name(op: &Op, text: &str) -> String {
    format!("{}({text})", op.name)
}

fn parse(op: &'static Op, text: &str) -> Args {
    example::parse(op, text).unwrap_or_else(|error| panic!("{}: {error}", name(op, text)))
}

/// Every call of a random op shall draw the same numbers.
fn same_draws() {
    kindling::tensor::random::default_generator()
        .borrow_mut()
        .manual_seed(1);
}

/// Collects what is wrong instead of stopping at the first.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    fn check(&mut self, holds: bool, what: impl FnOnce() -> String) {
        if !holds {
            self.0.push(what());
        }
    }

    fn call(&mut self, op: &'static Op, text: &str, args: &Args) -> Outputs {
        same_draws();
        match ops::call(op, args.clone()) {
            Ok(outputs) => outputs,
            Err(error) => {
                self.0.push(format!("{}: {error}", name(op, text)));
                Outputs::new()
            }
        }
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.0.is_empty(), "\n{}", self.0.join("\n"));
        }
    }
}

#[test]
fn every_op_has_a_card_and_examples() {
    let mut report = Report::default();
    let mut names = std::collections::HashSet::new();
    for op in ops::LIST {
        for name in std::iter::once(&op.name).chain(op.aliases) {
            report.check(names.insert(*name), || format!("two ops are named {name}"));
        }
        report.check(!op.card.summary.is_empty(), || {
            format!("{} has no summary", op.name)
        });
        report.check(!op.card.formula.is_empty(), || {
            format!("{} has no formula", op.name)
        });
        report.check(!op.card.shape_rule.is_empty(), || {
            format!("{} has no shape rule in words", op.name)
        });
        report.check(op.card.source.starts_with("https://"), || {
            format!("{} names no source", op.name)
        });
        report.check(!op.examples.is_empty(), || {
            format!("{} has no example", op.name)
        });
        let differentiable = op.backward.is_some();
        report.check(differentiable != op.grad_fn.is_empty(), || {
            format!("{}: backward and grad_fn go together", op.name)
        });
        report.check(!differentiable || !op.card.gradients.is_empty(), || {
            format!("{} shows no gradient", op.name)
        });
    }
}

#[test]
fn shape_rules_say_what_forward_does() {
    let mut report = Report::default();
    for op in ops::LIST {
        let Some(rule) = op.shape else { continue };
        for text in op.examples {
            let args = parse(op, text);
            let outputs = report.call(op, text, &args);
            match rule(&args) {
                Ok(said) => {
                    let done: Vec<_> = outputs
                        .iter()
                        .map(|output| (output.shape(), output.dtype()))
                        .collect();
                    report.check(said.to_vec() == done, || {
                        format!("{}: rule {said:?}, forward {done:?}", name(op, text))
                    });
                }
                Err(error) => report
                    .0
                    .push(format!("shape rule of {}: {error}", name(op, text))),
            }
        }
    }
}

#[test]
fn misuses_say_what_pytorch_says() {
    let mut report = Report::default();
    for op in ops::LIST {
        for (text, expected) in op.misuses {
            let got = match ops::call(op, parse(op, text)) {
                Ok(outputs) => format!("no error, {outputs:?}"),
                Err(error) => error.to_string(),
            };
            report.check(got == *expected, || {
                format!(
                    "{}:\n  expected {expected}\n  got      {got}",
                    name(op, text)
                )
            });
        }
    }
}

/// Strided and contiguous inputs of the same values give the same values.
#[test]
fn strides_do_not_change_values() {
    let mut report = Report::default();
    for op in ops::LIST {
        for text in op
            .examples
            .iter()
            .filter(|text| text.contains("T[") || text.contains("e["))
        {
            let args = parse(op, text);
            let plain: Args = args.iter().map(contiguous).collect();
            let (strided, plain) = (report.call(op, text, &args), report.call(op, text, &plain));
            for (a, b) in strided.iter().zip(&plain) {
                report.check(alike(&a.array(), &b.array()), || {
                    format!("{}: {a:?} but contiguous {b:?}", name(op, text))
                });
            }
        }
    }
}

fn contiguous(arg: &Arg) -> Arg {
    match arg {
        Arg::Tensor(tensor) => Arg::Tensor(Tensor::new(tensor.array().contiguous().unwrap())),
        other => other.clone(),
    }
}

fn alike(a: &Array, b: &Array) -> bool {
    let close =
        |(x, y): (&f64, &f64)| x == y || (x - y).abs() <= 1e-12 || (x.is_nan() && y.is_nan());
    a.shape() == b.shape() && a.to_f64_vec().iter().zip(&b.to_f64_vec()).all(close)
}

/// In-place twins write what the op returns, keep their storage and count the change.
#[test]
fn in_place_twins_write_what_the_op_returns() {
    let mut report = Report::default();
    for op in ops::LIST
        .iter()
        .filter(|op| op.forms.has(ops::Forms::INPLACE))
    {
        for text in op.examples {
            let args = parse(op, text);
            let Arg::Tensor(target) = args[0].clone() else {
                continue;
            };
            let expected = report.call(op, text, &args);
            let repeated = target.array().strides().contains(&0) && target.numel() > 1;
            let Some(expected) = expected.first() else {
                continue;
            };
            let fits = expected.shape() == target.shape()
                && expected.dtype().category() <= target.dtype().category();
            if !fits || repeated {
                continue;
            }
            let version = target.version();
            same_draws();
            let result = ops::call_in_place(op, args.clone())
                .unwrap_or_else(|e| panic!("{}_: {e}", op.name));
            let wanted = expected.array().to_dtype(target.dtype()).unwrap();
            report.check(alike(&target.array(), &wanted), || {
                format!("{}_: {target:?} not {wanted:?}", name(op, text))
            });
            report.check(result.same(&target), || {
                format!("{}_ does not return its tensor", op.name)
            });
            report.check(target.version() == version + 1, || {
                format!("{}_ is not counted", op.name)
            });
        }
    }
}

#[test]
fn gradients_agree_with_finite_differences() {
    check_gradients(false);
}

#[test]
fn second_gradients_agree_with_finite_differences() {
    check_gradients(true);
}

/// What backward gives a gradient to has one on the card, and the card promises no other.
#[test]
fn cards_give_each_differentiable_input_its_gradient() {
    let mut report = Report::default();
    for op in ops::LIST.iter().filter(|op| op.grad_fn != "NotImplemented") {
        let names: Vec<&str> = ops::signature::parameters(op.signature)
            .map(|p| p.name)
            .collect();
        let mut given = std::collections::BTreeSet::new();
        for text in op.examples {
            let args = leaves(op, &parse(op, text));
            for (at, name) in names.iter().enumerate() {
                let inputs: Vec<Tensor> = match args.at(at) {
                    Arg::Tensor(tensor) => vec![tensor.clone()],
                    Arg::Tensors(tensors) => tensors.to_vec(),
                    _ => continue,
                };
                // A tensor in the place of `dim` is what PyTorch calls `other`.
                if reached(op, &args, &inputs) {
                    given.insert(if *name == "dim" { "other" } else { name });
                }
            }
        }
        let shown: std::collections::BTreeSet<&str> =
            op.card.gradients.iter().map(|(input, _)| *input).collect();
        for input in given.difference(&shown) {
            report
                .0
                .push(format!("{}: no gradient of {input} on the card", op.name));
        }
        for input in shown.difference(&given) {
            report
                .0
                .push(format!("{}: no example reaches {input}", op.name));
        }
    }
}

/// Whether a gradient comes to one of the inputs.
fn reached(op: &'static Op, args: &Args, inputs: &[Tensor]) -> bool {
    if !inputs.iter().all(Tensor::requires_grad) {
        return false;
    }
    let Ok(Some(loss)) = objective(op, args, false) else {
        return false;
    };
    let Ok(mut backward) = Backward::grad(&[loss], inputs, &[None], false, false) else {
        return false;
    };
    backward.run().is_ok() && backward.captured().iter().any(Option::is_some)
}

fn check_gradients(twice: bool) {
    let mut report = Report::default();
    let is_refused = |op: &Op| op.grad_fn == "NotImplemented";
    for op in ops::LIST
        .iter()
        .filter(|op| !op.card.gradients.is_empty() && !is_refused(op))
    {
        for text in op.examples {
            let args = parse(op, text);
            // Finite differences need float64 inputs with finite, separate elements.
            let float64 = args.tensors().any(|t| t.dtype() == DType::F64)
                && args.tensors().all(|t| t.dtype() != DType::F32);
            if !float64 || text.contains("n[") || text.contains("e[") || text.contains("float32") {
                continue;
            }
            if let Err(error) = check_gradient(op, &args, twice) {
                report.0.push(format!("{}: {error}", name(op, text)));
            }
        }
    }
}

/// Weights without pattern: under equal ones a wrong gradient can look right.
fn weights(tensor: &Tensor, seed: usize) -> Tensor {
    let values = (0..tensor.numel())
        .map(|i| 0.4 + ((i * 29 + seed * 13 + 5) % 31) as f64 / 31.0)
        .collect();
    Tensor::from_vec::<f64>(values, &tensor.shape())
}

fn add_weighted(total: &mut Option<Tensor>, tensor: &Tensor, seed: usize) -> Result<(), String> {
    let term = ops::mul((tensor, &weights(tensor, seed))).and_then(|term| ops::sum(&term));
    let sum = match (total.take(), term) {
        (None, term) => term,
        (Some(total), Ok(term)) => ops::add((&total, &term)),
        (_, error) => error,
    };
    *total = Some(sum.map_err(|e| e.to_string())?);
    Ok(())
}

/// The weighted sum of all outputs; for `twice` of their first gradients, made with create_graph.
fn objective(op: &'static Op, args: &Args, twice: bool) -> Result<Option<Tensor>, String> {
    let mut first = None;
    same_draws();
    for (i, output) in ops::call(op, args.clone())
        .map_err(|e| e.to_string())?
        .iter()
        .enumerate()
    {
        if output.requires_grad() {
            add_weighted(&mut first, output, i)?;
        }
    }
    let (Some(root), true) = (&first, twice) else {
        return Ok(first);
    };
    let inputs: Vec<Tensor> = args
        .tensors()
        .filter(|t| t.requires_grad())
        .cloned()
        .collect();
    let mut backward = Backward::grad(std::slice::from_ref(root), &inputs, &[None], true, true)
        .map_err(|e| e.to_string())?;
    backward.run().map_err(|e| format!("create_graph: {e}"))?;
    let mut second = None;
    for (i, grad) in backward.captured().into_iter().enumerate() {
        if let Some(grad) = grad.filter(Tensor::requires_grad) {
            add_weighted(&mut second, &grad, i + 7)?;
        }
    }
    Ok(second)
}

fn check_gradient(op: &'static Op, args: &Args, twice: bool) -> Result<(), String> {
    let args = leaves(op, args);
    let inputs: Vec<Tensor> = args
        .tensors()
        .filter(|t| t.requires_grad())
        .cloned()
        .collect();
    let value = || {
        Ok::<f64, String>(
            objective(op, &args, twice)?.map_or(0.0, |loss| loss.item().unwrap_or(f64::NAN)),
        )
    };
    let grads = match objective(op, &args, twice)? {
        Some(loss) => {
            let mut backward = Backward::grad(&[loss], &inputs, &[None], false, false)
                .map_err(|e| e.to_string())?;
            backward.run().map_err(|e| e.to_string())?;
            backward.captured()
        }
        None => vec![None; inputs.len()],
    };
    let step = 1e-6;
    for (number, (input, grad)) in inputs.iter().zip(grads).enumerate() {
        if let Some(grad) = grad
            .as_ref()
            .filter(|grad| grad.shape() != input.shape() || grad.dtype() != input.dtype())
        {
            return Err(format!(
                "gradient {number} is {grad:?} for {:?}",
                input.shape()
            ));
        }
        let analytic = grad.map_or(vec![0.0; input.numel()], |grad| grad.array().to_f64_vec());
        let original = input.array().to_f64_vec();
        for i in 0..original.len() {
            let at = |x: f64| {
                set_element(input, i, x);
                let value = value();
                set_element(input, i, original[i]);
                value
            };
            let numeric = (at(original[i] + step)? - at(original[i] - step)?) / (2.0 * step);
            let tolerance = 2e-6 * (1.0 + numeric.abs()) * if twice { 20.0 } else { 1.0 };
            let agree = (numeric - analytic[i]).abs() <= tolerance
                || (numeric.is_nan() && analytic[i].is_nan());
            if !agree {
                let which = if twice { "second" } else { "first" };
                let by_formula = analytic[i];
                return Err(format!(
                    "{which} gradient of input {number}[{i}]: {by_formula} by formula, {numeric} by differences"
                ));
            }
        }
    }
    Ok(())
}

/// The arguments anew, with a gradient wanted of whatever can have one.
fn leaves(op: &Op, args: &Args) -> Args {
    let is_constant = |at: usize| op.constants.iter().any(|(constant, _)| *constant == at);
    let anew = args.iter().enumerate();
    anew.map(|(at, arg)| {
        if is_constant(at) {
            arg.clone()
        } else {
            leaf(arg)
        }
    })
    .collect()
}

fn leaf(arg: &Arg) -> Arg {
    let fresh = |tensor: &Tensor| {
        let tensor = Tensor::new(tensor.snapshot());
        if matches!(tensor.dtype(), DType::F64 | DType::F32) {
            tensor.set_requires_grad(true).unwrap();
        }
        tensor
    };
    match arg {
        Arg::Tensor(tensor) => Arg::Tensor(fresh(tensor)),
        Arg::Tensors(tensors) => Arg::Tensors(tensors.iter().map(fresh).collect()),
        other => other.clone(),
    }
}

/// Changes one element (row-major number) without autograd noticing.
fn set_element(tensor: &Tensor, index: usize, value: f64) {
    let array = tensor.array();
    let at = kindling::tensor::Offsets::new(array.shape(), array.strides(), array.offset())
        .nth(index)
        .unwrap();
    array.storage().data_mut::<f64>()[at] = value;
}
