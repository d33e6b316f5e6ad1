//! Traps that other playgrounds fell into.

use kindling::session::protocol::*;

use super::hands::*;

/// A run that is under way publishes nothing into the program that replaces it.
#[test]
fn a_replaced_program_gets_no_stale_result() {
    let mut hands = Hands::on(DIGITS);
    hands.begin(Command::Run { record: false });
    (0..30).for_each(|_| hands.slice());
    assert_eq!(hands.last.status, Status::Running);
    hands.give(Command::Load {
        name: "program.py".into(),
        text: "import torch\nx = torch.ones(2)\n".into(),
    });
    assert_eq!(
        (hands.stdout.as_str(), hands.losses.len(), hands.flow.len()),
        ("", 0, 0)
    );
    assert_eq!(hands.place(), "Ready 1 <module>");
    hands.run();
    assert_eq!(hands.stdout, "");
    assert!(hands.losses.is_empty());
}

/// None is not 0: where backward never ran there is no gradient to show.
#[test]
fn no_gradient_is_no_number() {
    let mut hands = Hands::on(DIGITS);
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 2);
    assert!(
        hands
            .parameters
            .iter()
            .all(|p| p.grad == GradState::None && p.gradient.is_none())
    );
    assert!(
        hands
            .progress
            .as_ref()
            .is_some_and(|progress| progress.gradients.is_empty())
    );
    assert!(hands.flow.is_empty());
    for id in hands
        .graph
        .clone()
        .unwrap()
        .nodes
        .iter()
        .map(|node| node.id)
    {
        if let Answer::Node { node } = hands.give(Command::InspectNode { node: id }) {
            assert!(node.gradient.is_none(), "{}", node.title);
        }
    }
}

/// A weight that was edited by hand is what the next forward uses, and its gradient is stale.
#[test]
fn an_edited_weight_makes_its_gradient_stale() {
    let mut hands = Hands::on(LINE);
    hands.step(Unit::Iteration);
    for act in ["forward", "loss", "backward"] {
        hands.act(act);
    }
    hands.eval("with torch.no_grad(): w.fill_(5.0)");
    assert!(hands.grads().starts_with("w Stale"), "{}", hands.grads());
    hands.act("forward");
    hands.act("loss");
    assert_eq!(
        hands.eval("bool(((w * x + b - y) ** 2).mean() == loss)"),
        "True"
    );
}

/// Large ops use up a slice by what they cost: Stop is heard between them.
#[test]
fn a_slice_of_large_ops_ends() {
    let mut hands = Hands::on(
        "import torch\nx = torch.ones(100, 100)\nn = 0\nwhile n < 10**9:\n    y = x @ x\n    n += 1\n",
    );
    hands.begin(Command::Run { record: false });
    // As many instructions as the page gives at most: without their cost these would be tens of thousands of products.
    let update = hands.session.slice(400_000);
    assert!(update.is_some_and(|update| update.status == Status::Running));
    hands.give(Command::Pause);
    let turns: i64 = hands.eval("n").parse().unwrap();
    assert!((1..100).contains(&turns), "{turns} products in one slice");
}

/// Files of the learner can be read, and what the program writes can be fetched; a restart begins with the given ones.
#[test]
fn files_come_and_go() {
    let mut hands = Hands::on(
        "text = open('data.csv').read()\nwith open('out.txt', 'w') as f:\n    f.write(text.upper())\n",
    );
    assert!(!hands.diagnostics.is_empty(), "there is no such file yet");
    hands.give(Command::AddFile {
        name: "data.csv".into(),
        bytes: b"a,b".to_vec(),
    });
    assert!(hands.diagnostics.is_empty(), "{:?}", hands.diagnostics);
    let names = |hands: &Hands| {
        hands
            .files
            .iter()
            .map(|file| (file.name.clone(), file.bytes, file.given))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(&hands),
        [("data.csv".to_string(), 3, true)],
        "what the look ahead wrote is gone"
    );
    hands.run();
    assert_eq!(hands.error(), "");
    assert_eq!(
        names(&hands),
        [
            ("data.csv".to_string(), 3, true),
            ("out.txt".to_string(), 3, false)
        ]
    );
    let answer = hands.give(Command::File {
        name: "out.txt".into(),
    });
    assert_eq!(
        answer,
        Answer::File {
            name: "out.txt".into(),
            bytes: b"A,B".to_vec()
        }
    );
    hands.give(Command::Restart);
    assert_eq!(names(&hands), [("data.csv".to_string(), 3, true)]);
    for name in ["", "../x", "/etc/passwd"] {
        let answer = hands.give(Command::AddFile {
            name: name.into(),
            bytes: Vec::new(),
        });
        assert!(matches!(answer, Answer::Refused { .. }), "{name}");
    }
}
