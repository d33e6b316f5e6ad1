//! The programs in `tests/python/` print, raise and step as they do under CPython 3.11 (recorded by `record.py` there).
//!
//! `KINDLING_PROGRAM=generators cargo test --test python` runs those whose path contains the text.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use kindling::lang::vm::{FrameInfo, OutputStream, Stop, Until};
use kindling::lang::{Exception, Observer, Vm};
use kindling::library::standard::files;
use kindling::memory;

/// Steps after which a program counts as hanging.
const STEPS: u64 = 100_000_000;

/// What a program left behind.
#[derive(Default)]
struct Run {
    out: String,
    err: String,
    trace: String,
}

/// Writes line events down as `sys.settrace` would report them.
struct Tracer(Rc<RefCell<String>>);

impl Observer for Tracer {
    fn line(&mut self, frame: &FrameInfo) {
        if frame.is_program {
            let function = frame.function.rsplit('.').next().unwrap_or_default();
            let event = format!("{function} {}\n", frame.line);
            self.0.borrow_mut().push_str(&event);
        }
    }
}

fn run(program: &Path, traced: bool) -> Run {
    let text = read(program);
    files::mount(files::Disk::default());
    let mut vm = Vm::new(Rc::new(kindling::library::Everything::default()));
    vm.budgets.instructions = Some(STEPS);
    vm.input = read(&program.with_extension("in"))
        .lines()
        .map(String::from)
        .collect();
    let events = Rc::new(RefCell::new(String::new()));
    if traced {
        vm.observer = Some(Box::new(Tracer(events.clone())));
    }
    let name = program
        .file_name()
        .and_then(|name| name.to_str())
        .expect("programs have names");
    let ending = match vm.start(name, &text) {
        Ok(()) => match vm.resume(Until::Never, u64::MAX) {
            Stop::Finished => String::new(),
            Stop::Raised(exception) => last_words(&mut vm, exception),
            stop => format!("stopped: {stop:?}\n"),
        },
        Err(exception) => vm.format_exception(exception),
    };
    let mut run = Run::default();
    for (stream, piece) in vm.take_output() {
        match stream {
            OutputStream::Stdout => run.out.push_str(&piece),
            OutputStream::Stderr => run.err.push_str(&piece),
        }
    }
    run.err.push_str(&ending);
    run.trace = events.take();
    run
}

