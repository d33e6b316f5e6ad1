//! The examples of the page print what real PyTorch 2.15 prints. Recorded with `tests/tools/record_programs.py`.

mod programs;

use std::cell::RefCell;
use std::rc::Rc;

#[test]
fn the_examples_print_what_pytorch_prints() {
    programs::check_folder("www/examples", "tests/examples");
}

/// Somebody who looks at everything and does nothing.
struct Onlooker;

impl kindling::ops::watch::Watch for Onlooker {
    fn op(&mut self, _: &kindling::ops::watch::OpEvent) {}
}

/// What is done in one kernel when nobody looks must be what the library's Python code does in ops, to the last bit.
#[test]
fn a_watched_run_prints_the_same_bytes() {
    for folder in ["www/examples", "tests/torch"] {
        for (name, text) in programs::of(folder) {
            let alone = programs::run(&name, &text);
            let former = kindling::ops::watch::set(Some(Rc::new(RefCell::new(Onlooker))));
            let watched = programs::run(&name, &text);
            kindling::ops::watch::set(former);
            assert_eq!(alone, watched, "{folder}/{name}");
        }
    }
}
