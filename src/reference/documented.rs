//! The entries of what is written in Python: classes and functions of the library with a docstring and a public name.

use std::collections::BTreeMap;

use ruff_python_ast::{Parameters, Stmt, StmtClassDef};

use super::program::with_prelude;
use super::spelling::in_programs;
use crate::edit::Program;
use crate::edit::docs::{Docs, gradient_equation};
use crate::edit::names::dotted;
use crate::edit::palette::{category, fields, page_of};
use crate::library::{self, names};
use crate::optim;
use crate::session::protocol::{
    CardView, EntryKind, Field, InputGradient, ReferenceEntry, StateNote,
};

/// Files, the module that a program finds their names in, what they are, and the heading they stand under (none: the
/// file's name).
const PLACES: &[(&str, &str, EntryKind, &str)] = &[
    (
        "torch/nn/modules/loss.py",
        "torch.nn",
        EntryKind::Loss,
        "Losses",
    ),
    ("torch/nn/modules/", "torch.nn", EntryKind::Layer, ""),
    (
        "torch/nn/functional/",
        "torch.nn.functional",
        EntryKind::Function,
        "Layers and losses as functions",
    ),
    (
        "torch/nn/init.py",
        "torch.nn.init",
        EntryKind::Function,
        "First weights",
    ),
    (
        "torch/nn/utils/parametrizations.py",
        "torch.nn.utils.parametrizations",
        EntryKind::Function,
        "Parameters made of others",
    ),
    (
        "torch/nn/utils/rnn.py",
        "torch.nn.utils.rnn",
        EntryKind::Function,
        "Sequences of unequal length",
    ),
    (
        "torch/nn/utils/",
        "torch.nn.utils",
        EntryKind::Function,
        "Parameters and gradients as a whole",
    ),
    (
        "torch/optim/lr_scheduler.py",
        "torch.optim.lr_scheduler",
        EntryKind::Schedule,
        "Learning rates over time",
    ),
    (
        "torch/optim/swa_utils.py",
        "torch.optim.swa_utils",
        EntryKind::Function,
        "Averaged weights",
    ),
    (
        "torch/optim/",
        "torch.optim",
        EntryKind::Optimizer,
        "Optimizers",
    ),
    (
        "torch/utils/data/",
        "torch.utils.data",
        EntryKind::Data,
        "Data",
    ),
    (
        "torch/autograd/functional.py",
        "torch.autograd.functional",
        EntryKind::Function,
        "Gradients",
    ),
    (
        "torch/autograd/",
        "torch.autograd",
        EntryKind::Function,
        "Gradients",
    ),
    (
        "torch/_functions.py",
        "torch",
        EntryKind::Function,
        "Around tensors",
    ),
    (
        "torch/linalg.py",
        "torch.linalg",
        EntryKind::Function,
        "Linear algebra in Python",
    ),
    (
        "torch/random.py",
        "torch.random",
        EntryKind::Function,
        "Random numbers",
    ),
];

/// A class or function of the library.
struct Known<'a> {
    program: &'a Program,
    docs: Docs,
    /// Of the function or of `__init__`.
    parameters: Option<&'a Parameters>,
    bases: Vec<String>,
    is_class: bool,
}

/// The entries in the order of [`PLACES`].
pub fn entries() -> Vec<ReferenceEntry> {
    let mut found = Vec::new();
    for (at, (prefix, module, kind, heading)) in PLACES.iter().enumerate() {
        let files: Vec<(&str, Program)> = library::FILES
            .iter()
            .filter(|(path, _)| {
                PLACES
                    .iter()
                    .position(|(prefix, ..)| path.starts_with(prefix))
                    == Some(at)
            })
            .map(|(path, text)| (*path, Program::new(*text)))
            .collect();
        debug_assert!(
            !files.is_empty() || prefix.ends_with("swa_utils.py") || prefix.ends_with("linalg.py")
        );
        let known: BTreeMap<(&str, &str), Known> = files
            .iter()
            .flat_map(|(path, program)| of_file(path, program))
            .collect();
        for ((path, name), thing) in &known {
            let in_torch = !module.starts_with("torch.nn") && names::is_public("torch", name);
            let public = names::is_public(module, name) || in_torch;
            if thing.docs.is_empty() || !public {
                continue;
            }
            let group = match heading.is_empty() {
                true => category(path),
                false => (*heading).to_string(),
            };
            let module = match names::is_public("torch", name)
                && *kind == EntryKind::Function
                && !module.contains("nn")
            {
                true => "torch",
                false => module,
            };
            found.push(entry(
                &format!("{module}.{name}"),
                *kind,
                group,
                thing,
                &known,
            ));
        }
    }
    found
}

