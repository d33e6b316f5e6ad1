//! Being the loop: its acts in any order, with PyTorch's consequences.

use expect_test::expect;
use kindling::session::protocol::*;

use super::hands::*;

/// Paused at the first statement of the first iteration.
fn in_the_loop(text: &str) -> Hands {
    let mut hands = Hands::on(text);
    hands.step(Unit::Iteration);
    hands
}

#[test]
fn the_acts_of_digits_are_its_statements() {
    let hands = in_the_loop(DIGITS);
    let view = hands.loop_view.clone().unwrap();
    let acts: Vec<_> = view
        .acts
        .iter()
        .map(|act| (act.label.as_str(), act.next))
        .collect();
    expect![[r#"[("data", true), ("forward", false), ("loss", false), ("zero_grad", false), ("backward", false), ("step", false)]"#]].assert_eq(&format!("{acts:?}"));
    assert!(view.inside);
}

#[test]
fn acts_in_their_order_are_the_program() {
    let mut hands = in_the_loop(DIGITS);
    for act in ["data", "forward", "loss", "zero_grad", "backward", "step"] {
        hands.act(act);
        assert_eq!(hands.error(), "");
    }
    // The next iteration's first act goes on through what stands between.
    hands.act("data");
    let mut stepped = in_the_loop(DIGITS);
    stepped.steps(Unit::Phase, 7);
    assert_eq!(hands.eval("loss.item()"), stepped.eval("loss.item()"));
    assert_eq!(
        hands.eval("model[0].weight.sum().item()"),
        stepped.eval("model[0].weight.sum().item()")
    );
    assert_eq!(hands.line(), stepped.line());
}

#[test]
fn grads_say_what_they_are() {
    let mut hands = in_the_loop(DIGITS);
    let mut said = String::new();
    for act in [
        "data",
        "forward",
        "loss",
        "backward",
        "step",
        "forward",
        "loss",
        "backward",
        "zero_grad",
    ] {
        hands.act(act);
        said += &format!(
            "{act}: {} {}\n",
            hands.grads().split(", 0.bias").next().unwrap_or_default(),
            hands.error()
        );
    }
    expect![[r#"
        data: 0.weight None 
        forward: 0.weight None 
        loss: 0.weight None 
        backward: 0.weight Fresh 
        step: 0.weight Stale 
        forward: 0.weight Stale 
        loss: 0.weight Stale 
        backward: 0.weight Accumulated { times: 2 } 
        zero_grad: 0.weight None 
    "#]]
    .assert_eq(&said);
}

#[test]
fn backward_twice_is_pytorchs_error_and_the_program_lives() {
    let mut hands = in_the_loop(DIGITS);
    for act in ["data", "forward", "loss", "zero_grad", "backward"] {
        hands.act(act);
    }
    let place = hands.place();
    hands.act("backward");
    assert!(
        hands
            .error()
            .starts_with("RuntimeError: Trying to backward through the graph a second time"),
        "{}",
        hands.error()
    );
    assert!(
        hands
            .last
            .error
            .as_ref()
            .is_some_and(|error| !error.because.is_empty())
    );
    assert_eq!(hands.place(), place, "the frame stays");
    hands.act("step");
    assert_eq!(hands.error(), "");
    hands.run();
    assert_eq!(hands.last.status, Status::Finished);
}

#[test]
fn an_update_by_hand_is_an_act_too() {
    let mut hands = in_the_loop(LINE);
    for act in ["forward", "loss", "backward", "step", "step", "zero_grad"] {
        hands.act(act);
        assert_eq!(hands.error(), "", "after {act}");
    }
    expect!["w Zero, b Zero"].assert_eq(&hands.grads());
}

/// A step moves a weight by exactly -lr times its gradient.
#[test]
fn a_step_is_minus_lr_times_gradient() {
    let mut hands = in_the_loop(DIGITS);
    hands.steps(Unit::Phase, 5);
    hands.eval("before = model[2].bias.detach().clone()");
    hands.act("step");
    assert_eq!(
        hands.eval("bool((model[2].bias == before - 0.5 * model[2].bias.grad).all())"),
        "True"
    );
}

/// What is done in the past forks the run: everything up to there is repeated, acts and evals too.
#[test]
fn a_deed_in_the_past_forks() {
    let mut hands = in_the_loop(LINE);
    for act in ["forward", "loss", "backward"] {
        hands.act(act);
    }
    hands.eval("w.grad *= 2");
    let doubled = hands.eval("w.grad.item()");
    let there = hands.last.cursor;
    let run = hands.last.run;
    hands.steps(Unit::Iteration, 3);
    hands.give(Command::Seek { instant: there });
    assert_eq!(hands.eval("w.grad.item()"), doubled);
    assert_eq!(hands.eval("step"), "0");
    assert!(hands.last.run > run, "a fork is another run");
    assert!(hands.last.head <= there + 8, "the other future is gone");
    hands.run();
    assert_eq!(hands.last.status, Status::Finished);
}

#[test]
fn acts_outside_of_a_loop_are_refused() {
    let mut hands = Hands::on(DIGITS);
    let answer = hands.give(Command::Act { act: 0 });
    assert!(matches!(answer, Answer::Refused { .. }), "{answer:?}");
}
