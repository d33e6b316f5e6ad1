//! What programs import: Python files that the virtual machine runs like the learner's own, and the Rust that lends
//! them tensors.
//!
//! `torch`, `sklearn`, `matplotlib` and the others are folders of Python files here, so every layer, loss and optimizer
//! can be opened and stepped into. They import what only Rust can do from modules whose names begin with an underscore.

mod available;
pub mod compiled;
pub mod glue;
pub mod names;
pub mod numpy;
pub mod standard;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use self::glue::Torch;
pub use self::glue::figures;
use crate::autograd;
use crate::lang::compile::What;
use crate::lang::objects::{Class, Module};
use crate::lang::{Library, PyResult, Source, Vm};
use crate::tensor::random::{GeneratorRef, set_default_generator};
use crate::tensor::{DType, print, set_default_dtype};

include!(concat!(env!("OUT_DIR"), "/library_files.rs"));

/// What the programs of this thread share is as a fresh Python process has it: random numbers, default dtype, gradient
/// mode, print options, figures. Whoever starts a program after another calls this first.
pub fn fresh_engine() {
    set_default_generator(GeneratorRef::default());
    autograd::anomaly::set(false, true);
    set_default_dtype(DType::F32);
    autograd::set_grad_enabled(true);
    print::set_print_options(print::PrintOptions::default());
    figures::take();
}

/// The text of a file of the library: `torch/nn/modules/linear.py`.
pub fn text(path: &str) -> Option<&'static str> {
    place(path).map(|at| FILES[at].1)
}

fn place(path: &str) -> Option<usize> {
    FILES.binary_search_by(|(name, _)| (*name).cmp(path)).ok()
}

/// The file as it is on disk now, for those who work on the library: `KINDLING_LIBRARY=src/library kindling run ...`
/// needs no build after a change.
fn from_disk(path: &str) -> Option<String> {
    let root = cfg!(not(target_arch = "wasm32"))
        .then(|| std::env::var_os("KINDLING_LIBRARY"))
        .flatten()?;
    std::fs::read_to_string(std::path::Path::new(&root).join(path)).ok()
}

/// Everything that a program on the page can import.
#[derive(Default)]
pub struct Everything {
    torch: OnceCell<Rc<Torch>>,
}

impl Everything {
    /// The classes that the glue made for this machine.
    fn torch(&self, vm: &Vm) -> Rc<Torch> {
        self.torch.get_or_init(|| Rc::new(Torch::new(vm))).clone()
    }
}

impl Library for Everything {
    fn python_source(&self, module: &str) -> Option<Source> {
        let folder = module.replace('.', "/");
        let candidates = [
            (format!("{folder}.py"), false),
            (format!("{folder}/__init__.py"), true),
        ];
        candidates.into_iter().find_map(|(path, is_package)| {
            let (text, code) = match from_disk(&path) {
                Some(text) => (Cow::Owned(text), None),
                None => {
                    let at = place(&path)?;
                    (Cow::Borrowed(FILES[at].1), CODES.get(at).copied())
                }
            };
            Some(Source {
                text,
                code,
                path,
                is_package,
            })
        })
    }

    fn exception(&self, name: &str) -> Option<Rc<Class>> {
        let torch = self.torch.get()?;
        (name == "_LinAlgError").then(|| torch.lin_alg_error.clone())
    }

    fn native_module(&self, vm: &mut Vm, module: &str) -> Option<PyResult<Rc<Module>>> {
        // The engine's modules are named with an underscore: nothing of it is made for a program that has no tensors.
        standard::module(vm, module).or_else(|| {
            let of_the_engine = module.starts_with('_');
            of_the_engine.then(|| self.torch(vm).module(vm, module))?
        })
    }

    fn lacks(&self, what: &What) -> Option<String> {
        available::lacks(what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_by_name() {
        let library = Everything::default();
        let linear = library
            .python_source("torch.nn.modules.linear")
            .map(|source| (source.path, source.is_package));
        assert_eq!(linear, Some(("torch/nn/modules/linear.py".into(), false)));
        assert!(
            library
                .python_source("torch.nn")
                .is_some_and(|source| source.is_package)
        );
        assert!(library.python_source("torch.nonsense").is_none());
    }
}
