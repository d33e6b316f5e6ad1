//! A value in one line, without running any of the program's code.

use crate::lang::Value;
use crate::lang::text;
use crate::tensor::Tensor;

/// How long the text of a value gets.
const LONGEST: usize = 80;
/// How many items of a container are shown.
const ITEMS: usize = 6;

/// The kind of a value (`Tensor`, `int`, `Linear`) and its text: for a tensor its shape and dtype, and the number when it is
/// one.
pub fn summary(value: &Value) -> (String, String) {
    let kind = kind(value);
    let mut text = short(value, 0);
    if text.chars().count() > LONGEST {
        text = text.chars().take(LONGEST - 1).chain(['…']).collect();
    }
    (kind, text)
}

fn kind(value: &Value) -> String {
    match value {
        Value::Instance(instance) => instance.class.name().as_str().to_string(),
        Value::None | Value::Undefined => "NoneType".into(),
        Value::Bool(_) => "bool".into(),
        Value::Int(_) | Value::BigInt(_) => "int".into(),
        Value::Float(_) => "float".into(),
        Value::Str(_) => "str".into(),
        Value::List(_) => "list".into(),
        Value::Tuple(_) => "tuple".into(),
        Value::Dict(_) => "dict".into(),
        Value::Set(_) => "set".into(),
        Value::Function(_) | Value::Method(_) | Value::Builtin(_) => "function".into(),
        Value::Class(_) => "class".into(),
        Value::Module(_) => "module".into(),
        Value::Range(_) => "range".into(),
        Value::Iterator(_) | Value::Generator(_) => "iterator".into(),
        _ => "object".into(),
    }
}

fn short(value: &Value, depth: usize) -> String {
    if let Some(tensor) = value.native::<Tensor>() {
        return tensor_text(tensor);
    }
    match value {
        Value::None | Value::Undefined => "None".into(),
        Value::Bool(value) => if *value { "True" } else { "False" }.into(),
        Value::Int(value) => value.to_string(),
        Value::BigInt(value) => value.to_string(),
        Value::Float(value) => text::repr_float(*value),
        Value::Str(value) => text::repr_str(value.as_str()),
        Value::List(list) => items('[', &list.to_vec(), ']', depth),
        Value::Tuple(tuple) => items('(', tuple, ')', depth),
        Value::Dict(dict) => {
            let pairs: Vec<String> = dict
                .pairs()
                .iter()
                .take(ITEMS)
                .map(|(key, value)| {
                    format!("{}: {}", short(key, depth + 1), short(value, depth + 1))
                })
                .collect();
            let more = if dict.len() > ITEMS { ", …" } else { "" };
            format!("{{{}{more}}}", pairs.join(", "))
        }
        Value::Function(function) => format!("{}()", function.code.qualname.as_str()),
        Value::Builtin(builtin) => format!("{}()", builtin.name.as_str()),
        Value::Class(class) => class.name().as_str().to_string(),
        Value::Instance(instance) => format!("{}(…)", instance.class.name().as_str()),
        _ => "…".into(),
    }
}

fn items(open: char, items: &[Value], close: char, depth: usize) -> String {
    if depth > 2 {
        return format!("{open}…{close}");
    }
    let mut texts: Vec<String> = items
        .iter()
        .take(ITEMS)
        .map(|item| short(item, depth + 1))
        .collect();
    if items.len() > ITEMS {
        texts.push(format!("… {} in all", items.len()));
    }
    let comma = if open == '(' && items.len() == 1 {
        ","
    } else {
        ""
    };
    format!("{open}{}{comma}{close}", texts.join(", "))
}

/// `[64, 10] float32`, and the value of a tensor with one element: `[] float32 2.31`.
fn tensor_text(tensor: &Tensor) -> String {
    let array = tensor.array();
    let sizes: Vec<String> = array.shape().iter().map(usize::to_string).collect();
    let mut text = format!("[{}] {}", sizes.join(", "), array.dtype().name());
    if array.numel() == 1
        && let Some(value) = array.first_f64()
    {
        text += &match array.dtype().is_float() {
            true => format!(" {value:.4}"),
            false => format!(" {value}"),
        };
    }
    text
}