/// What Python writes on stderr about an exception that nothing caught. SystemExit just ends the program.
fn last_words(vm: &mut Vm, exception: Exception) -> String {
    if !exception.is("SystemExit") {
        return vm.format_exception(exception);
    }
    let text = vm.format_exception(exception);
    let code = text
        .lines()
        .last()
        .and_then(|line| line.strip_prefix("SystemExit: "))
        .unwrap_or_default();
    if code.is_empty() || code == "None" || code.parse::<i64>().is_ok() {
        String::new()
    } else {
        format!("{code}\n")
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

fn programs() -> Vec<PathBuf> {
    let wanted = std::env::var("KINDLING_PROGRAM").unwrap_or_default();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    let mut found = Vec::new();
    for topic in std::fs::read_dir(root).expect("tests/python").flatten() {
        for file in std::fs::read_dir(topic.path())
            .into_iter()
            .flatten()
            .flatten()
        {
            let path = file.path();
            if path.extension().is_some_and(|kind| kind == "py")
                && path.to_string_lossy().contains(&wanted)
            {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The first line that differs, for the report.
fn difference(what: &str, expected: &str, got: &str) -> Option<String> {
    let whole = got;
    if expected == got {
        return None;
    }
    let pairs = expected
        .lines()
        .map(Some)
        .chain(std::iter::repeat(None))
        .zip(got.lines().map(Some).chain(std::iter::repeat(None)));
    let (at, (expected, got)) = pairs
        .enumerate()
        .find(|(_, (expected, got))| expected != got)?;
    // An exception that should not be there is told best by its last line.
    let got = if expected.is_none() && what == "stderr" {
        whole.lines().last()
    } else {
        got
    };
    let show = |line: Option<&str>| {
        line.map_or("(nothing)".to_string(), |line| {
            line.chars().take(400).collect()
        })
    };
    Some(format!(
        "  {what} line {}\n    CPython  {}\n    Kindling {}",
        at + 1,
        show(expected),
        show(got)
    ))
}

/// A text that is no program, as `mistakes.txt` has them: name, text, what CPython says.
fn mistakes() -> Vec<(String, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    let all = read(&root.join("mistakes.txt"));
    let parts = all.split("=== ").skip(1);
    let parts = parts.filter_map(|part| {
        let (name, rest) = part.split_once('\n')?;
        let (text, said) = rest.split_once("--- says\n")?;
        Some((name.to_string(), text.to_string(), said.to_string()))
    });
    parts.collect()
}

#[test]
fn mistakes_are_told_as_by_cpython() {
    let mistakes = mistakes();
    assert!(mistakes.len() > 150, "only {} mistakes", mistakes.len());
    let mut wrong = Vec::new();
    for (name, text, expected) in mistakes {
        let mut vm = Vm::new(Rc::new(kindling::library::Everything::default()));
        let said = match vm.start("mistake.py", &text) {
            Ok(()) => String::new(),
            Err(exception) => vm.format_exception(exception),
        };
        wrong.extend(difference(&name, &expected, &said));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// On a stack as large as a program in a terminal has; test threads get less.
#[test]
fn programs_do_as_under_cpython() {
    let all = std::thread::Builder::new()
        .stack_size(8 << 20)
        .spawn(check_programs)
        .expect("a thread");
    if let Err(panic) = all.join() {
        std::panic::resume_unwind(panic);
    }
}

fn check_programs() {
    let (mut count, mut wrong) = (0, Vec::new());
    for program in programs() {
        count += 1;
        let trace = read(&program.with_extension("trace"));
        let result = catch_unwind(AssertUnwindSafe(|| run(&program, !trace.is_empty())));
        let differences: Vec<String> = match result {
            Ok(run) => [
                difference("stdout", &read(&program.with_extension("out")), &run.out),
                difference("stderr", &read(&program.with_extension("err")), &run.err),
                difference("trace", &trace, &run.trace),
            ]
            .into_iter()
            .flatten()
            .collect(),
            Err(_) => vec!["  it panicked".into()],
        };
        if !differences.is_empty() {
            let name = program
                .strip_prefix(env!("CARGO_MANIFEST_DIR"))
                .unwrap_or(&program)
                .display()
                .to_string();
            wrong.push(format!("{name}\n{}", differences.join("\n")));
        }
    }
    assert!(count > 0, "no programs found");
    assert!(
        wrong.is_empty(),
        "{} of {count} programs differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

/// No Python frame comes between the steps of these, so the natives have to count by themselves.
#[test]
fn endless_iterators_give_the_slice_back() {
    for program in [
        "max(iter(int, 1))",
        "sum(iter(int, 1))",
        "any(iter(int, 1))",
        "set(iter(int, 1))",
        "1 in iter(int, 1)",
        "for _ in filter(None, iter(int, 1)): pass",
    ] {
        let mut vm = Vm::new(Rc::new(kindling::library::Everything::default()));
        vm.start("endless.py", program).expect("it compiles");
        let stop = vm.resume(Until::Never, 100_000);
        assert!(matches!(stop, Stop::Slice), "{program}: {stop:?}");
    }
}

/// Programs that keep all they make are stopped close to the limit, whatever they catch.
#[test]
fn growing_without_end_is_stopped() {
    const ROOM: usize = 16 << 20;
    for program in [
        "kept = []\nwhile True: kept.append([1, 2, 3])",
        "x = [0]\nwhile True: x = x + x",
        "s = 'x'\nwhile True: s = s + s",
        "b = bytearray()\nwhile True: b += b'12345678' * 1000",
        "d = {}\nn = 0\nwhile True:\n    d[n] = str(n)\n    n += 1",
        "d = set()\nn = 0\nwhile True:\n    d.add((n, n))\n    n += 1",
        "sum([[1] * n for n in range(10**18)], [])",
        "kept = [list(range(10**5)) for _ in range(10**9)]",
        "kept = {n: [n] for n in range(10**15)}",
        "kept = tuple([n] for n in iter(int, 1))",
        "class Node:\n    pass\nhead = None\nwhile True:\n    node = Node()\n    node.next = head\n    head = node",
        "f = None\nwhile True:\n    f = lambda f=f: f",
        "def g():\n    yield\nkept = None\nwhile True:\n    it = g()\n    next(it)\n    kept = (kept, it)",
        "kept = ()\nwhile True: kept = (kept, 1 << 10 ** 7)",
        "s = 'x'\nwhile True: s = f'{s}{s}'",
        "x = [1]\nwhile True: x = [*x, *x]",
        "import itertools\nlist(itertools.count())",
        "import itertools\na, b = itertools.tee(itertools.count())\nfor x in a: pass",
        "import collections\nq = collections.deque()\nwhile True: q.append('a' * 10)",
        "import numpy as np\nkept = []\nwhile True: kept.append(np.zeros(100))",
        "import torch\nkept = []\nwhile True: kept.append(torch.zeros(100))",
        "import torch\nx = torch.zeros(10, requires_grad=True)\nwhile True: x = x + 1",
        "kept = []\nwhile True:\n    try:\n        while True: kept.append('%d' % len(kept))\n    except BaseException: pass",
    ] {
        let mut vm = Vm::new(Rc::new(kindling::library::Everything::default()));
        vm.start("grow.py", program).unwrap();
        vm.budgets.held = memory::held() + ROOM;
        let stop = loop {
            let stop = vm.resume(Until::Never, 100_000);
            if !matches!(stop, Stop::Slice) {
                break stop;
            }
        };
        let Stop::BudgetSpent(message) = &stop else {
            panic!("{program}: {stop:?}");
        };
        assert!(message.contains("holds more than"), "{program}: {message}");
        let most = memory::held().saturating_sub(vm.budgets.held);
        assert!(most < ROOM, "{program}: {most} bytes over the limit");
    }
}