fn of_file<'a>(
    path: &'a str,
    program: &'a Program,
) -> impl Iterator<Item = ((&'a str, &'a str), Known<'a>)> {
    program.body().iter().filter_map(move |stmt| match stmt {
        Stmt::ClassDef(class) => Some((
            (path, class.name.as_str()),
            Known {
                program,
                docs: Docs::of(&class.body),
                parameters: init(class),
                bases: class.bases().iter().filter_map(dotted).collect(),
                is_class: true,
            },
        )),
        Stmt::FunctionDef(function) => Some((
            (path, function.name.as_str()),
            Known {
                program,
                docs: Docs::of(&function.body),
                parameters: Some(&function.parameters),
                bases: Vec::new(),
                is_class: false,
            },
        )),
        _ => None,
    })
}

fn init(class: &StmtClassDef) -> Option<&Parameters> {
    class.body.iter().find_map(|stmt| match stmt {
        Stmt::FunctionDef(function) if function.name.as_str() == "__init__" => {
            Some(&*function.parameters)
        }
        _ => None,
    })
}

type AllKnown<'a> = BTreeMap<(&'a str, &'a str), Known<'a>>;

/// What it is made with: its own `__init__` or that of the first base that has one.
fn made_with<'a>(
    thing: &'a Known<'a>,
    known: &'a AllKnown<'a>,
) -> Option<(&'a Program, &'a Parameters)> {
    if let Some(parameters) = thing.parameters {
        return Some((thing.program, parameters));
    }
    thing.bases.iter().find_map(|base| {
        let (_, base) = known.iter().find(|((_, name), _)| name == base)?;
        made_with(base, known)
    })
}

fn entry(
    id: &str,
    kind: EntryKind,
    group: String,
    thing: &Known,
    known: &AllKnown,
) -> ReferenceEntry {
    let docs = &thing.docs;
    let short = id.rsplit('.').next().unwrap_or(id);
    let rule = optim::rule(short).filter(|_| kind == EntryKind::Optimizer);
    let made = made_with(thing, known);
    let arguments: Vec<Field> = made
        .map(|(program, parameters)| fields(program, parameters, &docs.arguments()))
        .unwrap_or_default();
    let list = made.map_or(String::new(), |(program, parameters)| {
        list(program, parameters)
    });
    let gradients: Vec<InputGradient> = docs
        .gradients()
        .into_iter()
        .map(|(input, formula)| InputGradient { input, formula })
        .collect();
    ReferenceEntry {
        id: id.to_string(),
        kind,
        group,
        card: CardView {
            name: id.to_string(),
            signature: format!("{}({list})", written(id)),
            summary: docs.summary(),
            formula: match rule {
                Some(rule) => format!(
                    r"\begin{{aligned}} {} \end{{aligned}}",
                    rule.formula
                        .iter()
                        .map(|line| aligned(line))
                        .collect::<Vec<_>>()
                        .join(r" \\ ")
                ),
                None => docs.formula(),
            },
            gradients: gradients
                .iter()
                .map(|given| gradient_equation(&given.input, &given.formula))
                .collect(),
            shape_rule: docs.line("Shape"),
            source: page_of(id),
        },
        gradients,
        ways: Vec::new(),
        arguments: arguments
            .into_iter()
            .filter(|field| !field.says.is_empty())
            .collect(),
        state: rule.map_or(Vec::new(), |rule| {
            let slots = rule.state.iter().map(|slot| StateNote {
                name: slot.name.to_string(),
                symbol: slot.symbol.to_string(),
                meaning: slot.meaning.to_string(),
            });
            slots.collect()
        }),
        notes: Vec::new(),
        shapes: Vec::new(),
        mistakes: Vec::new(),
        paper: rule.map_or_else(|| docs.line("Paper"), |rule| rule.paper.to_string()),
        program: example(kind, &docs.section("Example"), thing.is_class),
    }
}

