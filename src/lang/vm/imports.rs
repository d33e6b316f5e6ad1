//! `import`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::Vm;
use crate::lang::code::{Code, SourceFile, stored};
use crate::lang::compile;
use crate::lang::library::Source;
use crate::lang::native::Flow;
use crate::lang::objects::{Cell, Dict, Function, Module, Str, intern};
use crate::lang::{Exception, PyResult, Value, type_error};

thread_local! {
    /// Library files are the same for every machine: compiled once.
    static COMPILED: RefCell<HashMap<String, Rc<Code>>> = RefCell::default();
}

impl Vm {
    /// `import name` (`names` None) or `from name import names`, seen from a module with these globals.
    pub fn import(
        &mut self,
        globals: &Dict,
        name: &str,
        names: Value,
        level: i64,
    ) -> PyResult<Flow> {
        let full = if level > 0 {
            relative(globals, name, level)?
        } else {
            name.to_string()
        };
        let parts: Vec<String> = full.split('.').map(str::to_string).collect();
        Ok(self.import_parts(parts, 1, names))
    }

    /// Imports `a`, then `a.b`, and so on.
    fn import_parts(&mut self, parts: Vec<String>, done: usize, names: Value) -> Flow {
        let name = parts[..done].join(".");
        // Only the first import makes a module an attribute of its package, which may have put something else there since.
        let is_new = self.modules.get_str(&name).is_none();
        let flow = match self.load_module(&name) {
            Ok(flow) => flow,
            Err(exception) => return failed(exception),
        };
        super::iterate::then(flow, move |vm, module| {
            let module = module?;
            if is_new
                && done > 1
                && let Some(Value::Module(parent)) =
                    vm.modules.get_str(&parts[..done - 1].join("."))
            {
                parent.dict.set_str(&parts[done - 1], module.clone());
            }
            if done < parts.len() {
                return Ok(vm.import_parts(parts, done + 1, names));
            }
            match names {
                Value::Tuple(names) => Ok(vm.import_submodules(module, names.to_vec(), 0)),
                // `import a.b` binds a.
                _ => Ok(vm.modules.get_str(&parts[0]).unwrap_or(module).into()),
            }
        })
    }

    /// `from package import a, b`: names that are not attributes may be modules of the package.
    fn import_submodules(&mut self, module: Value, names: Vec<Value>, from: usize) -> Flow {
        let Value::Module(package) = &module else {
            return module.into();
        };
        let is_package = package.dict.get_str("__path__").is_some();
        if !is_package {
            return module.into();
        }
        for at in from..names.len() {
            let Some(name) = names[at].as_str() else {
                continue;
            };
            if name == "*" || package.dict.get_str(name).is_some() {
                continue;
            }
            let full = format!("{}.{name}", package.name);
            let Ok(flow) = self.load_module(&full) else {
                continue;
            };
            let name = intern(name);
            return super::iterate::then(flow, move |vm, loaded| {
                let loaded = loaded?;
                if let Value::Module(package) = &module {
                    package.dict.set_name(&name, loaded);
                }
                Ok(vm.import_submodules(module, names, at + 1))
            });
        }
        module.into()
    }

    /// One module by its full name, run if this is the first time.
    fn load_module(&mut self, name: &str) -> PyResult<Flow> {
        if let Some(module) = self.modules.get_str(name) {
            return Ok(module.into());
        }
        let library = self.library.clone();
        if let Some(module) = library.native_module(self, name) {
            let module = module?;
            self.modules.set_str(name, Value::Module(module.clone()));
            return Ok(Value::Module(module).into());
        }
        let Some(source) = library.python_source(name) else {
            let exception = match name.rsplit_once('.') {
                Some((parent, _))
                    if self
                        .modules
                        .get_str(parent)
                        .is_some_and(|parent| !is_package(&parent)) =>
                {
                    Exception::new(
                        "ModuleNotFoundError",
                        format!("No module named '{name}'; '{parent}' is not a package"),
                    )
                }
                _ => Exception::new("ModuleNotFoundError", format!("No module named '{name}'")),
            };
            return Err(exception.about(&Value::None, &intern(name)));
        };
        let module = Rc::new(Module::new(name));
        let is_package = source.is_package;
        let package = if is_package {
            name
        } else {
            name.rsplit_once('.').map_or("", |(package, _)| package)
        };
        module.dict.set_str("__file__", source.path.as_str());
        module.dict.set_str("__package__", package);
        module.dict.set_str("__doc__", Value::None);
        if is_package {
            module.dict.set_str(
                "__path__",
                Value::list(vec![Value::str(source.path.as_str())]),
            );
        }
        let code = compiled(source)?;
        self.modules.set_str(name, Value::Module(module.clone()));
        let body = Flow::Body {
            function: module_function(code, &module.dict),
            namespace: module.dict.clone(),
        };
        let name = intern(name);
        Ok(super::iterate::then(body, move |vm, result| match result {
            Ok(_) => Ok(vm
                .modules
                .get_name(&name)
                .unwrap_or(Value::Module(module))
                .into()),
            Err(exception) => {
                vm.modules.remove_name(&name);
                Err(exception)
            }
        }))
    }

