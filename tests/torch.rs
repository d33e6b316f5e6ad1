//! Small programs print what real PyTorch 2.15 prints. Recorded with `tests/tools/record_programs.py`.

#[path = "programs/files.rs"]
mod files;
mod programs;

#[test]
fn programs_print_what_pytorch_prints() {
    programs::check_folder("tests/torch", "tests/torch");
}
