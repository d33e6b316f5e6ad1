//! Runs at full speed: what is recorded of them in passing, and what the picture is when they stop.

use expect_test::expect;
use kindling::session::protocol::*;

use super::hands::*;

const FAST: Command = Command::Run { record: false };

fn digits(iterations: u32) -> String {
    DIGITS.replace("range(200)", &format!("range({iterations})"))
}

/// Every number that the picture shows: of each node its value and its gradient.
fn numbers(hands: &mut Hands) -> String {
    let mut said = String::new();
    for node in hands.graph.clone().unwrap().nodes {
        let Answer::Node { node: view } = hands.give(Command::InspectNode { node: node.id }) else {
            panic!("{} has no value", node.label)
        };
        let data = |tensor: &Option<TensorView>| tensor.as_ref().map(|tensor| tensor.data.clone());
        said += &format!(
            "{} {:?} {:?} {:?}\n",
            node.label,
            data(&view.output),
            data(&view.gradient),
            view.grad_state
        );
    }
    said
}

/// All that the page shows of a run, but for what only a whole record has.
fn shown(hands: &mut Hands) -> String {
    let graph = hands.graph.clone().unwrap();
    let progress = hands.progress.clone().unwrap();
    let last = hands.flow.last().unwrap();
    let flow = (last.iteration, last.done, format!("{:?}", last.bars));
    assert_eq!(
        hands.last.cursor, hands.last.head,
        "it looks at the present"
    );
    let numbers = numbers(hands);
    format!(
        "{} {} {}\n{:?} {:?} {}\n{}{:?} {:?} {:?}\n{flow:?}\n{:?} {}\n{}{}",
        hands.place(),
        hands.error(),
        hands.stdout,
        graph.dry,
        graph.iteration,
        hands.drawn(),
        hands.grads(),
        progress.forward_done,
        progress.backward_done,
        progress.freed,
        hands.losses,
        hands.console,
        numbers,
        hands
            .variables
            .iter()
            .map(|v| format!("{} {}\n", v.name, v.text))
            .collect::<String>(),
    )
}

fn check(text: &str, breakpoint: Option<Breakpoint>) -> Hands {
    let (mut recorded, mut fast) = (Hands::on(text), Hands::on(text));
    for (hands, record) in [(&mut recorded, true), (&mut fast, false)] {
        let lines = breakpoint.iter().cloned().collect();
        hands.give(Command::Breakpoints { lines });
        hands.give(Command::Run { record });
    }
    assert_eq!(shown(&mut fast), shown(&mut recorded));
    assert!(!fast.graph.as_ref().unwrap().dry);
    fast
}

#[test]
fn a_short_run_shows_its_last_iteration_as_if_recorded() {
    let hands = check(&digits(30).replace("print(f\"accuracy", "#"), None);
    assert_eq!(hands.graph.unwrap().iteration, Some(29));
    check(LINE, None);
    check(&digits(2), None);
    check(
        "import torch\nx = torch.ones(2, requires_grad=True)\ny = (x * 2).sum()\ny.backward()\n",
        None,
    );
}

#[test]
fn a_breakpoint_at_full_speed_has_the_picture_of_its_iteration() {
    let line = 1 + digits(30)
        .lines()
        .position(|line| line.contains("zero_grad"))
        .unwrap() as u32;
    let breakpoint = Breakpoint {
        line,
        condition: Some("step == 17".into()),
    };
    let mut hands = check(&digits(30), Some(breakpoint));
    assert_eq!(hands.graph.as_ref().unwrap().iteration, Some(17));
    assert_eq!(hands.place(), format!("Paused {line} <module>"));
    // What was before in this iteration can be looked at, and the run goes on.
    hands.back(Unit::Op);
    assert!(hands.last.cursor < hands.last.head);
    hands.step(Unit::Iteration);
    assert_eq!(hands.eval("step"), "18");
}

#[test]
fn an_error_at_full_speed_is_drawn_where_it_happened() {
    let text = digits(30).replace(
        "    logits = model(images[batch])",
        "    logits = model(images[batch][:, : 64 - step // 7])",
    );
    assert_ne!(text, digits(30));
    let (mut recorded, mut fast) = (Hands::on(&text), Hands::on(&text));
    recorded.run();
    fast.give(FAST);
    assert_eq!(fast.error(), recorded.error());
    assert!(
        fast.error()
            .contains("shapes cannot be multiplied (64x63 and 64x32)"),
        "{}",
        fast.error()
    );
    assert!(fast.drawn().contains("FAILED"));
    assert_eq!(fast.drawn(), recorded.drawn());
    assert_eq!(fast.graph.unwrap().iteration, Some(7));
    assert_eq!(fast.console, recorded.console);
}

/// Products that cost many instructions: long enough not to be run again.
const LONG: &str = "import torch
torch.manual_seed(0)
w = torch.randn(200, 200, requires_grad=True)
x = torch.randn(200, 200)
for step in range(120):
    loss = ((x @ w) ** 2).mean()
    loss.backward()
    with torch.no_grad():
        w -= 0.1 * w.grad
    w.grad = None
";

