//! Programs that nobody would write: made by rule, or by spoiling those of `tests/python/`. None may panic, run past its
//! steps, or take more memory than it is given; and stepping one prints what running it prints.
//!
//! `cargo xtask fuzz --minutes 60` looks for long; as a test it looks for a few seconds. What it finds is written to
//! `target/fuzz/`.

#[path = "fuzz/grammar.rs"]
mod grammar;
#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "fuzz/random.rs"]
mod random;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use kindling::lang::Vm;
use kindling::lang::vm::{Stop, Until};
use kindling::library::Everything;
use kindling::library::standard::files;
use random::Random;

/// Steps that a program gets.
const STEPS: u64 = 200_000;
/// No program of so few steps takes longer than this on any machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// The last panic: what and where.
static PANIC: Mutex<String> = Mutex::new(String::new());

#[test]
fn no_program_breaks_the_machine() {
    let seconds = setting("KINDLING_FUZZ_SECONDS").unwrap_or(4);
    let seed = setting("KINDLING_FUZZ_SEED").unwrap_or(1);
    // What a panic says goes into the report.
    std::panic::set_hook(Box::new(|panic| {
        *PANIC.lock().expect("nothing panics while it is held") = panic.to_string();
    }));
    let running = Arc::new(Mutex::new((Instant::now(), String::new())));
    let watched = running.clone();
    std::thread::spawn(move || watch(&watched));
    let found = std::thread::Builder::new()
        // A debug build goes down the stack in steps several times as large.
        .stack_size(64 << 20)
        .spawn(move || look(seed, Duration::from_secs(seconds), &running))
        .expect("a thread")
        .join();
    let _ = std::panic::take_hook();
    match found {
        Ok((count, faults)) => {
            println!("{count} programs");
            assert!(faults.is_empty(), "{}", faults.join("\n"));
        }
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

fn setting(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Ends the process when a program takes longer than any may.
fn watch(running: &Mutex<(Instant, String)>) {
    loop {
        std::thread::sleep(Duration::from_millis(500));
        let Ok(running) = running.lock() else { return };
        if !running.1.is_empty() && running.0.elapsed() > PATIENCE {
            let path = keep("hang", &running.1);
            eprintln!("a program hangs: {}", path.display());
            std::process::abort();
        }
    }
}

fn look(seed: u64, time: Duration, running: &Mutex<(Instant, String)>) -> (usize, Vec<String>) {
    let mut random = Random::new(seed);
    let corpus = corpus();
    let start = Instant::now();
    let (mut count, mut faults) = (0, Vec::new());
    while start.elapsed() < time && faults.len() < 40 {
        let text = if random.one_in(2) {
            grammar::program(&mut random)
        } else {
            let (one, other) = (random.below(corpus.len()), random.below(corpus.len()));
            mutate::program(&mut random, &corpus[one], &corpus[other])
        };
        let stepped = random.one_in(3);
        *running.lock().expect("the watcher holds it briefly") = (Instant::now(), text.clone());
        // A stack that overflows ends the process: the program must be on disk before.
        keep("current", &text);
        count += 1;
        let before = resident();
        let result = catch_unwind(AssertUnwindSafe(|| {
            let plain = run(&text, Until::Never);
            if stepped {
                let stepping = run(&text, Until::Into);
                if let (Ended::Itself(plain), Ended::Itself(stepping)) = (&plain, &stepping)
                    && plain != stepping
                {
                    return Some(format!("stepping differs:\n{plain}\n---\n{stepping}"));
                }
            }
            None
        }));
        let fault = match result {
            Ok(None) if resident() > before + (600 << 20) => {
                Some("it took more memory than it may".to_string())
            }
            Ok(fault) => fault,
            Err(_) => Some(
                PANIC
                    .lock()
                    .expect("nothing panics while it is held")
                    .clone(),
            ),
        };
        // One program a fault is enough.
        let fault = fault.filter(|fault| {
            fault.starts_with("stepping")
                || !faults.iter().any(|known: &String| known.ends_with(fault))
        });
        if let Some(fault) = fault {
            let path = keep(&format!("found-{seed}-{count}"), &text);
            let line = format!("{}: {fault}", path.display());
            eprintln!("{line}");
            faults.push(line);
        }
        running
            .lock()
            .expect("the watcher holds it briefly")
            .1
            .clear();
    }
    (count, faults)
}

/// How a program ended, with what it said.
enum Ended {
    Itself(String),
    Spent,
}

fn run(text: &str, until: Until) -> Ended {
    files::mount(files::Disk::default());
    let mut vm = Vm::new(Rc::new(Everything::default()));
    vm.budgets.instructions = Some(STEPS);
    vm.budgets.bytes = 64 << 20;
    vm.budgets.output = 1 << 20;
    vm.input.push_back("17".into());
    let mut said = String::new();
    if let Err(exception) = vm.start("fuzz.py", text) {
        return Ended::Itself(vm.format_exception(exception));
    }
    loop {
        match vm.resume(until, 1 << 40) {
            Stop::Finished => break,
            Stop::Raised(exception) => {
                said = vm.format_exception(exception);
                break;
            }
            Stop::BudgetSpent(_) => return Ended::Spent,
            _ => {}
        }
    }
    let printed: String = vm
        .take_output()
        .into_iter()
        .map(|(_, piece)| piece)
        .collect();
    Ended::Itself(without_addresses(&(printed + &said)))
}

/// Addresses differ from run to run.
fn without_addresses(text: &str) -> String {
    let mut parts = text.split("0x");
    let mut plain = parts.next().unwrap_or_default().to_string();
    for part in parts {
        plain.push_str("0x");
        plain.push_str(part.trim_start_matches(|letter: char| letter.is_ascii_hexdigit()));
    }
    plain
}

/// Bytes of memory that the process has in use.
fn resident() -> usize {
    let pages = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = pages
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse::<usize>().ok());
    pages.unwrap_or(0) * 4096
}

fn keep(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz");
    let path = folder.join(format!("{name}.py"));
    let _ = std::fs::create_dir_all(folder);
    let _ = std::fs::write(&path, text);
    path
}

fn corpus() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    let topics = std::fs::read_dir(root).expect("tests/python").flatten();
    let mut paths: Vec<PathBuf> = topics
        .flat_map(|topic| {
            std::fs::read_dir(topic.path())
                .into_iter()
                .flatten()
                .flatten()
        })
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "py"))
        .collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect()
}
