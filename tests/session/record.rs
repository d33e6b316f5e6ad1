//! What is read from the record: graph, hints, values, gradients, flow, why.

use expect_test::expect;
use kindling::session::protocol::*;

use super::hands::*;

#[test]
fn the_graph_is_there_before_anything_has_run() {
    let hands = Hands::on(DIGITS);
    assert_eq!(hands.place(), "Ready 2 <module>");
    assert!(hands.graph.as_ref().is_some_and(|graph| graph.dry));
    expect![[r#"
        Data images [1797, 64] float32
        Parameter 0.weight [32, 64] float32
        Parameter 0.bias [32] float32
        Parameter 2.weight [10, 32] float32
        Parameter 2.bias [10] float32
        Data labels [1797] int64
        Op randint [64] int64
        Op index (images, randint) [64, 64] float32
        Op model: Sequential > 0: Linear > t (0.weight) [64, 32] float32
        Op model: Sequential > 0: Linear > addmm (0.bias, index, t) [64, 32] float32
        Op model: Sequential > 1: ReLU > relu (addmm) [64, 32] float32
        Op model: Sequential > 2: Linear > t (2.weight) [32, 10] float32
        Op model: Sequential > 2: Linear > addmm (2.bias, relu, t) [64, 10] float32
        Op index (labels, randint) [64] int64
        Op loss_fn: CrossEntropyLoss > cross_entropy > log_softmax (addmm) [64, 10] float32
        Loss loss_fn: CrossEntropyLoss > cross_entropy > nll_loss (log_softmax, index) [] float32
        Update step: SGD > SGD 0.weight (0.weight) [32, 64] float32
        Update step: SGD > SGD 0.bias (0.bias) [32] float32
        Update step: SGD > SGD 2.weight (2.weight) [10, 32] float32
        Update step: SGD > SGD 2.bias (2.bias) [10] float32
    "#]]
    .assert_eq(&hands.drawn());
    let hints: Vec<String> = hands
        .hints
        .iter()
        .map(|hint| format!("{} {}", hint.line, hint.text))
        .collect();
    expect![[r#"
        10 images [1797, 64] float32
        11 labels [1797] int64
        23 batch [64] int64
        24 logits [64, 10] float32
        25 loss [] float32 2.3138"#]]
    .assert_eq(&hints.join("\n"));
    assert_eq!(hands.stdout, "", "the look ahead prints nothing");
}

#[test]
fn the_graph_of_own_modules_and_hand_written_formulas() {
    expect![[r#"
        Parameter 0.weight [24, 1] float32
        Parameter 0.bias [24] float32
        Data x [60, 1] float32
        Parameter 2.weight [1, 24] float32
        Parameter 2.bias [1] float32
        Data y [60, 1] float32
        Op model: Sequential > 0: Linear > t (0.weight) [1, 24] float32
        Op model: Sequential > 0: Linear > addmm (0.bias, x, t) [60, 24] float32
        Op model: Sequential > 1: Tanh > tanh (addmm) [60, 24] float32
        Op model: Sequential > 2: Linear > t (2.weight) [24, 1] float32
        Op model: Sequential > 2: Linear > addmm (2.bias, tanh, t) [60, 1] float32
        Loss loss_fn: MSELoss > mse_loss (addmm, y) [] float32
        Update step: Adam > Adam 0.weight (0.weight) [24, 1] float32
        Update step: Adam > Adam 0.bias (0.bias) [24] float32
        Update step: Adam > Adam 2.weight (2.weight) [1, 24] float32
        Update step: Adam > Adam 2.bias (2.bias) [1] float32
    "#]]
    .assert_eq(&Hands::on(OWN_LOSS).drawn());
    expect![[r#"
        Parameter w [] float32
        Data x [50] float32
        Parameter b [] float32
        Data y [50] float32
        Op mul (w, x) [50] float32
        Op add (mul, b) [50] float32
        Op sub (add, y) [50] float32
        Op pow (sub) [50] float32
        Loss mean (pow) [] float32
        Update sub_ w (w) [] float32
        Update sub_ b (b) [] float32
    "#]]
    .assert_eq(&Hands::on(LINE).drawn());
}

/// The picture does not jump: the real iteration has the node numbers of the dry one.
#[test]
fn nodes_keep_their_numbers() {
    let mut hands = Hands::on(DIGITS);
    let ids = |hands: &Hands| {
        let graph = hands.graph.clone().unwrap();
        graph
            .nodes
            .iter()
            .map(|node| (node.id, node.label.clone(), node.group))
            .collect::<Vec<_>>()
    };
    let dry = ids(&hands);
    hands.steps(Unit::Iteration, 2);
    assert_eq!(ids(&hands), dry);
    hands.step(Unit::Iteration);
    assert_eq!(ids(&hands), dry);
}

#[test]
fn values_and_gradients_at_any_instant() {
    let mut hands = Hands::on(LINE);
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 3);
    let after_backward = hands.last.cursor;
    let grad = hands.eval("w.grad.item()");
    hands.steps(Unit::Iteration, 2);
    hands.give(Command::Seek {
        instant: after_backward,
    });
    let w = hands
        .parameters
        .iter()
        .find(|p| p.name == "w")
        .unwrap()
        .clone();
    assert_eq!(w.grad, GradState::Fresh);
    let Answer::Tensor { tensor } = hands.give(Command::InspectTensor {
        tensor: w.gradient.unwrap(),
    }) else {
        panic!()
    };
    assert_eq!(tensor.data, [grad.parse::<f64>().unwrap()]);
    let Answer::Tensor { tensor } = hands.give(Command::InspectTensor { tensor: w.value }) else {
        panic!()
    };
    assert_eq!(tensor.data, [0.0], "the weight as it was then");
}

#[test]
fn nodes_are_inspected_with_card_values_and_gradients() {
    let mut hands = Hands::on(DIGITS);
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 5);
    let graph = hands.graph.clone().unwrap();
    let addmm = graph
        .nodes
        .iter()
        .find(|node| matches!(node.label.as_str(), "addmm" | "linear"))
        .unwrap();
    let Answer::Node { node } = hands.give(Command::InspectNode { node: addmm.id }) else {
        panic!()
    };
    let inputs: Vec<_> = node
        .inputs
        .iter()
        .map(|i| {
            (
                i.name.as_str(),
                i.tensor.shape.clone(),
                i.gradient.is_some(),
            )
        })
        .collect();
    expect![[r#"[("input", [32], true), ("mat1", [64, 64], false), ("mat2", [64, 32], true)]"#]]
        .assert_eq(&format!("{inputs:?}"));
    assert!(
        node.card
            .is_some_and(|card| card.formula.contains("mat1") || !card.formula.is_empty())
    );
    assert_eq!(
        node.output.as_ref().map(|t| t.shape.clone()),
        Some(vec![64, 32])
    );
    assert_eq!(
        node.gradient.as_ref().map(|t| t.shape.clone()),
        Some(vec![64, 32])
    );
    let weight = graph
        .nodes
        .iter()
        .find(|node| node.label == "0.weight")
        .unwrap();
    let Answer::Node { node } = hands.give(Command::InspectNode { node: weight.id }) else {
        panic!()
    };
    assert_eq!(node.grad_state, Some(GradState::Fresh));
    // An unknown node is refused.
    assert!(matches!(
        hands.give(Command::InspectNode { node: 987_654 }),
        Answer::Refused { .. }
    ));
}

#[test]
fn why_is_this_number_this() {
    let mut hands = Hands::on(
        "import torch\na = torch.tensor([[1., 2.], [3., 4.]])\nb = torch.tensor([[5., 6.], [7., 8.]])\nc = a @ b\nd = c.sum(dim=0)\ne = d + 1\n",
    );
    hands.run();
    let mut said = String::new();
    for (name, element) in [("c", vec![1, 0]), ("d", vec![1]), ("e", vec![0])] {
        let key = hands
            .variables
            .iter()
            .find(|v| v.name == name)
            .and_then(|v| v.tensor)
            .unwrap();
        let Answer::Why { why } = hands.give(Command::Why {
            tensor: key,
            element,
        }) else {
            panic!()
        };
        let sources: Vec<_> = why
            .sources
            .iter()
            .map(|s| format!("{} {:?}", s.name, s.elements))
            .collect();
        said += &format!("{name}: {} from {}\n", why.formula, sources.join(" and "));
    }
    expect![[r#"
        c: 43 = 3\cdot 5 + 4\cdot 7 from a [[1, 0], [1, 1]] and b [[0, 0], [1, 0]]
        d: 72 = 22 + 50 from c [[0, 1], [1, 1]]
        e: 63 = \operatorname{add}(62,\; \text{other=1}) from d [[0]]
    "#]]
    .assert_eq(&said);
}

#[test]
fn gradient_flow_names_what_is_wrong() {
    let mut hands = Hands::on(
        "import torch
w = torch.ones(3, requires_grad=True)
cut = torch.ones(3, requires_grad=True)
unused = torch.ones(3, requires_grad=True)
for step in range(2):
    kept = w * 2
    lost = (cut * 3).detach()
    loss = (kept + lost).sum()
    loss.backward()
",
    );
    hands.run();
    let last = hands.flow.last().unwrap();
    let said: Vec<String> = last
        .bars
        .iter()
        .map(|bar| {
            format!(
                "{} |w| {:.3} |g| {:?} {:?}",
                bar.name,
                bar.weight_norm,
                bar.grad_norm,
                bar.verdict.as_ref().map(|v| &v.says)
            )
        })
        .collect();
    expect![[r#"
        w |w| 1.732 |g| Some(6.928203230275509) None
        cut |w| 1.732 |g| None Some("`cut.grad` is None: `detach` in line 7 cuts the way back; nothing before it gets a gradient.")
        unused |w| 1.732 |g| None Some("`unused.grad` is None: `unused` took no part in this loss.")"#]].assert_eq(&said.join("\n"));
}

/// A long recorded run holds its budget, says what it let go of, and keeps the numbers.
#[test]
fn the_record_is_bounded() {
    let text = "import torch
w = torch.ones(300000, requires_grad=True)
for step in range(80):
    y = w * 2
    loss = (y * y).mean()
    loss.backward()
    w.grad = None
print(loss.item())
";
    let mut hands = Hands::on(text);
    hands.run();
    assert_eq!(hands.last.status, Status::Finished);
    assert!(
        hands
            .thinned
            .as_ref()
            .is_some_and(|words| words.contains("every")),
        "{:?}",
        hands.thinned
    );
    let timeline = hands.timeline.clone().unwrap();
    assert!(
        timeline
            .iterations
            .iter()
            .any(|iteration| !iteration.recorded)
    );
    assert!(
        timeline
            .iterations
            .iter()
            .rev()
            .take(3)
            .all(|iteration| iteration.recorded)
    );
    let gone = timeline
        .iterations
        .iter()
        .find(|iteration| !iteration.recorded)
        .unwrap();
    hands.give(Command::Seek { instant: gone.from });
    assert!(
        hands.last.cursor > 0,
        "a seek into what is gone leads to what is near"
    );
}

/// Step by op into backward: each gradient shows in the flow as it arrives, and none before.
#[test]
fn gradients_flow_in_one_by_one() {
    let mut hands = Hands::on(DIGITS);
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 4);
    assert!(
        hands.flow.is_empty(),
        "no backward has run: {:?}",
        hands.flow
    );
    let mut said = String::new();
    for _ in 0..11 {
        hands.step(Unit::Op);
        let sample = hands.flow.last().cloned();
        let bars = sample.iter().flat_map(|sample| &sample.bars);
        let arrived: Vec<_> = bars
            .filter(|bar| bar.grad_norm.is_some())
            .map(|bar| (bar.name.as_str(), bar.verdict.is_some()))
            .collect();
        said += &format!(
            "{} {arrived:?}\n",
            sample.as_ref().is_some_and(|sample| sample.done)
        );
    }
    expect![[r#"
        false []
        false []
        false []
        false [("2.bias", false)]
        false [("2.bias", false)]
        false [("2.weight", false), ("2.bias", false)]
        false [("2.weight", false), ("2.bias", false)]
        false [("2.weight", false), ("2.bias", false)]
        false [("0.bias", false), ("2.weight", false), ("2.bias", false)]
        false [("0.bias", false), ("2.weight", false), ("2.bias", false)]
        false [("0.weight", false), ("0.bias", false), ("2.weight", false), ("2.bias", false)]
    "#]]
    .assert_eq(&said);
    hands.step(Unit::Phase);
    let done: Vec<_> = hands
        .flow
        .iter()
        .map(|s| (s.pass, s.done, s.iteration))
        .collect();
    assert_eq!(done, [(1, true, 0)]);
}

/// However backward was come to, one is enough for flow and loss.
#[test]
fn one_backward_fills_flow_and_loss() {
    let ways: [fn(&mut Hands); 4] = [
        |hands| {
            hands.steps(Unit::Phase, 5);
        },
        |hands| {
            hands.steps(Unit::Line, 5);
        },
        |hands| {
            for act in ["data", "forward", "loss", "zero_grad", "backward"] {
                hands.act(act);
            }
        },
        |hands| {
            for act in ["data", "forward", "loss"] {
                hands.act(act);
            }
            hands.act("backward");
        },
    ];
    for way in ways {
        let mut hands = Hands::on(DIGITS);
        hands.step(Unit::Iteration);
        way(&mut hands);
        let losses: Vec<_> = hands
            .losses
            .iter()
            .map(|loss| (loss.iteration, loss.name.as_str()))
            .collect();
        assert_eq!(losses, [(0, "loss")]);
        let sample = hands.flow.last().expect("a sample of flow");
        assert_eq!(
            (sample.iteration, sample.done, sample.bars.len()),
            (0, true, 4)
        );
        assert!(
            sample
                .bars
                .iter()
                .all(|bar| bar.grad_norm.is_some_and(|norm| norm > 0.0))
        );
    }
}

/// What the real run does takes the place of the trial run as soon as it does something.
#[test]
fn the_graph_is_of_the_run_once_there_is_one() {
    let mut hands = Hands::on(DIGITS);
    hands.steps(Unit::Iteration, 1);
    let dry = |hands: &Hands| {
        hands
            .graph
            .as_ref()
            .map(|graph| (graph.dry, graph.iteration))
    };
    assert_eq!(dry(&hands), Some((true, Some(0))));
    let nodes = hands.graph.as_ref().map(|graph| graph.nodes.len());
    hands.steps(Unit::Op, 2);
    assert_eq!(dry(&hands), Some((false, Some(0))));
    assert_eq!(
        hands.graph.as_ref().map(|graph| graph.nodes.len()),
        nodes,
        "what is to come stays drawn"
    );
    hands.step(Unit::Iteration).step(Unit::Line);
    assert_eq!(dry(&hands), Some((false, Some(1))));
}

/// At full speed each loss has the iteration that it has in a recorded run, from wherever the run began.
#[test]
fn losses_at_full_speed_have_their_iteration() {
    for text in [DIGITS.replace("range(200)", "range(30)"), LINE.to_string()] {
        let mut recorded = Hands::on(&text);
        recorded.run();
        for phases in 0..7 {
            let mut fast = Hands::on(&text);
            if phases > 0 {
                fast.step(Unit::Iteration).steps(Unit::Phase, phases);
            }
            fast.give(Command::Run { record: false });
            assert_eq!(fast.losses, recorded.losses, "from {phases} phases on");
        }
    }
}
