//! House rules that a compiler does not check: which room may import which, and names that stay in their room.

use crate::Outcome;
use crate::process::root;
use std::path::Path;

/// What each room of `src/` may import of the others: the arrows of ARCHITECTURE.md.
const ROOMS: &[(&str, &[&str])] = &[
    // A tensor holds the node that made it and a call leaves one behind: both name autograd's records.
    ("tensor", &["autograd"]),
    ("ops", &["tensor", "autograd"]),
    ("autograd", &["tensor", "ops"]),
    ("optim", &["tensor", "ops", "autograd"]),
    ("lang", &[]),
    (
        "library",
        &["tensor", "ops", "autograd", "optim", "lang", "trace"],
    ),
    ("trace", &["tensor", "ops", "autograd", "optim", "lang"]),
    ("edit", &["lang"]),
    ("reference", &["ops", "optim", "library", "edit"]),
    (
        "session",
        &[
            "tensor",
            "ops",
            "autograd",
            "optim",
            "lang",
            "library",
            "trace",
            "edit",
            "reference",
        ],
    ),
];

/// What each room of `www/src/` may import of the others. Siblings don't know each other.
const PAGE_ROOMS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    ("state", &["engine"]),
    ("controls", &["state", "engine", "parts"]),
    ("parts", &["engine"]),
    ("graph", &["state", "controls", "engine", "parts"]),
    ("code", &["state", "controls", "engine", "parts"]),
    ("timeline", &["state", "controls", "engine", "parts"]),
    ("inspect", &["state", "controls", "engine", "parts"]),
    ("plots", &["state", "controls", "engine", "parts"]),
    ("output", &["state", "controls", "engine", "parts"]),
    ("assemble", &["state", "controls", "engine", "parts"]),
    ("lessons", &["state", "controls", "engine", "parts"]),
    ("reference", &["state", "engine", "parts"]),
];

/// Libraries that one file of the page imports: swapping one is then one file's work.
const ONE_IMPORTER: &[(&str, &str)] = &[
    ("@dagrejs/dagre", "graph/layers.js"),
    ("@codemirror/", "code/"),
    ("uplot", "plots/"),
    ("@observablehq/plot", "plots/"),
    ("temml", "parts/"),
];

pub fn command(_: &[String]) -> Outcome {
    let mut faults = Vec::new();
    rust(&mut faults)?;
    page(&mut faults)?;
    if faults.is_empty() {
        println!("tidy");
        Ok(())
    } else {
        Err(format!("untidy:\n  {}", faults.join("\n  ")))
    }
}

fn rust(faults: &mut Vec<String>) -> Outcome {
    for file in files(&root().join("src"), &["rs"])? {
        // The words that the page and the session speak may be used by those who fill them in.
        let text = &file.text.replace("crate::session::protocol", "protocol");
        let path = file.path.as_str();
        let room = path
            .split('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        if room != "web" {
            for name in ["wasm_bindgen", "js_sys", "web_sys"] {
                if text.contains(name) {
                    faults.push(format!("src/{path}: `{name}` belongs to src/web.rs alone"));
                }
            }
        }
        let Some((_, allowed)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            continue;
        };
        for (other, _) in ROOMS
            .iter()
            .filter(|(name, _)| *name != room && !allowed.contains(name))
        {
            if text.contains(&format!("crate::{other}::"))
                || text.contains(&format!("use crate::{other};"))
            {
                faults.push(format!("src/{path}: {room} may not import {other}"));
            }
        }
    }
    Ok(())
}

fn page(faults: &mut Vec<String>) -> Outcome {
    for file in files(&root().join("www/src"), &["js", "ts", "svelte"])? {
        let path = file.path.as_str();
        if path.starts_with("engine/pkg/") {
            continue;
        }
        let room = path.split_once('/').map_or("", |(room, _)| room);
        for target in imports(&file.text) {
            if let Some((library, place)) = ONE_IMPORTER
                .iter()
                .find(|(library, _)| target.starts_with(library))
                && !path.starts_with(place)
            {
                faults.push(format!(
                    "www/src/{path}: {library} is imported in {place} alone"
                ));
            }
            let Some((_, allowed)) = PAGE_ROOMS.iter().find(|(name, _)| *name == room) else {
                continue;
            };
            let other = target
                .trim_start_matches("../")
                .split('/')
                .next()
                .unwrap_or_default();
            let known = PAGE_ROOMS.iter().any(|(name, _)| *name == other);
            if target.starts_with("../") && known && other != room && !allowed.contains(&other) {
                faults.push(format!("www/src/{path}: {room} may not import {other}"));
            }
        }
        for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "{@html"] {
            if file.text.contains(word) {
                faults.push(format!("www/src/{path}: `{word}` builds HTML from text"));
            }
        }
    }
    Ok(())
}

/// What a module imports: the texts after `from` and in `import(...)`.
fn imports(text: &str) -> Vec<&str> {
    let quoted = |rest: &'_ str| -> Option<usize> { rest.find(['\'', '"']) };
    let mut found = Vec::new();
    for marker in [" from ", "import(", "import '", "import \""] {
        for (at, _) in text.match_indices(marker) {
            let rest = &text[at + marker.len() - usize::from(marker.ends_with(['\'', '"']))..];
            if !rest.starts_with(['\'', '"']) {
                continue;
            }
            if let Some(end) = quoted(&rest[1..]) {
                found.push(&rest[1..=end]);
            }
        }
    }
    found
}

struct SourceFile {
    /// Below the folder asked for, with `/`.
    path: String,
    text: String,
}

/// Every file below a folder with one of these extensions.
fn files(folder: &Path, extensions: &[&str]) -> Result<Vec<SourceFile>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        let entries =
            std::fs::read_dir(&next).map_err(|error| format!("{}: {error}", next.display()))?;
        for entry in entries {
            let path = entry.map_err(|error| error.to_string())?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|end| extensions.iter().any(|wanted| end == *wanted))
            {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                let below = path.strip_prefix(folder).expect("walked from there");
                found.push(SourceFile {
                    path: below.to_string_lossy().replace('\\', "/"),
                    text,
                });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_found() {
        let text = "import { a } from '../state/a.js';\nimport \"./b.css\";\nconst c = await import('../c/d.js');";
        assert_eq!(imports(text), ["../state/a.js", "../c/d.js", "./b.css"]);
    }

    #[test]
    fn the_house_is_tidy() {
        command(&[]).unwrap();
    }
}
