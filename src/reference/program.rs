//! A program that shows an op: its first readable example as Python, with what comes out and, where there are gradients,
//! what goes back.

use super::spelling::{Spelling, full_name, in_programs, short_name, spelling};
use super::values::TensorText;
use crate::ops::{Op, Parameter, Returns, example, signature};

/// One argument of an example.
pub struct Given<'a> {
    pub parameter: Parameter,
    pub text: &'a str,
    /// Whether the example names the parameter.
    named: bool,
}

/// The arguments of an example by parameter, those that are left out not among them.
pub fn arguments<'a>(op: &'static Op, text: &'a str) -> Vec<Given<'a>> {
    let parameters: Vec<Parameter> = signature::parameters(op.signature).collect();
    let mut next = 0;
    let mut given = Vec::new();
    for part in example::split(text) {
        let name_and_value = part.split_once('=').filter(|_| !part.starts_with('\''));
        let (at, text) = match name_and_value {
            Some((name, value)) => (
                parameters.iter().position(|p| p.name == name.trim()),
                value.trim(),
            ),
            None => (Some(next), part),
        };
        let Some(&parameter) = at.and_then(|at| parameters.get(at)) else {
            continue;
        };
        next = at.map_or(next, |at| at + 1);
        given.push(Given {
            parameter,
            text,
            named: name_and_value.is_some(),
        });
    }
    given
}

/// The program of an op's entry. Empty where no example can be written in Python and the op brings none of its own.
pub fn program(op: &'static Op, group: &str) -> String {
    if !op.program.is_empty() {
        return with_prelude(op.program);
    }
    if spelling(op) == Spelling::Inside {
        return String::new();
    }
    let readable = |text: &&&str| {
        arguments(op, text).iter().all(|given| {
            !given.text.starts_with('<') && tensors_in(given.text).iter().all(|t| !t.is_odd())
        })
    };
    let telling = |text: &&&str| {
        let given = arguments(op, text);
        let counts: Vec<usize> = given
            .iter()
            .flat_map(|given| tensors_in(given.text))
            .map(|tensor| tensor.count())
            .collect();
        counts.is_empty() || counts.iter().any(|count| (2..=24).contains(count))
    };
    let examples = || op.examples.iter().filter(readable);
    let Some(text) = examples().find(telling).or_else(|| examples().next()) else {
        return String::new();
    };
    with_prelude(&lines(op, &arguments(op, text), group).join("\n"))
}

/// The tensors of an argument: one, those of a list, or none.
fn tensors_in(text: &str) -> Vec<TensorText<'_>> {
    match text
        .strip_prefix('{')
        .and_then(|text| text.strip_suffix('}'))
    {
        Some(list) => example::split(list).filter_map(TensorText::read).collect(),
        None => TensorText::read(text).into_iter().collect(),
    }
}

