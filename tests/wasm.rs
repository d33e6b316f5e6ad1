//! The wasm build in a real browser, through the door that the page uses: `cargo xtask test wasm-chromium wasm-firefox`.
#![cfg(target_arch = "wasm32")]

use js_sys::{Float64Array, JSON, Object, Reflect, Uint8Array};
use kindling::session::protocol::{Command, Unit};
use kindling::web::Kindling;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LINE: &str = include_str!("../www/examples/line.py");
const PYTORCH_SAYS: &str = include_str!("examples/line.out");

/// The page's side of the door.
struct Page {
    kindling: Kindling,
    stdout: String,
    status: String,
    graph: JsValue,
    parameters: JsValue,
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn to_js(command: &Command) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    command
        .serialize(&serializer)
        .expect("commands are plain data")
}

impl Page {
    fn new(text: &str) -> Page {
        let nothing = JsValue::UNDEFINED;
        let mut page = Page {
            kindling: Kindling::new(),
            stdout: String::new(),
            status: String::new(),
            graph: nothing.clone(),
            parameters: nothing,
        };
        page.give(&Command::Load {
            name: "line.py".into(),
            text: text.into(),
        });
        page
    }

    fn give(&mut self, command: &Command) -> JsValue {
        let answer = self.kindling.command(to_js(command));
        loop {
            let busy = self.kindling.busy();
            let update = self.kindling.slice(20_000.0);
            if update.is_object() {
                self.take(&update);
            }
            if !busy {
                return answer;
            }
        }
    }

    fn take(&mut self, update: &JsValue) {
        if get(update, "clear").is_truthy() {
            self.stdout.clear();
        }
        for chunk in js_sys::Array::from(&get(update, "output")).iter() {
            if get(&chunk, "stream").as_string().as_deref() == Some("stdout") {
                self.stdout += &get(&chunk, "text").as_string().unwrap_or_default();
            }
        }
        self.status = get(update, "status").as_string().unwrap_or_default();
        for (slot, name) in [
            (&mut self.graph, "graph"),
            (&mut self.parameters, "parameters"),
        ] {
            if get(update, name).is_object() {
                *slot = get(update, name);
            }
        }
    }
}

#[wasm_bindgen_test]
fn running_and_stepping_print_what_pytorch_prints() {
    let mut running = Page::new(LINE);
    running.give(&Command::Run { record: false });
    assert_eq!(running.status, "finished");
    assert_eq!(running.stdout, PYTORCH_SAYS);
    let mut stepping = Page::new(LINE);
    while stepping.status != "finished" {
        stepping.give(&Command::Step {
            unit: Unit::Line,
            back: false,
        });
    }
    assert_eq!(stepping.stdout, PYTORCH_SAYS);
}

#[wasm_bindgen_test]
fn the_graph_is_there_before_the_first_step() {
    let page = Page::new(LINE);
    assert_eq!(page.status, "ready");
    let nodes = js_sys::Array::from(&get(&page.graph, "nodes"));
    assert!(nodes.length() >= 8, "{:?}", JSON::stringify(&page.graph));
}

#[wasm_bindgen_test]
fn tensors_come_as_typed_arrays() {
    let mut page = Page::new(LINE);
    page.give(&Command::Step {
        unit: Unit::Iteration,
        back: false,
    });
    let parameter = js_sys::Array::from(&page.parameters).get(0);
    let tensor = get(&parameter, "value").as_f64().expect("a key") as u32;
    let answer = page.give(&Command::InspectTensor { tensor });
    let data = get(&get(&answer, "tensor"), "data");
    let data: Float64Array = data.dyn_into().expect("a Float64Array");
    assert_eq!(data.to_vec(), [0.0]);
}

#[wasm_bindgen_test]
fn what_is_no_command_is_refused() {
    let mut kindling = Kindling::new();
    for garbage in [
        JsValue::UNDEFINED,
        JsValue::from_str("run"),
        JSON::parse("{\"do\":\"fly\"}").expect("JSON"),
    ] {
        let answer = kindling.command(garbage);
        assert_eq!(
            get(&answer, "answer").as_string().as_deref(),
            Some("refused")
        );
    }
}

/// Bytes go in as the page has them and come out again; the program reads them in between.
#[wasm_bindgen_test]
fn files_go_in_and_out_as_bytes() {
    let mut page = Page::new("print(list(open('a.bin', 'rb').read()))\n");
    let bytes = [0u8, 1, 254, 255];
    let command = Object::new();
    for (name, value) in [
        ("do", "addFile".into()),
        ("name", "a.bin".into()),
        ("bytes", JsValue::from(Uint8Array::from(&bytes[..]))),
    ] {
        Reflect::set(&command, &name.into(), &value).expect("a plain object");
    }
    let answer = page.kindling.command(command.into());
    assert_eq!(get(&answer, "answer").as_string().as_deref(), Some("done"));
    page.give(&Command::Run { record: false });
    assert_eq!(page.stdout, "[0, 1, 254, 255]\n");
    let answer = page.give(&Command::File {
        name: "a.bin".into(),
    });
    let given: Uint8Array = get(&answer, "bytes").dyn_into().expect("a Uint8Array");
    assert_eq!(given.to_vec(), bytes);
}
