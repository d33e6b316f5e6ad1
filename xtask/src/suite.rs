//! Every test there is, stage by stage.

use crate::browsers::{Browser, CHROMIUM, FIREFOX};
use crate::process::{cargo, program, root, run_and_read};
use crate::{Outcome, page, serve, wasm};
use std::process::Command;
use std::time::Instant;

/// One stage: its name and the test program that it runs.
struct Stage {
    name: &'static str,
    says: &'static str,
    run: fn() -> Result<Counts, String>,
}

const STAGES: &[Stage] = &[
    Stage {
        name: "native",
        says: "engine, language, session, tools",
        run: native,
    },
    Stage {
        name: "types",
        says: "the page's JavaScript against its types",
        run: types,
    },
    Stage {
        name: "unit",
        says: "the page's modules",
        run: unit,
    },
    Stage {
        name: "wasm-chromium",
        says: "the wasm build in Chromium",
        run: || wasm_in(&CHROMIUM),
    },
    Stage {
        name: "wasm-firefox",
        says: "the wasm build in Firefox",
        run: || wasm_in(&FIREFOX),
    },
    Stage {
        name: "page",
        says: "a browser drives the built page",
        run: page_tests,
    },
];

#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Counts {
    passed: u32,
    failed: u32,
}

pub fn command(arguments: &[String]) -> Outcome {
    if let Some(unknown) = arguments
        .iter()
        .find(|name| STAGES.iter().all(|stage| stage.name != name.as_str()))
    {
        let names: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        return Err(format!(
            "no stage `{unknown}`; there are: {}",
            names.join(", ")
        ));
    }
    let mut total = Counts::default();
    let mut lines = Vec::new();
    for stage in STAGES
        .iter()
        .filter(|stage| arguments.is_empty() || arguments.iter().any(|name| name == stage.name))
    {
        println!("\n── {}: {}", stage.name, stage.says);
        let start = Instant::now();
        let counts = (stage.run)().unwrap_or_else(|reason| {
            eprintln!("error: {reason}");
            Counts {
                passed: 0,
                failed: 1,
            }
        });
        lines.push(format!(
            "{:<14} {:>5} passed {:>3} failed  {:>4} s",
            stage.name,
            counts.passed,
            counts.failed,
            start.elapsed().as_secs()
        ));
        total.passed += counts.passed;
        total.failed += counts.failed;
    }
    println!("\n{}", lines.join("\n"));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 {
        Ok(())
    } else {
        Err("some tests failed".into())
    }
}

fn native() -> Result<Counts, String> {
    counted(
        &mut cargo(["test", "--workspace", "--no-fail-fast"]),
        cargo_counts,
    )
}

/// The type check counts as one test.
fn types() -> Result<Counts, String> {
    page::install(&page::folder())?;
    page::npm(&["run", "check"])?;
    Ok(Counts {
        passed: 1,
        failed: 0,
    })
}

fn unit() -> Result<Counts, String> {
    page::install(&page::folder())?;
    counted(
        program("npm", ["run", "test"])
            .env("NO_COLOR", "1")
            .current_dir(page::folder()),
        vitest_counts,
    )
}

fn wasm_in(browser: &Browser) -> Result<Counts, String> {
    let found = browser.ensure()?;
    let mut tests = wasm::test_command()?;
    tests.envs(found.environment()?);
    counted(&mut tests, cargo_counts)
}

fn page_tests() -> Result<Counts, String> {
    let browser = CHROMIUM.ensure()?;
    page::build()?;
    let folder = root().join("tests/page");
    page::install(&folder)?;
    let address = serve::in_background(page::dist())?;
    let mut tests = program("npm", ["test"]);
    tests
        .current_dir(folder)
        .env("KINDLING_ADDRESS", address)
        .env("KINDLING_CHROMIUM", browser.program);
    counted(&mut tests, node_counts)
}

/// Runs a test program and counts what it says it ran. None run, or a failure it did not count, is a failure.
fn counted(command: &mut Command, count: fn(&str) -> Counts) -> Result<Counts, String> {
    let (success, text) = run_and_read(command)?;
    let mut counts = count(&text);
    if counts == Counts::default() {
        return Err("no test ran".into());
    }
    if !success && counts.failed == 0 {
        counts.failed = 1;
    }
    Ok(counts)
}

/// `test result: ok. 12 passed; 0 failed; ...`, once a test program.
fn cargo_counts(text: &str) -> Counts {
    let mut counts = Counts::default();
    for line in text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("test result: "))
    {
        counts.passed += number_before(line, " passed");
        counts.failed += number_before(line, " failed");
    }
    counts
}

/// `Tests  1 failed | 53 passed (54)`
fn vitest_counts(text: &str) -> Counts {
    let line = text
        .lines()
        .rev()
        .find(|line| line.trim_start().starts_with("Tests "))
        .unwrap_or_default();
    Counts {
        passed: number_before(line, " passed"),
        failed: number_before(line, " failed"),
    }
}

/// `ℹ pass 12` and `ℹ fail 0`
fn node_counts(text: &str) -> Counts {
    let after = |word: &str| {
        let found = text
            .lines()
            .rev()
            .find_map(|line| line.trim_start_matches(['ℹ', '#', ' ']).strip_prefix(word));
        found.and_then(|rest| rest.trim().parse().ok()).unwrap_or(0)
    };
    Counts {
        passed: after("pass "),
        failed: after("fail "),
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let before = line
        .split(word)
        .next()
        .filter(|before| before.len() < line.len())
        .unwrap_or_default();
    let digits = before
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next()
        .unwrap_or_default();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_runner_is_counted() {
        let cargo = "test result: ok. 12 passed; 0 failed; 0 ignored\nx\ntest result: FAILED. 3 passed; 2 failed; 0 ignored";
        assert_eq!(
            cargo_counts(cargo),
            Counts {
                passed: 15,
                failed: 2
            }
        );
        assert_eq!(
            vitest_counts(" Test Files  1 passed (1)\n      Tests  1 failed | 53 passed (54)\n"),
            Counts {
                passed: 53,
                failed: 1
            }
        );
        assert_eq!(
            vitest_counts("      Tests  7 passed (7)"),
            Counts {
                passed: 7,
                failed: 0
            }
        );
        assert_eq!(
            node_counts("ℹ tests 3\nℹ pass 2\nℹ fail 1\n"),
            Counts {
                passed: 2,
                failed: 1
            }
        );
        assert_eq!(cargo_counts("nothing"), Counts::default());
    }
}
