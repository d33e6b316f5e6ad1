//! Calls of every op with what real PyTorch gives: `tests/torch/cases/*.txt`, recorded by `tests/tools/record_cases.py`.
//!
//! A group is one program: `prelude.py` makes the inputs and writes a result with its dtype, shape, values, node and
//! gradients on one line. Calls that are known to differ stand in `differs.txt`; one that no longer does must leave it.

use std::collections::HashSet;
use std::path::PathBuf;

use crate::programs;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/torch/cases")
}

fn read(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The recorded calls of a group, each with its line.
fn cases(text: &str) -> Vec<(&str, &str)> {
    let lines: Vec<&str> = text.lines().collect();
    lines
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1].trim_start_matches("    ")))
        .collect()
}

/// Runs a group; the calls that differ, each with what it gave and what was expected.
fn differences(prelude: &str, name: &str, text: &str) -> Vec<(String, String)> {
    let cases = cases(text);
    let mut program = prelude.to_string();
    for (call, _) in &cases {
        program += &format!("case(lambda: {call})\n");
    }
    let printed = programs::run(name, &program);
    let mut printed = printed.lines();
    let mut different = Vec::new();
    for (call, expected) in cases {
        let got = printed.next().unwrap_or("(the end)");
        if !alike(got, expected) {
            let both = format!("{call}\n    is   {got}\n    not  {expected}");
            different.push((call.to_string(), both));
        }
    }
    let rest: Vec<&str> = printed.collect();
    assert!(rest.is_empty(), "{name} printed more: {}", rest.join("\n"));
    different
}

#[test]
fn calls_give_what_pytorch_gives() {
    let prelude = read("prelude.py");
    let known = read("differs.txt");
    let known: HashSet<&str> = known
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    let mut groups: Vec<(String, String)> = std::fs::read_dir(folder())
        .expect("the cases are there")
        .flatten()
        .map(|file| file.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".txt") && name != "differs.txt")
        .map(|name| (name.clone(), read(&name)))
        .collect();
    groups.sort();
    let count: usize = groups.iter().map(|(_, text)| cases(text).len()).sum();
    assert!(count > 4000, "only {count} cases");
    let different = programs::each(&groups, |(name, text)| differences(&prelude, name, text));
    let different: Vec<(String, String)> = different.into_iter().flatten().collect();
    let new: Vec<&str> = different
        .iter()
        .filter(|(call, _)| !known.contains(call.as_str()))
        .map(|(_, both)| both.as_str())
        .collect();
    assert!(
        new.is_empty(),
        "{} of {count} calls differ:\n{}",
        new.len(),
        new.join("\n")
    );
    let different: HashSet<&str> = different.iter().map(|(call, _)| call.as_str()).collect();
    let mended: Vec<&&str> = known.difference(&different).collect();
    assert!(
        mended.is_empty(),
        "no longer different, to be taken out of differs.txt: {mended:#?}"
    );
}

/// Equal but for rounding: single precision within 2e-5, double within 1e-8.
fn alike(got: &str, expected: &str) -> bool {
    if got == expected {
        return true;
    }
    let double = expected.contains("float64") && !expected.contains("float32");
    let (relative, absolute) = if double { (1e-8, 1e-10) } else { (2e-5, 2e-6) };
    let (got, expected): (Vec<&str>, Vec<&str>) =
        (got.split(' ').collect(), expected.split(' ').collect());
    got.len() == expected.len()
        && got.iter().zip(expected).all(|(a, b)| {
            let trimmed = |text: &str| text.trim_end_matches([';', ')']).parse::<f64>();
            *a == b
                || match (trimmed(a), trimmed(b)) {
                    (Ok(x), Ok(y)) => (x - y).abs() <= relative * y.abs() + absolute,
                    _ => false,
                }
        })
}