/// Lines of an update stand below each other at their first equals sign.
fn aligned(line: &str) -> String {
    match line.split_once('=') {
        Some((left, right)) => format!("{left} &= {right}"),
        None => format!("& {line}"),
    }
}

/// `nn.Linear` as programs write it.
fn written(id: &str) -> String {
    in_programs(id)
        .replace("torch.nn.init.", "nn.init.")
        .replace("torch.nn.utils.", "nn.utils.")
        .replace("torch.nn.", "nn.")
        .replace("torch.optim.lr_scheduler.", "lr_scheduler.")
        .replace("torch.optim.", "optim.")
}

fn list(program: &Program, parameters: &Parameters) -> String {
    let mut words = Vec::new();
    let one = |parameter: &ruff_python_ast::ParameterWithDefault| {
        let name = parameter.name();
        match parameter.default() {
            Some(default) => format!("{name}={}", program.source(default)),
            None => name.to_string(),
        }
    };
    let positional = parameters.posonlyargs.iter().chain(&parameters.args);
    words.extend(positional.map(one).filter(|word| word != "self"));
    if let Some(rest) = &parameters.vararg {
        words.push(format!("*{}", rest.name));
    } else if !parameters.kwonlyargs.is_empty() {
        words.push("*".into());
    }
    words.extend(parameters.kwonlyargs.iter().map(one));
    words.extend(
        parameters
            .kwarg
            .iter()
            .map(|rest| format!("**{}", rest.name)),
    );
    words.join(", ")
}

/// The example of a docstring as a program: the last line is printed, imports and seed are added. Optimizers and
/// schedules name only the call that makes them and are shown at work.
fn example(kind: EntryKind, text: &str, is_class: bool) -> String {
    if text.is_empty() {
        return String::new();
    }
    let one_line = !text.contains('\n');
    match kind {
        EntryKind::Optimizer if one_line && is_class => format!(
            "import torch\nfrom torch import optim\n\nw = torch.tensor([1.0, -2.0], requires_grad=True)\noptimizer = {text}\n\nfor step in range(4):\n    loss = (w**2).sum()\n    optimizer.zero_grad()\n    loss.backward()\n    optimizer.step()\n    print(step, round(loss.item(), 4), w.detach())\n"
        ),
        EntryKind::Schedule if one_line && is_class => format!(
            "import torch\nfrom torch import optim\nfrom torch.optim import lr_scheduler\n\nw = torch.zeros(2, requires_grad=True)\noptimizer = optim.SGD([w], lr=1.0)\nscheduler = {text}\n\nfor epoch in range(8):\n    print(epoch, round(optimizer.param_groups[0][\"lr\"], 4))\n    optimizer.step()\n    scheduler.step()\n"
        ),
        _ => with_prelude(&printed(text)),
    }
}

/// The last statement, if it is an expression, inside `print(...)`.
fn printed(text: &str) -> String {
    let program = Program::new(text);
    let Some(Stmt::Expr(last)) = program.body().last() else {
        return text.to_string();
    };
    let source = program.source(last);
    match text.rfind(source).filter(|_| !source.starts_with("print(")) {
        Some(at) => format!(
            "{}print({source}){}",
            &text[..at],
            &text[at + source.len()..]
        ),
        None => text.to_string(),
    }
}
