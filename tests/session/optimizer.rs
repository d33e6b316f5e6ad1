//! The optimizer opened: what a step did to each parameter, and what the next one would do.

use expect_test::expect;
use kindling::session::protocol::*;

use super::hands::*;

/// Two parameters, three steps, numbers that PyTorch gives.
fn training(optimizer: &str) -> String {
    format!(
        "import torch
w = torch.tensor([1.0, -2.0], requires_grad=True)
b = torch.tensor(0.5, requires_grad=True)
optimizer = {optimizer}
for step in range(3):
    loss = ((w * torch.tensor([3.0, 1.0])).sum() + b) ** 2
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
"
    )
}

fn node(hands: &mut Hands, label: &str) -> NodeView {
    let graph = hands.graph.clone().unwrap();
    let found = graph.nodes.iter().find(|node| node.label == label);
    let node = found.unwrap_or_else(|| {
        panic!(
            "no node {label} in {:?}",
            graph.nodes.iter().map(|n| &n.label).collect::<Vec<_>>()
        )
    });
    match hands.give(Command::InspectNode { node: node.id }) {
        Answer::Node { node } => *node,
        answer => panic!("{answer:?}"),
    }
}

fn state(view: &NodeView) -> String {
    let mut said = String::new();
    for named in &view.state {
        let numbers: Vec<String> = named
            .tensor
            .data
            .iter()
            .map(|x| format!("{x:.6}"))
            .collect();
        said += &format!("{}: {}\n", named.name, numbers.join(" "));
    }
    said
}

#[test]
fn sgd_with_momentum() {
    let mut hands = Hands::on(&training("torch.optim.SGD([w, b], lr=0.01, momentum=0.9)"));
    hands.steps(Unit::Iteration, 2).steps(Unit::Phase, 4);
    // Paused at the end of the second iteration: torch says momentum 0.9 * g1 + g2.
    let update = node(&mut hands, "SGD w");
    assert_eq!(update.title, "SGD: w, iteration 1");
    expect![[r#"
        g = .grad: 7.020000 2.340000
        momentum_buffer before: 9.000000 3.000000
        momentum_buffer after: 15.120000 5.040000
        Δw: -0.151200 -0.050400
        w before: 0.910000 -2.030000
    "#]]
    .assert_eq(&state(&update));
}

#[test]
fn adam_with_its_corrections() {
    let mut hands = Hands::on(&training("torch.optim.Adam([w, b], lr=0.1)"));
    hands.steps(Unit::Iteration, 2).steps(Unit::Phase, 4);
    let update = node(&mut hands, "Adam w");
    expect![[r#"
        g = .grad: 5.999999 2.000000
        exp_avg before: 0.900000 0.300000
        exp_avg after: 1.410000 0.470000
        exp_avg_sq before: 0.081000 0.009000
        exp_avg_sq after: 0.116919 0.012991
        m̂ = exp_avg / (1 − β₁ᵗ): 7.421052 2.473684
        v̂ = exp_avg_sq / (1 − β₂ᵗ): 58.488743 6.498748
        Δw: -0.097035 -0.097035
        w before: 0.900000 -2.100000
    "#]]
    .assert_eq(&state(&update));
    assert!(update.formula.contains("t = 2"), "{}", update.formula);
    assert!(
        update
            .card
            .is_some_and(|card| card.name == "torch.optim.Adam")
    );
}

/// Paused after backward, before any step was made: the dry run has told by which rule.
#[test]
fn the_next_step_is_known_before_it_is_made() {
    let mut hands = Hands::on(&training("torch.optim.SGD([w, b], lr=0.01)"));
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 3);
    let planned = node(&mut hands, "w");
    expect![[r#"
        Δw of the next step: SGD(lr=0.01): -0.090000 -0.030000
        Δw, had it been Adam(lr=0.001): -0.001000 -0.001000
    "#]]
    .assert_eq(&state(&planned));
    hands.step(Unit::Phase);
    let made = node(&mut hands, "SGD w");
    let moved = |view: &NodeView| {
        view.state
            .iter()
            .find(|named| named.name.starts_with("Δw"))
            .map(|named| named.tensor.data.clone())
    };
    assert_eq!(moved(&planned), moved(&made));
}

/// Op by op through a step: each op is part of its parameter's update, and the graph has the updates.
#[test]
fn ops_of_a_step_belong_to_their_parameter() {
    let mut hands = Hands::on(&training("torch.optim.Adam([w, b], lr=0.1)"));
    hands.steps(Unit::Iteration, 1).steps(Unit::Phase, 3);
    let mut said = String::new();
    for _ in 0..30 {
        hands.step(Unit::Op);
        let progress = hands.progress.clone().unwrap_or_default();
        let now = progress.now.map(|id| hands.node(id)).unwrap_or_default();
        if !now.starts_with("Adam") {
            break;
        }
        said += &format!("{now}: {}\n", progress.says.unwrap_or_default());
    }
    expect![[r#"
        Adam w: `zeros_like`: [2] → [2]
        Adam w: `zeros_like`: [2] → [2]
        Adam w: `add_` changes [] in place
        Adam w: `lerp_` changes [2] in place
        Adam w: `mul_` changes [2] in place
        Adam w: `addcmul_` changes [2] in place
        Adam w: `sqrt`: [2] → [2]
        Adam w: `div`: [2] → [2]
        Adam w: `add_` changes [2] in place
        Adam w: `Adam` has moved `w`: each number by 0.1000 on average, by 0.1000 at most.
        Adam b: `zeros_like`: [] → []
        Adam b: `zeros_like`: [] → []
        Adam b: `add_` changes [] in place
        Adam b: `lerp_` changes [] in place
        Adam b: `mul_` changes [] in place
        Adam b: `addcmul_` changes [] in place
        Adam b: `sqrt`: [] → []
        Adam b: `div`: [] → []
        Adam b: `add_` changes [] in place
        Adam b: `Adam` has moved `b` from 0.5000 to 0.4000.
    "#]]
    .assert_eq(&said);
}

#[test]
fn an_update_by_hand_is_in_the_graph() {
    let mut hands = Hands::on(LINE);
    hands.steps(Unit::Iteration, 2);
    let update = node(&mut hands, "sub_ w");
    expect![[r#"
        g = .grad: -2.121431
        Δw: 0.424286
        w before: 0.000000
    "#]]
    .assert_eq(&state(&update));
}
