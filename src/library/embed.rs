//! Build script: the table of the library's Python files, so that a new layer is one new file and nothing else, and their
//! compiled code where `KINDLING_COMPILED` names the folder that `kindling compile` wrote it to.

use std::fmt::Write as _;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let crate_root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo says where"));
    let root = crate_root.join("src/library");
    let language = crate_root.join("src/lang");
    println!("cargo::rerun-if-changed={}", root.display());
    println!("cargo::rerun-if-changed={}", language.display());
    println!("cargo::rerun-if-env-changed=KINDLING_COMPILED");
    let files = files_below(&root, "py");
    let stamp = stamp(&[&files[..], &files_below(&language, "rs")].concat());

    let compiled = env::var_os("KINDLING_COMPILED").map(PathBuf::from);
    if let Some(folder) = &compiled {
        must_be_of(&stamp, folder);
    }
    let (mut texts, mut codes) = (String::new(), String::new());
    for file in &files {
        let name = file
            .strip_prefix(&root)
            .expect("it was found there")
            .to_string_lossy()
            .replace('\\', "/");
        writeln!(
            texts,
            "    ({name:?}, include_str!({:?})),",
            file.display().to_string()
        )
        .expect("strings take everything");
        if let Some(folder) = &compiled {
            let code = folder.join(name).with_extension("code");
            writeln!(
                codes,
                "    include_bytes!({:?}),",
                code.display().to_string()
            )
            .expect("strings take everything");
        }
    }
    let table = format!(
        "/// Path below `src/library` and text of every Python file of the library.
pub static FILES: &[(&str, &str)] = &[\n{texts}];
/// The compiled code of each of them; empty where a text is compiled when it is imported.
static CODES: &[&[u8]] = &[\n{codes}];
/// Of the texts and of the language that compiles them.
pub static STAMP: &str = {stamp:?};\n"
    );
    let out = Path::new(&env::var("OUT_DIR").expect("cargo says where")).join("library_files.rs");
    fs::write(out, table).expect("the build directory is writable");
}

/// Fails for code that was compiled from other texts or by another compiler.
fn must_be_of(stamp: &str, folder: &Path) {
    let file = folder.join("stamp");
    println!("cargo::rerun-if-changed={}", file.display());
    let made_of = fs::read_to_string(file).unwrap_or_default();
    assert!(
        made_of == stamp,
        "the code in {} is of other sources: `kindling compile` writes it again",
        folder.display()
    );
}

fn stamp(files: &[PathBuf]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        hasher.write(file.as_os_str().as_encoded_bytes());
        hasher.write(&fs::read(file).expect("the file was listed"));
    }
    format!("{:016x}", hasher.finish())
}

fn files_below(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    collect(folder, extension, &mut found);
    found.sort();
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|found| found == extension) {
            found.push(path);
        }
    }
}
