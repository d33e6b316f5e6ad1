//! Running a program natively and comparing what it printed with what real PyTorch printed.

use std::path::Path;
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kindling::lang::Vm;
use kindling::lang::vm::{OutputStream, Stop, Until};
use kindling::library::Everything;

/// What a program printed on stdout, with the traceback at its end if it failed.
pub fn run(path: &str, text: &str) -> String {
    kindling::library::fresh_engine();
    let mut vm = Vm::new(Rc::new(Everything::default()));
    if let Err(exception) = vm.start(path, text) {
        return vm.format_exception(exception);
    }
    let failure = loop {
        match vm.resume(Until::Never, 1 << 40) {
            Stop::Finished => break String::new(),
            Stop::Raised(exception) => break vm.format_exception(exception),
            Stop::BudgetSpent(reason) => break reason,
            Stop::Line | Stop::Op | Stop::Breakpoint | Stop::Slice | Stop::SnippetDone(_) => {}
        }
    };
    let printed = vm
        .take_output()
        .into_iter()
        .filter(|(stream, _)| *stream == OutputStream::Stdout);
    printed.map(|(_, text)| text).collect::<String>() + &failure
}

/// The programs of a folder: name and text, in the order of their names.
pub fn of(folder: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = std::fs::read_dir(folder)
        .expect("the programs are there")
        .flatten();
    let programs = files
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"));
    let mut programs: Vec<_> = programs
        .map(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (
                name,
                std::fs::read_to_string(&path).expect("a program can be read"),
            )
        })
        .collect();
    programs.sort();
    assert!(!programs.is_empty(), "there are no programs");
    programs
}

/// What `act` gives for each of these, in their order; as many run at once as there are processors.
pub fn each<T: Sync, R: Send>(these: &[T], act: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(2, |count| count.get());
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let work = || {
            let mut done = Vec::new();
            while let Some((at, this)) = take(&next, these) {
                done.push((at, act(this)));
            }
            done
        };
        let threads: Vec<_> = (0..workers)
            .map(|_| {
                std::thread::Builder::new()
                    .stack_size(64 << 20)
                    .spawn_scoped(scope, work)
                    .expect("a thread")
            })
            .collect();
        let results = threads.into_iter().map(|thread| match thread.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        results.flatten().collect()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

fn take<'a, T>(next: &AtomicUsize, these: &'a [T]) -> Option<(usize, &'a T)> {
    let at = next.fetch_add(1, Ordering::Relaxed);
    these.get(at).map(|this| (at, this))
}

/// Runs every program of a folder and compares with the recording of that name in another; says all that differ.
pub fn check_folder(folder: &str, recordings: &str) {
    let recordings = Path::new(env!("CARGO_MANIFEST_DIR")).join(recordings);
    let programs = of(folder);
    let failures: Vec<String> = each(&programs, |(name, text)| {
        let recording = recordings.join(name).with_extension("out");
        let expected = std::fs::read_to_string(&recording)
            .unwrap_or_else(|_| panic!("{name} has no recording"));
        difference(&run(name, text), &expected).map(|difference| format!("{name}: {difference}"))
    })
    .into_iter()
    .flatten()
    .collect();
    assert!(
        failures.is_empty(),
        "{} of {} programs differ:\n{}",
        failures.len(),
        programs.len(),
        failures.join("\n")
    );
}

/// The first line that differs, numbers compared within 1e-4 of their size.
pub fn difference(got: &str, expected: &str) -> Option<String> {
    let (mut got, mut expected) = (got.lines(), expected.lines());
    for number in 1.. {
        match (got.next(), expected.next()) {
            (None, None) => return None,
            (ours, theirs)
                if ours
                    .zip(theirs)
                    .is_some_and(|(ours, theirs)| alike(ours, theirs)) => {}
            (ours, theirs) => {
                let rest: Vec<&str> = got.collect();
                let more = if rest.is_empty() {
                    String::new()
                } else {
                    format!("\n    then {}", rest.join("\n         "))
                };
                return Some(format!(
                    "line {number}\n    is   {}\n    not  {}{more}",
                    ours.unwrap_or("(the end)"),
                    theirs.unwrap_or("(the end)")
                ));
            }
        }
    }
    None
}

fn alike(ours: &str, theirs: &str) -> bool {
    if ours == theirs {
        return true;
    }
    let (ours, theirs) = (pieces(ours), pieces(theirs));
    ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(a, b)| a == b || close(a, b))
}

/// Two numbers that differ by rounding: 1e-4 of their size, or one in the last printed digit.
fn close(a: &str, b: &str) -> bool {
    let (Ok(x), Ok(y)) = (a.parse::<f64>(), b.parse::<f64>()) else {
        return false;
    };
    let digits = |text: &str| {
        text.split('e')
            .next()
            .and_then(|text| text.split_once('.'))
            .map_or(0, |(_, part)| part.len())
    };
    let (fine, other) = (digits(a), digits(b));
    if fine == 0 || other == 0 {
        return false;
    }
    (x - y).abs() <= 1e-4 * y.abs() + 1.5 * 10f64.powi(-(fine.min(other) as i32))
}

/// Numbers and what stands between them.
fn pieces(line: &str) -> Vec<&str> {
    let is_numeric = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e');
    let mut pieces = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let starts_number =
            rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'));
        let end = if starts_number {
            rest.find(|c| !is_numeric(c))
        } else {
            rest.find(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+'))
        };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()).max(1).min(rest.len()));
        pieces.push(piece.trim_end_matches(' '));
        rest = after;
    }
    pieces
}
