//! Classes: the class statement, making instances, `isinstance`.

use std::rc::Rc;

use super::Vm;
use crate::lang::native::{CallArgs, Flow};
use crate::lang::objects::{AliasKind, Class, Dict, Layout, Str, Wrapper, intern};
use crate::lang::{PyResult, Value, type_error};

impl Vm {
    /// The class statement: `__build_class__(function, name, *bases, **keywords)`.
    pub fn build_class(
        &mut self,
        function: &Value,
        name: &Value,
        bases: &Value,
        keywords: &Value,
    ) -> PyResult<Flow> {
        let (Value::Function(function), Value::Tuple(bases), Value::Dict(keywords)) =
            (function, bases, keywords)
        else {
            return Err(type_error("__build_class__: bad arguments"));
        };
        let name = name.as_str().map(intern).unwrap_or_else(|| intern("?"));
        let mut classes = Vec::new();
        for base in bases.iter() {
            match base {
                Value::Class(class) => classes.push(class.clone()),
                Value::Alias(alias) => {
                    if let AliasKind::Generic(class) = &alias.kind {
                        classes.push(class.clone());
                    }
                }
                other => match self.getattr_opt(other, "__mro_entries__")? {
                    Some(method) => {
                        let entries = self
                            .call(&method, CallArgs::positional([Value::Tuple(bases.clone())]))?;
                        for entry in self.items_of(&entries)? {
                            if let Value::Class(class) = entry {
                                classes.push(class);
                            }
                        }
                    }
                    None => {
                        let kind = self.type_name(other);
                        return Err(type_error(format!(
                            "{kind}() takes no arguments as a base class"
                        )));
                    }
                },
            }
        }
        let explicit = keywords.get_str("metaclass");
        let mut meta = match &explicit {
            Some(Value::Class(class)) if !Rc::ptr_eq(class, &self.types.type_) => {
                Some(class.clone())
            }
            _ => None,
        };
        for base in &classes {
            if let Some(of_base) = &base.meta {
                match &meta {
                    Some(meta) if meta.is_subclass_of(of_base) => {}
                    _ => meta = Some(of_base.clone()),
                }
            }
        }
        let rest: Vec<(Rc<Str>, Value)> = keywords
            .pairs()
            .into_iter()
            .filter_map(|(key, value)| Some((intern(key.as_str()?), value)))
            .filter(|(key, _)| key.as_str() != "metaclass")
            .collect();
        let function = function.clone();
        if let Some(meta) = &meta {
            let prepare = self.names.prepare.clone();
            if let Some(Value::ClassMethod(wrapper)) = meta.lookup(&prepare) {
                let args = CallArgs::positional([
                    Value::Class(meta.clone()),
                    Value::Str(name.clone()),
                    Value::tuple(classes.iter().cloned().map(Value::Class)),
                ]);
                let call = Flow::TailCall {
                    callee: wrapper.function.clone(),
                    args,
                };
                let meta = Some(meta.clone());
                return Ok(super::iterate::then(call, move |_, namespace| {
                    let namespace = namespace?;
                    let dict = match namespace.base() {
                        Value::Dict(dict) => dict.clone(),
                        _ => return Err(type_error("__prepare__() must return a mapping")),
                    };
                    Ok(class_body(
                        function,
                        dict,
                        Some(namespace.clone()),
                        name,
                        classes,
                        meta,
                        rest,
                    ))
                }));
            }
        }
        Ok(class_body(
            function,
            Rc::default(),
            None,
            name,
            classes,
            meta,
            rest,
        ))
    }

    /// After the body has run.
    #[allow(clippy::too_many_arguments)]
    fn finish_class(
        &mut self,
        name: Rc<Str>,
        bases: Vec<Rc<Class>>,
        dict: Rc<Dict>,
        namespace: Option<Value>,
        meta: Option<Rc<Class>>,
        keywords: Vec<(Rc<Str>, Value)>,
        cell: Value,
    ) -> PyResult<Flow> {
        let flow = match &meta {
            None => make_class(self, &name, bases, dict, None, keywords)?,
            Some(meta) => {
                let args = [
                    Value::Str(name.clone()),
                    Value::tuple(bases.into_iter().map(Value::Class)),
                    namespace.unwrap_or(Value::Dict(dict)),
                ];
                Flow::TailCall {
                    callee: Value::Class(meta.clone()),
                    args: CallArgs::with_names(args, keywords),
                }
            }
        };
        Ok(super::iterate::then(flow, move |_, class| {
            let class = class?;
            if let Value::Cell(cell) = &cell {
                cell.set(class.clone());
            }
            Ok(class.into())
        }))
    }
}

fn class_body(
    function: Rc<crate::lang::objects::Function>,
    dict: Rc<Dict>,
    namespace: Option<Value>,
    name: Rc<Str>,
    bases: Vec<Rc<Class>>,
    meta: Option<Rc<Class>>,
    keywords: Vec<(Rc<Str>, Value)>,
) -> Flow {
    let body = Flow::Body {
        function,
        namespace: dict.clone(),
    };
    super::iterate::then(body, move |vm, cell| {
        vm.finish_class(name, bases, dict, namespace, meta, keywords, cell?)
    })
}

