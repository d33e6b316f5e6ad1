//! Steps of each unit, forward and back.

use expect_test::{Expect, expect};
use kindling::session::protocol::*;

use super::hands::*;

/// Where each of so many steps leads.
fn check(text: &str, unit: Unit, count: usize, expected: Expect) {
    let mut hands = Hands::on(text);
    let mut places = vec![hands.place()];
    for _ in 0..count {
        hands.step(unit);
        places.push(hands.place());
    }
    expected.assert_eq(&(places.join("\n") + "\n"));
}

const CALLS: &str = "\
def double(x):
    y = x * 2
    return y

a = double(1)
b = double(a)
print(a, b)
";

#[test]
fn lines_over_into_and_out() {
    check(
        CALLS,
        Unit::Line,
        5,
        expect![[r#"
        Ready 1 <module>
        Paused 5 <module>
        Paused 6 <module>
        Paused 7 <module>
        Finished
        Finished
    "#]],
    );
    check(
        CALLS,
        Unit::Into,
        9,
        expect![[r#"
        Ready 1 <module>
        Paused 5 <module>
        Paused 2 double
        Paused 3 double
        Paused 6 <module>
        Paused 2 double
        Paused 3 double
        Paused 7 <module>
        Finished
        Finished
    "#]],
    );
    let mut hands = Hands::on(CALLS);
    hands.steps(Unit::Into, 3).step(Unit::Out);
    expect!["Paused 6 <module>"].assert_eq(&hands.place());
}

#[test]
fn phases_and_iterations_of_digits() {
    check(
        DIGITS,
        Unit::Phase,
        9,
        expect![[r#"
        Ready 2 <module>
        Paused 23 <module>
        Paused 24 <module>
        Paused 25 <module>
        Paused 26 <module>
        Paused 27 <module>
        Paused 28 <module>
        Paused 23 <module>
        Paused 24 <module>
        Paused 25 <module>
    "#]],
    );
    check(
        DIGITS,
        Unit::Iteration,
        3,
        expect![[r#"
        Ready 2 <module>
        Paused 23 <module>
        Paused 23 <module>
        Paused 23 <module>
    "#]],
    );
}

#[test]
fn back_is_the_same_way() {
    for (text, unit, count) in [
        (CALLS, Unit::Line, 2),
        (CALLS, Unit::Into, 6),
        (DIGITS, Unit::Line, 14),
        (LINE, Unit::Op, 30),
        (LINE, Unit::Phase, 12),
        (LINE, Unit::Iteration, 3),
        (OWN_LOSS, Unit::Op, 40),
        (DIGITS, Unit::Op, 45),
        (DIGITS, Unit::Phase, 14),
    ] {
        let mut hands = Hands::on(text);
        hands.step(unit);
        let mut there = vec![(hands.place(), hands.last.cursor)];
        for _ in 0..count {
            hands.step(unit);
            there.push((hands.place(), hands.last.cursor));
        }
        let printed = hands.stdout.clone();
        for (place, cursor) in there.iter().rev().skip(1) {
            hands.back(unit);
            assert_eq!(
                (&hands.place(), &hands.last.cursor),
                (place, cursor),
                "back by {unit:?}"
            );
        }
        for (place, cursor) in there.iter().skip(1) {
            hands.step(unit);
            assert_eq!(
                (&hands.place(), &hands.last.cursor),
                (place, cursor),
                "forward again by {unit:?}"
            );
        }
        assert_eq!(hands.stdout, printed, "walking the record ran the program");
    }
}

/// Op by op through an iteration of digits: forward, then backward in reverse, then what it does to `.grad`.
#[test]
fn ops_of_an_iteration() {
    let mut hands = Hands::on(DIGITS);
    hands.step(Unit::Iteration);
    let mut said = String::new();
    while hands
        .timeline
        .as_ref()
        .is_none_or(|timeline| timeline.iterations.len() < 2)
        && said.len() < 20_000
    {
        hands.step(Unit::Op);
        let progress = hands.progress.clone().unwrap_or_default();
        let node = progress.now.map(|id| hands.node(id)).unwrap_or_default();
        let way = if progress.backward { "<-" } else { "->" };
        said += &format!("{way} {node}: {}\n", progress.says.unwrap_or_default());
    }
    expect![[r#"
        -> randint: `randint` makes [64]
        -> index: `index`: [1797, 64], [64] → [64, 64]
        -> t: `t`: [32, 64] → [64, 32]
        -> addmm: `addmm`: [32], [64, 64], [64, 32] → [64, 32]
        -> relu: `relu`: [64, 32] → [64, 32]
        -> t: `t`: [10, 32] → [32, 10]
        -> addmm: `addmm`: [10], [64, 32], [32, 10] → [64, 10]
        -> index: `index`: [1797], [64] → [64]
        -> log_softmax: `log_softmax`: [64, 10] → [64, 10]
        -> nll_loss: `nll_loss`: [64, 10], [64] → []
        <- nll_loss: `NllLossBackward0`: the gradient [] of its output becomes [64, 10] for its input.
        <- log_softmax: `LogSoftmaxBackward0`: the gradient [64, 10] of its output becomes [64, 10] for its input.
        <- addmm: `AddmmBackward0`: the gradient [64, 10] of its output becomes [10] and [64, 32] and [32, 10] for its inputs.
        <- 2.bias: `2.bias.grad` was None; now it holds this gradient.
        <- t: `TBackward0`: the gradient [32, 10] of its output becomes [10, 32] for its input.
        <- 2.weight: `2.weight.grad` was None; now it holds this gradient.
        <- relu: `ReluBackward0`: the gradient [64, 32] of its output becomes [64, 32] for its input.
        <- addmm: `AddmmBackward0`: the gradient [64, 32] of its output becomes [32] and [64, 32] for its inputs.
        <- 0.bias: `0.bias.grad` was None; now it holds this gradient.
        <- t: `TBackward0`: the gradient [64, 32] of its output becomes [32, 64] for its input.
        <- 0.weight: `0.weight.grad` was None; now it holds this gradient.
        -> SGD 0.weight: `SGD` has moved `0.weight`: each number by 0.001736 on average, by 0.01613 at most.
        -> SGD 0.bias: `SGD` has moved `0.bias`: each number by 0.004182 on average, by 0.01221 at most.
        -> SGD 2.weight: `SGD` has moved `2.weight`: each number by 0.003260 on average, by 0.03140 at most.
        -> SGD 2.bias: `SGD` has moved `2.bias`: each number by 0.01776 on average, by 0.03708 at most.
        -> randint: `randint` makes [64]
    "#]].assert_eq(&said);
}

#[test]
fn stops_at_breakpoints() {
    let mut hands = Hands::on(LINE);
    hands.give(Command::Breakpoints {
        lines: vec![Breakpoint {
            line: 17,
            condition: None,
        }],
    });
    for record in [true, false, false] {
        hands.give(Command::Run { record });
        assert_eq!(hands.place(), "Paused 17 <module>");
    }
    assert_eq!(hands.eval("step"), "2");
    hands.give(Command::Breakpoints {
        lines: vec![Breakpoint {
            line: 17,
            condition: Some("step == 7".into()),
        }],
    });
    hands.give(Command::Run { record: true });
    assert_eq!(hands.eval("step"), "7");
}

#[test]
fn pauses_and_stops() {
    let mut hands = Hands::on("n = 0\nwhile True:\n    n += 1\n");
    hands.begin(Command::Run { record: false });
    (0..20).for_each(|_| hands.slice());
    assert_eq!(hands.last.status, Status::Running);
    hands.give(Command::Pause);
    assert_eq!(hands.last.status, Status::Paused);
    assert!(hands.eval("n > 10") == "True");
    hands.begin(Command::Run { record: true });
    (0..20).for_each(|_| hands.slice());
    hands.give(Command::Stop);
    assert_eq!(
        (hands.last.status, hands.error().as_str()),
        (Status::Interrupted, "KeyboardInterrupt: ")
    );
}

#[test]
fn stop_raises_keyboard_interrupt_where_the_program_is() {
    let text = "n = 0\ntry:\n    while True:\n        n += 1\nexcept KeyboardInterrupt:\n    print('saved')\nfinally:\n    print('closed')\nprint('over')\n";
    let mut hands = Hands::on(text);
    hands.begin(Command::Run { record: false });
    (0..20).for_each(|_| hands.slice());
    hands.give(Command::Stop);
    assert_eq!(hands.last.status, Status::Finished);
    assert_eq!(hands.stdout, "saved\nclosed\nover\n");

    let mut hands = Hands::on("def work():\n    while True:\n        pass\nwork()\n");
    hands.begin(Command::Run { record: true });
    (0..20).for_each(|_| hands.slice());
    hands.give(Command::Stop);
    assert_eq!(hands.last.status, Status::Interrupted);
    let places: Vec<&str> = hands
        .console
        .lines()
        .filter(|line| line.contains("in "))
        .map(str::trim)
        .collect();
    assert!(
        matches!(places[..], [outer, inner]
            if outer.ends_with("line 4, in <module>") && inner.ends_with("in work")),
        "{}",
        hands.console
    );
}

#[test]
fn a_second_stop_ends_what_catches_the_first() {
    let text = "while True:\n    try:\n        while True:\n            pass\n    except KeyboardInterrupt:\n        print('no')\n";
    let mut hands = Hands::on(text);
    hands.begin(Command::Run { record: false });
    (0..20).for_each(|_| hands.slice());
    hands.begin(Command::Stop);
    (0..20).for_each(|_| hands.slice());
    assert_eq!(
        (hands.last.status, hands.stdout.as_str()),
        (Status::Running, "no\n")
    );
    hands.give(Command::Stop);
    assert_eq!(hands.last.status, Status::Interrupted);
    assert!(
        hands
            .error()
            .contains("Stopped again, it was ended in line"),
        "{}",
        hands.error()
    );
    // Restarted, it is asked before it is ended, as at first.
    hands.begin(Command::Restart);
    hands.begin(Command::Run { record: false });
    (0..20).for_each(|_| hands.slice());
    hands.begin(Command::Stop);
    (0..20).for_each(|_| hands.slice());
    assert_eq!(hands.last.status, Status::Running);
}
