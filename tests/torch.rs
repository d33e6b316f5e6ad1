//! Programs print what real PyTorch 2.15 prints, and calls give what it gives.

#[path = "torch/cases.rs"]
mod cases;
#[path = "programs/files.rs"]
mod files;
#[path = "programs/mnist.rs"]
mod mnist;
#[path = "torch/names.rs"]
mod names;
mod programs;

/// Recorded with `tests/tools/record_programs.py`.
#[test]
fn programs_print_what_pytorch_prints() {
    programs::check_folder("tests/torch", "tests/torch");
}
