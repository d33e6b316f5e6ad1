//! Running, stepping and recording print the same bytes; so does running twice.

use kindling::session::protocol::*;

use super::hands::*;

/// What a program prints when it runs unseen, at full speed.
fn fast(text: &str) -> (String, String) {
    let mut hands = Hands::on(text);
    hands.give(Command::Run { record: false });
    (hands.stdout.clone(), hands.place())
}

fn check(text: &str) {
    let (expected, place) = fast(text);
    assert_eq!(place, "Finished", "{}", Hands::on(text).console);
    assert!(!expected.is_empty());
    let mut recorded = Hands::on(text);
    recorded.run();
    assert_eq!(
        recorded.stdout, expected,
        "a recorded run prints other bytes"
    );
    recorded.give(Command::Restart);
    recorded.give(Command::Run { record: false });
    assert_eq!(recorded.stdout, expected, "a second run prints other bytes");
    for unit in [
        Unit::Line,
        Unit::Phase,
        Unit::Iteration,
        Unit::Into,
        Unit::Op,
    ] {
        let mut stepped = Hands::on(text);
        let mut steps = 0;
        while stepped.last.status != Status::Finished {
            stepped.step(unit);
            steps += 1;
            assert!(stepped.last.status != Status::Failed, "{}", stepped.console);
            // Stepping into everything takes long: after a while the rest is run.
            if steps > 400 {
                stepped.run();
            }
        }
        assert_eq!(
            stepped.stdout, expected,
            "stepping by {unit:?} prints other bytes"
        );
    }
}

#[test]
fn digits() {
    check(
        &DIGITS
            .replace("range(200)", "range(12)")
            .replace("% 20", "% 3"),
    );
}

#[test]
fn line() {
    check(&LINE.replace("range(40)", "range(12)"));
}

#[test]
fn moons() {
    check(&MOONS.replace("range(150)", "range(6)"));
}

#[test]
fn own_loss() {
    check(&OWN_LOSS.replace("range(300)", "range(6)"));
}

/// Stepping back and forth, looking at things and asking at the prompt does not disturb the run.
#[test]
fn looking_around_changes_nothing() {
    let text = LINE.replace("range(40)", "range(6)");
    let (expected, _) = fast(&text);
    let mut hands = Hands::on(&text);
    hands.steps(Unit::Line, 14);
    hands.back(Unit::Line).back(Unit::Op).back(Unit::Iteration);
    hands.give(Command::Seek { instant: 3 });
    hands.steps(Unit::Phase, 3);
    hands.give(Command::Seek { instant: u32::MAX });
    assert_eq!(hands.eval("w.item() + 1 > 0"), "True");
    hands.run();
    assert_eq!(hands.stdout, expected);
}
