//! What decides whether a change lands: formatters, linters, every test.

use crate::process::{cargo, run};
use crate::{Outcome, page, suite, tidy, types, wasm};

pub fn command(_: &[String]) -> Outcome {
    lint()?;
    suite::command(&[])
}

fn lint() -> Outcome {
    run(&mut cargo(["fmt", "--all", "--check"]))?;
    run(&mut cargo([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    wasm::ensure_target()?;
    run(&mut cargo([
        "clippy",
        "--release",
        "--package",
        "kindling",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]))?;
    types::check()?;
    tidy::command(&[])?;
    page::install(&page::folder())?;
    page::npm(&["run", "lint"])
}
