//! `cargo xtask bench lang`: small Python programs under python3, Kindling in a terminal and Kindling in a browser.

use crate::browsers::CHROMIUM;
use crate::process::{cargo, program, root, run, run_and_read};
use crate::{Outcome, page, serve, wasm};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Each is run so often by each, in turn, and its best time counts: the machine has other work now and then.
const ROUNDS: usize = 5;
const PROGRAMS: &[&str] = &["loops", "calls", "attributes", "lists", "dicts", "floats"];

pub fn command() -> Outcome {
    run(&mut cargo(["build", "--release", "--bin", "kindling"]))?;
    let in_browser = browser_times()?;
    println!(
        "{:<12} {:>8} {:>9} {:>7} {:>9} {:>7}",
        "", "python3", "terminal", "ratio", "browser", "ratio"
    );
    for (at, name) in PROGRAMS.iter().enumerate() {
        let file = root().join(format!("xtask/bench/lang/{name}.py"));
        let mut python = program("python3", [file.as_os_str()]);
        let kindling = root().join("target/release/kindling");
        let mut own = program(
            &kindling.to_string_lossy(),
            ["run".as_ref(), file.as_os_str()],
        );
        let (mut theirs, mut ours) = (Duration::MAX, Duration::MAX);
        for _ in 0..ROUNDS {
            let (expected, time) = timed(&mut python)?;
            theirs = theirs.min(time);
            let (got, time) = timed(&mut own)?;
            ours = ours.min(time);
            if expected != got {
                return Err(format!(
                    "{name}.py: python3 printed {expected:?}, Kindling {got:?}"
                ));
            }
        }
        let (theirs, ours) = (theirs.as_secs_f64(), ours.as_secs_f64());
        let browser = in_browser.get(at).copied().unwrap_or(f64::NAN) / 1000.0;
        println!(
            "{name:<12} {:>5.0} ms {:>6.0} ms {:>5.2} x {:>6.0} ms {:>5.2} x",
            theirs * 1000.0,
            ours * 1000.0,
            ours / theirs,
            browser * 1000.0,
            browser / ours
        );
    }
    println!("ratios: terminal to python3, browser to terminal");
    if let Some(import) = in_browser.get(PROGRAMS.len()) {
        println!("import torch in a fresh page: {import:.1} ms");
    }
    Ok(())
}

/// What a program prints, and how long it took from start to end.
fn timed(command: &mut Command) -> Result<(String, Duration), String> {
    let start = Instant::now();
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| error.to_string())?;
    Ok((
        String::from_utf8_lossy(&output.stdout).into_owned(),
        start.elapsed(),
    ))
}

/// Milliseconds in headless Chromium: of each program, then of `import torch`.
fn browser_times() -> Result<Vec<f64>, String> {
    let browser = CHROMIUM.ensure()?;
    wasm::build()?;
    let folder = root().join("xtask/bench");
    page::install(&folder)?;
    let mut node = program("node", ["lang.js"]);
    node.args(PROGRAMS.iter().map(|name| format!("lang/{name}.py")));
    node.current_dir(&folder)
        .env("KINDLING_ADDRESS", serve::in_background(wasm::package())?)
        .env("KINDLING_CHROMIUM", browser.program);
    let (success, text) = run_and_read(&mut node)?;
    if !success {
        return Err("the browser's part failed".into());
    }
    Ok(text
        .lines()
        .filter_map(|line| line.trim().parse().ok())
        .collect())
}
