//! What joins Python programs with the engine: the modules that only Rust can make.
//!
//! `_torch`, `_functional`, `_linalg` and `_special` are the op list as functions, with the class behind `torch.Tensor`;
//! `_autograd` runs backward as a continuation of the virtual machine; `_kindling` tells the recorder which module is
//! being called; `_optim` holds the fused updates, `_figures` takes what was plotted, `_datasets` has the digits.

mod autograd;
mod bind;
mod convert;
mod create;
mod datasets;
mod errors;
pub mod figures;
mod function;
mod index;
mod optim;
mod pictures;
mod record;
mod serialize;
mod small;
mod tensor;

use std::any::Any;
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use bind::{Binding, Form};
pub use convert::{arg_of, tensor_of};
pub use create::tensor_from;
pub use index::items as index_items;
pub use tensor::{item, list};

use crate::lang::native::{ClassBuilder, ModuleBuilder};
use crate::lang::objects::{Class, Instance, Layout, Module};
use crate::lang::{PyResult, Value, Vm};
use crate::library::numpy::Scalars;
use crate::ops::{self, Forms};
use crate::tensor::random::{GeneratorRef, default_generator};

/// What the glue keeps for one virtual machine: its classes and the table of bound ops.
pub struct Torch {
    bindings: OnceCell<Vec<Binding>>,
    /// The class behind `torch.Tensor`.
    tensor_base: OnceCell<Rc<Class>>,
    /// `torch.Tensor` itself, written in Python, once it is there.
    tensor: RefCell<Option<Rc<Class>>>,
    pub(crate) size_class: Rc<Class>,
    dtype_class: Rc<Class>,
    dtypes: Vec<(&'static str, Value)>,
    device_class: Rc<Class>,
    generator_class: Rc<Class>,
    node_class: Rc<Class>,
    /// Its subclasses, by the name of a node: `MulBackward0`.
    node_classes: RefCell<HashMap<String, Rc<Class>>>,
    /// `torch.linalg.LinAlgError`
    pub(crate) lin_alg_error: Rc<Class>,
    cpu: Value,
    ndarray_class: RefCell<Rc<Class>>,
    /// The classes of numpy's scalars, once numpy is there.
    numpy_scalars: OnceCell<Rc<Scalars>>,
    named_tuples: RefCell<Vec<(String, Rc<Class>)>>,
}

/// The glue's state of this machine.
pub fn torch(vm: &Vm) -> Rc<Torch> {
    let library: &dyn Any = &*vm.library;
    match library.downcast_ref::<super::Everything>() {
        Some(library) => library.torch(vm),
        // Natives of the glue are reached through the library's own modules only.
        None => unreachable!("a native of the library runs without the library"),
    }
}

impl Torch {
    pub fn new(vm: &Vm) -> Torch {
        let (dtype_class, dtypes) = small::dtypes(vm);
        let device_class = small::device_class(vm);
        Torch {
            bindings: OnceCell::new(),
            tensor_base: OnceCell::new(),
            tensor: RefCell::default(),
            size_class: small::size_class(vm),
            dtype_class,
            dtypes,
            cpu: Instance::native_of(&device_class, small::cpu()),
            device_class,
            generator_class: small::generator_class(vm),
            node_class: small::node_class(vm),
            node_classes: RefCell::default(),
            lin_alg_error: ClassBuilder::new("_LinAlgError", "torch._C")
                .layout(Layout::Exception)
                .base(&vm.types.exceptions["RuntimeError"])
                .build(vm),
            ndarray_class: RefCell::new(crate::library::numpy::class(vm)),
            numpy_scalars: OnceCell::new(),
            named_tuples: RefCell::default(),
        }
    }

    fn bindings(&self) -> &[Binding] {
        self.bindings.get().map_or(&[], Vec::as_slice)
    }

    /// The class that new tensors have.
    pub fn tensor_class(&self) -> Rc<Class> {
        match &*self.tensor.borrow() {
            Some(class) => class.clone(),
            None => self
                .tensor_base
                .get()
                .cloned()
                .unwrap_or_else(|| self.node_class.clone()),
        }
    }

