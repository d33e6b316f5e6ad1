//! The project's own commands: `cargo xtask help` lists them.

mod bench;
mod bench_lang;
mod browsers;
mod ci;
mod dev;
mod fuzz;
mod page;
mod process;
mod serve;
mod suite;
mod tidy;
mod types;
mod wasm;

use std::process::ExitCode;

/// What a command returns: nothing, or one line for the person at the terminal.
type Outcome = Result<(), String>;

struct Command {
    name: &'static str,
    says: &'static str,
    run: fn(&[String]) -> Outcome,
}

/// Every command, in the order `help` lists them.
const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        says: "build the page and serve it on 127.0.0.1 (--port N)",
        run: serve::command,
    },
    Command {
        name: "build",
        says: "build the page into dist/, a folder of static files",
        run: page::build_command,
    },
    Command {
        name: "dev",
        says: "serve with hot reload; rebuild the engine when src/ changes (--port N)",
        run: dev::command,
    },
    Command {
        name: "test",
        says: "run every test; with stage names, only those",
        run: suite::command,
    },
    Command {
        name: "bench",
        says: "measure speed; `bench lang` beside CPython",
        run: bench::command,
    },
    Command {
        name: "fuzz",
        says: "look for programs that break the machine (--minutes N, --seed N)",
        run: fuzz::command,
    },
    Command {
        name: "ci",
        says: "formatters, linters and every test",
        run: ci::command,
    },
    Command {
        name: "types",
        says: "write the page's protocol types from src/session/protocol.rs",
        run: types::command,
    },
    Command {
        name: "tidy",
        says: "check the direction of imports and the house rules",
        run: tidy::command,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = arguments.split_first() else {
        help();
        return ExitCode::from(2);
    };
    // Cargo calls this program back to run a wasm test binary: see wasm.rs.
    if name == wasm::TEST_RUNNER {
        return report(wasm::run_tests(rest));
    }
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        help();
        return ExitCode::SUCCESS;
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => report((command.run)(rest)),
        None => {
            eprintln!("no command `{name}`");
            help();
            ExitCode::from(2)
        }
    }
}

fn report(outcome: Outcome) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("error: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn help() {
    println!("cargo xtask COMMAND\n");
    for command in COMMANDS {
        println!("  {:<6} {}", command.name, command.says);
    }
}
