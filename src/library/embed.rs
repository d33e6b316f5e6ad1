//! Build script: the table of the library's Python files, so that a new layer is one new file and nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root =
        Path::new(&env::var("CARGO_MANIFEST_DIR").expect("cargo says where")).join("src/library");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    python_files(&root, &mut files);
    files.sort();

    let mut table = String::from(
        "/// Path below `src/library` and text of every Python file of the library.\npub static FILES: &[(&str, &str)] = &[\n",
    );
    for file in files {
        let name = file
            .strip_prefix(&root)
            .expect("it was found there")
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            table,
            "    ({name:?}, include_str!({:?})),",
            file.display().to_string()
        )
        .expect("strings take everything");
    }
    table.push_str("];\n");
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where")).join("library_files.rs");
    fs::write(out, table).expect("the build directory is writable");
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .expect("the library can be read")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}