    /// `from module import name`, once the module is there.
    pub fn import_from(&mut self, module: &Value, name: &Rc<Str>) -> PyResult<Flow> {
        let flow = match self.get_attribute(module, name) {
            Ok(flow) => flow,
            Err(exception) => {
                return self
                    .not_importable(module, name, exception)
                    .map(Flow::Value);
            }
        };
        if let Flow::Value(_) = flow {
            return Ok(flow);
        }
        let (module, name) = (module.clone(), name.clone());
        Ok(super::iterate::then(flow, move |vm, result| match result {
            Err(exception) => vm
                .not_importable(&module, &name, exception)
                .map(Flow::Value),
            Ok(value) => Ok(value.into()),
        }))
    }

    fn not_importable(
        &mut self,
        module: &Value,
        name: &Rc<Str>,
        exception: Exception,
    ) -> PyResult<Value> {
        if !exception.is("AttributeError") {
            return Err(exception);
        }
        let Value::Module(inner) = module else {
            return Err(exception);
        };
        if let Some(submodule) = self.modules.get_str(&format!("{}.{name}", inner.name)) {
            return Ok(submodule);
        }
        let place = match inner.dict.get_str("__file__") {
            Some(Value::Str(file)) => file.to_string(),
            _ => "unknown location".into(),
        };
        Err(Exception::new(
            "ImportError",
            format!(
                "cannot import name '{name}' from '{}' ({place})",
                inner.name
            ),
        )
        .about(module, name))
    }

    /// `from module import *`
    pub fn import_star(&mut self, module: &Value, into: &Dict) -> PyResult<()> {
        let Value::Module(module) = module else {
            return Err(type_error("import * needs a module"));
        };
        let names: Vec<Rc<Str>> = match module.dict.get_str("__all__") {
            Some(all) => self
                .items_of(&all)?
                .iter()
                .filter_map(|name| name.as_str().map(intern))
                .collect(),
            None => {
                let keys = module.dict.keys();
                keys.iter()
                    .filter_map(|key| key.as_str())
                    .filter(|name| !name.starts_with('_'))
                    .map(intern)
                    .collect()
            }
        };
        for name in names {
            match module.dict.get_name(&name) {
                Some(value) => into.set_name(&name, value),
                None => {
                    return Err(crate::lang::attribute_error(format!(
                        "module '{}' has no attribute '{name}'",
                        module.name
                    )));
                }
            }
        }
        Ok(())
    }
}

fn failed(exception: Exception) -> Flow {
    super::iterate::then(Flow::Value(Value::None), move |_, _| Err(exception))
}

fn is_package(module: &Value) -> bool {
    matches!(module, Value::Module(module) if module.dict.get_str("__path__").is_some())
}

/// The absolute name of `from ..name import`.
fn relative(globals: &Dict, name: &str, level: i64) -> PyResult<String> {
    let package = match globals.get_str("__package__") {
        Some(Value::Str(package)) => package.to_string(),
        _ => String::new(),
    };
    if package.is_empty() {
        return Err(Exception::new(
            "ImportError",
            "attempted relative import with no known parent package",
        ));
    }
    let mut parts: Vec<&str> = package.split('.').collect();
    for _ in 1..level {
        if parts.pop().is_none() || parts.is_empty() {
            return Err(Exception::new(
                "ImportError",
                "attempted relative import beyond top-level package",
            ));
        }
    }
    if !name.is_empty() {
        parts.push(name);
    }
    Ok(parts.join("."))
}

fn compiled(source: Source) -> PyResult<Rc<Code>> {
    if let Some(code) = COMPILED.with_borrow(|known| {
        known
            .get(&source.path)
            .filter(|code| code.file.text == source.text)
            .cloned()
    }) {
        return Ok(code);
    }
    let file = Rc::new(SourceFile::new(source.path, source.text, false));
    let stored = source
        .code
        .and_then(|bytes| stored::read(bytes, &file))
        .map(Ok);
    match stored.unwrap_or_else(|| compile::module(&file)) {
        Ok(code) => {
            COMPILED.with_borrow_mut(|known| known.insert(file.path.clone(), code.clone()));
            Ok(code)
        }
        Err(error) => Err(error.into_exception(&file)),
    }
}

/// The function that runs a module's body.
pub fn module_function(code: Rc<Code>, globals: &Rc<Dict>) -> Rc<Function> {
    body_function(code, globals, Vec::new())
}

/// The function that runs a body which shares these cells.
pub fn body_function(code: Rc<Code>, globals: &Rc<Dict>, closure: Vec<Rc<Cell>>) -> Rc<Function> {
    Rc::new(Function {
        name: RefCell::new(code.name.clone()),
        qualname: RefCell::new(code.qualname.clone()),
        code,
        globals: globals.clone(),
        defaults: RefCell::default(),
        keyword_defaults: RefCell::default(),
        closure,
        annotations: RefCell::new(Value::None),
        own_doc: RefCell::new(Value::None),
        dict: RefCell::default(),
    })
}
