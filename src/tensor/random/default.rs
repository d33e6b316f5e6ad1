//! The generator that random functions use when they are given none.

use std::cell::RefCell;
use std::rc::Rc;

use super::Generator;

/// A generator as Python programs hold it: shared, mutable.
pub type GeneratorRef = Rc<RefCell<Generator>>;

thread_local! {
    static DEFAULT: RefCell<GeneratorRef> = RefCell::new(GeneratorRef::default());
}

/// The default generator of this thread (`torch.default_generator`).
pub fn default_generator() -> GeneratorRef {
    DEFAULT.with_borrow(Rc::clone)
}

/// Puts another generator in place and returns the former one: a dry run or a replay gets its own numbers, and the
/// program that it imitates keeps its own.
pub fn set_default_generator(generator: GeneratorRef) -> GeneratorRef {
    DEFAULT.replace(generator)
}
