//! The wasm build in a real browser: `cargo xtask test wasm-chromium wasm-firefox`.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_engine_loads() {
    let update = kindling::session::protocol::Update::default();
    assert_eq!(update.run, 0);
}