/// What `type(name, bases, dict)` makes, and then `__set_name__` and `__init_subclass__`.
pub fn make_class(
    vm: &mut Vm,
    name: &Rc<Str>,
    bases: Vec<Rc<Class>>,
    namespace: Rc<Dict>,
    meta: Option<Rc<Class>>,
    keywords: Vec<(Rc<Str>, Value)>,
) -> PyResult<Flow> {
    let bases = if bases.is_empty() {
        vec![vm.types.object.clone()]
    } else {
        bases
    };
    for base in &bases {
        let types = &vm.types;
        let closed = [
            &types.bool,
            &types.none,
            &types.range,
            &types.slice,
            &types.function,
            &types.generator,
            &types.ellipsis,
        ];
        if closed.iter().any(|class| Rc::ptr_eq(class, base)) {
            return Err(type_error(format!(
                "type '{}' is not an acceptable base type",
                base.name()
            )));
        }
    }
    let dict = Rc::new(Dict {
        map: std::cell::RefCell::new(namespace.map.borrow().clone()),
    });
    dict.remove_name(&intern("__classcell__"));
    for (special, is_static) in [
        ("__new__", true),
        ("__init_subclass__", false),
        ("__class_getitem__", false),
    ] {
        if let Some(function @ Value::Function(_)) = dict.get_str(special) {
            let wrapper = Rc::new(Wrapper { function });
            dict.set_str(
                special,
                if is_static {
                    Value::StaticMethod(wrapper)
                } else {
                    Value::ClassMethod(wrapper)
                },
            );
        }
    }
    if dict.get_str("__eq__").is_some() && dict.get_str("__hash__").is_none() {
        dict.set_str("__hash__", Value::None);
    }
    if dict.get_str("__module__").is_none() {
        dict.set_str("__module__", "__main__");
    }
    let layouts: Vec<Layout> = bases
        .iter()
        .map(|base| base.layout)
        .filter(|&layout| layout != Layout::Object)
        .collect();
    if layouts.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(type_error("multiple bases have instance lay-out conflict"));
    }
    let class =
        Class::with_meta(name, bases, dict.clone(), None, meta, true).map_err(type_error)?;
    collect_abstract(vm, &class)?;
    // `__set_name__` of descriptors, in the order of the body; then the parent's `__init_subclass__`.
    let mut calls = Vec::new();
    for (key, value) in dict.pairs() {
        if let Value::Instance(_) = &value
            && let Some(method) = vm.lookup_special(&value, &vm.names.set_name.clone())
        {
            calls.push((
                method,
                CallArgs::positional([value, Value::Class(class.clone()), key]),
            ));
        }
    }
    let hook = vm.names.init_subclass.clone();
    let parent_hook = class
        .ancestors
        .iter()
        .find_map(|ancestor| ancestor.dict.get_name(&hook));
    match parent_hook {
        Some(Value::ClassMethod(wrapper)) if !matches!(wrapper.function, Value::Builtin(_)) => {
            calls.push((
                wrapper.function.clone(),
                CallArgs::with_names([Value::Class(class.clone())], keywords),
            ));
        }
        _ if !keywords.is_empty() => {
            return Err(type_error(format!(
                "{}.__init_subclass__() takes no keyword arguments",
                class.name()
            )));
        }
        _ => {}
    }
    calls.reverse();
    Ok(call_all(calls, Value::Class(class)))
}

/// Calls one after the other; the result is given.
fn call_all(mut calls: Vec<(Value, CallArgs)>, result: Value) -> Flow {
    match calls.pop() {
        None => Flow::Value(result),
        Some((callee, args)) => {
            super::iterate::then(Flow::TailCall { callee, args }, move |_, outcome| {
                outcome?;
                Ok(call_all(calls, result))
            })
        }
    }
}

/// Which methods are still abstract.
fn collect_abstract(vm: &mut Vm, class: &Rc<Class>) -> PyResult<()> {
    let mut names: Vec<Rc<Str>> = Vec::new();
    for (key, value) in class.dict.pairs() {
        if let Some(key) = key.as_str()
            && is_abstract(vm, &value)
        {
            names.push(intern(key));
        }
    }
    for base in &class.bases {
        for name in base.abstract_names.borrow().iter() {
            if let Some(value) = class.lookup(name)
                && is_abstract(vm, &value)
                && !names.iter().any(|known| known.as_str() == name.as_str())
            {
                names.push(name.clone());
            }
        }
    }
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    *class.abstract_names.borrow_mut() = names;
    Ok(())
}

fn is_abstract(vm: &mut Vm, value: &Value) -> bool {
    match value {
        Value::Function(function) => {
            let marked = function
                .dict
                .borrow()
                .as_ref()
                .and_then(|dict| dict.get_name(&vm.names.isabstractmethod));
            matches!(marked, Some(Value::Bool(true)))
        }
        Value::Property(property) => [&property.get, &property.set, &property.delete]
            .into_iter()
            .any(|part| is_abstract(vm, part)),
        Value::StaticMethod(wrapper) | Value::ClassMethod(wrapper) => {
            is_abstract(vm, &wrapper.function)
        }
        _ => false,
    }
}
