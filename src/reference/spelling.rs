//! How a program writes an op: `torch.mul`, `F.relu`, `x.view`, `x.T`.

use crate::library::names;
use crate::ops::{Forms, Op, Parameter, Returns, in_place_name, signature};

/// The way that a program writes an op first of all.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// A function of this module: `torch`, `torch.linalg`.
    Function(&'static str),
    Method,
    /// A method that writes to its tensor: `uniform_`.
    InPlace,
    Property,
    /// Nobody writes it: operators and indexing call it.
    Inside,
}

pub fn spelling(op: &Op) -> Spelling {
    let has = |form| op.forms.has(form);
    if op.name.starts_with("linalg_") && has(Forms::LINALG) {
        Spelling::Function("torch.linalg")
    } else if has(Forms::FUNCTION)
        || names::is_public("torch", op.name) && op.forms == Forms::INTERNAL
    {
        Spelling::Function("torch")
    } else if has(Forms::FUNCTIONAL) && names::is_public("torch.nn.functional", op.name) {
        Spelling::Function("torch.nn.functional")
    } else if has(Forms::LINALG) {
        Spelling::Function("torch.linalg")
    } else if has(Forms::SPECIAL) {
        Spelling::Function("torch.special")
    } else if has(Forms::METHOD) {
        Spelling::Method
    } else if has(Forms::PROPERTY) {
        Spelling::Property
    } else if has(Forms::INPLACE) {
        Spelling::InPlace
    } else {
        Spelling::Inside
    }
}

/// The name within its module or class: `inv` for `linalg_inv`, `zero_` for what exists in place only.
pub fn short_name(op: &Op) -> String {
    match spelling(op) {
        Spelling::Function("torch.linalg") => op.name.trim_start_matches("linalg_").to_string(),
        Spelling::Function("torch.special") => op.name.trim_start_matches("special_").to_string(),
        Spelling::InPlace => in_place_name(op.name),
        _ => op.name.to_string(),
    }
}

/// The full name, by which links find an entry: `torch.mul`, `torch.Tensor.view`.
pub fn full_name(op: &Op) -> String {
    let name = short_name(op);
    match spelling(op) {
        Spelling::Function(module) => format!("{module}.{name}"),
        Spelling::Method | Spelling::InPlace | Spelling::Property => format!("torch.Tensor.{name}"),
        Spelling::Inside => name,
    }
}

/// `torch.nn.functional.relu` as programs write it: `F.relu`.
pub fn in_programs(full_name: &str) -> String {
    full_name
        .replace("torch.nn.functional.", "F.")
        .replace("torch.Tensor.", "x.")
}

/// The other ways to write the op: methods, in-place twins, operators, aliases and modules.
pub fn other_ways(op: &Op) -> Vec<String> {
    let first = in_programs(&full_name(op));
    let mut ways = Vec::new();
    // What the list calls something for itself alone is no name of PyTorch.
    let real = |module: &str, name: &str| names::is_public(module, name);
    for name in std::iter::once(op.name).chain(op.aliases.iter().copied()) {
        let bare = name.trim_start_matches("linalg_");
        let in_place = in_place_name(name);
        let forms = [
            (Forms::FUNCTION, "torch", name, format!("torch.{name}")),
            (
                Forms::FUNCTIONAL,
                "torch.nn.functional",
                name,
                format!("F.{name}"),
            ),
            (
                Forms::LINALG,
                "torch.linalg",
                bare,
                format!("torch.linalg.{bare}"),
            ),
            (
                Forms::SPECIAL,
                "torch.special",
                name,
                format!("torch.special.{name}"),
            ),
            (Forms::METHOD, "torch.Tensor", name, format!("x.{name}")),
            (
                Forms::INPLACE,
                "torch.Tensor",
                &in_place,
                format!("x.{in_place}"),
            ),
        ];
        ways.extend(
            forms
                .into_iter()
                .filter(|(form, module, name, way)| {
                    op.forms.has(*form) && real(module, name) && *way != first
                })
                .map(|(.., way)| way),
        );
    }
    ways.extend(op.operators.iter().filter_map(|name| operator(name)));
    ways
}

/// `x + y` for `__add__`.
fn operator(name: &str) -> Option<String> {
    const BINARY: &[(&str, &str)] = &[
        ("add", "+"),
        ("sub", "-"),
        ("mul", "*"),
        ("truediv", "/"),
        ("floordiv", "//"),
        ("mod", "%"),
        ("pow", "**"),
        ("matmul", "@"),
        ("and", "&"),
        ("or", "|"),
        ("xor", "^"),
        ("lshift", "<<"),
        ("rshift", ">>"),
        ("eq", "=="),
        ("ne", "!="),
        ("lt", "<"),
        ("le", "<="),
        ("gt", ">"),
        ("ge", ">="),
    ];
    let bare = name.trim_matches('_');
    match bare {
        "neg" => return Some("-x".into()),
        "invert" => return Some("~x".into()),
        "abs" => return Some("abs(x)".into()),
        "pos" => return Some("+x".into()),
        _ => {}
    }
    let sign = |bare: &str| {
        BINARY
            .iter()
            .find(|(name, _)| *name == bare)
            .map(|(_, sign)| *sign)
    };
    if let Some(sign) = sign(bare) {
        return Some(format!("x {sign} y"));
    }
    // Reflected operators are of interest where they are an op of their own.
    let sign = sign(bare.strip_prefix('r')?)?;
    Some(format!("2 {sign} x"))
}

/// The signature as PyTorch writes it, without `input` for methods.
pub fn signature_of(op: &Op) -> String {
    let method = matches!(spelling(op), Spelling::Method | Spelling::InPlace);
    if spelling(op) == Spelling::Property {
        return in_programs(&full_name(op));
    }
    let mut starred = false;
    let mut words = Vec::new();
    for parameter in signature::parameters(op.signature).skip(usize::from(method)) {
        let Parameter {
            name,
            default,
            keyword_only,
            variadic,
            ..
        } = parameter;
        if keyword_only && !starred && !variadic {
            words.push("*".to_string());
        }
        starred |= keyword_only || variadic;
        let star = if variadic { "*" } else { "" };
        words.push(match default {
            Some(default) => format!("{star}{name}={default}"),
            None => format!("{star}{name}"),
        });
    }
    format!(
        "{}({}){}",
        in_programs(&full_name(op)),
        words.join(", "),
        returns(op)
    )
}

fn returns(op: &Op) -> String {
    match op.returns {
        Returns::Tensor => String::new(),
        Returns::Tuple => " → tuple".into(),
        Returns::List | Returns::TensorOrTuple => " → tensors".into(),
        Returns::Named(_, fields) | Returns::TensorOrNamed(_, fields) => {
            format!(" → ({})", fields.join(", "))
        }
        Returns::Bool => " → bool".into(),
    }
}
