//! The modules of the program: the door through which `Module.__call__` tells the recorder, and the names of modules
//! and parameters.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Recorder;
use crate::lang::Value;
use crate::lang::objects::{Class, Instance};
use crate::tensor::Tensor;

thread_local! {
    static RECORDER: RefCell<Option<Rc<RefCell<Recorder>>>> = const { RefCell::new(None) };
}

/// Sets who is told of module calls, and returns who was.
pub fn set(recorder: Option<Rc<RefCell<Recorder>>>) -> Option<Rc<RefCell<Recorder>>> {
    RECORDER.replace(recorder)
}

/// A module was called: `_kindling.enter_module(self)`. Without recorder nothing happens.
pub fn enter(module: &Value) {
    told(|recorder| recorder.enter_module(module));
}

/// The call of a module is over, with or without an error: `_kindling.leave_module(self)`.
pub fn leave() {
    told(Recorder::leave_module);
}

/// Whether somebody looks inside: kernels that do many steps at once then leave them to be seen one by one.
pub fn recording() -> bool {
    RECORDER.with_borrow(Option::is_some)
}

pub(super) fn told(what: impl FnOnce(&mut Recorder)) {
    let recorder = RECORDER.with_borrow(Clone::clone);
    if let Some(recorder) = recorder
        && let Ok(mut recorder) = recorder.try_borrow_mut()
    {
        what(&mut recorder);
    }
}

/// Modules by address, with their path: `model.0`.
#[derive(Default)]
pub struct Modules {
    /// With the class, as another module may come to live at the address.
    paths: HashMap<usize, (Rc<str>, *const Class)>,
}

/// A parameter found in a module: its path below the module that was named, and whole.
pub struct Found {
    pub tensor: Tensor,
    pub path: String,
}

impl Modules {
    /// Learns the paths of a module and all below it, and returns their parameters. Nothing when it is no module.
    pub fn learn(&mut self, name: &str, value: &Value) -> Vec<Found> {
        let mut found = Vec::new();
        if let Value::Instance(instance) = value {
            self.walk(name, instance, &mut found, 0);
        }
        found
    }

    fn walk(&mut self, path: &str, instance: &Rc<Instance>, found: &mut Vec<Found>, depth: usize) {
        let Some(dict) = instance.dict_if_any() else {
            return;
        };
        let (Some(Value::Dict(modules)), Some(Value::Dict(parameters))) =
            (dict.get_str("_modules"), dict.get_str("_parameters"))
        else {
            return;
        };
        // A module that contains itself has no end.
        if depth > 32 {
            return;
        }
        self.paths.insert(
            Rc::as_ptr(instance) as usize,
            (path.into(), Rc::as_ptr(&instance.class)),
        );
        for (name, value) in parameters.pairs() {
            if let (Some(name), Some(tensor)) = (name.as_str(), value.native::<Tensor>()) {
                found.push(Found {
                    tensor: tensor.clone(),
                    path: format!("{path}.{name}"),
                });
            }
        }
        for (name, value) in modules.pairs() {
            if let (Some(name), Value::Instance(child)) = (name.as_str(), &value) {
                self.walk(&format!("{path}.{name}"), child, found, depth + 1);
            }
        }
    }

    pub fn path(&self, module: &Value) -> Option<Rc<str>> {
        let Value::Instance(instance) = module else {
            return None;
        };
        let (path, class) = self.paths.get(&(Rc::as_ptr(instance) as usize))?;
        (*class == Rc::as_ptr(&instance.class)).then(|| path.clone())
    }

    pub fn is_known(&self, module: &Value) -> bool {
        self.path(module).is_some()
    }
}

/// The title of a module's box: `0: Linear`.
pub fn title(path: &str, module: &Value) -> String {
    let name = path.rsplit('.').next().unwrap_or(path);
    match module {
        Value::Instance(instance) => format!("{name}: {}", instance.class.name().as_str()),
        _ => name.to_string(),
    }
}
