//! The page's view of the protocol, written from the Rust types.

use crate::Outcome;
use crate::process::{cargo, root, run};

pub fn command(_: &[String]) -> Outcome {
    write("www/src/engine")
}

/// Writes `protocol.ts` into a folder of the checkout.
pub fn write(folder: &str) -> Outcome {
    let mut export = cargo([
        "test",
        "--quiet",
        "--package",
        "kindling",
        "--features",
        "types",
        "--lib",
        "export_bindings",
    ]);
    run(export.env("TS_RS_EXPORT_DIR", root().join(folder)))
}

/// Fails when the committed types are not those of the Rust source.
pub fn check() -> Outcome {
    write("target/types")?;
    let read = |path: &str| {
        std::fs::read_to_string(root().join(path)).map_err(|error| format!("{path}: {error}"))
    };
    if read("target/types/protocol.ts")? == read("www/src/engine/protocol.ts")? {
        Ok(())
    } else {
        Err("www/src/engine/protocol.ts is not what src/session/protocol.rs says: run `cargo xtask types`".into())
    }
}