#[test]
fn of_a_long_run_an_iteration_now_and_then_is_recorded() {
    let mut hands = Hands::on(LONG);
    hands.give(FAST);
    assert_eq!(hands.last.status, Status::Finished);
    assert_eq!(hands.last.cursor, hands.last.head);
    let graph = hands.graph.clone().unwrap();
    assert!(!graph.dry);
    let at = graph.iteration.unwrap();
    assert!((60..120).contains(&at), "the picture is of iteration {at}");
    // What it shows is what that iteration was.
    let mut recorded = Hands::on(LONG);
    recorded.run();
    let loss = recorded.losses[at as usize].value;
    let node = graph
        .nodes
        .iter()
        .find(|node| node.kind == NodeKind::Loss)
        .unwrap();
    let Answer::Node { node } = hands.give(Command::InspectNode { node: node.id }) else {
        panic!()
    };
    assert_eq!(node.output.unwrap().data, [loss]);
    assert_eq!(hands.losses, recorded.losses);
    let iterations: Vec<u32> = hands.flow.iter().map(|sample| sample.iteration).collect();
    assert!(
        iterations.len() > 1 && iterations.is_sorted(),
        "{iterations:?}"
    );
    for sample in &hands.flow {
        let same = recorded
            .flow
            .iter()
            .find(|other| other.iteration == sample.iteration)
            .unwrap();
        assert_eq!(sample.bars, same.bars);
    }
    assert_eq!(hands.thinned, None, "nothing was let go of");
    // The parameters are those at the end.
    let value = |hands: &mut Hands| {
        let key = hands.parameters[0].value;
        let Answer::Tensor { tensor } = hands.give(Command::InspectTensor { tensor: key }) else {
            panic!()
        };
        tensor.data
    };
    assert_eq!(value(&mut hands), value(&mut recorded));
    expect!["w None"].assert_eq(&hands.grads());
    assert!(
        hands
            .variables
            .iter()
            .any(|v| v.name == "step" && v.text == "119"),
        "{:?}",
        hands.variables
    );
}

/// From a recorded iteration of a run at full speed on, things can be done otherwise: the run is repeated up to there.
#[test]
fn a_recorded_iteration_of_a_fast_run_can_be_gone_back_to() {
    let mut hands = Hands::on(LONG);
    hands.give(FAST);
    let samples = hands.flow.clone();
    for sample in samples.iter().rev().take(2) {
        hands.give(Command::Seek {
            instant: sample.instant,
        });
        assert_eq!(hands.eval("step"), sample.iteration.to_string());
        hands = Hands::on(LONG);
        hands.give(FAST);
    }
}

#[test]
fn a_pause_shows_the_iteration_that_has_just_ended() {
    let mut hands = Hands::on(&LONG.replace("120", "100000"));
    for slices in [700, 5, 64] {
        hands.begin(FAST);
        (0..slices).for_each(|_| hands.slice());
        hands.give(Command::Pause);
        assert_eq!(hands.place(), "Paused 6 <module>");
        let step: u32 = hands
            .variables
            .iter()
            .find(|v| v.name == "step")
            .unwrap()
            .text
            .parse()
            .unwrap();
        assert_eq!(hands.graph.as_ref().unwrap().iteration, Some(step));
        assert_eq!(hands.flow.last().unwrap().iteration, step - 1);
        assert_eq!(hands.losses.len() as u32, step);
        hands.back(Unit::Op);
        assert_eq!(
            hands
                .variables
                .iter()
                .find(|v| v.name == "step")
                .unwrap()
                .text
                .parse(),
            Ok(step - 1)
        );
    }
    // It is a place as any other: what is asked here is answered, and going back to it repeats the run.
    let (head, step) = (hands.last.head, hands.eval("step"));
    hands.give(Command::Seek { instant: head });
    assert_eq!(hands.eval("[step, step]"), format!("[{step}, {step}]"));
}

#[test]
fn a_program_without_a_training_pauses_at_once() {
    let mut hands = Hands::on("n = 0\nwhile True:\n    n += 1\n");
    hands.begin(FAST);
    (0..200).for_each(|_| hands.slice());
    hands.give(Command::Pause);
    assert_eq!(hands.last.status, Status::Paused);
    hands.begin(FAST);
    (0..200).for_each(|_| hands.slice());
    hands.give(Command::Stop);
    assert_eq!(hands.last.status, Status::Interrupted);
}

/// What `.grad` holds is counted with and without a record.
#[test]
fn gradients_that_came_without_a_record_are_known() {
    let mut hands = Hands::on(&digits(30));
    hands.step(Unit::Iteration);
    hands.give(FAST);
    expect!["0.weight Stale, 0.bias Stale, 2.weight Stale, 2.bias Stale"].assert_eq(&hands.grads());
    // Never set to zero, in a run that is too long to be repeated.
    let piling = LONG
        .replace("    w.grad = None\n", "")
        .replace("w -= 0.1 * w.grad", "pass");
    let mut hands = Hands::on(&piling);
    hands.give(FAST);
    expect!["w Accumulated { times: 120 }"].assert_eq(&hands.grads());
    let mut hands = Hands::on(&piling.replace("        pass", "        w.grad.zero_()"));
    hands.give(FAST);
    expect!["w Zero"].assert_eq(&hands.grads());
    let mut hands = Hands::on(&LONG.replace("    w.grad = None\n", ""));
    hands.give(FAST);
    expect!["w Stale"].assert_eq(&hands.grads());
}
