//! Modules.

use std::rc::Rc;

use super::{Dict, Str};

/// A Python module: a name and its globals.
pub struct Module {
    pub name: Rc<Str>,
    pub dict: Rc<Dict>,
}

impl Module {
    pub fn new(name: &str) -> Module {
        let module = Module {
            name: super::intern(name),
            dict: Rc::default(),
        };
        module.dict.set_str("__name__", name);
        module
    }
}
