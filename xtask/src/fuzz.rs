//! `cargo xtask fuzz`: the search of tests/fuzz.rs, for as long as one likes.

use crate::Outcome;
use crate::process::{cargo, run};

pub fn command(arguments: &[String]) -> Outcome {
    let (mut minutes, mut seed) = (10, 1);
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let number = words.next().and_then(|number| number.parse::<u64>().ok());
        match (word.as_str(), number) {
            ("--minutes", Some(number)) => minutes = number,
            ("--seed", Some(number)) => seed = number,
            _ => return Err("expected --minutes N or --seed N".into()),
        }
    }
    run(cargo(["test", "--test", "fuzz", "--", "--nocapture"])
        .env("KINDLING_FUZZ_SECONDS", (minutes * 60).to_string())
        .env("KINDLING_FUZZ_SEED", seed.to_string()))
}