fn lines(op: &Op, given: &[Given], group: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut positional = Vec::new();
    let mut keywords = Vec::new();
    let mut followed = Vec::new();
    // Integers in, floats out: only float inputs take a gradient.
    let written_to = spelling(op) == Spelling::InPlace;
    for (
        seed,
        Given {
            parameter,
            text,
            named,
        },
    ) in given.iter().enumerate()
    {
        let takes_gradient = !written_to
            && op.card.gradients.iter().any(|(input, _)| {
                *input == parameter.name || *input == "tensors" && text.starts_with('{')
            });
        let value = if let Some(tensor) = TensorText::read(text) {
            let name = variable(parameter.name).to_string();
            let gradient = takes_gradient && tensor.is_float();
            lines.push(format!("{name} = {}", tensor.python(seed, gradient)));
            followed.extend(gradient.then(|| name.clone()));
            name
        } else if text.starts_with('{') {
            let mut names = Vec::new();
            for (i, tensor) in tensors_in(text).iter().enumerate() {
                let name = ["a", "b", "c", "d", "e", "f"][i.min(5)].to_string();
                let gradient = takes_gradient && tensor.is_float();
                lines.push(format!("{name} = {}", tensor.python(i, gradient)));
                followed.extend(gradient.then(|| name.clone()));
                names.push(name);
            }
            if parameter.variadic {
                names.join(", ")
            } else {
                format!("[{}]", names.join(", "))
            }
        } else {
            // Functions of a tensor take sizes as one tuple; methods and functions that make one also one by one.
            let of_tensor = matches!(spelling(op), Spelling::Function(_)) && !positional.is_empty();
            match plain(text, parameter.variadic) {
                sizes if parameter.variadic && of_tensor && !sizes.contains(',') => {
                    format!("({sizes},)")
                }
                sizes if parameter.variadic && of_tensor => format!("({sizes})"),
                value => value,
            }
        };
        let by_name = *named
            || parameter.keyword_only && !parameter.variadic
            || !keywords.is_empty()
            || parameter
                .default
                .is_some_and(|_| seed > 0 && TensorText::read(text).is_none());
        if by_name {
            keywords.push(format!("{}={value}", parameter.name));
        } else {
            positional.push(value);
        }
    }
    let call = call(op, positional, keywords);
    if written_to {
        lines.extend([call, "print(x)".to_string()]);
        return lines;
    }
    lines.push(format!("y = {call}"));
    lines.push("print(y)".into());
    // PyTorch names the missing derivative when it prints; going back would be its error.
    if followed.is_empty() || op.grad_fn == "NotImplemented" {
        return lines;
    }
    // Scaled outputs add up to a constant, whose gradient is zero: their cubes tell more.
    let total = match (op.returns, group) {
        (Returns::Tensor, "normalise") => "(y**3).sum()".to_string(),
        (Returns::Tensor, _) => "y.sum()".into(),
        (Returns::Bool, _) => return lines,
        (Returns::TensorOrTuple, _) if !given.iter().any(|g| g.text.starts_with('{')) => {
            "y.sum()".into()
        }
        (Returns::TensorOrNamed(..), _) if !given.iter().any(|g| g.parameter.name == "dim") => {
            "y.sum()".into()
        }
        _ => "y[0].sum()".into(),
    };
    lines.push(format!("\n{total}.backward()"));
    lines.extend(followed.iter().map(|name| format!("print({name}.grad)")));
    lines
}

fn call(op: &Op, mut positional: Vec<String>, keywords: Vec<String>) -> String {
    let name = short_name(op);
    match spelling(op) {
        Spelling::Property => format!("{}.{name}", positional[0]),
        Spelling::Method | Spelling::InPlace if !positional.is_empty() => {
            let this = positional.remove(0);
            positional.extend(keywords);
            format!("{this}.{name}({})", positional.join(", "))
        }
        _ => {
            positional.extend(keywords);
            format!("{}({})", in_programs(&full_name(op)), positional.join(", "))
        }
    }
}

fn variable(parameter: &'static str) -> &'static str {
    match parameter {
        "input" => "x",
        other => other,
    }
}

/// Numbers, texts, dtypes.
fn plain(text: &str, variadic: bool) -> String {
    let dtypes = ["float64", "float32", "int64", "int32", "uint8", "bool"];
    match text {
        _ if dtypes.contains(&text) => format!("torch.{text}"),
        "inf" | "-inf" => format!("float(\"{text}\")"),
        _ if variadic => text
            .trim_matches(['(', ')'])
            .trim_end_matches(',')
            .replace(',', ", "),
        _ => text
            .replace('\'', "\"")
            .replace(", ", ",")
            .replace(',', ", ")
            .replace(", )", ",)"),
    }
}

/// The imports that a program needs, a seed where it draws numbers.
pub fn with_prelude(body: &str) -> String {
    let own = body
        .lines()
        .take_while(|line| line.starts_with("from "))
        .count();
    let (imports, rest): (Vec<_>, Vec<_>) = body
        .trim_end()
        .lines()
        .enumerate()
        .partition(|(at, _)| *at < own);
    let rest: Vec<&str> = rest.into_iter().map(|(_, line)| line).collect();
    let rest = rest.join("\n");
    let mut text = String::from("import torch\n");
    if rest.contains("F.") {
        text += "import torch.nn.functional as F\n";
    }
    if rest.contains("nn.") && !rest.contains("torch.nn.") || rest.contains("(nn.") {
        text += "from torch import nn\n";
    }
    for (_, import) in imports {
        text += import;
        text += "\n";
    }
    text += "\n";
    if needs_seed(&rest) {
        text += "torch.manual_seed(0)\n";
    }
    text + rest.trim() + "\n"
}

fn needs_seed(body: &str) -> bool {
    !body.contains("manual_seed")
        && [
            "rand",
            "nn.",
            "_(",
            "dropout",
            "poisson",
            "normal",
            "multinomial",
            "bernoulli",
        ]
        .iter()
        .any(|word| body.contains(word))
}
