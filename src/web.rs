//! The only door to JavaScript: it translates and decides nothing.

use js_sys::{Array, Float64Array, Reflect, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, from_value};
use wasm_bindgen::prelude::*;

use crate::session::Session;
use crate::session::protocol::{Answer, Command, NodeView, TensorView};

/// A session for the page's worker. See `src/session/protocol.rs` for what goes in and out.
#[wasm_bindgen]
#[derive(Default)]
pub struct Kindling {
    session: Session,
}

#[wasm_bindgen]
impl Kindling {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        std::panic::set_hook(Box::new(|info| {
            web_sys::console::error_1(&info.to_string().into())
        }));
        Self::default()
    }

    /// Takes a `Command`, gives an `Answer`. What is no command is refused.
    pub fn command(&mut self, command: JsValue) -> JsValue {
        let answer = match command_from_js(command) {
            Ok(command) => self.session.command(command),
            Err(error) => Answer::Refused {
                reason: format!("This is no command: {error}"),
            },
        };
        answer_to_js(answer)
    }

    /// Puts a file on the disk that programs see.
    pub fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.session.put_file(path, bytes);
    }

    /// Lets the program run for about so many instructions. Gives an `Update` when something has changed.
    pub fn slice(&mut self, instructions: f64) -> JsValue {
        match self.session.slice(instructions.max(1.0) as u64) {
            Some(update) => to_js(&update),
            None => JsValue::UNDEFINED,
        }
    }

    /// Is there something to do in the next slice?
    pub fn busy(&self) -> bool {
        self.session.busy()
    }
}

/// The bytes of a file come as a typed array, which serde cannot read inside an enum that is told apart by a field.
fn command_from_js(js: JsValue) -> Result<Command, serde_wasm_bindgen::Error> {
    let given = Reflect::get(&js, &"bytes".into())
        .ok()
        .and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
    if given.is_some() {
        Reflect::set(&js, &"bytes".into(), &Array::new())?;
    }
    let mut command = from_value(js)?;
    if let (Some(given), Command::AddFile { bytes, .. }) = (given, &mut command) {
        *bytes = given.to_vec();
    }
    Ok(command)
}

fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = Serializer::new().serialize_maps_as_objects(true);
    value.serialize(&serializer).unwrap_or(JsValue::UNDEFINED)
}

/// Elements of tensors go as typed arrays, which can be handed from thread to thread without a copy.
fn answer_to_js(mut answer: Answer) -> JsValue {
    if let Answer::File { bytes, .. } = &mut answer {
        let array = Uint8Array::from(std::mem::take(bytes).as_slice());
        let js = to_js(&answer);
        let _ = Reflect::set(&js, &"bytes".into(), &array);
        return js;
    }
    let mut data: Vec<Vec<f64>> = Vec::new();
    for tensor in tensors(&mut answer) {
        data.push(std::mem::take(&mut tensor.data));
    }
    let js = to_js(&answer);
    for (tensor, data) in js_tensors(&answer, &js).into_iter().zip(data) {
        let array = Float64Array::from(data.as_slice());
        // Setting a property of a plain object does not fail.
        let _ = Reflect::set(&tensor, &"data".into(), &array);
    }
    js
}

/// The tensors of an answer, in a fixed order.
fn tensors(answer: &mut Answer) -> Vec<&mut TensorView> {
    match answer {
        Answer::Tensor { tensor } => vec![tensor],
        Answer::Node { node } => {
            let NodeView {
                inputs,
                state,
                output,
                gradient,
                ..
            } = &mut **node;
            let named = inputs.iter_mut().chain(state);
            let mut all: Vec<&mut TensorView> = Vec::new();
            for named in named {
                all.push(&mut named.tensor);
                all.extend(&mut named.gradient);
            }
            all.extend(output);
            all.extend(gradient);
            all
        }
        _ => Vec::new(),
    }
}

/// The same tensors as JavaScript objects, in the same order.
fn js_tensors(answer: &Answer, js: &JsValue) -> Vec<JsValue> {
    let get = |object: &JsValue, name: &str| {
        Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
    };
    match answer {
        Answer::Tensor { .. } => vec![get(js, "tensor")],
        Answer::Node { .. } => {
            let node = get(js, "node");
            let mut all = Vec::new();
            for list in ["inputs", "state"] {
                for named in Array::from(&get(&node, list)).iter() {
                    all.extend([get(&named, "tensor"), get(&named, "gradient")]);
                }
            }
            all.extend([get(&node, "output"), get(&node, "gradient")]);
            all.retain(JsValue::is_object);
            all
        }
        _ => Vec::new(),
    }
}
