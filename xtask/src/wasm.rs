//! The engine as a WebAssembly package for the page, and the runner of its tests in a browser.

use crate::process::{self, cargo, program, root};
use std::path::PathBuf;

/// Cargo calls `xtask wasm-test-runner BINARY` for each wasm test binary: the runner is a library of ours, so its
/// version is the one in Cargo.lock and nothing has to be installed.
pub const TEST_RUNNER: &str = "wasm-test-runner";
const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the wasm target where rustup lacks it.
pub fn ensure_target() -> Result<(), String> {
    let listed = program("rustup", ["target", "list", "--installed"])
        .output()
        .map_err(|error| format!("cannot start rustup: {error}"))?;
    if String::from_utf8_lossy(&listed.stdout)
        .lines()
        .any(|line| line.trim() == TARGET)
    {
        return Ok(());
    }
    process::run(&mut program("rustup", ["target", "add", TARGET]))
}

/// Where the package goes: the page's worker imports it.
pub fn package() -> PathBuf {
    root().join("www/src/engine/pkg")
}

/// Compiles the library's Python with a native engine, then the page's engine with that in it, and writes its package.
pub fn build() -> Result<(), String> {
    ensure_target()?;
    let compiled = target_folder().join("library");
    process::run(cargo(["run", "--quiet", "--bin", "kindling", "--", "compile"]).arg(&compiled))?;
    let mut engine = cargo([
        "rustc",
        "--profile",
        "wasm",
        "--lib",
        "--package",
        "kindling",
        "--crate-type",
        "cdylib",
        "--target",
        TARGET,
    ]);
    process::run(engine.env("KINDLING_COMPILED", compiled))?;
    let binary = target_folder().join(TARGET).join("wasm/kindling.wasm");
    let package = package();
    std::fs::create_dir_all(&package).map_err(|error| format!("{}: {error}", package.display()))?;
    let arguments = [
        "wasm-bindgen".into(),
        "--target".into(),
        "web".into(),
        "--out-dir".into(),
        package.into_os_string(),
        binary.into_os_string(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .map_err(|error| format!("wasm-bindgen: {error:#}"))
}

/// Runs one test binary in the browser whose driver the environment names.
pub fn run_tests(arguments: &[String]) -> Result<(), String> {
    let arguments = std::iter::once(TEST_RUNNER.to_owned()).chain(arguments.iter().cloned());
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(arguments)
        .map_err(|error| format!("{error:#}"))
}

/// The environment variable that makes cargo call [`run_tests`], and its value.
pub fn runner_setting() -> Result<(&'static str, String), String> {
    let this = std::env::current_exe().map_err(|error| error.to_string())?;
    Ok((
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        format!("{} {TEST_RUNNER}", this.display()),
    ))
}

/// The tests of the wasm build, for one browser.
pub fn test_command() -> Result<std::process::Command, String> {
    ensure_target()?;
    let (name, value) = runner_setting()?;
    let mut command = cargo([
        "test",
        "--release",
        "--package",
        "kindling",
        "--test",
        "wasm",
        "--target",
        TARGET,
    ]);
    command.env(name, value);
    Ok(command)
}

fn target_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