    /// The module of a name, if it is one of those made in Rust.
    pub fn module(&self, vm: &mut Vm, name: &str) -> Option<PyResult<Rc<Module>>> {
        let module = match name {
            "_torch" | "_functional" | "_linalg" | "_special" => {
                self.bind_all(vm);
                let module = self.op_module(name);
                if name == "_torch" {
                    self.finish_torch(module)
                } else {
                    module
                }
            }
            "_autograd" => autograd::module(vm),
            "_kindling" => record::module(),
            "_optim" => optim::module(),
            "_figures" => figures::module(),
            "_serialize" => serialize::module(),
            "_datasets" => datasets::module(),
            "_numpy" => crate::library::numpy::module(vm),
            _ => return None,
        };
        Some(Ok(module.build()))
    }

    /// Makes the bindings of all ops and the class of tensors, once.
    fn bind_all(&self, vm: &mut Vm) {
        if self.bindings.get().is_some() {
            return;
        }
        let mut bindings = Vec::new();
        let mut class = tensor::attributes(ClassBuilder::new("TensorBase", "torch._C"));
        let mut add = |op, form| {
            bindings.push(Binding::new(op, form));
            (bindings.len() - 1, bindings[bindings.len() - 1].signature())
        };
        for &op in ops::LIST {
            for name in std::iter::once(op.name).chain(op.aliases.iter().copied()) {
                if op.forms.has(Forms::METHOD) {
                    let (number, signature) = add(op, Form::Method);
                    class = class.native(name, &signature, bind::native(number));
                }
                if op.forms.has(Forms::INPLACE) {
                    let (number, signature) = add(op, Form::InPlace);
                    class =
                        class.native(&ops::in_place_name(name), &signature, bind::native(number));
                }
            }
            if op.forms.has(Forms::PROPERTY) {
                let (number, _) = add(op, Form::Method);
                class = class.attribute(op.name, bind::property(op.name, number));
            }
            for &operator in op.operators {
                let (number, signature) = add(op, Form::Operator);
                class = class.native(operator, &signature, bind::native(number));
                if let Some(in_place) =
                    bind::in_place_operator(operator).filter(|_| op.forms.has(Forms::INPLACE))
                {
                    let (number, signature) = add(op, Form::InPlace);
                    class = class.native(&in_place, &signature, bind::native(number));
                }
            }
        }
        for &op in ops::LIST {
            add(op, Form::Function);
        }
        let _ = self.bindings.set(bindings);
        let _ = self.tensor_base.set(class.build(vm));
    }

    /// The ops that are functions of this module.
    fn op_module(&self, name: &str) -> ModuleBuilder {
        let mut module = ModuleBuilder::new(name);
        for (number, binding) in self
            .bindings()
            .iter()
            .enumerate()
            .filter(|(_, binding)| binding.form == Form::Function)
        {
            for (_, function) in bind::places(binding.op)
                .into_iter()
                .filter(|(place, _)| *place == name)
            {
                module = module.native(function, &binding.signature(), bind::native(number));
            }
        }
        module
    }

    /// What `_torch` has beside the ops.
    fn finish_torch(&self, module: ModuleBuilder) -> ModuleBuilder {
        let module = create::add_to(small::add_to(self, module));
        let default: GeneratorRef = default_generator();
        let module = module
            .value("TensorBase", Value::Class(self.tensor_class()))
            .value(
                "default_generator",
                Instance::native_of(&self.generator_class, default),
            );
        tensor::add_to(module)
    }

    /// `numpy.ndarray`
    pub(crate) fn ndarray_class(&self) -> Rc<Class> {
        self.ndarray_class.borrow().clone()
    }

    /// `numpy.float64` and its kin.
    pub(crate) fn numpy_scalars(&self, vm: &Vm) -> Rc<Scalars> {
        self.numpy_scalars
            .get_or_init(|| Rc::new(Scalars::new(vm)))
            .clone()
    }

    /// As [`Torch::set_tensor_class`], for arrays.
    pub(crate) fn set_ndarray_class(&self, class: Rc<Class>) {
        *self.ndarray_class.borrow_mut() = class;
    }

    /// From now on new tensors are instances of this class, which Python code derived from `TensorBase`.
    fn set_tensor_class(&self, class: Rc<Class>) {
        *self.tensor.borrow_mut() = Some(class);
    }
}
