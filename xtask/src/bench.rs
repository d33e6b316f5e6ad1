//! Measures. Ratios of things run side by side are worth reading; absolute times are not.

use crate::browsers::CHROMIUM;
use crate::process::{program, root, run};
use crate::{Outcome, bench_lang, page, serve, wasm};

pub fn command(arguments: &[String]) -> Outcome {
    match arguments {
        [] => engines(&[]),
        [what] if what == "lang" => bench_lang::command(),
        [flag] if flag == "--json" => engines(&["--", "--json"]),
        other => Err(format!(
            "expected nothing, lang or --json, got `{}`",
            other.join(" ")
        )),
    }
}

/// Training steps a second in one worker of headless Chromium, beside other engines on the same work.
fn engines(flags: &[&str]) -> Outcome {
    let browser = CHROMIUM.ensure()?;
    wasm::build()?;
    let folder = root().join("xtask/bench");
    page::install(&folder)?;
    let npm = |arguments: &[&str]| {
        let mut npm = program("npm", arguments);
        npm.current_dir(&folder);
        npm
    };
    run(&mut npm(&[
        "run",
        "--silent",
        "build",
        "--",
        "--logLevel",
        "warn",
    ]))?;
    let address = serve::in_background(root().join("target/bench"))?;
    let mut bench = npm(&[&["run", "--silent", "bench"], flags].concat());
    run(bench
        .env("KINDLING_ADDRESS", address)
        .env("KINDLING_CHROMIUM", browser.program))
}
