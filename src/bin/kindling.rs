//! `kindling run FILE.py`: a program in a terminal, with the page's engine. `kindling reference`: all that can be looked up,
//! as JSON. `kindling compile FOLDER`: the library's code, for the build of the page.

use std::io::{BufRead, Write};
use std::process::ExitCode;
use std::rc::Rc;

use kindling::lang::vm::{OutputStream, Stop, Until};
use kindling::lang::{Exception, Vm};
use kindling::library::{Everything, compiled, figures};
use kindling::reference;

const USAGE: &str =
    "usage: kindling run FILE.py\n       kindling reference\n       kindling compile FOLDER";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [command, file] if command == "run" => match std::fs::read_to_string(file) {
            Ok(text) => run(file, &text),
            Err(error) => {
                eprintln!("kindling: can't open file '{file}': {error}");
                ExitCode::from(2)
            }
        },
        [command] if command == "reference" => {
            match serde_json::to_writer(std::io::stdout().lock(), &reference::entries()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        [command, folder] if command == "compile" => match compiled::write(folder.as_ref()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("kindling: {folder}: {error}");
                ExitCode::FAILURE
            }
        },
        _ => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// Runs a program: its output as Python prints it, a traceback and 1 for an exception that nothing caught.
fn run(path: &str, text: &str) -> ExitCode {
    let mut vm = Vm::new(Rc::new(Everything::default()));
    vm.budgets.output = usize::MAX;
    vm.interactive = true;
    if let Err(exception) = vm.start(path, text) {
        return fail(&mut vm, exception);
    }
    loop {
        if vm.wants_input() {
            let mut line = String::new();
            if std::io::stdin()
                .lock()
                .read_line(&mut line)
                .is_ok_and(|read| read > 0)
            {
                vm.input.push_back(line.trim_end_matches('\n').to_string());
            }
        }
        let stop = vm.resume(Until::Never, 4_000_000);
        print(&mut vm);
        match stop {
            Stop::Finished => return ExitCode::SUCCESS,
            Stop::Raised(exception) => return fail(&mut vm, exception),
            Stop::BudgetSpent(message) => {
                eprintln!("{message}");
                return ExitCode::FAILURE;
            }
            _ => {}
        }
    }
}

fn fail(vm: &mut Vm, exception: Exception) -> ExitCode {
    let code = vm.exit_code(&exception);
    let because = exception.because_of();
    let text = vm.format_exception(exception);
    print(vm);
    match code {
        Some(code) => ExitCode::from(code),
        None => {
            eprint!("{text}");
            if !because.is_empty() {
                eprintln!("  {because}");
            }
            ExitCode::FAILURE
        }
    }
}

/// Passes on what the program printed, and says what it drew.
fn print(vm: &mut Vm) {
    let mut stdout = std::io::stdout().lock();
    for (stream, text) in vm.take_output() {
        // A reader that has gone away is no reason to stop.
        let _ = match stream {
            OutputStream::Stdout => stdout.write_all(text.as_bytes()),
            OutputStream::Stderr => std::io::stderr().write_all(text.as_bytes()),
        };
    }
    let _ = stdout.flush();
    for figure in figures::take() {
        eprintln!("[figure {}: {}]", figure.id, figure.alt);
    }
}
