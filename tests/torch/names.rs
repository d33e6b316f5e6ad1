//! Every name that learning scripts use is used by a program here: `tests/data/torch-names.txt` lists them.

use std::path::Path;

use crate::programs;

#[test]
fn every_name_is_used_by_a_program() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &Path| std::fs::read_to_string(path).expect("the file is there");
    let mut texts: Vec<String> = ["tests/torch", "www/examples"]
        .into_iter()
        .flat_map(programs::of)
        .map(|(_, text)| text)
        .collect();
    let cases = std::fs::read_dir(root.join("tests/torch/cases")).expect("the cases are there");
    texts.extend(cases.flatten().map(|file| read(&file.path())));
    let list = read(&root.join("tests/data/torch-names.txt"));
    let names = list
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with(['#', '-']));
    let unused: Vec<&str> = names
        .filter(|name| !texts.iter().any(|text| uses(text, name)))
        .collect();
    assert!(unused.is_empty(), "no program uses {}", unused.join(", "));
}

#[test]
fn there_are_150_programs() {
    let programs = programs::of("tests/torch");
    let errors = programs
        .iter()
        .filter(|(name, _)| name.starts_with("errors_"));
    let count = programs.len() - errors.count();
    assert!(count >= 140, "{count} programs beside those of errors");
    assert!(programs.len() >= 150, "{} programs", programs.len());
}

/// `.item`: an attribute of anything but a module of PyTorch. `nn.init.zeros_`: by its last two words, or imported.
fn uses(text: &str, name: &str) -> bool {
    let Some((place, last)) = name.rsplit_once('.') else {
        return false;
    };
    if place.is_empty() {
        return places_of(text, name).any(|at| {
            let owner = text[..at].rsplit(|c| !is_of_a_name(c)).next();
            !matches!(owner, Some("torch" | "F" | "nn"))
        });
    }
    let home = place.rsplit('.').next().unwrap_or(place);
    places_of(text, &format!("{home}.{last}")).next().is_some()
        || text
            .lines()
            .filter(|line| line.starts_with("from torch"))
            .any(|line| places_of(line, last).next().is_some())
}

/// Where these words stand by themselves.
fn places_of<'a>(text: &'a str, words: &'a str) -> impl Iterator<Item = usize> {
    text.match_indices(words)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + words.len()..].chars().next();
            (words.starts_with('.') || !before.is_some_and(is_of_a_name))
                && !after.is_some_and(is_of_a_name)
        })
}

fn is_of_a_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
