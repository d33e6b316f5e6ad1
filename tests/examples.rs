//! The examples of the page print what real PyTorch 2.15 prints. Recorded with `tests/tools/record_programs.py`.

mod programs;

#[test]
fn the_examples_print_what_pytorch_prints() {
    programs::check_folder("www/examples", "tests/examples");
}
