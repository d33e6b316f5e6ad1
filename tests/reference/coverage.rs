//! Every public name of PyTorch is here or has a reason not to be, and what has one is not here. Whether a name is here is
//! asked of a program.

use std::collections::{BTreeMap, BTreeSet};

use kindling::library::names;

use crate::programs;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/library/names/absent.txt");

/// `place.name` of every name that a program cannot have.
fn missing() -> BTreeSet<(String, String)> {
    let mut program = String::from("import torch\n");
    for (place, list) in names::places().filter(|(place, _)| place.starts_with("torch")) {
        let list: Vec<&str> = list.collect();
        program += &format!(
            "try:\n    try:\n        import {place} as at\n    except ImportError:\n        at = {place}\n\
             except AttributeError:\n    at = None\n\
             for n in '{}'.split():\n    if not hasattr(at, n):\n        print('{place}', n)\n",
            list.join(" ")
        );
    }
    let printed = programs::run("names.py", &program);
    let line = |line: &str| {
        let (place, name) = line.split_once(' ').expect("place and name");
        (place.to_string(), name.to_string())
    };
    printed.lines().map(line).collect()
}

/// One line of the reasons' file: `torch.nn: SyncBatchNorm DataParallel`.
struct Excuse<'a> {
    place: &'a str,
    names: Vec<&'a str>,
}

fn excuses(text: &str) -> impl Iterator<Item = Excuse<'_>> {
    text.lines()
        .filter(|line| !line.starts_with(['#', '[']))
        .filter_map(|line| {
            let (place, names) = line.split_once(": ")?;
            Some(Excuse {
                place,
                names: names.split(' ').collect(),
            })
        })
}

#[test]
fn every_name_is_here_or_has_a_reason() {
    let text = std::fs::read_to_string(FILE).expect("the reasons are there");
    let missing = missing();
    let mut excused: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for excuse in excuses(&text) {
        for name in excuse.names {
            *excused.entry((excuse.place, name)).or_default() += 1;
        }
    }
    let unexplained: Vec<String> = missing
        .iter()
        .filter(|(place, name)| {
            !excused.contains_key(&(place.as_str(), name.as_str()))
                && !excused.contains_key(&(place.as_str(), "*"))
        })
        .map(|(place, name)| format!("{place}.{name}"))
        .collect();
    let is_here = |&(place, name): &(&str, &str)| {
        name != "*" && !missing.contains(&(place.into(), name.into()))
    };
    let came: Vec<(&str, &str)> = excused.keys().copied().filter(is_here).collect();
    if !came.is_empty() && std::env::var_os("KINDLING_WRITE").is_some() {
        std::fs::write(FILE, without(&text, &came)).expect("the file can be written");
        return;
    }
    assert!(
        unexplained.is_empty(),
        "neither here nor explained: {unexplained:?}"
    );
    assert!(
        came.is_empty(),
        "here by now, but absent.txt excuses them (KINDLING_WRITE=1 takes them out): {came:?}"
    );
    let twice: Vec<_> = excused.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "excused twice: {twice:?}");
}

/// The file without some names.
fn without(text: &str, names: &[(&str, &str)]) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        let list = line
            .split_once(": ")
            .filter(|_| !line.starts_with(['#', '[']));
        let Some((place, list)) = list else {
            kept += &format!("{line}\n");
            continue;
        };
        let left: Vec<&str> = list
            .split(' ')
            .filter(|name| !names.contains(&(place, name)))
            .collect();
        if !left.is_empty() {
            kept += &format!("{place}: {}\n", left.join(" "));
        }
    }
    kept
}
