//! `_figures`: what a program plots, on its way to whoever shows it.

use std::cell::RefCell;

use serde_json::{Map, Number, Value as Json};

use crate::lang::native::ModuleBuilder;
use crate::lang::{PyResult, Value, Vm, value_error};
use crate::session::protocol::Figure;

thread_local! {
    static SHOWN: RefCell<Vec<Figure>> = const { RefCell::new(Vec::new()) };
}

/// Takes the figures that were shown since the last call.
pub fn take() -> Vec<Figure> {
    SHOWN.take()
}

pub fn module() -> ModuleBuilder {
    ModuleBuilder::new("_figures").function("show", "(figure, /)", show)
}

/// Takes a figure as nested dicts and lists, in the words of the protocol.
fn show(_: &mut Vm, slots: &[Value]) -> PyResult<Value> {
    let figure = serde_json::from_value(json(&slots[0]));
    let figure: Figure =
        figure.map_err(|error| value_error(format!("this figure cannot be shown: {error}")))?;
    SHOWN.with_borrow_mut(|shown| shown.push(figure));
    Ok(Value::None)
}

fn json(value: &Value) -> Json {
    match value.base() {
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Int(int) => Json::Number((*int).into()),
        // There is no JSON for infinity: what cannot be drawn is left out.
        Value::Float(float) => {
            Number::from_f64(*float).map_or(Json::Number(0.into()), Json::Number)
        }
        Value::Str(text) => Json::String(text.as_str().into()),
        Value::List(list) => Json::Array(list.items.borrow().iter().map(json).collect()),
        Value::Tuple(items) => Json::Array(items.iter().map(json).collect()),
        Value::Dict(dict) => {
            let pairs = dict.pairs().into_iter();
            let named =
                pairs.filter_map(|(name, value)| Some((name.as_str()?.to_string(), json(&value))));
            Json::Object(Map::from_iter(named))
        }
        _ => Json::Null,
    }
}
