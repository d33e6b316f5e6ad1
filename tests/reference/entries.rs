//! Whatever is in the reference is whole, and its examples print what real PyTorch 2.15 printed (tests/data/reference.json,
//! recorded by tests/tools/record_reference.py).

use std::collections::{BTreeMap, BTreeSet};

use kindling::reference;
use kindling::session::protocol::{EntryKind, ReferenceEntry};

use crate::programs;

/// Examples whose values are PyTorch's, but not the name of a node that they print: composites of other ops here.
const OTHER_NODES: &[&str] = &[
    "torch.clamp_max",
    "torch.clamp_min",
    "torch.fmax",
    "torch.fmin",
    "torch.fmod",
    "torch.frac",
    "torch.remainder",
    "torch.rsub",
    "torch.celu",
    "torch.aminmax",
    "torch.dist",
    "torch.nansum",
    "torch.std_mean",
    "torch.var_mean",
    "torch.addmv",
    "torch.baddbmm",
    "torch.cdist",
    "torch.cross",
    "torch.kron",
    "torch.linalg.cond",
    "torch.linalg.matrix_norm",
    "torch.linalg.multi_dot",
    "torch.linalg.pinv",
    "torch.Tensor.repeat",
    "torch.repeat_interleave",
    "torch.tile",
    "torch.masked_select",
    "torch.take",
    "torch.fill",
];

#[test]
fn every_entry_is_whole() {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    for entry in reference::entries() {
        let ReferenceEntry {
            id,
            kind,
            card,
            program,
            ..
        } = &entry;
        let mut check = |holds: bool, what: &str| {
            if !holds {
                faults.push(format!("{id}: {what}"));
            }
        };
        check(ids.insert(id.clone()), "is there twice");
        check(!card.summary.is_empty(), "no summary");
        check(
            card.summary.ends_with(['.', ')']),
            "a summary is a sentence",
        );
        check(
            card.signature.contains('(') || id.starts_with("torch.Tensor."),
            "no signature",
        );
        check(card.source.starts_with("https://"), "no source");
        // Functions around tensors may do without.
        let may_lack = matches!(kind, EntryKind::Function | EntryKind::Data);
        check(may_lack || !program.is_empty(), "no example");
        let needs_formula = matches!(kind, EntryKind::Op | EntryKind::Loss);
        check(!needs_formula || !card.formula.is_empty(), "no formula");
        let needs_shape = matches!(kind, EntryKind::Op | EntryKind::Layer | EntryKind::Loss);
        let has_no_shape = [
            "Module",
            "ModuleList",
            "ModuleDict",
            "ParameterList",
            "ParameterDict",
            "RNNBase",
            "RNNCellBase",
        ];
        let short = id.rsplit('.').next().unwrap_or(id);
        check(
            !needs_shape
                || !card.shape_rule.is_empty()
                || has_no_shape.contains(&short)
                || short.starts_with("Lazy"),
            "no shape rule",
        );
        let rule = kindling::optim::rule(short).filter(|_| *kind == EntryKind::Optimizer);
        check(
            rule.is_none() || !card.formula.is_empty() && !entry.paper.is_empty(),
            "no rule",
        );
        for argument in &entry.arguments {
            check(
                !argument.says.is_empty(),
                "an argument that nothing is said about",
            );
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_optimizer_of_the_engine_is_there() {
    let entries = reference::entries();
    for rule in kindling::optim::LIST {
        let id = format!("torch.optim.{}", rule.name);
        assert!(entries.iter().any(|entry| entry.id == id), "{id}");
    }
}

#[test]
fn examples_print_what_pytorch_prints() {
    let recorded = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/reference.json");
    let recorded = std::fs::read_to_string(recorded).expect("the recording is there");
    let recorded: BTreeMap<String, [String; 2]> = serde_json::from_str(&recorded).expect("JSON");
    let mut faults = Vec::new();
    for entry in reference::entries()
        .into_iter()
        .filter(|entry| !entry.program.is_empty())
    {
        let Some([program, expected]) = recorded.get(&entry.id) else {
            faults.push(format!("{}: was not recorded", entry.id));
            continue;
        };
        if *program != entry.program {
            faults.push(format!("{}: was recorded with another program", entry.id));
            continue;
        }
        let (mut got, mut expected) = (programs::run("example.py", program), expected.clone());
        if OTHER_NODES.contains(&entry.id.as_str()) {
            (got, expected) = (without_nodes(&got), without_nodes(&expected));
        }
        if let Some(difference) = programs::difference(&got, &expected) {
            faults.push(format!("{}: {difference}", entry.id));
        }
    }
    assert!(
        faults.is_empty(),
        "{} examples; `reference-torch tests/tools/record_reference.py` records them anew\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// The text without names of nodes, in one line: a shorter name can break lines elsewhere.
fn without_nodes(text: &str) -> String {
    let mut parts = text.split("grad_fn=<");
    let mut kept = parts.next().unwrap_or_default().to_string();
    for part in parts {
        kept += part.split_once('>').map_or("", |(_, rest)| rest);
    }
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
