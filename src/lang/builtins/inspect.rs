//! `id`, `hash`, `dir`, `vars`, `globals`, `locals`.

use std::rc::Rc;

use crate::lang::native::ModuleBuilder;
use crate::lang::objects::Dict;
use crate::lang::{PyResult, Value, Vm, type_error};

pub fn add(module: ModuleBuilder) -> ModuleBuilder {
    module
        .function("id", "(obj, /)", |_, args| {
            Ok(Value::Int(identity(&args[0])))
        })
        .function("hash", "(obj, /)", |vm, args| {
            vm.hash(&args[0]).map(Value::Int)
        })
        .function("dir", "(object=?, /)", dir)
        .function("vars", "(object=?, /)", vars)
        .function("globals", "()", |vm, _| {
            Ok(vm.current_globals().map_or(Value::None, Value::Dict))
        })
        .function("locals", "()", |vm, _| Ok(Value::Dict(vm.current_locals())))
}

/// What `id()` says: an address, or a number made from a value that is held in place.
fn identity(value: &Value) -> i64 {
    match value {
        Value::None => 0x1000,
        Value::Ellipsis => 0x1010,
        Value::NotImplemented => 0x1020,
        Value::Bool(flag) => 0x1030 + i64::from(*flag) * 16,
        Value::Int(int) => int.wrapping_mul(32).wrapping_add(0x10_0000) & i64::MAX,
        Value::Float(float) => (float.to_bits() as i64).wrapping_mul(31) & i64::MAX,
        other => other.address().unwrap_or(0) as i64,
    }
}

fn dir(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    if args[0].is_undefined() {
        let mut names: Vec<String> = vm
            .current_locals()
            .keys()
            .iter()
            .filter_map(|key| key.as_str().map(str::to_string))
            .collect();
        names.sort();
        return Ok(Value::list(names.into_iter().map(Value::from).collect()));
    }
    let name = crate::lang::objects::intern("__dir__");
    if let Some(method @ Value::Function(_)) = vm.lookup_special(&args[0], &name) {
        let listed = vm.call(
            &method,
            crate::lang::native::CallArgs::positional([args[0].clone()]),
        )?;
        let mut names: Vec<String> = vm
            .items_of(&listed)?
            .iter()
            .filter_map(|name| name.as_str().map(str::to_string))
            .collect();
        names.sort();
        return Ok(Value::list(names.into_iter().map(Value::from).collect()));
    }
    Ok(Value::list(
        vm.attribute_names(&args[0])
            .into_iter()
            .map(Value::from)
            .collect(),
    ))
}

fn vars(vm: &mut Vm, args: &[Value]) -> PyResult<Value> {
    match &args[0] {
        Value::Undefined => Ok(Value::Dict(vm.current_locals())),
        Value::Instance(instance) if instance.class.slots.is_none() => {
            Ok(Value::Dict(instance.dict().clone()))
        }
        Value::Module(module) => Ok(Value::Dict(module.dict.clone())),
        Value::Class(class) => Ok(Value::MappingProxy(class.dict.clone())),
        Value::Function(_) => vm.getattr(&args[0], "__dict__"),
        _ => Err(type_error("vars() argument must have __dict__ attribute")),
    }
}

impl Vm {
    /// `globals()` of the frame on top.
    pub fn current_globals(&self) -> Option<Rc<Dict>> {
        self.top_globals()
    }

    /// `locals()` of the frame on top: the namespace itself where there is one, else a copy.
    pub fn current_locals(&self) -> Rc<Dict> {
        if let Some(namespace) = self.top_namespace() {
            return namespace;
        }
        let locals = Rc::new(Dict::default());
        let frames = self.frames().len();
        for (name, value) in self.variables(frames.saturating_sub(1)) {
            locals.set_name(&name, value);
        }
        locals
    }
}
