//! Small programs print what real numpy prints. Recorded with `tests/tools/record_programs.py`.

mod programs;

#[test]
fn programs_print_what_numpy_prints() {
    programs::check_folder("tests/numpy", "tests/numpy");
}
