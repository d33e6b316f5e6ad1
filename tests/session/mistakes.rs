//! What bad input gets: a clear message at its place, and the session alive.

use expect_test::{Expect, expect};
use kindling::session::protocol::*;

use super::hands::*;

/// What the look ahead marks, and what a run then says.
fn check(text: &str, expected: Expect) {
    let mut hands = Hands::on(text);
    let mut said = String::new();
    for mark in &hands.diagnostics {
        said += &format!(
            "mark {}: {}\n",
            mark.span.line,
            mark.message.lines().next().unwrap_or_default()
        );
        if !mark.because.is_empty() {
            said += &format!("  because {}\n", mark.because);
        }
        for repair in &mark.repairs {
            said += &format!("  repair {}\n", repair.label);
        }
    }
    hands.give(Command::Run { record: true });
    said += &format!(
        "{:?} {}\n",
        hands.last.status,
        hands.error().lines().next().unwrap_or_default()
    );
    expected.assert_eq(&said);
    // Alive: another program runs.
    hands.give(Command::Load {
        name: "program.py".into(),
        text: "print(1)".into(),
    });
    hands.run();
    assert_eq!(hands.stdout, "1\n");
}

#[test]
fn errors_at_their_place() {
    check(
        "x = (1 +\n",
        expect![[r#"
        mark 1: SyntaxError: '(' was never closed
        Failed SyntaxError: '(' was never closed
    "#]],
    );
    check(
        "x = 1\nprint(y)\n",
        expect![[r#"
        mark 2: NameError: name 'y' is not defined
        Failed NameError: name 'y' is not defined
    "#]],
    );
    check(
        "import nonsense\n",
        expect![[r#"
        mark 1: ModuleNotFoundError: No module named 'nonsense'
        Failed ModuleNotFoundError: No module named 'nonsense'
    "#]],
    );
    check(
        "def f(n):\n    return f(n + 1)\nf(0)\n",
        expect![[r#"
        mark 2: RecursionError: maximum recursion depth exceeded
        Failed RecursionError: maximum recursion depth exceeded
    "#]],
    );
    check(
        "import torch\nx = torch.zeros(10**6, 10**6)\n",
        expect![[r#"
        mark 2: RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 4000000000000 bytes. Error code 12 (Cannot allocate memory)
          because 1000000000000 elements of torch.float32 take 4000000000000 bytes; tensors here may hold 268435456 bytes in all and hold 0 now.
        Failed RuntimeError: [enforce fail at alloc_cpu.cpp:127] err == 0. DefaultCPUAllocator: can't allocate memory: you tried to allocate 4000000000000 bytes. Error code 12 (Cannot allocate memory)
    "#]],
    );
    check(
        "import torch\ntorch.optim.SGD([], lr=0.1)\n",
        expect![[r#"
        mark 2: ValueError: optimizer got an empty parameter list
          because There is nothing to learn: the model has no parameters. Layers in a plain list are not found; keep them in nn.ModuleList, or as attributes.
        Failed ValueError: optimizer got an empty parameter list
    "#]],
    );
    check(
        "raise ValueError('mine')\n",
        expect![[r#"
        mark 1: ValueError: mine
        Failed ValueError: mine
    "#]],
    );
    check(
        "assert 1 == 2, 'no'\n",
        expect![[r#"
        mark 1: AssertionError: no
        Failed AssertionError: no
    "#]],
    );
}

#[test]
fn a_shape_that_does_not_fit_is_drawn_up_to_the_failure_and_mended() {
    let broken = DIGITS.replace("nn.Linear(64, 32)", "nn.Linear(64, 48)");
    let mut hands = Hands::on(&broken);
    expect![[r#"
        Data images [1797, 64] float32
        Parameter 0.weight [48, 64] float32
        Parameter 0.bias [48] float32
        Parameter 2.weight [10, 32] float32
        Parameter 2.bias [10] float32
        Op randint [64] int64
        Op index (images, randint) [64, 64] float32
        Op model: Sequential > 0: Linear > t (0.weight) [64, 48] float32
        Op model: Sequential > 0: Linear > addmm (0.bias, index, t) [64, 48] float32
        Op model: Sequential > 1: ReLU > relu (addmm) [64, 48] float32
        Op model: Sequential > 2: Linear > t (2.weight) [32, 10] float32
        Op model: Sequential > 2: Linear > addmm (2.bias, relu, t) []  FAILED
    "#]]
    .assert_eq(&hands.drawn());
    let mark = hands.diagnostics.first().cloned().unwrap();
    expect![[r#"
        24 RuntimeError: addmm: mat1 and mat2 shapes cannot be multiplied (64x48 and 32x10)
        The first has 48 columns, the second 32 rows."#]]
    .assert_eq(&format!(
        "{} {}\n{}",
        mark.span.line, mark.message, mark.because
    ));
    let repair = mark.repairs.first().cloned().unwrap();
    assert_eq!(repair.label, "in_features=48");
    let mended = kindling::edit::Program::new(broken).with_edits(&repair.edits);
    hands.give(Command::Edited { text: mended });
    assert!(hands.diagnostics.is_empty(), "{:?}", hands.diagnostics);
    hands.step(Unit::Iteration);
    assert_eq!(hands.last.status, Status::Paused);
}

#[test]
fn without_a_loop_the_picture_leaves_out_how_the_layers_were_made() {
    let hands = Hands::on(
        "import torch\nfrom torch import nn\nmodel = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(30, 10))\n\
         x = torch.randn(5, 64)\ny = model(x)\n",
    );
    expect![[r#"
        Parameter 0.weight [32, 64] float32
        Parameter 0.bias [32] float32
        Parameter 2.weight [10, 30] float32
        Parameter 2.bias [10] float32
        Op randn [5, 64] float32
        Op model: Sequential > 0: Linear > t (0.weight) [64, 32] float32
        Op model: Sequential > 0: Linear > addmm (0.bias, randn, t) [5, 32] float32
        Op model: Sequential > 1: ReLU > relu (addmm) [5, 32] float32
        Op model: Sequential > 2: Linear > t (2.weight) [30, 10] float32
        Op model: Sequential > 2: Linear > addmm (2.bias, relu, t) []  FAILED
    "#]]
    .assert_eq(&hands.drawn());
}

#[test]
fn an_endless_loop_does_not_keep_the_page_waiting() {
    let mut hands = Hands::on("while True:\n    pass\n");
    assert_eq!(hands.place(), "Ready 1 <module>", "the look ahead ends");
    hands.begin(Command::Run { record: true });
    (0..50).for_each(|_| hands.slice());
    hands.give(Command::Stop);
    assert_eq!(hands.last.status, Status::Interrupted);
}

#[test]
fn a_million_prints_end_the_program_not_the_page() {
    let mut hands = Hands::on("while True:\n    print('x' * 100000)\n");
    hands.give(Command::Run { record: false });
    assert_eq!(hands.last.status, Status::Failed);
    assert!(
        hands.error().contains("printed more than 16 MiB"),
        "{}",
        hands.error()
    );
}

#[test]
fn garbage_is_refused() {
    let mut hands = Hands::on(DIGITS);
    for command in [
        Command::InspectTensor { tensor: u32::MAX },
        Command::Why {
            tensor: 0,
            element: vec![9; 40],
        },
        Command::Act { act: 99 },
        Command::Edit {
            edit: Edit::RemoveLayer { slot: 999 },
        },
        Command::Source {
            file: "/etc/passwd".into(),
        },
        Command::Load {
            name: String::new(),
            text: "x".repeat(2 << 20),
        },
    ] {
        let answer = hands.give(command.clone());
        assert!(
            matches!(answer, Answer::Refused { .. }),
            "{command:?} gives {answer:?}"
        );
    }
    hands.give(Command::Seek { instant: u32::MAX });
    hands.give(Command::Breakpoints {
        lines: vec![Breakpoint {
            line: u32::MAX,
            condition: Some("((".into()),
        }],
    });
    for text in [
        "",
        "\u{0}\u{1}\u{feff}",
        "é = '𝟙'\nprint(é)",
        &"(".repeat(5000),
        &"[".repeat(100_000),
        "\t if x:\n\t\t\t y",
    ] {
        hands.give(Command::Load {
            name: "x.py".into(),
            text: text.into(),
        });
        hands.give(Command::Run { record: true });
        hands.give(Command::Eval { text: text.into() });
        hands.give(Command::Step {
            unit: Unit::Op,
            back: true,
        });
    }
}

/// An edit while the program is paused begins a new run: nothing of the old one is shown as current.
#[test]
fn an_edit_begins_anew() {
    let mut hands = Hands::on(DIGITS);
    hands.steps(Unit::Iteration, 2);
    let run = hands.last.run;
    hands.give(Command::Edited {
        text: DIGITS.replace("lr=0.5", "lr=0.1"),
    });
    assert!(hands.last.run > run);
    assert_eq!(
        (hands.place().as_str(), hands.last.head, hands.losses.len()),
        ("Ready 2 <module>", 0, 0)
    );
}
