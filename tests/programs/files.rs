//! Files go both ways between Kindling and real PyTorch: what each wrote, both read, and the models in them compute the
//! same. `tests/tools/record_files.py` records PyTorch's side.

use std::path::PathBuf;

use crate::programs;
use kindling::library::standard::files::{Disk, disk, mount};

const PROGRAM: &str = include_str!("../tools/files_program.py");

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/files")
        .join(name)
}

fn file(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs the program that both engines run, with these files beside it and these lines after it.
fn run(files: Vec<(String, Vec<u8>)>, lines: &str) -> String {
    let mut disk = Disk::default();
    for (name, bytes) in files {
        disk.put(&name, bytes);
    }
    mount(disk);
    programs::run("files_program.py", &format!("{PROGRAM}\n{lines}"))
}

/// Reads a checkpoint, a safetensors file and arrays, and compares with what PyTorch printed of them.
fn read(files: [(String, Vec<u8>); 3], recording: &str) {
    let [checkpoint, tensors, arrays] = files.each_ref().map(|(name, _)| name);
    let lines = format!(
        "import numpy\nfrom safetensors.torch import load_file\n\
         show(torch.load('{checkpoint}'), load_file('{tensors}'))\n\
         for name, array in numpy.load('{arrays}').items():\n    print(name, array)\n",
    );
    let what = format!("{checkpoint}, {tensors}, {arrays}");
    let expected = String::from_utf8(file(recording)).expect("recordings are text");
    if let Some(difference) = programs::difference(&run(files.into(), &lines), &expected) {
        panic!("{what}: {difference}");
    }
}

/// Files as they lie in the folder.
fn kept(names: [&str; 3]) -> [(String, Vec<u8>); 3] {
    names.map(|name| (name.to_string(), file(name)))
}

#[test]
fn files_of_pytorch_are_read() {
    let names = ["theirs.pt", "theirs.safetensors", "theirs.npz"];
    read(kept(names), "theirs.out");
}

#[test]
fn files_of_old_pytorch_are_read() {
    let names = ["theirs_legacy.pt", "theirs.safetensors", "theirs.npz"];
    read(kept(names), "theirs.out");
}

/// PyTorch was seen to read the files in the folder; those written now have the same parts and print the same.
#[test]
fn files_for_pytorch_are_written() {
    let lines = "import numpy\nfrom safetensors.torch import save_file\n\
                 ours = made(1)\n\
                 torch.save(ours, 'ours.pt')\n\
                 save_file(ours['model'], 'ours.safetensors', {'format': 'pt'})\n\
                 numpy.savez('ours.npz', a=numpy.arange(6.0).reshape(2, 3), b=numpy.array([True, False]))\n";
    assert_eq!(run(Vec::new(), lines), "");
    let disk = disk();
    let names = ["ours.pt", "ours.safetensors", "ours.npz"];
    let written = names.map(|name| {
        let found = disk.files().find(|(path, _)| *path == name);
        let (_, bytes) = found.unwrap_or_else(|| panic!("{name} was not written"));
        (name.to_string(), bytes.to_vec())
    });
    for (name, bytes) in &written {
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path(name), bytes).expect("the folder is there");
        }
        assert_eq!(bytes.len(), file(name).len(), "the size of {name}");
    }
    read(kept(names), "ours.out");
    read(written, "ours.out");
}
